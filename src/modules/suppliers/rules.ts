import { type Actor, hasRole } from '../../kernel/actor.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import { isOrganisationNumber, plainNumber } from '../organisation/public.ts'
import { supplierFields } from './fields.ts'
import type { SupplierValues } from './supplier.ts'

/** Those who keep the systems, the record of processing and the agreements; and Procurement, who makes the contracts. */
export const mayKeep = (actor: Actor): boolean =>
  hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead', 'gdprUnit', 'privacyAdviser', 'privacyContact', 'procurement', 'systemOwner', 'unitHead')

/** The number as it is kept: nine digits, however it was written. */
export const tidied = (values: SupplierValues): SupplierValues => ({
  ...values,
  organisationNumber: values.organisationNumber && plainNumber(values.organisationNumber),
})

/** A number with a wrong last digit belongs to nobody; a contract does not end before it is made. */
function wrong({ organisationNumber, contractOn, contractUntil }: SupplierValues): Refusal | null {
  if (organisationNumber !== null && !isOrganisationNumber(organisationNumber)) return refuse('notANumber', ['organisationNumber'])
  if (contractOn !== null && contractUntil !== null && contractUntil < contractOn) return refuse('contractEndsFirst', ['contractUntil'])
  return null
}

export const rules = registerRules('supplier', supplierFields, { mayAdd: mayKeep, mayEdit: (_, actor) => mayKeep(actor), refuses: wrong })

const mostNames = 5

/** A word that says none, alone or before a word in small letters: a company may begin with one. */
const saysNone = (name: string): boolean =>
  /^(?:ingen|ikkje|ikke|none|no|nei)$/i.test(name) || /^(?:[Ii]ngen|[Ii]kkje|[Ii]kke|[Nn]one|[Nn]o|[Nn]ei)\s+\p{Ll}/u.test(name)

/** Suppliers as somebody once wrote them in one text: a name on each line, or between commas. Words that say none are none. */
export function namesIn(text: string | null): readonly string[] {
  const names = (text ?? '')
    .split(/[\n,;]|\s+(?:og|and)\s+/i)
    .map((one) => one.trim().replace(/\.$/, ''))
    .filter((one) => one !== '' && one.length <= supplierFields.name.max && !saysNone(one))
  return [...new Set(names)].slice(0, mostNames)
}
