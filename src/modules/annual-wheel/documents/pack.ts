import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { cameraTexts } from '../../cameras/public.ts'
import { deviationTexts, reportTexts } from '../../deviation/public.ts'
import type { Block, Row } from '../../documents/public.ts'
import { controlTexts } from '../../internal-control/public.ts'
import { riskTexts } from '../../risks/public.ts'
import { zoneTexts } from '../../zones/public.ts'
import type { AgendaItem, Changed, Pack } from '../annual-wheel.ts'
import { texts } from '../texts.ts'

/** What names the people and the roles of a pack. */
export type Naming = { readonly person: (id: string) => string; readonly role: (role: string) => string }
/** One item of the agenda as it is read: in a few words, and whole. */
export type Drawn = { readonly short: string; readonly blocks: readonly Block[] }

const nothing = (locale: Locale): readonly Block[] => [{ kind: 'text', text: texts(locale).pack.none }]
const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows }]
const said = (choices: Readonly<Record<string, string>>, key: string): string => choices[key] ?? key

/** The ten items, each out of what the registers say: the same on the page, in the papers and in the minutes. */
export const drawnPack = (pack: Pack, naming: Naming, locale: Locale): Readonly<Record<AgendaItem, Drawn>> => ({
  audits: audits(pack, locale),
  deviations: deviations(pack, locale),
  inspections: inspections(pack, locale),
  laws: laws(pack, locale),
  data: changes(pack.processings, locale),
  threats: threats(pack, locale),
  incidents: incidents(pack, locale),
  organisation: organisation(pack, naming, locale),
  buildings: buildings(pack, locale),
  plans: plans(pack, naming, locale),
})

function audits({ audits: all }: Pack, locale: Locale): Drawn {
  const t = texts(locale).pack
  const blocks = all.flatMap((audit): readonly Block[] => {
    const grades = audit.grades.map(({ key, count }) => `${count} ${said(t.grades, key)}`).join(', ')
    const rows: readonly Row[] = [
      { label: t.name, value: audit.name },
      { label: t.date, value: formatDate(audit.heldOn, locale) },
      { label: t.results, value: audit.results ?? t.notReported },
      { label: t.conclusions, value: audit.conclusions ?? t.notReported },
      ...(grades ? [{ label: t.findings, value: `${grades}. ${t.openActions(audit.open)}.` }] : []),
    ]
    return [{ kind: 'facts', rows }]
  })
  return { short: t.audits(all.length), blocks: blocks.length > 0 ? blocks : nothing(locale) }
}

function deviations({ deviations: d }: Pack, locale: Locale): Drawn {
  const t = texts(locale).pack
  const categories: Readonly<Record<string, string>> = reportTexts(locale).fields.categories.choices
  const rows = (['total', 'open', 'closed', 'notified'] as const).map((key) => ({ label: t[key], value: String(d[key]) }))
  return {
    short: t.deviations(d.total),
    blocks: [
      { kind: 'facts', rows },
      { kind: 'note', text: t.allCases },
      ...table(
        t.levels,
        [t.riskLevel, t.count],
        d.levels.map(({ key, count }) => [said(t.level, key), String(count)]),
      ),
      ...table(
        t.categories,
        [t.category, t.count],
        d.categories.map(({ key, count }) => [said(categories, key), String(count)]),
      ),
    ],
  }
}

function inspections({ inspections: all }: Pack, locale: Locale): Drawn {
  const t = texts(locale).pack
  const rows = all.map((one) => [
    one.name,
    [said(t.kinds, one.kind), one.authority].filter(Boolean).join(', '),
    formatDate(one.heldOn, locale),
    [one.result, one.open ? t.openActions(1) : null].filter(Boolean).join(' · ') || '–',
  ])
  const blocks = table(texts(locale).agenda.inspections, [t.name, t.authority, t.date, t.result], rows)
  return { short: t.inspections(all.length), blocks: blocks.length > 0 ? blocks : nothing(locale) }
}

const changedRows = (all: readonly Changed[], locale: Locale) => all.map(({ name, what }) => [name, said(texts(locale).pack.changed, what)])

function laws({ requirements }: Pack, locale: Locale): Drawn {
  const t = texts(locale).pack
  const { choices } = controlTexts(locale).requirements.fields.source
  const changed = table(t.requirementsChanged, [t.name, t.what], changedRows(requirements.changed, locale))
  const inForce = table(
    t.requirements,
    [t.name, t.source, t.measures],
    requirements.inForce.map(({ name, source, measures }) => [name, said(choices, source), measures ? t.yes : t.no]),
  )
  return { short: t.changes(requirements.changed.length), blocks: [...(changed.length > 0 ? changed : nothing(locale)), ...inForce] }
}

function changes(all: readonly Changed[], locale: Locale): Drawn {
  const t = texts(locale).pack
  const blocks = table(texts(locale).agenda.data, [t.name, t.what], changedRows(all, locale))
  return { short: t.changes(all.length), blocks: blocks.length > 0 ? blocks : nothing(locale) }
}

function threats({ risks }: Pack, locale: Locale): Drawn {
  const t = texts(locale).pack
  const { levels, matrix } = riskTexts(locale)
  const all = table(
    texts(locale).agenda.threats,
    [t.risk, t.levels],
    risks.all.map(({ name, high, medium, low }) => [name, matrix.counts(high, medium, low)]),
  )
  const top = table(
    t.top,
    [t.scenario, t.risk, t.riskLevel],
    risks.top.map(({ name, risk, level }) => [name, risk, said(levels, level)]),
  )
  return { short: t.risks(risks.all.length), blocks: all.length > 0 ? [...top, ...all] : nothing(locale) }
}

function incidents({ incidents: all }: Pack, locale: Locale): Drawn {
  const t = texts(locale).pack
  const categories: Readonly<Record<string, string>> = reportTexts(locale).fields.categories.choices
  const { statuses } = deviationTexts(locale)
  const rows = all.map(({ reference, receivedOn, categories: some, status }) => [
    reference,
    formatDate(receivedOn, locale),
    some.map((one) => said(categories, one)).join('; '),
    said(statuses, status),
  ])
  const blocks = table(texts(locale).agenda.incidents, [t.incident, t.date, t.category, t.status], rows)
  return { short: t.incidents(all.length), blocks: blocks.length > 0 ? blocks : nothing(locale) }
}

function organisation({ organisation: { units, roles } }: Pack, { role }: Naming, locale: Locale): Drawn {
  const t = texts(locale).pack
  const blocks = [
    ...table(t.units, [t.name, t.what], changedRows(units, locale)),
    ...table(
      t.roles,
      [t.role, t.given, t.ended],
      roles.map((one) => [role(one.role), String(one.given), String(one.ended)]),
    ),
  ]
  return { short: t.changes(units.length + roles.length), blocks: blocks.length > 0 ? blocks : nothing(locale) }
}

function buildings({ premises }: Pack, locale: Locale): Drawn {
  const t = texts(locale).pack
  if (!premises) return { short: '', blocks: [] }
  const { zones, cameras, zonesChanged, camerasChanged } = premises
  const { choices: protection } = zoneTexts(locale).fields.protection
  const { choices: status } = cameraTexts(locale).fields.status
  const changed = [
    ...table(t.zonesChanged, [t.name, t.what], changedRows(zonesChanged, locale)),
    ...table(
      t.camerasChanged,
      [t.name, t.what, t.status],
      camerasChanged.map((one) => [one.name, said(t.changed, one.what), said(status, one.status)]),
    ),
  ]
  return {
    short: t.changes(zonesChanged.length + camerasChanged.length),
    blocks: [
      ...(changed.length > 0 ? changed : nothing(locale)),
      ...table(
        t.zones,
        [t.protection, t.count],
        zones.map(({ key, count }) => [said(protection, key), String(count)]),
      ),
      ...table(
        t.cameras,
        [t.status, t.count],
        cameras.map(({ key, count }) => [said(status, key), String(count)]),
      ),
    ],
  }
}

function plans({ plans: p }: Pack, { person }: Naming, locale: Locale): Drawn {
  const t = texts(locale).pack
  const rows = (['done', 'planned', 'late'] as const).map((key) => ({ label: t[key], value: String(p[key]) }))
  return {
    short: t.plans(p.done, p.late),
    blocks: [
      { kind: 'facts', rows },
      ...table(
        t.activities,
        [t.name, t.due, t.status],
        p.activities.map(({ name, dueOn, state }) => [name, formatDate(dueOn, locale), texts(locale).wheel.states[state]]),
      ),
      ...table(
        t.earlier,
        [t.name, t.owner, t.due],
        p.decisions.map(({ name, owner, dueOn }) => [name, owner ? person(owner) : '–', formatDate(dueOn, locale)]),
      ),
      ...(p.openFindings > 0 ? [{ kind: 'text' as const, text: t.openFindings(p.openFindings) }] : []),
    ],
  }
}
