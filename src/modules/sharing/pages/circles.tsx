import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../kernel/texts.ts'
import { PostButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Heading, PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { DataTable } from '../../../ui/table.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { Circle } from '../sharing.ts'
import { texts } from '../texts.ts'

type ListProps = {
  readonly circles: readonly Circle[]
  readonly refused: Refused | undefined
  readonly form: ComponentChildren
  readonly locale: Locale
}

export function CirclesPage({ circles, refused, form, locale }: ListProps) {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.circles} lead={t.circlesLead} />
      {circles.length === 0 ? (
        <Empty title={t.circlesNone} />
      ) : (
        <DataTable
          caption={t.circles}
          rows={circles}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t.columns.name,
              heading: true,
              cell: ({ id, name }) => <TextLink href={`/delt/samarbeid/${id}`}>{name}</TextLink>,
            },
            { key: 'members', label: t.members, cell: ({ members }) => t.membersCount(members.length) },
          ]}
        />
      )}
      <section>
        <Heading level={2}>{t.newCircle}</Heading>
        {form}
      </section>
    </Stack>
  )
}

type CircleProps = {
  readonly circle: Circle
  readonly refused: Refused | undefined
  readonly naming: ComponentChildren
  readonly renaming: ComponentChildren
  readonly locale: Locale
}

/** Whom it names: seen by whoever shares, and by none of them. */
export function CirclePage({ circle, refused, naming, renaming, locale }: CircleProps) {
  const t = texts(locale)
  const at = `/delt/samarbeid/${circle.id}`
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={circle.name} kicker={t.circles} lead={t.circlesLead} />
      <section>
        <Heading level={2}>{t.members}</Heading>
        {circle.members.length === 0 ? (
          <p className="v-soft">{t.membersNone}</p>
        ) : (
          <DataTable
            caption={t.members}
            rows={circle.members}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: t.members, heading: true, cell: ({ name }) => name },
              {
                key: 'remove',
                label: t.remove,
                deed: true,
                cell: ({ id, name }) => (
                  <PostButton action={`${at}/medlemmer/${id}/fjern`} variant="tertiary">
                    {t.remove} <span className="ds-sr-only">{name}</span>
                  </PostButton>
                ),
              },
            ]}
          />
        )}
      </section>
      <section>
        <Heading level={2}>{t.addMember}</Heading>
        {naming}
      </section>
      <section>
        <Heading level={2}>{t.editCircle}</Heading>
        {renaming}
      </section>
      <CertainButton action={`${at}/sletting`} follows={uiTexts(locale).noWayBack} locale={locale}>
        {t.removeCircle}
      </CertainButton>
    </Stack>
  )
}
