import { type Actor, hasRole } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import { classes, placeFields } from './fields.ts'
import type { Classified, InformationClass, Place, PlaceValues, Verdict } from './storage-guide.ts'

export const mayKeep = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'itHead')

export const rules = registerRules('storage_place', placeFields, { mayAdd: mayKeep, mayEdit: (_, actor) => mayKeep(actor), refuses: wrong })

/** "Allowed if" says if what, and nobody is advised to store where it is not allowed. */
function wrong(values: PlaceValues) {
  if (values.condition === null && classes.some((one) => values[one] === 'allowedIf')) return refuse('conditionMissing', ['condition'])
  return values.recommendedFor.some((one) => values[one] === 'notAllowed') ? refuse('recommendedNotAllowed', ['recommendedFor']) : null
}

/** The one answer to "where can I store this?": whether it may lie there, and where it should. */
export type Answer = {
  readonly asked: { readonly place: Place; readonly verdict: Verdict } | null
  readonly recommended: readonly Place[]
  readonly others: readonly Place[]
}

export function whereToStore(places: readonly Place[], what: InformationClass, placeId: string | null): Answer {
  const open = places.filter(({ values }) => values.inUse === 'yes')
  const place = open.find(({ id }) => id === placeId)
  const may = open.filter(({ values }) => values[what] === 'allowed' || values[what] === 'allowedIf')
  const recommended = may.filter(({ values }) => values.recommendedFor.includes(what))
  return {
    asked: place ? { place, verdict: place.values[what] ?? 'notAllowed' } : null,
    recommended,
    others: may.filter((one) => !recommended.includes(one)),
  }
}

export type Assessed = { readonly class: InformationClass; readonly encrypt: boolean; readonly why: 'content' | 'reveals' | null }

/**
 * What something is, by its content and by what the sending says of whoever gets it: an e-mail that shows that somebody is a patient is
 * sensitive whatever stands in it (S0-29), and so is the link to a survey (S0-30). So is a list that is only stored: it shows who they are.
 */
export function classify({ sends, content, reveals }: Pick<Classified, 'sends' | 'content' | 'reveals'>): Assessed {
  if (content === 'sensitive') return { class: 'sensitive', encrypt: sends !== 'nothing', why: 'content' }
  if (reveals === 'yes') return { class: 'sensitive', encrypt: true, why: 'reveals' }
  return { class: content ?? 'personal', encrypt: false, why: null }
}

/** The steps of whoever got sensitive data by e-mail: what is not needed is not stored (S0-26). */
export const steps = ['needed', 'store', 'delete', 'noReply', 'report'] as const
export type Step = (typeof steps)[number]
export const stepsFor = (needed: 'yes' | 'no'): readonly Step[] =>
  steps.filter((step) => step !== 'needed' && (step !== 'store' || needed === 'yes'))
