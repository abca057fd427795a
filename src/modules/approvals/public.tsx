import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { personsById } from '../people/public.ts'
import { ApprovalPanel } from './pages/panel.tsx'
import { givenOf, standInsOf } from './queries.ts'
import { standing } from './rules.ts'

export { syncApprovals } from './commands.ts'

/** The parts that have not approved a record as it stands now. */
export async function waitingParts(ctx: Ctx, subject: RecordKey): Promise<readonly string[]> {
  const asked = await ctx.house.approvals(ctx, subject)
  if (!asked) return []
  const said = standing(await givenOf(ctx, subject), asked.restsOn).filter(({ verdict }) => verdict === 'approved')
  return asked.parts.map(({ part }) => part).filter((part) => !said.some((one) => one.part === part))
}

/** Who must approve a record and what they have said, for its page; nothing for those who may not see it, or where nobody is asked. `second`: the page has its one primary button already. */
export async function approvalPanel(ctx: Ctx, subject: RecordKey, locale: Locale, second = false): Promise<ComponentChildren> {
  const [asked, given, standIns] = await Promise.all([ctx.house.approvals(ctx, subject), givenOf(ctx, subject), standInsOf(ctx, subject)])
  if (!asked) return null
  const persons = [
    ...asked.parts.map(({ person }) => person),
    ...given.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]),
    ...standIns.map(({ person }) => person),
  ].filter((id) => id !== null)
  const names = await personsById(ctx, [...new Set(persons)])
  return <ApprovalPanel {...{ subject, asked, given, standIns, names, locale }} reader={ctx.actor.personId} second={second} />
}
