import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { DirectoryToken, TokenValues, Waiting } from '../directory.ts'
import { tokenFields } from '../fields.ts'
import type { Unplaced } from '../queries.ts'
import { endsSoon, holds } from '../rules.ts'
import { texts } from '../texts.ts'

export const directoryAt = '/katalog'

type DirectoryProps = {
  /** Where the directory sends. */
  readonly address: string
  readonly tokens: readonly DirectoryToken[]
  readonly waiting: readonly Waiting[]
  /** What says that all of these, and nobody else, are who they are said to be. */
  readonly everybody: string
  readonly unplaced: readonly Unplaced[]
  readonly kept: { readonly people: number; readonly last: Date | null }
  readonly today: string
  readonly locale: Locale
}

/** How people come from the directory: its address and tokens, and what an administrator must decide. */
export function DirectoryPage({ address, tokens, waiting, everybody, unplaced, kept, today, locale }: DirectoryProps) {
  const t = texts(locale)
  const ending = tokens.some((one) => holds(one, today) && endsSoon(one, today))
  const state = (one: DirectoryToken) =>
    holds(one, today) ? formatDate(one.expiresOn, locale) : t.tokens.ended(formatDate(one.expiresOn, locale))
  return (
    <Stack gap="lg">
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton href={`${directoryAt}/token`} icon="plus">
            {t.tokens.make}
          </LinkButton>
        }
      />
      {ending && (
        <Notice tone="warning" locale={locale}>
          {t.tokens.endsSoon}
        </Notice>
      )}
      <SummaryList
        locale={locale}
        items={[
          { label: t.address, value: <code>{address}</code> },
          { label: t.people, value: kept.people === 0 ? t.nobody : t.count(kept.people, kept.last && formatInstant(kept.last, locale)) },
        ]}
      />
      <Section title={t.tokens.title} locale={locale}>
        {tokens.length === 0 ? (
          <p>{t.tokens.none}</p>
        ) : (
          <DataTable
            caption={t.tokens.title}
            rows={tokens}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: t.tokens.fields.name.label, heading: true, cell: ({ name }) => name },
              { key: 'until', label: t.tokens.fields.expiresOn.label, figures: true, cell: state },
              {
                key: 'used',
                label: t.tokens.used,
                figures: true,
                cell: ({ usedAt }) => (usedAt ? formatInstant(usedAt, locale) : t.tokens.notUsed),
              },
              {
                key: 'end',
                label: t.tokens.withdraw,
                deed: true,
                cell: ({ id }) => (
                  <CertainButton action={`${directoryAt}/token/${id}/trekk-tilbake`} follows={t.tokens.follows} locale={locale}>
                    {t.tokens.withdraw}
                  </CertainButton>
                ),
              },
            ]}
          />
        )}
      </Section>
      {waiting.length > 0 && (
        <Section title={t.waiting.title} locale={locale}>
          <p>{t.waiting.why}</p>
          <DataTable
            caption={t.waiting.title}
            rows={waiting}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'person',
                label: t.waiting.person,
                heading: true,
                cell: ({ person }) => (
                  <TextLink href={`/personer/${person.id}`}>{person.active ? person.name : t.waiting.left(person.name)}</TextLink>
                ),
              },
              { key: 'directory', label: t.waiting.directory, cell: ({ name, userName }) => `${name} (${userName})` },
              {
                key: 'same',
                label: t.waiting.same,
                deed: true,
                cell: ({ id }) => (
                  <PostButton action={`${directoryAt}/koble`} hidden={{ person: id }} variant="secondary">
                    {t.waiting.same}
                  </PostButton>
                ),
              },
            ]}
          />
          {waiting.length > 1 && (
            <PostButton action={`${directoryAt}/koble`} hidden={{ person: everybody }} variant="secondary">
              {t.waiting.all(waiting.length)}
            </PostButton>
          )}
        </Section>
      )}
      {unplaced.length > 0 && (
        <Section title={t.unplaced.title} locale={locale}>
          <p>{t.unplaced.why}</p>
          <DataTable
            caption={t.unplaced.title}
            rows={unplaced}
            rowKey={({ department }) => department}
            columns={[
              { key: 'department', label: t.unplaced.department, heading: true, cell: ({ department }) => department },
              { key: 'people', label: t.unplaced.people, align: 'end', figures: true, cell: ({ people }) => people },
              { key: 'what', label: t.unplaced.what, cell: ({ units }) => (units === 0 ? t.unplaced.none : t.unplaced.several) },
            ]}
          />
          <Actions>
            <LinkButton href="/enheter" variant="secondary">
              {t.unplaced.units}
            </LinkButton>
          </Actions>
        </Section>
      )}
    </Stack>
  )
}

type TokenProps = After & {
  readonly id: string
  readonly token: string
  readonly sealed: string
  readonly values: TokenValues
  readonly locale: Locale
}

/** A token, shown once; it holds when it has been kept. */
export function TokenPage({ id, token, sealed, values, locale, ...after }: TokenProps) {
  const t = texts(locale).tokens
  return (
    <FormFrame title={t.make} action={`${directoryAt}/token`} hidden={{ id, vist: sealed }} back={directoryAt} locale={locale} {...after}>
      <Notice locale={locale}>
        <p>{t.shownOnce}</p>
        <p>
          <code id="token">{token}</code>
        </p>
        <CopyButton target="token" label={t.copy} locale={locale} />
      </Notice>
      <RecordForm
        fields={tokenFields}
        texts={t.fields}
        values={values}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}

/** What the page of the settings says of it. */
export function DirectoryPanel({ tokens, today, locale }: Pick<DirectoryProps, 'tokens' | 'today' | 'locale'>) {
  const t = texts(locale)
  const inUse = tokens.filter((one) => holds(one, today))
  return (
    <Section title={t.title} locale={locale} id="katalog">
      <p>{inUse.length > 0 ? t.panel.on : t.panel.off}</p>
      {inUse.length > 0 && inUse.every((one) => endsSoon(one, today)) && (
        <Notice tone="warning" locale={locale}>
          {t.tokens.endsSoon}
        </Notice>
      )}
      <p>
        <TextLink href={directoryAt}>{t.panel.change}</TextLink>
      </p>
    </Section>
  )
}
