import type { ApprovalPart, Approved } from '../../kernel/approval.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { inAll, type Locale, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { ApprovalEvent, Given, StandIn, Verdict } from './approval.ts'

/** What the rules ask of the record that is approved. */
type Asked = Pick<Approved, 'parts' | 'restsOn' | 'state' | 'different' | 'drafters'>
export type Said = { readonly id: string; readonly part: string; readonly verdict: Verdict; readonly reason: string | null }
type By = { readonly personId: string; readonly now: Date }

/** What still counts: said of what the record says now. */
export const standing = (given: readonly Given[], restsOn: string): readonly Given[] =>
  given.filter((one) => one.fell === null && one.restsOn === restsOn)

const of = (part: string) => (one: { readonly part: string }) => one.part === part

/** Whether a person may say it for a part: it is theirs, or its holder has let them. */
export const mayApprove = (
  part: ApprovalPart,
  standIns: readonly StandIn[],
  personId: string,
  { drafters = [] }: Pick<Approved, 'drafters'>,
): boolean => part.may || (standIns.find(of(part.part))?.person === personId && !drafters.includes(personId))

/** What the record is after one more has said it: what was said, and whether all have approved by then. */
export type AfterSaid = { readonly said: Given; readonly whole: boolean }

/** One of those who must approve says it. Whoever sends a record back says why. */
export function say(
  asked: Asked,
  given: readonly Given[],
  standIns: readonly StandIn[],
  { id, part, verdict, reason }: Said,
  by: By,
): Outcome<AfterSaid, ApprovalEvent> {
  const known = asked.parts.find(of(part))
  if (!known || !mayApprove(known, standIns, by.personId, asked)) return refuse('notAllowed')
  if (asked.state === 'closed') return refuse('notNow')
  if (verdict === 'returned' && reason === null) return refuse('reasonMissing', ['reason'])
  if (verdict === 'approved' && asked.state === 'incomplete') return refuse('notReady')
  const stands = standing(given, asked.restsOn)
  if (stands.find(of(part))?.verdict === verdict) return refuse('nothingChanged')
  const others = stands.filter((one) => one.part !== part && one.verdict === 'approved')
  if (asked.different && verdict === 'approved' && others.some((one) => one.by === by.personId)) return refuse('onePartEach')
  const onBehalfOf = known.may ? null : (standIns.find(of(part))?.by ?? null)
  const said: Given = { id, part, verdict, reason, restsOn: asked.restsOn, by: by.personId, onBehalfOf, at: by.now, fell: null }
  const whole = verdict === 'approved' && asked.parts.every((one) => one.part === part || others.some(of(one.part)))
  return change<AfterSaid, ApprovalEvent>({ said, whole }, { type: verdict === 'approved' ? 'approval.given' : 'approval.returned', part })
}

/** Whoever said it takes it back, as long as the others have not made it whole. */
export function withdraw({ state, restsOn }: Asked, given: readonly Given[], part: string, by: By): Outcome<Given, ApprovalEvent> {
  const said = standing(given, restsOn).find(of(part))
  if (!said) return refuse('nothingChanged')
  if (said.by !== by.personId) return refuse('notAllowed')
  if (state === 'closed') return refuse('notNow')
  return change<Given, ApprovalEvent>({ ...said, fell: { at: by.now, because: 'withdrawn' } }, { type: 'approval.withdrawn', part })
}

/** The holder of a part lets another say it, and takes it back by choosing themselves. A stand-in does not hand it on. */
export function handOn(
  { parts, state, drafters = [] }: Asked,
  standIns: readonly StandIn[],
  part: string,
  person: string,
  by: By,
): Outcome<StandIn, ApprovalEvent> {
  if (!parts.find(of(part))?.may) return refuse('notAllowed')
  if (state === 'closed') return refuse('notNow')
  const now = standIns.find(of(part))?.person
  if (person === by.personId && now === undefined) return refuse('notYourself', ['person'])
  if (now === person) return refuse('nothingChanged')
  if (person !== by.personId && drafters.includes(person)) return refuse('drafted', ['person'])
  return change<StandIn, ApprovalEvent>({ part, person, by: by.personId, at: by.now }, { type: 'approval.handedOn', part })
}

/** What was said of something else than the record says now, and falls. */
export const fallen = (given: readonly Given[], restsOn: string): readonly Given[] =>
  given.filter((one) => one.fell === null && one.restsOn !== restsOn)

/** The task of each who has said nothing yet: none before the record can be approved. */
export function approvalTasks(
  asked: Pick<Approved, 'parts' | 'restsOn' | 'state' | 'name'>,
  given: readonly Given[],
  standIns: readonly StandIn[],
  href: (part: string) => string,
  title: (part: Localised | null) => Localised,
): readonly TaskSpec[] {
  if (asked.state !== 'open') return []
  const said = standing(given, asked.restsOn)
  return asked.parts
    .filter(({ part }) => !said.some(of(part)))
    .map(({ part, label, person, roles }) => {
      const personId = standIns.find(of(part))?.person ?? person
      const own = personId === null ? {} : { personId }
      return {
        kind: 'approval.wanted',
        key: part,
        title: title(asked.parts.length > 1 ? label : null),
        about: asked.name,
        href: href(part),
        roles,
        dueAt: null,
        ...own,
      }
    })
}

export const titleOf = (words: (part: string | null, locale: Locale) => string) => (part: Localised | null) =>
  inAll((locale) => words(part?.[locale] ?? null, locale))
