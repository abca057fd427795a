export { addDevice, moveDevice } from './commands.ts'
export { askForDevice, askForTime, moveDelivery } from './commands-delivery.ts'
export { askFields, deviceFields } from './fields.ts'
