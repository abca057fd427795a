import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields } from '../../kernel/fields.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import type { DpoReport } from './annual-wheel.ts'
import { addDpoReport, deliverReport, editDpoReport } from './commands.ts'
import { dpoReportDocument } from './documents/dpo-report.ts'
import { dpoReportRecordFields } from './fields.ts'
import { DpoReportPage, DpoReportsPage } from './pages/dpo-report.tsx'
import { allDpoReports, casesOfReport, findDpoReport } from './queries.ts'
import { dpoCasesFor } from './queries-pack.ts'
import { dpoReportRules, mayReadReviews } from './rules.ts'
import { texts } from './texts.ts'

const at = '/ombudsrapporter'
const shared = {
  at,
  subject: 'dpo_report',
  references: {},
  texts: (locale: 'nb' | 'nn' | 'en') => texts(locale).dpoReports,
  name: 'name',
  find: findDpoReport,
} as const

const pages = registerPages({
  ...shared,
  rules: { ...dpoReportRules, mayEdit: (record, actor) => dpoReportRules.mayEdit(record as DpoReport, actor) },
  add: addDpoReport,
  edit: editDpoReport,
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})
export const versionedReports = versionedIn({ ...shared, fields: dpoReportRecordFields })

const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findDpoReport(ctx, params.id))) || nothing)
const casesNow = async (ctx: Ctx, { id, values }: DpoReport) =>
  (await casesOfReport(ctx, id)) ?? (await dpoCasesFor(ctx, { from: values.periodFrom ?? '', to: values.periodTo ?? '' }))

const drawShow = async ({ ctx, locale }: Asked, report: DpoReport, { refused }: After = {}) =>
  page(
    report.values.name ?? '',
    <DpoReportPage
      report={report}
      cases={await casesNow(ctx, report)}
      mayEdit={dpoReportRules.mayEdit(report, ctx.actor)}
      locale={locale}
      refused={refused}
    />,
    [{ href: at, label: texts(locale).dpoReports.title }],
  )

const overview = async ({ ctx, locale }: Asked): Promise<GetAnswer> =>
  page(
    texts(locale).dpoReports.title,
    <DpoReportsPage reports={await allDpoReports(ctx)} mayAdd={dpoReportRules.mayAdd(ctx.actor)} locale={locale} />,
  )

async function file({ ctx, locale, params }: Asked, report: DpoReport): Promise<GetAnswer> {
  const made = dpoReportDocument({
    ...{ report, language: locale, now: ctx.now },
    cases: await casesNow(ctx, report),
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, locale),
  })
  return params.file?.endsWith('.docx')
    ? download(await renderDocx(made), docxType, 'personvernombudets-rapport.docx')
    : download(renderPdf(made, ctx.now), 'application/pdf', 'personvernombudets-rapport.pdf')
}

const deliver = forReaders(
  postedTo<DpoReport, Fields, DpoReport>({
    fields: {},
    texts: () => texts('nb').dpoReports.fields,
    refusals: (locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).dpoReports.refusals }),
    version: ({ version }) => version,
    reload: async ({ ctx }, before) => (await findDpoReport(ctx, before.id)) ?? before,
    draw: drawShow,
    command: ({ ctx, form }, { id }) => deliverReport(ctx, id, versionOf(form)),
    done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).dpoReports.deliveredSaid),
    unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).dpoReports.deliveredSaid),
  }),
)

export const reportRoutes: readonly Route[] = [
  get(at, mayReadReviews, overview),
  get(`${at}/nytt`, dpoReportRules.mayAdd, pages.blank),
  post(`${at}/nytt`, dpoReportRules.mayAdd, pages.added),
  get(`${at}/:id/:file{rapport\\.(?:pdf|docx)}`, 'signedIn', forReaders(file)),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
  post(`${at}/:id/levering`, dpoReportRules.mayAdd, deliver),
]
