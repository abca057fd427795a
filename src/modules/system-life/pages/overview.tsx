import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { systemTexts } from '../../systems/public.ts'
import type { Overviewed } from '../queries.ts'
import type { Lack } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly systems: readonly (Overviewed & { readonly lacks: readonly Lack[] })[]
  readonly only: boolean
  readonly locale: Locale
}

/** All systems in use, how old what is known of each is, and what is missing (S4-170). */
export function OverviewPage({ systems, only, locale }: Props) {
  const t = texts(locale).overview
  const missing = uiTexts(locale).missing
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <p>
        <TextLink href={only ? '/systemoversikt' : '/systemoversikt?mangler=ja'}>{only ? t.all : t.only}</TextLink>
      </p>
      {systems.length === 0 ? (
        <Empty title={only ? t.nothing : t.none} />
      ) : (
        <DataTable
          caption={t.title}
          rows={systems}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: systemTexts(locale).one,
              heading: true,
              cell: ({ id, name }) => <TextLink href={`/systemer/${id}`}>{name}</TextLink>,
            },
            { key: 'owner', label: t.owner, cell: ({ ownerName }) => ownerName ?? missing },
            { key: 'superUser', label: t.superUser, cell: ({ superUserName }) => superUserName ?? missing },
            {
              key: 'personal',
              label: t.personal,
              cell: ({ dataKinds }) => (dataKinds.length === 0 ? missing : dataKinds.some((kind) => kind !== 'none') ? t.yes : t.no),
            },
            {
              key: 'reviewedOn',
              label: t.reviewedOn,
              figures: true,
              cell: ({ reviewedOn }) => (reviewedOn ? formatDate(reviewedOn, locale) : t.never),
            },
            {
              key: 'reviewDueOn',
              label: t.reviewDueOn,
              figures: true,
              cell: ({ reviewDueOn }) => (reviewDueOn ? formatDate(reviewDueOn, locale) : missing),
            },
            {
              key: 'lacks',
              label: t.lacks,
              cell: ({ lacks }) => (lacks.length === 0 ? t.nothing : lacks.map((lack) => t.states[lack]).join(', ')),
            },
          ]}
        />
      )}
    </>
  )
}
