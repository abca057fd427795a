import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { personsById } from '../people/public.ts'
import type { Linkings, Subject } from './link.ts'
import { HangingPanel, MarksPanel } from './pages/panel.tsx'
import { hangingOn, lookedAt, marksOf, namesOf } from './queries.ts'

export { markTouched } from './commands.ts'
export type { Linkings } from './link.ts'
export { idsAround, namesOf } from './queries.ts'

/** Why a record must be looked at again, and what hangs together with it: for its page. Nothing where there is nothing to say. */
export async function linksPanels(ctx: Ctx, kinds: Linkings, subject: Subject, locale: Locale): Promise<readonly ComponentChildren[]> {
  const linked = kinds.of(subject.type)
  if (!linked) return []
  const [{ here, there }, marks] = await Promise.all([hangingOn(ctx, kinds, subject), marksPanel(ctx, kinds, subject, locale)])
  const hanging = here.length + there.length > 0 ? <HangingPanel {...{ here, there, locale }} folded={linked.folded ?? false} /> : null
  return [marks, hanging].filter((one) => one !== null)
}

async function marksPanel(ctx: Ctx, kinds: Linkings, subject: Subject, locale: Locale): Promise<ComponentChildren> {
  const asked = kinds.of(subject.type)?.held
  if (!asked) return null
  const [held, open, looked] = await Promise.all([asked(ctx, subject.id), marksOf(ctx, subject), lookedAt(ctx, subject, 5)])
  if (!held) return null
  if (open.length + looked.length === 0) return null
  const persons = [...open.map(({ by }) => by), ...looked.map(({ lookedBy }) => lookedBy)].filter((id) => id !== null)
  const names = await personsById(ctx, [...new Set(persons)])
  const causes = [...open, ...looked].map(({ because }) => because)
  const records = await namesOf(ctx, kinds, causes)
  return <MarksPanel {...{ subject, kinds, open, looked, names, records, locale }} may={held.may} sentence={ctx.house.sentence} />
}
