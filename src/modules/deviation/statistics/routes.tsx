import { record } from '../../../kernel/audit.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, type Route } from '../../../kernel/http.ts'
import { extracted, extractTypes } from '../../../register/extract.ts'
import { unitOptions, units } from '../../people/public.ts'
import type { DeviationEvent } from '../deviation.ts'
import { usedFilters } from '../overview/worklist.ts'
import { profileOf } from '../queries-profile.ts'
import { texts } from '../texts.ts'
import { StatisticsPage } from './pages/statistics.tsx'
import { countDeviations } from './queries.ts'
import { registerRoutes } from './routes-register.tsx'
import { mayCount, readCounted } from './rules.ts'
import { fileRows, tablesOf } from './tables.ts'
import { statisticsTexts } from './texts.ts'

export const routes: readonly Route[] = [
  ...registerRoutes,
  get('/avvik/statistikk', mayCount, getStatistics),
  get('/avvik/statistikk/:form', mayCount, (asked) => getFile(asked, false)),
  get('/avvik/statistikk/:form/deling', mayCount, (asked) => getFile(asked, true)),
]

async function getStatistics({ ctx, locale, query }: Asked): Promise<GetAnswer> {
  const filter = readCounted(query, ctx.now)
  const counted = await countDeviations(ctx, filter)
  const all = await units(ctx)
  const { caseTypes } = (await profileOf(ctx)).deviation
  const choices = {
    units: unitOptions(all),
    caseTypes: caseTypes.map((type) => ({ value: type, label: texts(locale).caseTypes[type] })),
  }
  const tables = tablesOf(counted, filter, all, ctx.now, locale)
  const { title } = statisticsTexts(locale)
  return page(title, <StatisticsPage {...{ counted, filter, tables, choices, now: ctx.now, locale }} />)
}

/** Codes in words, names of units and numbers: nothing that somebody wrote (S3-11). What was taken is written down, and how it was narrowed. */
async function getFile({ ctx, locale, query, params }: Asked, forOthers: boolean): Promise<GetAnswer> {
  const form = (['xlsx', 'csv'] as const).find((known) => known === params.form)
  if (!form) return nothing
  const filter = readCounted(query, ctx.now)
  const counted = await countDeviations(ctx, filter)
  const rows = fileRows(tablesOf(counted, filter, await units(ctx), ctx.now, locale), counted.all, forOthers, locale)
  const { title, columns, files } = statisticsTexts(locale)
  const labels = [files.table, files.under, columns.answer, columns.count, columns.hours, files.least, files.most, files.unknown]
  const content = await extracted(form, {
    title,
    columns: labels.map((label) => ({ key: label, label })),
    rows: (async function* () {
      yield* rows
    })(),
  })
  const event: DeviationEvent = { type: 'deviation.figuresTaken', form, filters: usedFilters(filter), forOthers }
  await record(ctx, { type: 'deviation', id: null }, [event])
  return download(content, extractTypes[form], `${files.name}.${form}`)
}
