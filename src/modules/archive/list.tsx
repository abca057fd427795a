import { sql } from 'kysely'
import { formatShort } from '../../kernel/calendar/words.ts'
import { documentClasses } from '../../kernel/documented.ts'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextLink } from '../../ui/page.tsx'
import { kindName } from '../documents/public.ts'
import { unitReference } from '../people/public.ts'
import { type Documenteds, type DocumentRow, states } from './archive.ts'
import { called } from './called.ts'
import { StateTag } from './pages/words.tsx'
import { named, rowsSeen } from './queries.ts'
import { mayFile } from './rules.ts'
import { texts } from './texts.ts'

/** The register of documents: the modules' own, as far as whoever reads may open them (S0-13). */
export const documentList = (all: Documenteds): List<DocumentRow> => ({
  at: '/arkiv',
  subject: 'archive',
  exported: { type: 'archive.exported' },
  rows: rowsSeen(all),
  dressed: ({ ctx }, rows) => named(ctx, rows),
  columns: {
    title: {
      label: (locale) => texts(locale).columns.title,
      cell: ({ id, kind, title }, { locale }) => <TextLink href={`/arkiv/dokumenter/${id}`}>{called(kind, title, locale)}</TextLink>,
      plain: ({ kind, title }, { locale }) => called(kind, title, locale),
    },
    class: { label: (locale) => texts(locale).columns.class, cell: (row, { locale }) => texts(locale).classes[row.class] },
    madeAt: {
      label: (locale) => texts(locale).columns.madeAt,
      cell: ({ made_at }, { locale }) => formatShort(made_at, locale),
      plain: ({ made_at }) => made_at.toISOString(),
      figures: true,
    },
    edition: {
      label: (locale) => texts(locale).columns.edition,
      cell: ({ edition }) => edition,
      plain: ({ edition }) => edition,
      figures: true,
    },
    state: {
      label: (locale) => texts(locale).columns.state,
      cell: ({ state, reference }, { locale }) => (state === 'filed' ? reference : <StateTag state={state} locale={locale} />),
      plain: ({ state, reference }, { locale }) => (state === 'filed' ? reference : texts(locale).states[state]),
    },
    unit: {
      label: (locale) => texts(locale).columns.unit,
      cell: ({ unit_id }, { offers }) => offers.unit?.choices.find(({ id }) => id === unit_id)?.name ?? null,
      names: { reference: unitReference, id: ({ unit_id }) => unit_id },
    },
  },
  begins: ['class', 'madeAt', 'edition', 'state'],
  filters: {
    class: {
      kind: 'choice',
      key: 'klasse',
      label: (locale) => texts(locale).columns.class,
      is: (value) => documentClasses.some((one) => one === value),
      options: ({ locale }) => documentClasses.map((value) => ({ value, label: texts(locale).classes[value] })),
      where: (value) => sql`d.class = ${value}`,
    },
    state: {
      kind: 'choice',
      key: 'arkiv',
      label: (locale) => texts(locale).columns.state,
      is: (value) => states.some((one) => one === value),
      options: ({ locale }) => states.map((value) => ({ value, label: texts(locale).states[value] })),
      where: (value) => sql`d.state = ${value}`,
    },
    kind: {
      kind: 'choice',
      key: 'type',
      label: (locale) => texts(locale).columns.kind,
      is: (value) => kindsOf(all).includes(value),
      options: ({ locale }) => kindsOf(all).map((value) => ({ value, label: kindName(value, locale) ?? value })),
      where: (value) => sql`d.kind = ${value}`,
    },
    from: { kind: 'day', key: 'fra', label: (locale) => texts(locale).columns.from, where: (day) => sql`d.made_at >= ${day}::date` },
    to: { kind: 'day', key: 'til', label: (locale) => texts(locale).columns.to, where: (day) => sql`d.made_at < ${day}::date + 1` },
  },
  sorts: { madeAt: ['made_at'] },
  opensBy: () => ({ sort: 'madeAt', falling: true }),
  views: [
    { label: (locale) => texts(locale).views.missing, filters: { state: 'missing' } },
    { label: (locale) => texts(locale).views.sent, filters: { state: 'sent' } },
  ],
  texts: (locale) => texts(locale).list,
  actions: ({ ctx, locale }) => (
    <>
      {mayFile(ctx.actor) && (
        <LinkButton href="/arkiv/pakker/ny" icon="plus">
          {texts(locale).package.make}
        </LinkButton>
      )}
      <LinkButton href="/arkiv/pakker" variant="secondary">
        {texts(locale).package.title}
      </LinkButton>
      <LinkButton href="/arkiv/etterlevelse" variant="secondary">
        {texts(locale).compliance.title}
      </LinkButton>
    </>
  ),
})

const kindsOf = (all: Documenteds): readonly string[] => [...new Set(all.all().flatMap(([, { kinds }]) => Object.keys(kinds)))]
