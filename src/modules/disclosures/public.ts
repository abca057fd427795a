export { addApprovers, addExtract, addRule, askDisclosure } from './commands.ts'
export { askFields as disclosureFields } from './fields.ts'
export { disclosuresOfUnit, extractsOfUnit, type UnitDisclosure, type UnitExtract } from './queries.ts'
