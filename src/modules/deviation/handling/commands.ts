import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { personsAtWork } from '../../people/public.ts'
import { decideDeviation, decidePart } from '../commands.ts'
import type { Deviation, Measure } from '../deviation.ts'
import type { Announcement, Containment, Handling } from '../fields-handling.ts'
import type { Seen } from '../seen.ts'
import { reporterOf } from '../store-reporter.ts'
import { sendLink } from './commands-outside.ts'
import { type Asking, announce, answer, ask, contain, editHandling, setMeasures, triage } from './rules.ts'
import { isAnotherCases } from './store.ts'

/** Saves some of the handling's answers and leaves the others as they stand. */
export const saveHandling = (ctx: Ctx, id: string, seen: Seen | null, answers: Partial<Handling>) =>
  decidePart(ctx, id, seen, pick(answers), (deviation, by) => editHandling(deviation, { ...deviation.handling, ...answers }, by))

export const containDeviation = (ctx: Ctx, id: string, seen: Seen | null, answers: Containment) =>
  decidePart(ctx, id, seen, pick(answers), (deviation, by) => contain(deviation, answers, by))

export const saveAnnouncement = (ctx: Ctx, id: string, seen: Seen | null, answers: Announcement) =>
  decidePart(ctx, id, seen, pick(answers), (deviation, by) => announce(deviation, answers, by))

export const saveMeasures = (ctx: Ctx, id: string, seen: Seen | null, measures: readonly Measure[]) =>
  decidePart(
    ctx,
    id,
    seen,
    (deviation) => deviation.measures,
    (deviation, by) => setMeasures(deviation, measures, by),
  )

/** Asks the reporter or another. Whoever is asked must be somebody here: another organisation's person is nobody. */
export const askFor = async (ctx: Ctx, id: string, asking: Asking) => {
  const asked = await decideDeviation(ctx, id, null, async (deviation, by) => {
    if (await isAnotherCases(ctx, id, asking.id)) return refuse('notNow')
    if (asking.personId && !(await personsAtWork(ctx, [asking.personId])).has(asking.personId)) return refuse('incomplete', ['person'])
    const outcome = ask(deviation, asking, await reporterOf(ctx, id), by)
    return outcome.ok && asking.outside && !ctx.house.mails ? refuse('noMailServer', ['to']) : outcome
  })
  if (asked.ok && asking.outside) await sendLink(ctx, asking.id, asking.outside)
  return asked
}

export const answerInquiry = (ctx: Ctx, id: string, inquiry: string, text: string | null) =>
  decideDeviation(ctx, id, null, (deviation, by) => answer(deviation, inquiry, text, by))

export const triageDeviation = (ctx: Ctx, id: string, version: number | null, outcome: 'internal' | 'authority') =>
  decideDeviation(ctx, id, version, (deviation, by) => triage(deviation, outcome, by))

const pick =
  (answers: Partial<Handling>) =>
  ({ handling }: Deviation): unknown =>
    Object.keys(answers).map((name) => handling[name as keyof Handling])
