import type { ReactNode } from 'react'
import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Refusal } from '../../../kernel/change.ts'
import { type Fields, isEmpty, parse, type Values } from '../../../kernel/fields.ts'
import {
  type Asked,
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  one,
  type Page,
  type PostAnswer,
  page,
  pageWithErrors,
  post,
  preview,
  type Route,
  redirect,
  versionOf,
} from '../../../kernel/http.ts'
import { errorItems } from '../../../ui/record-form.tsx'
import { previewPages } from '../../documents/public.ts'
import { audienceOf } from '../casefile/audience.ts'
import { recordView } from '../commands-case.ts'
import { slugs } from '../documents/allowed.ts'
import { caseDocument } from '../documents/documents.ts'
import { attachmentsOf } from '../documents/memo.ts'
import type { Papers } from '../documents/papers.ts'
import { Conflict, type Refused } from '../pages/deed.tsx'
import type { CaseView } from '../queries.ts'
import { papersOf } from '../queries-documents.ts'
import { crumbsOf, forDeed, notNow, refusedBy, sentCase } from '../routes-deed.tsx'
import { shownChecks } from './checks.ts'
import { closeDeviation, proposeToClose, reopenDeviation, saveClosing, sendBack } from './commands.ts'
import { documentationDraft, filled, memoDraft } from './draft.ts'
import { type Closing, documentationFields, lessonFields, memoFields } from './fields.ts'
import { ClosingPage } from './pages/closing.tsx'
import { DocumentationPage, documentationTitle } from './pages/documentation.tsx'
import { type Attachment, MemoPage } from './pages/memo.tsx'
import { ReopenPage } from './pages/reopen.tsx'
import { mayEditClosing } from './rules.ts'
import { texts } from './texts.ts'

export const routes: readonly Route[] = [
  get('/avvik/:id/dokumentasjon', 'signedIn', (asked) => forReaders(asked, (view) => getWriting(asked, view, documentation))),
  post('/avvik/:id/dokumentasjon', 'signedIn', (asked) => forReaders(asked, (view) => postWriting(asked, view, documentation))),
  get('/avvik/:id/notat', 'signedIn', (asked) => forHandlers(asked, (view) => getWriting(asked, view, memo))),
  post('/avvik/:id/notat', 'signedIn', (asked) => forHandlers(asked, (view) => postWriting(asked, view, memo))),
  get('/avvik/:id/lukking', 'signedIn', (asked) => forReaders(asked, (view) => getClosing(asked, view))),
  post('/avvik/:id/lukking', 'signedIn', (asked) => forReaders(asked, (view) => postClosing(asked, view))),
  post('/avvik/:id/forslag', 'signedIn', (asked) => forReaders(asked, (view) => postProposal(asked, view))),
  post('/avvik/:id/retur', 'signedIn', (asked) => forReaders(asked, (view) => postReturn(asked, view))),
  get('/avvik/:id/gjenapning', 'signedIn', (asked) => forDeed(asked, 'reopen', async (view) => reopening(asked, view))),
  post('/avvik/:id/gjenapning', 'signedIn', (asked) => forDeed(asked, 'reopen', (view) => postReopening(asked, view))),
]

/** Those who have the whole case, and a leader whom it is left to (S3-14). */
async function forReaders<A>(asked: Asked, answer: (view: CaseView) => Promise<A>) {
  const view = await sentCase(asked)
  if (!view) return nothing
  return isHandler(asked, view) || (view.parts.has('leader') && view.parts.has('closer')) ? answer(view) : notAllowed
}

/** The memo weighs the assessment, so it is for those who may read that. */
async function forHandlers<A>(asked: Asked, answer: (view: CaseView) => Promise<A>) {
  const view = await sentCase(asked)
  if (!view) return nothing
  return isHandler(asked, view) ? answer(view) : notAllowed
}

const isHandler = ({ ctx }: Asked, view: CaseView): boolean => audienceOf(view, ctx.actor) === 'full'

/** One of the two forms of long texts. */
type Writing = {
  readonly fields: Fields
  readonly title: (asked: Asked, view: CaseView) => string
  readonly saved: (asked: Asked) => string
  readonly draft: (papers: Papers) => Partial<Record<keyof Closing, string | null>>
  readonly draw: (props: DrawProps, asked: Asked) => Promise<ReactNode>
}
type DrawProps = {
  readonly view: CaseView
  readonly papers: Papers
  readonly writing: {
    readonly values: Partial<Closing>
    readonly suggested: readonly (keyof Closing)[]
    readonly asked?: boolean
  } | null
  readonly refused?: Refused | undefined
  readonly conflict?: ReactNode
}

const documentation: Writing = {
  fields: { ...documentationFields, ...lessonFields },
  title: ({ locale }, view) => documentationTitle({ view, locale }),
  saved: ({ locale }) => texts(locale).documentation.saved,
  draft: documentationDraft,
  draw: async ({ papers: _, ...props }, { locale, ctx }) => <DocumentationPage {...props} locale={locale} now={ctx.now} />,
}

const memo: Writing = {
  fields: memoFields,
  title: ({ locale }) => texts(locale).memo.title,
  saved: ({ locale }) => texts(locale).memo.saved,
  draft: memoDraft,
  draw: async ({ papers, ...props }, asked) => (
    <MemoPage
      {...props}
      locale={asked.locale}
      now={asked.ctx.now}
      attachments={attachmentsIn(papers, asked)}
      preview={await memoPreview(papers)}
    />
  ),
}

/** The page as it opens. Where nothing has been written yet, what the case can say stands there to be read and saved; never stored by itself. */
async function getWriting(asked: Asked, view: CaseView, writing: Writing): Promise<GetAnswer> {
  const papers = await papersOf(asked.ctx, view)
  await recordView(asked.ctx, view.deviation.id)
  if (!mayEditClosing(view.deviation, view.parts))
    return page(writing.title(asked, view), await writing.draw({ view, papers, writing: null }, asked), crumbsOf(view, asked.locale))
  const stored = partOf(view, writing)
  const untouched = Object.values(stored).every(isEmpty)
  const shown = untouched ? filled(stored as Closing, writing.draft(papers) as Closing) : { values: stored, suggested: [] }
  return page(writing.title(asked, view), await writing.draw({ view, papers, writing: shown }, asked), crumbsOf(view, asked.locale))
}

async function postWriting(asked: Asked, view: CaseView, writing: Writing): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const { id } = view.deviation
  const { values, problems } = parse(writing.fields, form)
  const answers = values as Values<typeof memoFields> & Partial<Closing>
  const papers = await papersOf(ctx, view)
  const title = writing.title(asked, view)
  const again = async (status: 409 | 422, refused: Refused, shown = view, conflict?: ReactNode) =>
    pageWithErrors(
      status,
      title,
      await writing.draw({ view: shown, papers, writing: { values: answers, suggested: [] }, refused, conflict }, asked),
      crumbsOf(shown, locale),
    )
  if (!mayEditClosing(view.deviation, view.parts)) return refusedPage(asked, view, await saveClosing(ctx, id, null, answers))
  if (one(form, 'gjor') === 'hent') {
    const shown = filled(answers as Closing, writing.draft(papers) as Closing)
    const kept: Refused = { raw: form, problems, errors: [] }
    const body = await writing.draw({ view, papers, writing: { ...shown, asked: true }, refused: kept }, asked)
    return preview(title, body, crumbsOf(view, locale))
  }
  if (problems.length > 0) return again(422, { raw: form, problems, errors: errorItems(problems, texts(locale).fields as never, locale) })
  const outcome = await saveClosing(ctx, id, { version: versionOf(form), mark: one(form, 'mark') || '-' }, answers)
  if (outcome.ok) return redirect(`/avvik/${id}/lukking`, writing.saved(asked))
  if (outcome.why === 'nothingChanged') return redirect(`/avvik/${id}/lukking`, texts(locale).writing.nothingChanged)
  if (outcome.why !== 'stale') return refusedPage(asked, view, outcome)
  const shown = (await sentCase(asked)) ?? view
  const conflict = (
    <Conflict
      fields={writing.fields}
      texts={texts(locale).fields as never}
      now={partOf(shown, writing) as never}
      yours={values}
      locale={locale}
    />
  )
  return again(409, refusedBy(outcome, form, locale), shown, conflict)
}

const partOf = ({ deviation }: CaseView, { fields }: Writing): Partial<Closing> =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, deviation.closing[name as keyof Closing]]))

/** A refusal that no field can mend. */
function refusedPage(asked: Asked, view: CaseView, outcome: { readonly ok: true } | Refusal): PostAnswer {
  if (outcome.ok) return redirect(`/avvik/${view.deviation.id}`)
  if (outcome.why === 'notFound') return nothing
  return outcome.why === 'notAllowed' ? notAllowed : notNow(view, asked.locale)
}

async function getClosing(asked: Asked, view: CaseView): Promise<GetAnswer> {
  await recordView(asked.ctx, view.deviation.id)
  return page(texts(asked.locale).closing.title, await drawClosing(asked, view), crumbsOf(view, asked.locale))
}

async function drawClosing(asked: Asked, view: CaseView, refused?: Refused): Promise<ReactNode> {
  const { ctx, locale } = asked
  const papers = isHandler(asked, view) ? await papersOf(ctx, view) : null
  const decides = view.deviation.status === 'proposed' && view.actions.includes('close')
  return (
    <ClosingPage
      view={view}
      locale={locale}
      now={ctx.now}
      refused={refused}
      papers={papers ? attachmentsIn(papers, asked, decides ? [] : ['memo', 'breachDocumentation', 'caseFile']) : []}
      memo={papers && decides ? await memoPreview(papers) : null}
    />
  )
}

async function postClosing(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const { id } = view.deviation
  const outcome = await closeDeviation(ctx, id, versionOf(form) ?? -1, one(form, 'reason') || null)
  return outcome.ok ? redirect(`/avvik/${id}`, texts(locale).closing.closed) : closingRefused(asked, outcome, view)
}

async function postProposal(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const { id } = view.deviation
  const { values, problems } = parse({ proposal: { kind: 'text', max: 12_000, long: true } } as const, form)
  if (problems.length > 0)
    return closingAgain(asked, view, 422, { raw: form, problems, errors: errorItems(problems, texts(locale).fields as never, locale) })
  const outcome = await proposeToClose(ctx, id, versionOf(form) ?? -1, values.proposal)
  return outcome.ok ? redirect(`/avvik/${id}`, texts(locale).closing.proposed) : closingRefused(asked, outcome, view)
}

async function postReturn(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const { id } = view.deviation
  const reason = one(form, 'reason') || null
  const outcome = await sendBack(ctx, id, versionOf(form) ?? -1, reason)
  return outcome.ok ? redirect(`/avvik/${id}`, texts(locale).closing.returned) : closingRefused(asked, outcome, view, 'returnReason')
}

/** Why the case was not closed, sent on or sent back, beside what is missing. `field`: where the reason of this form is written. */
async function closingRefused(asked: Asked, outcome: Refusal, before: CaseView, field = 'reason'): Promise<PostAnswer> {
  const { form, locale } = asked
  if (outcome.why === 'notFound') return nothing
  if (outcome.why === 'notAllowed') return notAllowed
  const view = (await sentCase(asked)) ?? before
  if (outcome.why === 'notNow') return notNow(view, locale)
  const t = texts(locale)
  const gaps = shownChecks(view).filter((check) => !check.met && check.code !== 'notProposed')
  const errors =
    outcome.why === 'incomplete'
      ? gaps.map((check) => ({ href: check.href ?? '#sjekker', text: `${t.closing.unmet}: ${t.checks[check.code]}` }))
      : refusedBy({ ...outcome, fields: outcome.why === 'stale' ? ['innhold'] : [field] }, form, locale).errors
  const raw = field === 'reason' ? form : { [field]: form.reason }
  return closingAgain(asked, view, outcome.why === 'stale' ? 409 : 422, { raw, problems: [], errors })
}

const closingAgain = async (asked: Asked, view: CaseView, status: 409 | 422, refused: Refused) =>
  pageWithErrors(status, texts(asked.locale).closing.title, await drawClosing(asked, view, refused), crumbsOf(view, asked.locale))

const reopening = ({ ctx, locale }: Asked, view: CaseView): Page =>
  page(texts(locale).closing.reopen, <ReopenPage view={view} locale={locale} now={ctx.now} />, crumbsOf(view, locale))

async function postReopening(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const { id } = view.deviation
  const outcome = await reopenDeviation(ctx, id, versionOf(form) ?? -1, one(form, 'reason') || null)
  if (outcome.ok) return redirect(`/avvik/${id}`, texts(locale).closing.reopened)
  if (outcome.why === 'notFound') return nothing
  if (outcome.why === 'notAllowed') return notAllowed
  const shown = (await sentCase(asked)) ?? view
  const refused = refusedBy(outcome, form, locale)
  return pageWithErrors(
    outcome.why === 'stale' ? 409 : 422,
    texts(locale).closing.reopen,
    <ReopenPage view={shown} locale={locale} now={ctx.now} refused={refused} />,
    crumbsOf(shown, locale),
  )
}

/** The pages of the memo as it stands, or null before its first word. */
async function memoPreview(papers: Papers) {
  const begun = Object.keys(memoFields).some((name) => !isEmpty(papers.deviation.closing[name as keyof Closing]))
  if (!begun) return null
  const { pages } = await previewPages(caseDocument('memo', papers))
  const base = `/avvik/${papers.deviation.id}/dokumenter/${slugs.memo}`
  return { pages: pages.map((_, at) => `${base}/${at + 1}.svg`), pdf: `${base}.pdf` }
}

/** What was sent in the case, and those of its own finished documents that are asked for. */
const attachmentsIn = (papers: Papers, { locale }: Asked, own: readonly (keyof typeof slugs)[] = []): readonly Attachment[] => {
  const kinds: readonly string[] = own
  const attached = attachmentsOf(papers)
  const { documents: t } = texts(locale)
  return papers.kept
    .filter((kept) => attached.includes(kept) || kinds.includes(kept.kind))
    .map(({ kind, number, at }) => {
      const known = kind as keyof typeof slugs
      return {
        name: t.editionOf(t.kinds[known], number),
        href: `/avvik/${papers.deviation.id}/dokumenter/${slugs[known]}?utgave=${number}`,
        when: formatInstant(at, locale),
      }
    })
}
