import { localDate, parseDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { type Asked, download, type GetAnswer, get, one, type PostAnswer, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, answered } from '../../kernel/road.ts'
import { type After, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { renderPdf } from '../documents/public.ts'
import { auditRules, controlTexts, mayCoordinate } from '../internal-control/public.ts'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { beginReviews, remindOwners } from './commands.ts'
import { SystemsPage, systemStates } from './pages/systems.tsx'
import { WheelPage } from './pages/wheel.tsx'
import { systemLines } from './queries.ts'
import { wheelEntries } from './queries-wheel.ts'
import { reportRoutes } from './routes-reports.tsx'
import { reviewRoutes } from './routes-reviews.tsx'
import { mayReadReviews, maySeeYear, systemState } from './rules.ts'
import { texts } from './texts.ts'
import { missingKinds } from './wheel.ts'

async function wheel({ ctx, locale, query }: Asked): Promise<GetAnswer> {
  const today = localDate(ctx.now)
  const asked = query.get('ar') ?? ''
  const year = /^20\d\d$/.test(asked) ? Number(asked) : Number(today.slice(0, 4))
  const isNow = today.startsWith(String(year))
  const entries = await wheelEntries(ctx, { from: `${year}-01-01`, to: `${year}-12-31` })
  const c = controlTexts(locale)
  const t = texts(locale)
  const links = [
    ...(mayReadReviews(ctx.actor)
      ? [
          { href: '/ledelsens-gjennomgang', label: t.reviews.title },
          { href: '/ledelsesvedtak', label: t.decisions.title },
        ]
      : []),
    { href: '/systemgjennomganger', label: t.systems.title },
    { href: '/revisjoner', label: c.audits.title },
    { href: '/revisjonsfunn', label: c.findings.title },
    { href: '/tilsyn', label: c.inspections.title },
    { href: '/krav', label: c.requirements.title },
    { href: '/styringsdokumenter', label: c.documents.title },
    { href: '/sikkerhetsmal', label: c.objectives.title },
    { href: '/ovelser', label: c.exercises.title },
    { href: '/aktiviteter', label: c.activities.title },
    { href: '/enhetsmoter', label: c.meetings.title },
    { href: '/enhetsmoter/oversikt', label: c.meetings.overview },
    ...(mayReadReviews(ctx.actor) ? [{ href: '/ombudsrapporter', label: t.dpoReports.title }] : []),
  ]
  return page(
    `${t.title} ${year}`,
    <WheelPage
      year={year}
      thisMonth={isNow ? Number(today.slice(5, 7)) : null}
      entries={entries}
      missing={missingKinds(entries)}
      may={{ add: mayCoordinate(ctx.actor), audit: auditRules.mayAdd(ctx.actor) }}
      links={links}
      locale={locale}
    />,
  )
}

const at = '/systemgjennomganger'
async function systems(asked: Asked, { refused }: After = {}) {
  const { ctx, locale, query } = asked
  const lines = await systemLines(ctx)
  return page(
    texts(locale).systems.title,
    <SystemsPage
      lines={lines}
      only={systemStates.find((state) => state === query.get('status')) ?? null}
      names={await personsById(ctx, [...new Set(lines.flatMap(({ owner }) => owner ?? []))])}
      coordinates={mayCoordinate(ctx.actor)}
      now={ctx.now}
      locale={locale}
      refused={refused}
    />,
    [{ href: '/arshjul', label: texts(locale).title }],
  )
}

const remind =
  (only: (asked: Asked) => string | null) =>
  async (asked: Asked): Promise<PostAnswer> => {
    const t = texts(asked.locale).systems
    return answered(await remindOwners(asked.ctx, only(asked)), {
      done: (systems) => redirect(at, t.reminded(systems)),
      nothingChanged: () => redirect(at, t.nothing),
      refused: () => redirect(at, t.nothing),
    })
  }

async function begin(asked: Asked): Promise<PostAnswer> {
  const { ctx, locale, form } = asked
  const t = texts(locale).systems
  const read = parseDate(one(form, 'dueOn'))
  const outcome = read.ok ? await beginReviews(ctx, read.date) : ({ ok: false, why: 'missingDay', fields: ['dueOn'] } as const)
  const words = { ...uiTexts(locale).refusals, dueBefore: t.dueBefore, missingDay: uiTexts(locale).problems.missing }
  return answered(outcome, {
    done: (count) => redirect(at, t.begun(count)),
    nothingChanged: () => redirect(at, t.nothing),
    refused: async (refusal, status) =>
      again(status, await systems(asked, { refused: refusedBy(refusal, asked, () => words, { dueOn: t.dueOn }) })),
  })
}

/** How every system in use stands with its review, as a document (S4-171). */
async function report({ ctx, locale }: Asked): Promise<GetAnswer> {
  const t = texts(locale).systems
  const today = localDate(ctx.now)
  const lines = await systemLines(ctx)
  const names = await personsById(ctx, [...new Set(lines.flatMap(({ owner }) => owner ?? []))])
  const made = {
    kind: 'systemReviews',
    language: locale,
    title: t.title,
    reference: texts(locale).title,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, locale),
    draft: false,
    date: formatDate(today, locale),
    accessCode: null,
    recipient: null,
    summary: systemStates.map((state) => ({
      label: t.states[state],
      value: String(lines.filter((line) => systemState(line, today) === state).length),
    })),
    sections: [
      {
        heading: t.title,
        blocks: [
          {
            kind: 'table' as const,
            caption: t.title,
            head: [t.system, t.owner, t.held, t.due, t.status],
            rows: lines.map((line) => [
              line.name,
              (line.owner && names.get(line.owner)?.name) || t.nobody,
              line.heldOn ? formatDate(line.heldOn, locale) : t.never,
              line.dueOn ? formatDate(line.dueOn, locale) : '–',
              t.states[systemState(line, today)],
            ]),
          },
        ],
      },
    ],
    signature: null,
  }
  return download(renderPdf(made, ctx.now), 'application/pdf', 'gjennomgang-av-systemer.pdf')
}

export const routes: readonly Route[] = [
  get('/arshjul', maySeeYear, wheel),
  get(at, maySeeYear, systems),
  get(`${at}/rapport.pdf`, maySeeYear, report),
  post(
    `${at}/paminnelse`,
    mayCoordinate,
    remind(() => null),
  ),
  post(`${at}/start`, mayCoordinate, begin),
  post(
    `${at}/:id/paminnelse`,
    mayCoordinate,
    remind(({ params }) => (isId(params.id) ? params.id : 'none')),
  ),
  ...reviewRoutes,
  ...reportRoutes,
]
