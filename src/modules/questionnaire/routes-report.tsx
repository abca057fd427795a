import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { isLocale } from '../../kernel/texts.ts'
import { type Extract, extracted, extractTypes } from '../../register/extract.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import { noteReport } from './commands.ts'
import { reportDocument } from './documents/report.ts'
import { aboutSheet, actionSheet, type Sheet, unitSheet } from './documents/sheets.ts'
import { figuresOf } from './figures.ts'
import { ReportPage } from './pages/report.tsx'
import { mayReadReport } from './permissions.ts'
import { findCampaign, roundBefore, roundOf } from './queries.ts'
import type { Campaign } from './questionnaire.ts'
import { at } from './routes-answering.tsx'
import { texts } from './texts.ts'

const forReaders = door(async ({ ctx, params }: Asked): Promise<Campaign | typeof nothing> => {
  const campaign = isId(params.id) ? await findCampaign(ctx, params.id) : undefined
  return campaign && campaign.status !== 'planned' ? campaign : nothing
})

async function drawReport({ ctx, locale, query }: Asked, campaign: Campaign): Promise<GetAnswer> {
  const round = await roundOf(ctx, campaign, true)
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
  const round = await roundOf(ctx, campaign, true)
  const figures = figuresOf(round, await roundBefore(ctx, campaign), null, localDate(ctx.now))
  const name = `internkontroll-${campaign.values.year}-${language}.${ending}`
  await noteReport(ctx, campaign.id)
  if (ending === 'csv') return download(await extracted('csv', lined(unitSheet(round, language))), extractTypes.csv, name)
  if (ending === 'xlsx') {
    const about = aboutSheet(round, figures, language)
    const sheets = [unitSheet(round, language), actionSheet(round, figures, language), ...(about ? [about] : [])]
    const { writeXlsx } = await import('hucre/xlsx')
    return download(await writeXlsx({ sheets: sheets.map(drawn) }), extractTypes.xlsx, name)
  }
  const made = reportDocument({
    language,
    now: ctx.now,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    round,
    figures,
  })
  return ending === 'docx' ? download(await renderDocx(made), docxType, name) : download(renderPdf(made, ctx.now), 'application/pdf', name)
}

/** A sheet of a workbook: its first line stays in sight. Text is a text cell whatever it begins with. */
const drawn = ({ name, columns, rows }: Sheet) => ({
  name: name.slice(0, 31),
  rows: [columns.map(({ label }) => label), ...rows.map((row) => [...row])],
  columns: columns.map((_, at) => ({ width: at === 0 ? 40 : 24 })),
  freezePane: { rows: 1 },
})

/** A file of commas has one table: the units. */
const lined = ({ name, columns, rows }: Sheet): Extract => ({
  title: name,
  columns,
  rows: (async function* () {
    yield* rows
  })(),
})

export const reportRoutes: readonly Route[] = [
  get(`${at}/:id/rapport`, mayReadReport, forReaders(drawReport)),
  get(`${at}/:id/:file{rapport-[a-z]+\\.(?:pdf|docx|xlsx|csv)}`, mayReadReport, forReaders(file)),
]
