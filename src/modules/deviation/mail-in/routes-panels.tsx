import type { Panel } from '../../../kernel/module.ts'
import { MailboxPanel, MailsOfCase } from './pages/panels.tsx'
import { mailboxState, mailsOfCase } from './queries.ts'

/** On the page of a case, for those who have it whole. */
export const mailsOfCasePanel: Panel = async (ctx, id, locale) => (
  <MailsOfCase mails={await mailsOfCase(ctx, id)} now={ctx.now} locale={locale} />
)

/** On the page of settings. */
export const mailboxPanel: Panel = async (ctx, _, locale) => <MailboxPanel state={await mailboxState(ctx)} now={ctx.now} locale={locale} />
