import type { ReactNode } from 'react'
import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { PageHeading } from '../../../ui/page.tsx'
import { RecordView } from '../../../ui/record-view.tsx'
import { systemFields } from '../fields.ts'
import type { System } from '../system.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly system: System
  readonly offers: Offers<typeof systemFields>
  readonly locale: Locale
  readonly mayEdit: boolean
  readonly related: readonly ReactNode[]
}

export const ShowSystem = ({ system, offers, locale, mayEdit, related }: Props) => {
  const t = texts(locale)
  const edit = mayEdit ? (
    <LinkButton href={`/systemer/${system.id}/endring`} variant="secondary" icon="pencil">
      {t.edit}
    </LinkButton>
  ) : null
  return (
    <>
      <PageHeading title={system.values.name ?? ''} kicker={t.columns.name} actions={edit} />
      <RecordView fields={systemFields} texts={t.fields} values={system.values} offers={offers} locale={locale} shown={shown} />
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
    </>
  )
}

const shown = ['purpose', 'ownerUnit', 'owner', 'superUser', 'dataKinds', 'inUse'] as const
