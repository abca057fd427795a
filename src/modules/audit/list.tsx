import { type RawBuilder, sql } from 'kysely'
import { type Actor, hasRole, roles } from '../../kernel/actor.ts'
import { endOfDay, startOfDay } from '../../kernel/calendar/calendar.ts'
import { formatShort } from '../../kernel/calendar/words.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Asked } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type List, type ListTexts, viewAddress, viewOf } from '../../register/view.ts'
import { profileOf } from '../organisation/public.ts'
import { personFilter, personsById, titleOf } from '../people/public.ts'
import type { LogKinds, Subjects, TimelineEntry } from './audit.ts'
import { Narrowing } from './pages/log.tsx'
import { texts } from './texts.ts'

type LogRow = TimelineEntry & {
  readonly who: string
  /** In words, whichever module wrote it. */
  readonly what: string
  /** What people know the record by. */
  readonly number: string | undefined
}

/** A part of the log with an address of its own: which lines stand in it, of the events `e`. */
export type OwnLog = {
  readonly at: `/${string}`
  readonly seen: (ctx: Ctx) => RawBuilder<boolean>
  readonly texts: (locale: Locale) => ListTexts
}

/** Whoever reads all of it. The others read of attempts: what is written of signing in, and what was refused. */
export const readsAll = (actor: Actor): boolean => hasRole(actor, 'auditor', 'admin')
const attempts = ['innlogging', 'avvist'] as const

/** What records are numbered by, as people write it. */
const numbered = /^\d{4}\s?[-/]\s?\d{1,6}$/

/**
 * The whole log: it holds no case's content, and that it is read is a line of its own. Names become ids, and what means nothing stands
 * sealed: nothing that was written in the filter stands in an address.
 */
export function logList(subjects: Subjects<Ctx>, kinds: LogKinds, own?: OwnLog): List<LogRow> {
  const idsOf = async (written: string, ctx: Ctx) => (isId(written) ? [written] : await subjects.idsOf(ctx, written))
  const only = (filters: Readonly<Record<string, string>>) => viewAddress(list, viewOf(list, filters))
  const readBy = (actor: Actor) =>
    readsAll(actor) ? sql<boolean>`true` : sql<boolean>`e.type = any(${attempts.flatMap((kind) => [...kinds.typesOf(kind)])}::text[])`
  const list: List<LogRow> = {
    at: own?.at ?? '/logg',
    subject: 'audit',
    logged: { when: 'always', type: 'audit.searched' },
    exported: { type: 'audit.exported' },
    rows: (ctx) => ({
      table: 'audit_event',
      as: 'e',
      seen: sql`e.organisation_id = ${ctx.actor.organisationId} and ${own?.seen(ctx) ?? readBy(ctx.actor)}`,
      select: sql`e.id, e.at, e.actor_id as "actorId", e.actor_kind as "actorKind", e.subject_type as "subjectType",
        e.subject_id as "subjectId", e.type, e.data`,
    }),
    dressed: (asked, rows) => dressed(asked, rows, subjects),
    columns: {
      at: {
        label: (locale) => texts(locale).columns.at,
        cell: ({ at }, { locale }) => formatShort(at, locale),
        plain: ({ at }) => at.toISOString(),
        figures: true,
      },
      what: { label: (locale) => texts(locale).columns.what, cell: ({ what }) => what },
      who: {
        label: (locale) => texts(locale).columns.who,
        cell: ({ who, actorId }, { locale }) => <Narrowing href={actorId && only({ persons: actorId })} what={who} locale={locale} />,
        plain: ({ who }) => who,
      },
      subject: {
        label: (locale) => texts(locale).columns.subject,
        cell: (row, { locale }) => (
          <Narrowing
            href={row.subjectId && only({ subject: row.number ?? row.subjectId })}
            what={subjectOf(row, kinds, locale)}
            locale={locale}
          />
        ),
        plain: (row, { locale }) => subjectOf(row, kinds, locale),
      },
      actorKind: { label: (locale) => texts(locale).columns.actorKind, cell: ({ actorKind }) => actorKind },
      type: { label: (locale) => texts(locale).columns.type, cell: ({ type }) => type },
      id: { label: (locale) => texts(locale).columns.id, cell: ({ subjectId }) => subjectId },
      data: { label: (locale) => texts(locale).columns.data, cell: ({ data }) => JSON.stringify(data) },
    },
    heading: 'what',
    begins: ['what', 'who', 'subject'],
    filters: {
      from: {
        kind: 'day',
        key: 'fra',
        label: (locale) => texts(locale).filter.from,
        // Days are whole days in Oslo.
        where: (day) => sql`e.at >= ${startOfDay(day)}`,
      },
      to: {
        kind: 'day',
        key: 'til',
        label: (locale) => texts(locale).filter.to,
        where: (day) => sql`e.at < ${endOfDay(day)}`,
      },
      kind: {
        kind: 'choice',
        key: 'hendelse',
        label: (locale) => texts(locale).filter.kind,
        any: (locale) => texts(locale).filter.anyKind,
        is: (value) => kinds.typesOf(value).length > 0,
        options: ({ locale }) => kinds.groups(locale),
        where: (kind) => sql`e.type = any(${[...kinds.typesOf(kind)]}::text[])`,
      },
      subject: {
        kind: 'words',
        key: 'gjelder',
        label: (locale) => texts(locale).filter.subject,
        is: (value) => isId(value) || numbered.test(value),
        meant: async (written, ctx) => ((await idsOf(written, ctx)).length > 0 ? written : null),
        shown: async (value) => value,
        where: async (written, ctx) => sql`e.subject_id = any(${[...(await idsOf(written, ctx))]}::uuid[])`,
      },
      persons: personFilter('person', (locale) => texts(locale).filter.person, sql`e.actor_id`),
    },
    sorts: { at: ['at'] },
    opensBy: () => ({ sort: 'at', falling: true }),
    texts: own?.texts ?? texts,
  }
  return list
}

/** Several questions for a page: who, in which record, and what an event of a person's role is told by. */
async function dressed({ ctx, locale }: Asked, entries: readonly TimelineEntry[], subjects: Subjects<Ctx>): Promise<readonly LogRow[]> {
  const named = entries.flatMap((entry) => [entry.actorId, isOfRole(entry) ? entry.subjectId : null]).filter((id) => id !== null)
  const known = await personsById(ctx, [...new Set(named)])
  const numbers = await subjects.numbersOf(ctx, [...new Set(entries.flatMap(({ subjectId }) => subjectId ?? []))])
  const profile = await profileOf(ctx)
  const { actors } = texts(locale)
  return entries.map((entry) => {
    const role = isOfRole(entry) && roles.find((one) => one === entry.data.role)
    const whom = entry.subjectId ? known.get(entry.subjectId)?.name : undefined
    const data = role ? { ...entry.data, title: titleOf(profile, role, locale), whom } : entry.data
    return {
      ...entry,
      who: entry.actorKind === 'person' ? ((entry.actorId && known.get(entry.actorId)?.name) ?? actors.gone) : actors[entry.actorKind],
      what: ctx.house.sentence({ type: entry.type, data }, locale),
      number: numbers.get(entry.subjectId ?? ''),
    }
  })
}

const isOfRole = ({ subjectType, data }: Pick<TimelineEntry, 'subjectType' | 'data'>) => subjectType === 'person' && 'role' in data

const subjectOf = ({ subjectType, number }: LogRow, kinds: LogKinds, locale: Locale): string =>
  [texts(locale).subjects[subjectType] ?? partOf(subjectType, kinds, locale) ?? subjectType, number].filter(Boolean).join(' ')

/** A record without a word of its own here is called what its part of the log is: where most of its events stand. */
function partOf(subjectType: string, kinds: LogKinds, locale: Locale): string | undefined {
  const own = (kind: string) => kinds.typesOf(kind).filter((type) => type.startsWith(`${subjectType}.`)).length
  const parts = kinds.groups(locale).flatMap(({ options }) => options.map(({ value, label }) => ({ label, events: own(value) })))
  return parts.filter(({ events }) => events > 0).toSorted((a, b) => b.events - a.events)[0]?.label
}
