import { localDate } from '../../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { showTenths, showWhole } from '../../../../ui/format.ts'
import type { Block, Document } from '../../../documents/public.ts'
import type { Letterhead } from '../../../organisation/public.ts'
import { answerWords } from '../../overview/facet-words.ts'
import { counts, type RegisterLine, type Year } from '../register.ts'
import { statisticsTexts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly year: Year
  readonly before: Year | null
}

/**
 * The annual report (G9, S3-23): number, category, unit, risk, notified, time and affected, drawn from the register and nothing else, so that
 * its sums are the register's. What they mean is for whoever writes it: the last part is left open.
 */
export function annualReport({ language, now, organisation, letterhead, year, before }: Material): Document {
  const t = statisticsTexts(language).annual
  const columns = statisticsTexts(language).register.columns
  const whole = (number: number) => showWhole(number, language)
  const many = year.lines.length
  const table = (heading: string, answers: (line: RegisterLine) => readonly string[], word: (answer: string) => string, lead?: string) => ({
    heading,
    blocks: [
      ...(lead ? [{ kind: 'text' as const, text: lead }] : []),
      {
        kind: 'table',
        caption: '',
        head: [t.answer, t.count],
        rows: counts(year.lines, answers).map(([answer, count]) => [word(answer), whole(count)]),
      } satisfies Block,
    ],
  })
  const told = (one: Year) => (one.timed === 0 ? t.noneTold : t.inTimeOf(whole(one.inTime), whole(one.timed)))
  return {
    kind: 'annualReport',
    language,
    title: t.title(String(year.year)),
    reference: String(year.year),
    referenceIs: 'year',
    organisation,
    letterhead,
    draft: true,
    date: formatDate(localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: columns.cases, value: whole(many) },
      { label: columns.notified, value: whole(year.notified) },
      { label: columns.inTime, value: told(year) },
      ...(before ? [{ label: t.before(String(before.year)), value: whole(before.lines.length) }] : []),
    ],
    sections: [
      { heading: '', blocks: [{ kind: 'text', text: `${many === 1 ? t.basisOne : t.basis(whole(many))} ${t.law}` }] },
      {
        heading: t.figures,
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: columns.closed, value: whole(year.closed) },
              ...(year.imported > 0 ? [{ label: columns.imported, value: whole(year.imported) }] : []),
              { label: columns.informed, value: whole(year.informed) },
              { label: columns.affected, value: year.least === year.most ? whole(year.least) : `${whole(year.least)}–${whole(year.most)}` },
              { label: t.median, value: year.hours === null ? t.notSaid : t.hours(showTenths(year.hours, language)) },
            ],
          },
        ],
      },
      table(
        t.byCategory,
        (line) => line.categories,
        (answer) => answerWords('category', answer, language),
        t.many,
      ),
      table(
        t.byUnit,
        ({ unit }) => [unit ?? t.noUnit],
        (unit) => unit,
      ),
      table(
        t.byLevel,
        ({ level }) => (level === null ? [] : [level]),
        (answer) => answerWords('level', answer, language),
      ),
      table(
        t.byNotified,
        ({ notified }) => [notified],
        (answer) => answerWords('notified', answer, language),
      ),
      { heading: t.own, blocks: [{ kind: 'missing', text: t.ownText }] },
    ],
    signature: null,
  }
}
