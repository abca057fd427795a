import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Refusal } from '../../../kernel/change.ts'
import { type Fields, isEmpty, parse } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, preview, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import type { Fault } from '../../../ui/record-form.tsx'
import { type After, type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import { previewPages } from '../../documents/public.ts'
import { clockRuns } from '../clock.ts'
import { recordView } from '../commands-reading.ts'
import {
  answeredTo,
  bothChangedIn,
  type CaseForm,
  casePage,
  forDeed,
  forHandlers,
  isHandler,
  mergedForm,
  notNow,
  refusals,
  seenIn,
  sentCase,
  unreadable,
} from '../deed/routes-deed.tsx'
import { slugs } from '../documents/allowed.ts'
import { caseDocument } from '../documents/documents.ts'
import type { Material } from '../documents/material.ts'
import { attachmentsOf } from '../documents/memo.ts'
import { materialOf } from '../documents/queries.ts'
import { paperTexts } from '../documents/texts.ts'
import { type Closing, closingFields, closingPart, documentationFields, lessonFields, memoFields, reasonFields } from '../fields-closing.ts'
import { measureFields } from '../fields-report.ts'
import type { CaseView } from '../queries.ts'
import { shownChecks } from './checks.ts'
import { closeDeviation, followUpOn, proposeToClose, reopenDeviation, saveClosing, sendBack } from './commands.ts'
import { documentationDraft, filled, memoDraft } from './draft.ts'
import { ClosingPage } from './pages/closing.tsx'
import { DocumentationPage, documentationTitle } from './pages/documentation.tsx'
import { FollowUpPage } from './pages/follow-up.tsx'
import { type Attachment, MemoPage } from './pages/memo.tsx'
import { ReopenPage } from './pages/reopen.tsx'
import { followsAll, followUpOf, mayEditClosing } from './rules.ts'
import { texts } from './texts.ts'

/** Those who have the whole case, and a leader whom it is left to (S3-14). */
const forReaders = door(async (asked) => {
  const view = await sentCase(asked)
  if (!view) return nothing
  return isHandler(asked, view) || (view.parts.has('leader') && view.parts.has('closer')) ? view : notAllowed
})
const forReopening = forDeed('reopen')
const forFollowUp = forDeed('followUp', 'carryOut')

type Name = keyof Closing
type Written = { readonly values: Partial<Closing>; readonly suggested: readonly Name[]; readonly asked?: boolean }

/** One of the two forms of long texts. */
type Writing = {
  readonly names: (view: CaseView) => readonly Name[]
  readonly title: (asked: Asked, view: CaseView) => string
  readonly saved: (locale: Asked['locale']) => string
  /** What the case can say itself stands where nothing is written. */
  readonly suggested: (written: Closing, material: Material) => Written
  readonly draw: (
    asked: Asked,
    props: After & { view: CaseView; material: Material; writing: Written | null },
  ) => Promise<ComponentChildren>
}

const namesOf = (fields: Partial<typeof closingFields>): readonly Name[] => Object.keys(fields) as Name[]

const documentation: Writing = {
  names: ({ deviation }) => namesOf({ ...(clockRuns(deviation) && documentationFields), ...lessonFields }),
  title: ({ locale }, view) => documentationTitle({ view, locale }),
  saved: (locale) => texts(locale).documentation.saved,
  suggested: (written, material) => filled(written, documentationDraft(material)),
  draw: async ({ locale, ctx }, { material: _, ...props }) => <DocumentationPage {...props} locale={locale} now={ctx.now} />,
}

const memo: Writing = {
  names: () => namesOf(memoFields),
  title: ({ locale }) => texts(locale).memo.title,
  saved: (locale) => texts(locale).memo.saved,
  suggested: (written, material) => filled(written, memoDraft(material)),
  draw: async (asked, { material, ...props }) => {
    const attachments = attachmentsIn(material, asked)
    return <MemoPage {...props} locale={asked.locale} now={asked.ctx.now} attachments={attachments} preview={await memoPreview(material)} />
  },
}

export const routes: readonly Route[] = [
  get('/avvik/:id/dokumentasjon', 'signedIn', forReaders(getWriting(documentation))),
  post('/avvik/:id/dokumentasjon', 'signedIn', forReaders(postWriting(documentation))),
  // The memo weighs the assessment, so it is for those who may read that.
  get('/avvik/:id/notat', 'signedIn', forHandlers(getWriting(memo))),
  post('/avvik/:id/notat', 'signedIn', forHandlers(postWriting(memo))),
  get('/avvik/:id/lukking', 'signedIn', forReaders(getClosing)),
  post('/avvik/:id/lukking', 'signedIn', forReaders(postClosing)),
  post('/avvik/:id/forslag', 'signedIn', forReaders(postProposal)),
  post('/avvik/:id/retur', 'signedIn', forReaders(postReturn)),
  get('/avvik/:id/oppfolging', 'signedIn', forFollowUp(followUpPage)),
  post('/avvik/:id/oppfolging', 'signedIn', forFollowUp(postFollowUp)),
  get('/avvik/:id/gjenapning', 'signedIn', forReopening(reopenPage)),
  post('/avvik/:id/gjenapning', 'signedIn', forReopening(postReopening)),
]

/** Where nothing has been written yet, what the case can say stands there to be read and saved; never stored by itself. */
function getWriting(form: Writing) {
  return async (asked: Asked, view: CaseView) => {
    const { deviation, parts } = view
    const material = await materialOf(asked.ctx, view)
    await recordView(asked.ctx, deviation.id)
    const untouched = form.names(view).every((name) => isEmpty(deviation.closing[name]))
    const written = untouched ? form.suggested(deviation.closing, material) : { values: deviation.closing, suggested: [] }
    const writing = mayEditClosing(deviation, parts) ? written : null
    return casePage(asked, view, form.title(asked, view), await form.draw(asked, { view, material, writing }))
  }
}

function postWriting(form: Writing) {
  return async (posted: Asked, view: CaseView) => {
    const { ctx, locale } = posted
    const names = form.names(view)
    const material = await materialOf(ctx, view)
    const draw = async (shown: CaseView, writing: Written, after: After = {}) =>
      casePage(posted, shown, form.title(posted, view), await form.draw(posted, { view: shown, material, writing, ...after }))
    const edit: CaseForm<typeof closingFields> = {
      fields: closingFields,
      shown: names,
      texts: () => texts(locale).fields,
      draw: ({ form: raw }, shown, after) => draw(shown, { values: parse(closingFields, raw).values, suggested: [] }, after),
      saved: form.saved,
      unchanged: () => texts(locale).writing.nothingChanged,
      next: () => `/avvik/${view.deviation.id}/lukking`,
      merges: true,
      part: ({ deviation }) => closingPart(deviation.closing, names),
      stands: ({ deviation }) => deviation.closing,
    }
    const { asked, both } = mergedForm(posted, view, edit)
    if (both.length > 0) return bothChangedIn(asked, view, edit, both)
    const parsed = parse(closingFields, asked.form)
    const { values, problems } = parsed
    if (mayEditClosing(view.deviation, view.parts)) {
      const kept: Refused = { raw: asked.form, problems, errors: [] }
      if (one(asked.form, 'gjor') === 'hent')
        return preview(await draw(view, { ...form.suggested(values, material), asked: true }, { refused: kept }))
      if (problems.length > 0) return unreadable(asked, view, edit, parsed)
    }
    const answers = Object.fromEntries(names.map((name) => [name, values[name]])) as Partial<Closing>
    return answeredTo(asked, view, edit, await saveClosing(ctx, view.deviation.id, seenIn(asked), answers), values)
  }
}

async function getClosing(asked: Asked, view: CaseView) {
  await recordView(asked.ctx, view.deviation.id)
  return closingPage(asked, view)
}

async function postClosing(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { values, problems } = parse(reasonFields, form)
  if (problems.length > 0) return again(422, await closingPage(asked, view, unread(asked, problems, reasonTexts(asked))))
  const outcome = await closeDeviation(ctx, view.deviation.id, versionOf(form), values.reason)
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, texts(locale).closing.closed),
    refused: closingRefused(asked, view, 'reason'),
  })
}

async function postProposal(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { values, problems } = parse({ proposal: closingFields.proposal }, form)
  if (problems.length > 0) return again(422, await closingPage(asked, view, unread(asked, problems, texts(locale).fields)))
  const outcome = await proposeToClose(ctx, view.deviation.id, versionOf(form), values.proposal)
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, texts(locale).closing.proposed),
    refused: closingRefused(asked, view, 'proposal'),
  })
}

/** Two forms of the page have a reason: this one's is shown again under a name of its own. */
async function postReturn(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { values, problems } = parse(reasonFields, form)
  const raw = { returnReason: form.reason }
  if (problems.length > 0) {
    const renamed = problems.map((problem) => ({ ...problem, field: 'returnReason' }))
    const words = { returnReason: { label: texts(locale).closing.noReason } }
    return again(422, await closingPage(asked, view, unread({ ...asked, form: raw }, renamed, words)))
  }
  const outcome = await sendBack(ctx, view.deviation.id, versionOf(form), values.reason)
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, texts(locale).closing.returned),
    refused: closingRefused({ ...asked, form: raw }, view, 'returnReason'),
  })
}

/** Why the case was not closed, sent on or sent back, beside what is missing. `field`: where this form is written in. */
const closingRefused = (asked: Asked, before: CaseView, field: string) => async (refusal: Refusal, status: 409 | 422) => {
  const view = (await sentCase(asked)) ?? before
  if (refusal.why === 'notNow') return notNow(asked, view)
  const refused =
    refusal.why === 'incomplete'
      ? unread(asked, gapsIn(asked, view), {})
      : refusedBy({ ...refusal, fields: status === 409 ? [] : [field] }, asked, refusals)
  return again(status, await closingPage(asked, view, refused))
}

/** What is not in place yet, with a link to where it is mended. */
function gapsIn({ locale }: Asked, view: CaseView): readonly Fault[] {
  const { closing, checks } = texts(locale)
  const gaps = shownChecks(view).filter((check) => !check.met && check.code !== 'notProposed')
  return gaps.map(({ code, href }) => ({ field: 'sjekker', text: `${closing.unmet}: ${checks[code]}`, href }))
}

async function closingPage(asked: Asked, view: CaseView, refused?: Refused) {
  const { ctx, locale } = asked
  const material = isHandler(asked, view) ? await materialOf(ctx, view) : null
  const decides = view.deviation.status === 'proposed' && view.actions.includes('close')
  const body = (
    <ClosingPage
      view={view}
      locale={locale}
      now={ctx.now}
      refused={refused}
      material={material ? attachmentsIn(material, asked, decides ? [] : ['memo', 'breachDocumentation', 'caseFile']) : []}
      memo={material && decides ? await memoPreview(material) : null}
    />
  )
  return casePage(asked, view, texts(locale).closing.title, body)
}

const followUpFields = {
  measure: { kind: 'text', max: 36 },
  doneOn: { kind: 'date' },
  evidence: measureFields.evidence,
} as const satisfies Fields
const followUpTexts = ({ locale }: Asked) => {
  const { which, doneOn, evidence } = texts(locale).followUp
  return { measure: { label: which }, doneOn: { label: doneOn }, evidence: { label: evidence } }
}

async function postFollowUp(asked: Asked, view: CaseView) {
  const { values, problems } = parse(followUpFields, asked.form)
  if (problems.length > 0) return again(422, followUpPage(asked, view, { refused: unread(asked, problems, followUpTexts(asked)) }))
  const outcome = await followUpOn(asked.ctx, view.deviation.id, values.measure, values.doneOn, values.evidence)
  const saved = () => redirect(followsAll(view.parts) ? `/avvik/${view.deviation.id}` : '/oppgaver', texts(asked.locale).followUp.saved)
  return answered(outcome, {
    done: saved,
    nothingChanged: saved,
    refused: async (refusal, status) =>
      again(
        status,
        followUpPage(asked, (await sentCase(asked)) ?? view, { refused: refusedBy(refusal, asked, refusals, followUpTexts(asked)) }),
      ),
  })
}

function followUpPage(asked: Asked, view: CaseView, { refused }: After = {}) {
  const { ctx, locale, form } = asked
  const values = {
    measure: one(form, 'measure') || null,
    doneOn: refused ? one(form, 'doneOn') : localDate(ctx.now),
    evidence: one(form, 'evidence') || null,
  }
  const whole = followsAll(view.parts)
  const points = followUpOf(view.deviation, view.parts, ctx.actor, view.standing)
  const body = <FollowUpPage view={view} points={points} whole={whole} locale={locale} now={ctx.now} values={values} refused={refused} />
  const { title } = texts(locale).followUp
  return whole ? casePage(asked, view, title, body) : page(title, body)
}

async function postReopening(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { values, problems } = parse(reasonFields, form)
  if (problems.length > 0) return again(422, reopenPage(asked, view, { refused: unread(asked, problems, reasonTexts(asked)) }))
  const outcome = await reopenDeviation(ctx, view.deviation.id, versionOf(form), values.reason)
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, texts(locale).closing.reopened),
    refused: async (refusal, status) =>
      again(
        status,
        reopenPage(asked, (await sentCase(asked)) ?? view, { refused: refusedBy(refusal, asked, refusals, reasonTexts(asked)) }),
      ),
  })
}

function reopenPage(asked: Asked, view: CaseView, { refused }: After = {}) {
  const { ctx, locale } = asked
  const body = <ReopenPage view={view} locale={locale} now={ctx.now} refused={refused} />
  return casePage(asked, view, texts(locale).closing.reopen, body)
}

const reasonTexts = ({ locale }: Asked) => ({ reason: { label: texts(locale).closing.reason } })

/** The pages of the memo as it stands, or null before its first word. */
async function memoPreview(material: Material) {
  const begun = Object.keys(memoFields).some((name) => !isEmpty(material.deviation.closing[name as keyof Closing]))
  if (!begun) return null
  const { pages } = await previewPages(caseDocument('memo', material))
  const base = `/avvik/${material.deviation.id}/dokumenter/${slugs.memo}`
  return { pages: pages.map((_, at) => `${base}/${at + 1}.svg`), pdf: `${base}.pdf` }
}

/** What was sent in the case, and those of its own finished documents that are asked for. */
const attachmentsIn = (material: Material, { locale }: Asked, own: readonly (keyof typeof slugs)[] = []): readonly Attachment[] => {
  const kinds: readonly string[] = own
  const attached = attachmentsOf(material)
  const t = paperTexts(locale)
  return material.kept
    .filter((kept) => attached.includes(kept) || kinds.includes(kept.kind))
    .map(({ kind, number, at }) => {
      const known = kind as keyof typeof slugs
      return {
        name: t.editionOf(t.kinds[known], number),
        href: `/avvik/${material.deviation.id}/dokumenter/${slugs[known]}?utgave=${number}`,
        when: formatInstant(at, locale),
      }
    })
}
