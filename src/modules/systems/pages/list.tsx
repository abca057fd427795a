import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ListPage } from '../../../ui/list-page.tsx'
import { TextLink } from '../../../ui/page.tsx'
import type { SystemRow } from '../queries.ts'
import { texts } from '../texts.ts'

type Props = { readonly rows: readonly SystemRow[]; readonly locale: Locale; readonly mayAdd: boolean }

export const SystemList = ({ rows, locale, mayAdd }: Props) => {
  const t = texts(locale)
  const add = mayAdd ? (
    <LinkButton href="/systemer/nytt" icon="plus">
      {t.add}
    </LinkButton>
  ) : null
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      locale={locale}
      count={rows.length}
      actions={add}
      empty={
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      }
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', label: t.columns.name, heading: true, cell: (row) => <TextLink href={`/systemer/${row.id}`}>{row.name}</TextLink> },
        { key: 'ownerUnit', label: t.columns.ownerUnit, cell: (row) => row.ownerUnit },
        { key: 'owner', label: t.columns.owner, cell: (row) => row.owner ?? t.noSuperUser },
        { key: 'superUser', label: t.columns.superUser, cell: (row) => row.superUser ?? t.noSuperUser },
        { key: 'inUse', label: t.columns.inUse, cell: (row) => (row.inUse ? t.yes : t.no) },
      ]}
    />
  )
}
