import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { List } from '../../register/view.ts'
import { TextLink } from '../../ui/page.tsx'
import { nameIn } from '../../ui/reference-field.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { profileOf } from '../organisation/public.ts'
import { personReference, titleOf, unitChoices, unitReference } from '../people/public.ts'
import { type ActionLine, type Planned, type State, states } from './action-plan.ts'
import { inUnit, rowsOf } from './queries.ts'
import { texts } from './texts.ts'

type Read = ActionLine & { readonly role: Role | null; readonly words: string | null }
const tones: Readonly<Record<State, 'neutral' | 'danger' | 'success'>> = { open: 'neutral', late: 'danger', done: 'success' }
/** By their words in the address. */
const stateKeys: Readonly<Record<State, string>> = { open: 'ikke-gjort', late: 'over-fristen', done: 'gjort' }
const stateOf = (value: string) => states.find((one) => stateKeys[one] === value)
const day = (on: string | null, locale: Locale) => (on === null ? null : formatDate(on, locale))

/** One plan over all registers. A file says which case a measure of a deviation is of, and not what it says (S3-11). */
export const listOf = (planned: Planned): List<ActionLine> => {
  const sourceOf = ({ source }: ActionLine) => planned().find(({ key }) => key === source)
  return {
    at: '/tiltaksplan',
    subject: 'action_plan',
    logged: { when: 'narrowed', type: 'actionPlan.listed' },
    exported: { type: 'actionPlan.exported' },
    rows: (ctx) => rowsOf(ctx, planned),
    dressed: async ({ ctx, locale }, rows) => {
      const profile = await profileOf(ctx)
      return (rows as readonly Read[]).map((row) => ({ ...row, instead: row.role ? titleOf(profile, row.role, locale) : row.words }))
    },
    columns: {
      what: {
        label: (locale) => texts(locale).columns.what,
        cell: ({ what, about, href }) => <TextLink href={href}>{what ?? about}</TextLink>,
        plain: (row, { locale }) => (sourceOf(row)?.quiet ? texts(locale).inRecord : (row.what ?? row.about)),
      },
      about: { label: (locale) => texts(locale).columns.about, cell: ({ about }) => about },
      source: {
        label: (locale) => texts(locale).columns.source,
        cell: (row, { locale }) => sourceOf(row)?.label(locale) ?? row.source,
      },
      owner: {
        label: (locale) => texts(locale).columns.owner,
        cell: ({ owner, instead }, { offers, locale }) =>
          owner === null ? (instead ?? <span className="v-soft">{texts(locale).nobody}</span>) : nameIn(offers.owner, owner, locale),
        plain: ({ owner, instead }, { offers, locale }) => (owner === null ? instead : nameIn(offers.owner, owner, locale)),
        names: { reference: personReference, id: ({ owner }) => owner },
      },
      unit: {
        label: (locale) => texts(locale).columns.unit,
        cell: ({ unit }, { offers, locale }) => unit && nameIn(offers.unit, unit, locale),
        names: { reference: unitReference, id: ({ unit }) => unit },
      },
      due: {
        label: (locale) => texts(locale).columns.due,
        cell: ({ dueOn }, { locale }) => day(dueOn, locale) ?? <span className="v-soft">{texts(locale).noDay}</span>,
        plain: ({ dueOn }, { locale }) => day(dueOn, locale),
        figures: true,
      },
      state: {
        label: (locale) => texts(locale).columns.state,
        cell: ({ state }, { locale }) => (
          <StatusTag tone={tones[state]} done={state === 'done'}>
            {texts(locale).states[state]}
          </StatusTag>
        ),
        plain: ({ state }, { locale }) => texts(locale).states[state],
      },
      decidedBy: {
        label: (locale) => texts(locale).columns.decidedBy,
        cell: ({ decidedBy }, { offers, locale }) => decidedBy && nameIn(offers.decidedBy, decidedBy, locale),
        names: { reference: personReference, id: ({ decidedBy }) => decidedBy },
      },
      decidedOn: {
        label: (locale) => texts(locale).columns.decidedOn,
        cell: ({ decidedOn }, { locale }) => day(decidedOn, locale),
        figures: true,
      },
      evidence: { label: (locale) => texts(locale).columns.evidence, cell: ({ evidence }) => evidence },
    },
    begins: ['about', 'source', 'owner', 'due', 'state'],
    filters: {
      source: {
        kind: 'choice',
        key: 'kilde',
        label: (locale) => texts(locale).columns.source,
        is: (value) => planned().some(({ key }) => key === value),
        options: ({ locale }) => planned().map(({ key, label }) => ({ value: key, label: label(locale) })),
        where: (value) => sql`a.source = ${value}`,
      },
      state: {
        kind: 'choice',
        key: 'status',
        label: (locale) => texts(locale).columns.state,
        is: (value) => value === 'apne' || stateOf(value) !== undefined,
        options: ({ locale }) => [
          { value: 'apne', label: texts(locale).states.notDone },
          { value: stateKeys.late, label: texts(locale).states.late },
          { value: stateKeys.done, label: texts(locale).states.done },
        ],
        where: (value) => (value === 'apne' ? sql`a.state <> 'done'` : sql`a.state = ${stateOf(value) ?? ''}`),
      },
      owner: {
        kind: 'reference',
        key: 'ansvarlig',
        label: (locale) => texts(locale).columns.owner,
        column: 'owner_id',
        reference: personReference,
        where: (value) => sql`a.owner_id = ${value}`,
      },
      unit: {
        kind: 'choice',
        key: 'enhet',
        label: (locale) => texts(locale).columns.unit,
        is: isId,
        options: ({ ctx }) => unitChoices(ctx),
        where: inUnit,
      },
      until: {
        kind: 'day',
        key: 'frist-til',
        label: (locale) => texts(locale).until,
        where: (value) => sql`a.due_on <= ${value}::date`,
      },
      own: {
        kind: 'mark',
        key: 'til',
        label: (locale) => texts(locale).views.own,
        is: (value) => value === 'meg',
        where: (_, { actor }) => sql`a.owner_id = ${actor.personId}`,
      },
    },
    sorts: { due: ['due_order'], what: ['what_order'] },
    search: {
      label: (locale) => texts(locale).search,
      where: (words) => sql`strpos(varde_fold(concat_ws(' ', a.what, a.about)), varde_fold(${words})) > 0`,
    },
    views: [
      { label: (locale) => texts(locale).views.all, filters: {} },
      { label: (locale) => texts(locale).views.late, filters: { state: stateKeys.late } },
      { label: (locale) => texts(locale).views.own, filters: { own: 'meg', state: 'apne' } },
    ],
    texts,
  }
}
