import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import { type Extract, extracted, extractTypes } from '../../register/extract.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import { noteReport } from './commands.ts'
import { numbered, optionOf } from './content.ts'
import { reportDocument } from './documents/report.ts'
import { figuresOf } from './figures.ts'
import { ReportPage } from './pages/report.tsx'
import { mayReadReport } from './permissions.ts'
import { findCampaign, type Round, roundBefore, roundOf } from './queries.ts'
import type { Campaign } from './questionnaire.ts'
import { at } from './routes-answering.tsx'
import { coverageOf } from './score.ts'
import { texts } from './texts.ts'

const forReaders = door(async ({ ctx, params }: Asked): Promise<Campaign | typeof nothing> => {
  const campaign = isId(params.id) ? await findCampaign(ctx, params.id) : undefined
  return campaign && campaign.status !== 'planned' ? campaign : nothing
})

async function drawReport({ ctx, locale, query }: Asked, campaign: Campaign): Promise<GetAnswer> {
  const round = await roundOf(ctx, campaign)
  const before = await roundBefore(ctx, campaign)
  const wanted = query.get('under')
  const under = round.units.find(({ id }) => id === wanted) ?? null
  if (wanted !== null && !under) return nothing
  return page(
    `${texts(locale).report.title}: ${campaign.values.name}`,
    <ReportPage
      round={round}
      under={under}
      figures={figuresOf(round, before, under?.id ?? null, localDate(ctx.now))}
      now={ctx.now}
      locale={locale}
    />,
    [
      { href: at, label: texts(locale).title },
      { href: `${at}/${campaign.id}`, label: campaign.values.name ?? '' },
    ],
  )
}

/** `rapport-nn.pdf`: the language of its reader. What is taken out is in the log. */
async function file({ ctx, params }: Asked, campaign: Campaign): Promise<GetAnswer> {
  const [, language, ending] = /^rapport-([a-z]+)\.(pdf|docx|xlsx|csv)$/.exec(params.file ?? '') ?? []
  if (!isLocale(language)) return nothing
  const round = await roundOf(ctx, campaign)
  const name = `internkontroll-${campaign.values.year}-${language}.${ending}`
  await noteReport(ctx, campaign.id)
  if (ending === 'xlsx' || ending === 'csv') return download(await extracted(ending, sheetOf(round, language)), extractTypes[ending], name)
  const made = reportDocument({
    language,
    now: ctx.now,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    round,
    figures: figuresOf(round, await roundBefore(ctx, campaign), null, localDate(ctx.now)),
  })
  return ending === 'docx' ? download(await renderDocx(made), docxType, name) : download(renderPdf(made, ctx.now), 'application/pdf', name)
}

/** One line a unit, one column a question: what each answered, and how much of it is covered. */
function sheetOf({ campaign, content, units, answers }: Round, language: Locale): Extract {
  const t = texts(language)
  const all = numbered(content)
  async function* rows() {
    for (const unit of units) {
      const sent = unit.status === 'sent' ? (answers.get(unit.id) ?? new Map()) : null
      const coverage = sent ? coverageOf(content, sent) : null
      yield [
        unit.name,
        sent ? t.statuses.sent : t.statuses.waiting,
        unit.dueOn,
        coverage === null ? null : Math.round(coverage * 100),
        ...all.map((question) => optionOf(content, question, sent?.get(question.key)?.option ?? null)?.label[language] ?? null),
      ]
    }
  }
  return {
    title: campaign.values.name ?? t.title,
    columns: [
      { key: 'unit', label: t.report.columns.unit },
      { key: 'state', label: t.report.columns.state },
      { key: 'due', label: t.report.columns.due },
      { key: 'coverage', label: `${t.report.columns.share} %` },
      ...all.map(({ key, number, text }) => ({ key, label: `${number} ${text[language]}` })),
    ],
    rows: rows(),
  }
}

export const reportRoutes: readonly Route[] = [
  get(`${at}/:id/rapport`, mayReadReport, forReaders(drawReport)),
  get(`${at}/:id/:file{rapport-[a-z]+\\.(?:pdf|docx|xlsx|csv)}`, mayReadReport, forReaders(file)),
]
