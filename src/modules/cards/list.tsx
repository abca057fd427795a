import { sql } from 'kysely'
import { durationWords } from '../../kernel/calendar/words.ts'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextLink } from '../../ui/page.tsx'
import { nameIn } from '../../ui/reference-field.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { personReference } from '../people/public.ts'
import type { Status } from './card.ts'
import { statuses, uses } from './fields.ts'
import { listedCards } from './queries.ts'
import { isIssuer } from './space.ts'
import { texts } from './texts.ts'

type CardRow = {
  readonly id: string
  readonly card_number: string | null
  readonly holder_id: string
  readonly uses: readonly (typeof uses)[number][]
  readonly status: Status
  readonly lost_at: Date | null
  readonly deactivated_at: Date | null
}

export const list: List<CardRow> = {
  at: '/id-kort',
  subject: 'id_card',
  exported: { type: 'id_card.exported' },
  rows: listedCards,
  columns: {
    number: {
      label: (locale) => texts(locale).columns.number,
      cell: ({ id, card_number }, { locale }) => <TextLink href={`/id-kort/${id}`}>{card_number ?? texts(locale).noNumber}</TextLink>,
      plain: ({ card_number }) => card_number,
    },
    holder: {
      label: (locale) => texts(locale).columns.holder,
      cell: ({ holder_id }, { offers, locale }) => nameIn(offers.holder, holder_id, locale),
      names: { reference: personReference, id: ({ holder_id }) => holder_id },
    },
    uses: {
      label: (locale) => texts(locale).columns.uses,
      cell: (row, { locale }) => row.uses.map((one) => texts(locale).order.uses.choices[one]).join(', '),
    },
    status: {
      label: (locale) => texts(locale).columns.status,
      cell: ({ status }, { locale }) => <StatusTag tone={toneOf(status)}>{texts(locale).status[status]}</StatusTag>,
      plain: ({ status }, { locale }) => texts(locale).status[status],
    },
    openFor: {
      label: (locale) => texts(locale).columns.openFor,
      cell: ({ lost_at, deactivated_at }, { locale }) =>
        lost_at && deactivated_at ? durationWords(deactivated_at.getTime() - lost_at.getTime(), locale) : null,
    },
  },
  begins: ['holder', 'uses', 'status'],
  filters: {
    status: {
      kind: 'choice',
      key: 'status',
      label: (locale) => texts(locale).columns.status,
      is: (value) => statuses.some((one) => one === value),
      options: ({ locale }) => statuses.map((value) => ({ value, label: texts(locale).status[value] })),
      where: (value) => sql`d.status = ${value}`,
    },
    uses: {
      kind: 'choice',
      key: 'bruk',
      label: (locale) => texts(locale).columns.uses,
      is: (value) => uses.some((one) => one === value),
      options: ({ locale }) => uses.map((value) => ({ value, label: texts(locale).order.uses.choices[value] })),
      where: (value) => sql`${value} = any(d.uses)`,
    },
  },
  sorts: { number: ['sort_key'], status: ['status', 'sort_key'] },
  texts: (locale) => ({ title: texts(locale).title, lead: texts(locale).lead, ...texts(locale).list }),
  actions: ({ ctx, locale }) => (
    <>
      <LinkButton href="/id-kort/ny" icon="plus">
        {texts(locale).orderTitle}
      </LinkButton>
      <LinkButton href="/id-kort/tapt" variant="secondary">
        {texts(locale).lostTitle}
      </LinkButton>
      <LinkButton href="/lanekort" variant="secondary">
        {texts(locale).loans.title}
      </LinkButton>
      {isIssuer(ctx.actor) && (
        <LinkButton href="/id-kort/registrering" variant="secondary">
          {texts(locale).registerTitle}
        </LinkButton>
      )}
    </>
  ),
}

const toneOf = (status: Status) => (status === 'lost' ? 'danger' : status === 'active' ? 'success' : 'neutral')
