import { record } from '../../../kernel/audit.ts'
import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, type Route } from '../../../kernel/http.ts'
import { isLocale, type Locale } from '../../../kernel/texts.ts'
import { extractTypes } from '../../../register/extract.ts'
import { docxType, renderDocx, renderPdf } from '../../documents/public.ts'
import { letterheadFor, organisationName } from '../../organisation/public.ts'
import { type DeviationEvent, reference } from '../deviation.ts'
import { mayImport } from '../import/routes.tsx'
import { answerWords } from '../overview/facet-words.ts'
import { statusOf } from '../overview/pages/list.tsx'
import { profileOf } from '../queries-profile.ts'
import { annualReport } from './documents/annual-report.ts'
import { RegisterPage } from './pages/register.tsx'
import { registerLines, registerSums } from './queries-register.ts'
import { type RegisterLine, type Year, yearsOf } from './register.ts'
import { mayCount } from './rules.ts'
import { statisticsTexts } from './texts.ts'

export const registerRoutes: readonly Route[] = [
  get('/avvik/register', mayCount, getRegister),
  get('/avvik/register/alle.xlsx', mayCount, getWhole),
  get('/avvik/register/:year/:file', mayCount, getReport),
]

async function getRegister({ ctx, locale }: Asked): Promise<GetAnswer> {
  return page(
    statisticsTexts(locale).register.title,
    <RegisterPage years={await registerSums(ctx)} freeText={await hasFreeText(ctx)} mayImport={mayImport(ctx.actor)} locale={locale} />,
  )
}

/** One sheet a year, one line a case (S3-23). A text is a text cell whatever it begins with. */
async function getWhole({ ctx, locale }: Asked): Promise<GetAnswer> {
  const years = yearsOf(await registerLines(ctx))
  const t = statisticsTexts(locale).register
  const freeText = await hasFreeText(ctx)
  const sheets = years.map((year) => sheetOf(year, freeText, locale))
  const empty = { name: t.title, rows: [[t.none]] }
  const { writeXlsx } = await import('hucre/xlsx')
  const content = await writeXlsx({ sheets: sheets.length === 0 ? [empty] : sheets })
  await taken(freeText ? 'xlsx:tekst' : 'xlsx', { ctx })
  return download(content, extractTypes.xlsx, `${t.file}.xlsx`)
}

const hasFreeText = async (ctx: Ctx): Promise<boolean> => (await profileOf(ctx)).deviation.freeTextInFile

function sheetOf({ year, lines }: Year, freeText: boolean, locale: Locale) {
  const { line: t } = statisticsTexts(locale).register
  const day = (at: Date | null) => at && formatShort(at, locale)
  const cells = (line: RegisterLine) => [
    reference(line),
    statusOf(line, locale),
    line.unit,
    line.categories.map((one) => answerWords('category', one, locale)).join(', '),
    line.level && answerWords('level', line.level, locale),
    answerWords('notified', line.notified, locale),
    day(line.subjectsInformedAt),
    line.hours === null ? null : Math.round(line.hours * 10) / 10,
    line.least,
    line.most,
    day(line.receivedAt),
    day(line.closedAt),
    ...(freeText ? [line.shortName, line.whatHappened] : []),
  ]
  const fixed = [t.case, t.status, t.unit, t.categories, t.level, t.notified, t.informed, t.hours, t.least, t.most, t.received, t.closed]
  const head = freeText ? [...fixed, t.shortName, t.whatHappened] : fixed
  return { name: String(year), rows: [head, ...lines.map(cells)], columns: head.map(() => ({ width: 22 })), freezePane: { rows: 1 } }
}

/** `nn.pdf`: the annual report of a year, in the language asked for. Written to be filled in, so as DOCX too. */
async function getReport({ ctx, params }: Asked): Promise<GetAnswer> {
  const [, language, form] = /^([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  if (!isLocale(language) || !/^[0-9]{4}$/.test(params.year ?? '')) return nothing
  const wanted = Number(params.year)
  const [year] = yearsOf(await registerLines(ctx, wanted))
  if (!year) return nothing
  const made = annualReport({
    language,
    now: ctx.now,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    year,
    before: yearsOf(await registerLines(ctx, wanted - 1))[0] ?? null,
  })
  await taken(`${form}:${wanted}`, { ctx })
  const name = `${statisticsTexts(language).annual.file}-${wanted}-${language}.${form}`
  return form === 'docx' ? download(await renderDocx(made), docxType, name) : download(renderPdf(made, ctx.now), 'application/pdf', name)
}

const taken = (form: string, { ctx }: Pick<Asked, 'ctx'>) => {
  const event: DeviationEvent = { type: 'deviation.figuresTaken', form, filters: [], forOthers: false }
  return record(ctx, { type: 'deviation', id: null }, [event])
}
