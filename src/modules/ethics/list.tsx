import { sql } from 'kysely'
import { formatShort } from '../../kernel/calendar/words.ts'
import type { List } from '../../register/view.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextLink } from '../../ui/page.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { unitReference } from '../people/public.ts'
import { personGroups, statuses } from './fields.ts'
import { listedComplaints } from './queries.ts'
import { texts } from './texts.ts'

type Group = (typeof personGroups)[number]
type Status = (typeof statuses)[number]
type ComplaintRow = {
  readonly id: string
  readonly year: number | null
  readonly number: number | null
  readonly person_group: Group
  readonly unit_id: string
  readonly status: Status
  readonly sent_at: Date | null
}

const numbered = ({ year, number }: ComplaintRow) => (year === null ? null : `FE-${year}-${String(number).padStart(4, '0')}`)

/** The complaints that whoever asks may see, the newest first. Who a complaint is about, and what it says, stands in no column. */
export const list: List<ComplaintRow> = {
  at: '/forskningsetikk/klager',
  subject: 'ethics_complaint',
  exported: { type: 'ethics_complaint.exported', by: 'protected' },
  rows: listedComplaints,
  columns: {
    number: {
      label: (locale) => texts(locale).columns.number,
      cell: (row, { locale }) => <TextLink href={`/forskningsetikk/klager/${row.id}`}>{numbered(row) ?? texts(locale).draftName}</TextLink>,
      plain: (row, { locale }) => numbered(row) ?? texts(locale).draftName,
    },
    group: {
      label: (locale) => texts(locale).columns.group,
      cell: ({ person_group }, { locale }) => texts(locale).ask.personGroup.choices[person_group],
    },
    unit: {
      label: (locale) => texts(locale).columns.unit,
      cell: ({ unit_id }, { offers }) => offers.unit?.choices.find(({ id }) => id === unit_id)?.name ?? null,
      names: { reference: unitReference, id: ({ unit_id }) => unit_id },
    },
    status: {
      label: (locale) => texts(locale).columns.status,
      cell: ({ status }, { locale }) => (
        <StatusTag tone={status === 'sent' ? 'warning' : status === 'closed' ? 'success' : 'neutral'}>
          {texts(locale).status[status]}
        </StatusTag>
      ),
      plain: ({ status }, { locale }) => texts(locale).status[status],
    },
    sentAt: {
      label: (locale) => texts(locale).columns.sentAt,
      cell: ({ sent_at }, { locale }) => sent_at && formatShort(sent_at, locale),
      figures: true,
    },
  },
  begins: ['group', 'unit', 'status', 'sentAt'],
  filters: {
    group: {
      kind: 'choice',
      key: 'gjelder',
      label: (locale) => texts(locale).columns.group,
      is: (value) => personGroups.some((one) => one === value),
      options: ({ locale }) => personGroups.map((value) => ({ value, label: texts(locale).ask.personGroup.choices[value] })),
      where: (value) => sql`d.person_group = ${value}`,
    },
    status: {
      kind: 'choice',
      key: 'status',
      label: (locale) => texts(locale).columns.status,
      is: (value) => statuses.some((one) => one === value),
      options: ({ locale }) => statuses.map((value) => ({ value, label: texts(locale).status[value] })),
      where: (value) => sql`d.status = ${value}`,
    },
  },
  sorts: { number: ['written_at'] },
  opensBy: () => ({ sort: 'number', falling: true }),
  texts: (locale) => ({ title: texts(locale).mine, ...texts(locale).list }),
  actions: ({ locale }) => (
    <>
      <LinkButton href="/forskningsetikk/ny" icon="plus">
        {texts(locale).add}
      </LinkButton>
      <LinkButton href="/forskningsetikk/tall" variant="secondary">
        {texts(locale).figuresTitle}
      </LinkButton>
    </>
  ),
}
