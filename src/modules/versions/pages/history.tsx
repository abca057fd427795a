import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import { type Field, type FieldTexts, isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Content, Versioned } from '../../../kernel/version.ts'
import { Button } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { Heading, PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { answersOf, asAnswer, differences, isAnswered, wholeParts } from '../rules.ts'
import { texts } from '../texts.ts'
import type { Difference, Version } from '../version.ts'

export type Shared = {
  readonly of: Versioned
  /** The address of the history. */
  readonly here: string
  /** What the references of all parts are called today, by part. */
  readonly offers: Readonly<Record<string, OffersByName>>
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
}

type HistoryProps = Shared & {
  /** The newest first; the last is there to be compared with, where `hasOlder`. */
  readonly versions: readonly Version[]
  readonly hasOlder: boolean
  readonly asked?: { readonly written: string; readonly error: string } | undefined
}

/** Every saved edit with old and new value of each changed answer; and a day to see the record as it stood. */
export function HistoryPage({ versions, hasOlder, asked, ...shared }: HistoryProps) {
  const { of, here, locale } = shared
  const t = texts(locale)
  const shown = hasOlder ? versions.slice(0, -1) : versions
  return (
    <Stack gap="lg">
      <ErrorSummary errors={asked ? [{ href: '#dato', text: asked.error }] : []} locale={locale} />
      <PageHeading title={t.title} kicker={of.name} lead={t.lead} />
      <form className="v-form" action={here} noValidate>
        <TextInput name="dato" label={t.date} hint={t.dateHint} size={12} value={asked?.written ?? ''} error={asked?.error} />
        <div>
          <Button variant="secondary">{t.show}</Button>
        </div>
      </form>
      {versions.length > 1 && (
        <p>
          <TextLink href={`${here}?fra=&til=`}>{t.compare.link}</TextLink>
        </p>
      )}
      {shown.length === 0 && <p>{t.none}</p>}
      {each(shown, (version) => {
        const before = versions[versions.indexOf(version) + 1]
        return <Edit {...shared} version={version} before={before} />
      })}
      {hasOlder && <TextLink href={`${here}?eldre=${shown.at(-1)?.version ?? 0}`}>{t.older}</TextLink>}
    </Stack>
  )
}

function Edit({ version, before, ...shared }: Shared & { readonly version: Version; readonly before: Version | undefined }) {
  const { here, locale } = shared
  const t = texts(locale)
  return (
    <section className="v-section">
      <Heading level={2}>{version.at ? formatInstant(version.at, locale) : t.began}</Heading>
      <p>
        {version.at && whoIn(version, shared)} {version.approved && <Tag tone="success">{t.approved}</Tag>}
        {!before && version.at && <span className="v-soft">{t.added}</span>}
      </p>
      {before && <Between {...shared} before={before} after={version} />}
      <p>
        <TextLink href={`${here}?versjon=${version.version}`}>{t.whole}</TextLink>
      </p>
    </section>
  )
}

/** What one version says that another does not, question by question; a part that came or went is told as one. */
export function Between({ before, after, ...shared }: Shared & { readonly before: Version; readonly after: Version }) {
  const { of, locale } = shared
  const t = texts(locale)
  const all = differences(before.content, after.content, of.part)
  const whole = wholeParts(before.content, after.content, of.part)
  const changed = all.filter((one) => !whole.some(({ key }) => key === one.part))
  return (
    <>
      {all.length === 0 && <p className="v-unanswered">{t.noChange}</p>}
      {changed.length > 0 && <Differences {...shared} changed={changed} />}
      {each(whole, ({ key, came }) => (
        <>
          <Heading level={3}>{`${of.part(key)?.title ?? ''}: ${came ? t.partAdded : t.partRemoved}`}</Heading>
          <Answers {...shared} part={key} answers={(came ? after : before).content[key]} />
        </>
      ))}
    </>
  )
}

function Differences({ of, offers, locale, changed }: Shared & { readonly changed: readonly Difference[] }) {
  const t = texts(locale)
  const words = (one: Difference, kept: unknown) => {
    const part = of.part(one.part)
    const field = part?.fields[one.field]
    if (!part || !field || isEmpty(kept)) return <span className="v-unanswered">{t.empty}</span>
    return showValue(field, asAnswer(field, kept), labelOf(part.texts, one.field), locale, offers[one.part]?.[one.field])
  }
  const label = (one: Difference) => {
    const part = of.part(one.part)
    const text = part && labelOf(part.texts, one.field).label
    return part?.title ? (
      <>
        {text}
        <span className="v-line v-soft">{part.title}</span>
      </>
    ) : (
      text
    )
  }
  return (
    <DataTable
      caption={t.title}
      rows={changed}
      rowKey={(one) => `${one.part} ${one.field}`}
      columns={[
        { key: 'field', label: t.columns.field, heading: true, cell: label },
        { key: 'before', label: t.columns.before, cell: (one) => words(one, one.before) },
        { key: 'after', label: t.columns.after, cell: (one) => words(one, one.after) },
      ]}
    />
  )
}

/** What one part says, but for what it leaves open. */
function Answers({
  of,
  offers,
  locale,
  part: key,
  answers,
}: Shared & { readonly part: string; readonly answers: Content[string] | undefined }) {
  const part = of.part(key)
  if (!part) return null
  const values = answersOf(part.fields, answers)
  return (
    <ViewOfAny
      fields={part.fields}
      texts={part.texts as FieldTexts<Record<string, Field>>}
      values={values as never}
      offers={offers[key] ?? {}}
      locale={locale}
      shown={Object.keys(part.fields).filter((name) => !isEmpty(values[name]))}
    />
  )
}

type StoodProps = Shared & { readonly version: Version | undefined; readonly date: string | null }

/** The record as it stood: on a day, or after one edit. */
export function StoodPage({ version, date, ...shared }: StoodProps) {
  const { of, here, offers, names, locale } = shared
  const t = texts(locale)
  const saved = version?.at ? `${t.saved(formatInstant(version.at, locale))} · ${whoIn(version, shared)}` : t.began
  const title = date !== null ? t.stoodOn(formatDate(date, locale)) : version?.at ? t.stoodOn(formatInstant(version.at, locale)) : t.began
  return (
    <Stack gap="lg">
      <PageHeading title={title} kicker={of.name} lead={version ? saved : undefined} />
      {version ? (
        each(Object.keys(version.content), (key) => {
          const part = of.part(key)
          return part && isAnswered(part.fields, version.content[key]) ? (
            <section className="v-section">
              {part.title && <Heading level={2}>{part.title}</Heading>}
              <Answers {...{ of, here, offers, names, locale }} part={key} answers={version.content[key]} />
            </section>
          ) : null
        })
      ) : (
        <p>{t.notThen}</p>
      )}
      <p>
        <TextLink href={here}>{t.back}</TextLink>
      </p>
    </Stack>
  )
}

type Label = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }
const labelOf = (all: FieldTexts<Record<string, Field>>, field: string) => all[field] as Label

export function whoIn({ byId, byKind }: Pick<Version, 'byId' | 'byKind'>, { names, locale }: Pick<Shared, 'names' | 'locale'>): string {
  const t = texts(locale)
  if (byKind !== 'person') return byKind === 'protected' ? t.protected : t.clockwork
  return names.get(byId ?? '') ?? t.somebody
}
