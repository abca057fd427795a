import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { holdsSeveral } from '../../../kernel/fields.ts'
import type { Shareable } from '../../../kernel/shared.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Content } from '../../../kernel/version.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Radios } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Heading, PageHeading, Stack } from '../../../ui/page.tsx'
import { errorAt, type Refused } from '../../../ui/refused.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { paragraphsOf } from '../paragraphs.ts'
import { isUntouched, nameOf, partOf } from '../rules.ts'
import type { Choice, Difference, Shared } from '../sharing.ts'
import { texts } from '../texts.ts'
import { answerShown, labelIn, lineTitle, PartContent } from './content.tsx'

type Props = {
  readonly kind: Shareable
  readonly name: string
  readonly shared: Shared
  readonly before: Content
  readonly ours: Content
  readonly version: number
  readonly differences: readonly Difference[]
  readonly chosen: (name: string) => Choice | undefined
  readonly may: boolean
  /** Where ours is, when something was taken out at the source since. */
  readonly redacted: string | null
  readonly refused: Refused | undefined
  readonly locale: Locale
}

/** What the source says now beside what it said and what we say, and for each of it: accept, or keep ours. */
export function ChangesPage(props: Props) {
  const { name, shared, version, differences, may, redacted, refused, locale } = props
  const t = texts(locale).changesPage
  const all = each(differences, (one) => <One {...props} one={one} />)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} kicker={name} lead={t.lead(shared.from, shared.edition, formatDate(localDate(shared.at), locale))} />
      {shared.note && (
        <Notice tone="info" title={texts(locale).takePage.note(shared.from)} locale={locale}>
          <p className="v-prose" data-text="">
            {shared.note}
          </p>
        </Notice>
      )}
      {redacted && (
        <Notice tone="warning" title={texts(locale).redacted.title} locale={locale}>
          <p>{texts(locale).redacted.text}</p>
          <LinkButton href={redacted} variant="secondary">
            {texts(locale).redacted.open}
          </LinkButton>
        </Notice>
      )}
      {differences.length > 0 ? <p>{t.follows}</p> : <p>{t.same}</p>}
      {may ? (
        <Form version={version} hidden={{ utgave: shared.edition }} wide>
          {all}
          <div>
            <Button>{differences.length > 0 ? t.button : t.done}</Button>
          </div>
        </Form>
      ) : (
        <>
          <p>{t.notYours}</p>
          {all}
        </>
      )}
    </Stack>
  )
}

export const NoChanges = ({ name, back, locale }: { readonly name: string; readonly back: ComponentChildren; readonly locale: Locale }) => {
  const t = texts(locale).changesPage
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} kicker={name} />
      <Empty title={t.none} action={back}>
        {t.noneText}
      </Empty>
    </Stack>
  )
}

export const choiceName = (one: string): string => `valg.${one}`

function One(props: Props & { readonly one: Difference }) {
  const { kind, one, shared, before, ours, locale } = props
  const t = texts(locale).changesPage
  if (one.kind === 'line') {
    const content = one.came ? shared.content : ours
    const title = lineTitle(kind, one.key, content, locale)
    return (
      <section className="v-section">
        <Heading level={2}>{one.came ? t.came(title) : t.went(title)}</Heading>
        <PartContent {...{ kind, content, locale }} of={one.key} />
        <Choose {...props} words={one.came ? { accept: t.takeIn, keep: t.leave } : { accept: t.takeOut, keep: t.keepLine }} />
      </section>
    )
  }
  const { label } = labelIn(partOf(kind, one.key), one.field, locale)
  const line = lineTitle(kind, one.key, shared.content, locale)
  const show = (value: unknown, content: Content) => <Said kind={kind} of={one} value={value} content={content} locale={locale} />
  const [was, is, our] = [show(one.before, before), show(one.now, shared.content), show(one.ours, ours)]
  const several = holdsSeveral(partOf(kind, one.key)?.fields[one.field] ?? { kind: 'date' })
  return (
    <section className="v-section">
      <Heading level={2}>{line ? `${line} – ${label}` : label}</Heading>
      <Paragraphs before={one.before} now={one.now} locale={locale} />
      <SummaryList
        locale={locale}
        items={[
          { label: t.before, value: was, text: true },
          { label: t.now, value: is, text: true },
          { label: t.ours, value: our, text: true },
        ]}
      />
      {!isUntouched(one) && <p className="v-soft">{several ? t.adds : t.own}</p>}
      <Choose {...props} words={{ accept: t.accept, keep: t.keep }} />
    </section>
  )
}

/** So long that a reader looks for what differs in it. */
const long = 400

function Said({
  kind,
  of,
  value,
  content,
  locale,
}: { readonly of: Difference & { kind: 'answer' }; readonly value: unknown } & Pick<Props, 'kind' | 'locale'> & {
    readonly content: Content
  }) {
  const shown = answerShown(kind, of.key, of.field, value, content, locale)
  if (shown === null) return <span className="v-unanswered">{texts(locale).changesPage.empty}</span>
  return typeof value === 'string' && value.length > long ? <Details summary={texts(locale).changesPage.whole}>{shown}</Details> : shown
}

/** Of a long text, the paragraphs that went and came. */
function Paragraphs({ before, now, locale }: { readonly before: unknown; readonly now: unknown; readonly locale: Locale }) {
  const t = texts(locale).changesPage
  if (typeof before !== 'string' || typeof now !== 'string' || Math.max(before.length, now.length) <= long) return null
  const { went, came } = paragraphsOf(before, now)
  const list = (title: string, all: readonly string[]) =>
    all.length > 0 && (
      <>
        <Heading level={3}>{title}</Heading>
        {each(all, (one) => (
          <p className="v-prose" data-text="">
            {one}
          </p>
        ))}
      </>
    )
  return (
    <>
      {list(t.removed, went)}
      {list(t.added, came)}
    </>
  )
}

function Choose({
  one,
  may,
  chosen,
  refused,
  words,
  locale,
}: Props & { readonly one: Difference; readonly words: Readonly<Record<Choice, string>> }) {
  if (!may) return null
  const name = choiceName(nameOf(one))
  // What nobody here has touched is taken over unless somebody says otherwise.
  const value = chosen(nameOf(one)) ?? (isUntouched(one) ? 'accept' : undefined)
  return (
    <Radios
      name={name}
      label={texts(locale).changesPage.choose}
      inline
      value={value}
      error={errorAt(refused, name)}
      options={[
        { value: 'accept', label: words.accept },
        { value: 'keep', label: words.keep },
      ]}
    />
  )
}
