import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { audienceOf } from './audience.ts'
import { reference } from './deviation.ts'
import { type CaseView, caseView } from './queries.ts'
import { titleInAll } from './title.ts'

/** Files of the handling: for those who have the case whole, and added by those who may edit it. */
export async function filesOfCase(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const view = await caseView(ctx, id)
  if (!view || view.deviation.status === 'draft' || audienceOf(view, ctx.actor) !== 'full') return undefined
  return { page: pageOf(view), name: named(view), add: view.actions.includes('edit'), protectedBy: false }
}

/** Files of the report: the reporter's as well, who adds to it until the case is closed. What a protected reporter adds names nobody (S4-131). */
export async function filesOfReport(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const view = await caseView(ctx, id)
  if (!view) return undefined
  const own = view.parts.has('reporter')
  if (!own && audienceOf(view, ctx.actor) !== 'full') return undefined
  const add = own ? view.deviation.status !== 'closed' : view.actions.includes('edit')
  return {
    page: pageOf(view),
    name: own ? inAll(() => numberOf(view)) : named(view),
    add,
    protectedBy: own && view.reporter.kind === 'protected',
  }
}

/** By number and title. The title may be the handler's words: a reporter's own report is called by its number. */
const named = (view: CaseView) => {
  const title = titleInAll(view.deviation)
  return inAll((locale) => [numberOf(view), title[locale]].filter(Boolean).join(' · '))
}

const numberOf = ({ deviation }: CaseView) => reference(deviation) ?? ''

const pageOf = ({ deviation }: CaseView) => `/avvik/${deviation.id}${deviation.status === 'draft' ? '/skjema' : ''}`
