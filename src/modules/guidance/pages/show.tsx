import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { showWhole } from '../../../ui/format.ts'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { fill, uiTexts } from '../../../ui/texts.ts'
import { articleFields, partPages, recordFields } from '../fields.ts'
import type { Article, Edition, Published, Status } from '../guidance.ts'
import type { DeadLink } from '../queries-links.ts'
import { isWritten } from '../rules.ts'
import { texts } from '../texts.ts'
import { DeadLinksOfText } from './links.tsx'

const tones = { draft: 'warning', reviewed: 'info', adopted: 'success', retired: 'neutral' } as const satisfies Record<Status, string>

export type ShowProps = {
  readonly record: Article
  readonly published: Published | undefined
  readonly editions: readonly Edition[]
  /** Those of its links that lead nowhere. */
  readonly links: readonly DeadLink[]
  readonly offers: OffersByName
  readonly may: { readonly edit: boolean; readonly adopt: boolean; readonly keep: boolean; readonly oversee: boolean }
  readonly approval: ComponentChildren
  readonly related: readonly ComponentChildren[]
  readonly locale: Locale
} & After

/** An article as its editors have it: where it stands, what comes next, and the text in each language. */
export function ShowArticle(props: ShowProps) {
  const { record, offers, may, locale, refused, related } = props
  const { values } = record
  const t = texts(locale)
  const status = values.status ?? 'draft'
  const at = `/artikler/${record.id}`
  const shown = (name: 'kind' | 'unit' | 'owner' | 'replacedBy') =>
    showValue(recordFields[name], values[name], t.fields[name], locale, offers[name])
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.name ?? ''} kicker={shown('kind')} />
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.fields.unit.label, value: shown('unit') ?? t.read.wholeOrganisation },
          { label: t.fields.owner.label, value: shown('owner') ?? uiTexts(locale).missing, open: values.owner === null },
          ...(values.retiredOn ? [{ label: t.fields.retiredOn.label, value: formatDate(values.retiredOn, locale) }] : []),
          ...(values.replacedBy ? [{ label: t.fields.replacedBy.label, value: shown('replacedBy') }] : []),
          ...(values.checkedOn ? [{ label: t.fields.checkedOn.label, value: formatDate(values.checkedOn, locale) }] : []),
        ]}
      />
      <Next {...props} />
      <DeadLinksOfText links={props.links} locale={locale} />
      {Object.entries(partPages).map(([page, group]) => (
        <Part key={group} {...props} page={page} group={group} />
      ))}
      <Editions {...props} />
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <p>
        <TextLink href={`/historikk/article/${record.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
      {may.adopt && (
        <Actions>
          <LinkButton href={`${at}/avslutning`} variant="secondary">
            {status === 'retired' ? t.show.replace : t.show.retire}
          </LinkButton>
        </Actions>
      )}
    </>
  )
}

function Next({ record, published, may, approval, locale }: ShowProps) {
  const { values } = record
  const t = texts(locale).show
  const at = `/artikler/${record.id}`
  const edition = published?.values.edition ?? 1
  return (
    <Section title={t.next} locale={locale} plain>
      {published && (
        <p>
          {values.status === 'adopted'
            ? fill(t.inForce, {
                edition,
                by: published.values.adoptedBy ?? '',
                on: published.values.adoptedOn === null ? '' : formatDate(published.values.adoptedOn, locale),
              })
            : fill(t.changed, { edition })}
        </p>
      )}
      {values.status === 'draft' && <p>{isWritten(values) ? t.review : t.write}</p>}
      {values.status === 'draft' && approval}
      {values.status === 'reviewed' && <p>{t.adoptText}</p>}
      <Actions>
        {values.status === 'reviewed' && may.adopt && <LinkButton href={`${at}/vedtak`}>{t.adopt}</LinkButton>}
        {published && (
          <LinkButton href={`/veiledning/${record.id}`} variant="secondary">
            {t.read}
          </LinkButton>
        )}
        {published?.values.mustConfirm === 'yes' && may.oversee && (
          <LinkButton href={`/veiledning/${record.id}/lest`} variant="secondary">
            {t.confirmed}
          </LinkButton>
        )}
      </Actions>
    </Section>
  )
}

function Part({ record, offers, may, locale, page, group }: ShowProps & { readonly page: string; readonly group: string }) {
  const { values } = record
  const t = texts(locale)
  const names = (Object.keys(articleFields) as (keyof typeof articleFields)[]).filter((name) => articleFields[name].group === group)
  const shown = names.filter((name) => name !== 'name' && !name.startsWith('body') && !isEmpty(values[name]))
  const body = names.find((name) => name.startsWith('body'))
  const written = body ? values[body] : null
  const edit =
    may.edit && values.status !== 'retired' ? { href: `/artikler/${record.id}/endring/${page}`, label: uiTexts(locale).change } : undefined
  return (
    <Section title={t.groups[group as keyof typeof t.groups]} locale={locale} edit={edit}>
      {shown.length > 0 && (
        <ViewOfAny fields={articleFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={shown} />
      )}
      {body && (
        <p className="v-soft">
          {typeof written === 'string' ? fill(t.show.written, { count: showWhole(written.length, locale) }) : t.show.empty}
        </p>
      )}
      {!body && shown.length === 0 && <p className="v-soft">{t.show.empty}</p>}
    </Section>
  )
}

/** What was in force, by whom it was adopted, and how long it is kept. */
function Editions({ record, editions, may, locale }: ShowProps) {
  const t = texts(locale)
  if (editions.length === 0) return null
  return (
    <Section title={t.show.editions} locale={locale}>
      <ul>
        {each(editions, ({ edition, adoptedBy, adoptedOn, minutes, replacedOn, keepUntil }) => (
          <li>
            <TextLink href={replacedOn ? `/veiledning/${record.id}/utgaver/${edition}` : `/veiledning/${record.id}`}>
              {fill(t.read.edition, { edition })}
            </TextLink>
            {' · '}
            {[
              fill(t.read.adopted, { by: adoptedBy, on: formatDate(adoptedOn, locale) }),
              minutes && fill(t.read.minutes, { minutes }),
              replacedOn &&
                keepUntil &&
                fill(t.show.keepUntil, { on: formatDate(replacedOn, locale), until: formatDate(keepUntil, locale) }),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {may.keep && replacedOn && (
              <CertainButton action={`/artikler/${record.id}/utgaver/${edition}/sletting`} locale={locale}>
                {t.show.delete}
                <span className="ds-sr-only"> {edition}</span>
              </CertainButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
