import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { each } from '../../../../ui/each.ts'
import { Empty } from '../../../../ui/empty.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { ListPage, manyForm } from '../../../../ui/list-page.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { type Column, DataTable } from '../../../../ui/table.tsx'
import { dismissFields } from '../fields.ts'
import type { Aside } from '../mail.ts'
import type { MailsView, MailView, Waiting } from '../queries.ts'
import { mailInTexts } from '../texts.ts'
import { senderOf } from './mail.tsx'

type Mail = MailView['mail']
type Shown = { readonly view: MailsView; readonly now: Date; readonly locale: Locale }
/** What a box in a row posts: the version that was seen goes along. */
type Ticks = { readonly ticks: { readonly name: string; readonly of: (mail: Mail) => string } }
type ListProps = Shown &
  Ticks & {
    readonly waiting: Waiting
    readonly counts: { readonly known: number; readonly unknown: number }
    readonly held: number
    readonly aside: readonly (readonly [Aside, number])[]
    readonly on: boolean
    /** Whether this reader may see which mails are from one sender. */
    readonly senders: boolean
  }

export const mailsAt = '/avvik/epost'
/** The address of one view: shared, it shows the same. */
export function addressOf({ known, like, after }: MailsView): string {
  const query = new URLSearchParams()
  if (known !== null) query.set('kjent', known ? 'ja' : 'nei')
  if (like !== null) query.set('fra', like)
  if (after !== null) query.set('etter', after)
  return query.size > 0 ? `${mailsAt}?${query}` : mailsAt
}

const columnsIn = (locale: Locale, now: Date): readonly Column<Mail>[] => {
  const t = mailInTexts(locale)
  return [
    {
      key: 'subject',
      label: t.subject,
      heading: true,
      cell: (mail) => <TextLink href={`${mailsAt}/${mail.id}`}>{mail.subject ?? t.noSubject}</TextLink>,
    },
    {
      key: 'from',
      label: t.from,
      cell: (mail) => (
        <>
          {senderOf(mail, locale)}
          {mail.known && !mail.hidden && <span className="v-soft"> · {t.knownSender}</span>}
        </>
      ),
    },
    { key: 'received', label: t.received, figures: true, cell: (mail) => formatInstant(mail.receivedAt, locale, now) },
  ]
}

/** What has come to the security address and waits for somebody to look at it. */
export function MailsPage({ waiting, counts, held, aside, on, senders, view, ticks, now, locale }: ListProps) {
  const t = mailInTexts(locale)
  const { mails, more, count } = waiting
  const begins = { ...view, after: null }
  const last = mails.at(-1)
  const one = (known: boolean | null, label: string, n: number) => ({
    href: addressOf({ known, like: null, after: null }),
    label,
    count: n,
    current: view.like === null && view.known === known,
  })
  const tick: Column<Mail> = {
    key: ticks.name,
    label: t.choose,
    cell: (mail) => (
      <input
        className="ds-input"
        type="checkbox"
        form={manyForm}
        name={ticks.name}
        value={ticks.of(mail)}
        aria-label={t.chooseOne(mail.subject ?? t.noSubject)}
      />
    ),
  }
  return (
    <Stack gap="lg">
      <ListPage
        title={t.title}
        lead={t.lead}
        count={count}
        locale={locale}
        notice={
          <>
            {!on && <Notice locale={locale}>{t.off}</Notice>}
            {held > 0 && (
              <Notice tone="warning" title={t.held.title(held)} locale={locale}>
                {t.held.text}
              </Notice>
            )}
          </>
        }
        views={
          senders && counts.known + counts.unknown > 0
            ? [
                one(null, t.views.all, counts.known + counts.unknown),
                one(true, t.views.known, counts.known),
                one(false, t.views.unknown, counts.unknown),
                ...(view.like === null ? [] : [{ href: addressOf(begins), label: t.views.like, count, current: true }]),
              ]
            : undefined
        }
        columns={[tick, ...columnsIn(locale, now)]}
        rows={mails}
        rowKey={({ id }) => id}
        many={mails.length > 0 ? { action: `${mailsAt}/avvisning`, hidden: hiddenOf(begins), label: t.many.chosen } : undefined}
        pager={{
          first: view.after ? addressOf(begins) : undefined,
          next: more && last ? addressOf({ ...view, after: last.id }) : undefined,
        }}
        empty={<Empty title={t.empty}>{t.emptyText}</Empty>}
      />
      {count > 1 && (
        <Form action={`${mailsAt}/avvisning`} hidden={{ ...hiddenOf(begins), alle: 'ja' }} unsaved={false}>
          <Button variant="tertiary">{t.many.all(count)}</Button>
        </Form>
      )}
      {aside.length > 0 && (
        <Section title={t.aside} locale={locale}>
          <p>{t.asideText}</p>
          <ul>
            {aside.map(([why, n]) => (
              <li key={why}>{t.asides[why](n)}</li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  )
}

const hiddenOf = ({ known, like }: MailsView): Readonly<Record<string, string>> => ({
  ...(known === null ? {} : { kjent: known ? 'ja' : 'nei' }),
  ...(like === null ? {} : { fra: like }),
})

type PreviewProps = Shown &
  Ticks & {
    readonly mails: readonly Mail[]
    /** That are in the view and not among these. */
    readonly rest: number
    readonly refused: Refused | undefined
  }

/** All that would be dismissed, and why, before anything is done. */
export function DismissManyPage({ mails, rest, refused, view, ticks, now, locale }: PreviewProps) {
  const t = mailInTexts(locale)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.many.title} lead={t.many.lead} />
      {rest > 0 && <Notice locale={locale}>{t.many.rest(rest)}</Notice>}
      {view.like !== null && <Notice locale={locale}>{t.many.held}</Notice>}
      <DataTable
        caption={t.many.will(mails.length)}
        captionHidden={false}
        rows={mails}
        rowKey={({ id }) => id}
        columns={columnsIn(locale, now)}
      />
      <Form action={`${mailsAt}/avvisning`} hidden={{ ...hiddenOf(view), gjor: 'ja' }} unsaved={false}>
        {each(mails, (mail) => (
          <input type="hidden" name={ticks.name} value={ticks.of(mail)} />
        ))}
        <RecordForm
          fields={dismissFields}
          texts={t.dismiss.fields}
          values={{ dismissal: null }}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button variant="danger">{t.many.do(mails.length)}</Button>
          <LinkButton href={addressOf(view)} variant="tertiary">
            {t.many.back}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}
