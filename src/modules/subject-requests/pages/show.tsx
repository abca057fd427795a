import type { ComponentChildren } from 'preact'
import { endOfDay } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Deadline } from '../../../ui/deadline.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue, ViewOfAny } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { askFields, recordFields } from '../fields.ts'
import { groundsAsOf, groundsInLaw } from '../grounds.ts'
import type { OpenRequest } from '../queries.ts'
import { inTime } from '../rules.ts'
import type { Correction, Opened, Search } from '../subject-request.ts'
import { texts } from '../texts.ts'
import { OpenRequests } from './open.tsx'

export const tones = { received: 'warning', answered: 'success', sentOn: 'neutral' } as const

export type ShowProps = {
  readonly request: Opened
  readonly names: OffersByName
  readonly systems: ReadonlyMap<string, string>
  readonly may: { readonly keep: boolean; readonly correct: boolean; readonly search: (search: Search) => boolean }
  /** Others of the same person or contact that are not answered. */
  readonly beside: readonly OpenRequest[]
  /** What was written in wrong and put right; for those who answer it. */
  readonly corrections: readonly Correction[]
  readonly correctors: ReadonlyMap<string, { readonly name: string }>
  readonly documentsLink: string | null
  readonly related: readonly ComponentChildren[]
  readonly now: Date
  readonly locale: Locale
} & After

export function ShowRequest(props: ShowProps) {
  const { request, names, may, beside, related, now, locale, refused, conflict } = props
  const t = texts(locale)
  const { values } = request
  const at = `/egne-opplysninger/${request.id}`
  const named = (field: 'unit' | 'responsible') => showValue(recordFields[field], values[field], { label: '' }, locale, names[field])
  const isOpen = values.status === 'received'
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={values.right === null ? t.one : t.ask.right.choices[values.right]}
        kicker={`${t.one} ${values.reference ?? ''}`}
      />
      <KeyFacts
        facts={[
          {
            label: t.show.state,
            value: values.status && <StatusTag tone={tones[values.status]}>{t.show.status[values.status]}</StatusTag>,
          },
          {
            label: t.show.dueOn,
            value:
              isOpen && values.dueOn !== null ? (
                <Deadline due={endOfDay(values.dueOn)} now={now} locale={locale} soonHours={24 * 7} compact />
              ) : (
                values.answeredOn && t.show.answeredOn(formatDate(values.answeredOn, locale), inTime(values))
              ),
          },
          { label: t.show.receivedOn, value: values.receivedOn && formatDate(values.receivedOn, locale) },
          { label: t.assign.responsible.label, value: named('responsible') ?? uiTexts(locale).missing, open: values.responsible === null },
          { label: t.assign.unit.label, value: named('unit') ?? uiTexts(locale).missing, open: values.unit === null },
        ]}
      />
      {conflict}
      {isOpen && may.keep && <NextStep {...props} at={at} />}
      {beside.length > 0 && (
        <Section title={t.beside.others} locale={locale}>
          <OpenRequests open={beside} locale={locale} />
        </Section>
      )}
      <Answer {...props} at={at} />
      <Section title={t.show.what} edit={may.correct ? { href: `${at}/retting` } : undefined} locale={locale}>
        <ViewOfAny fields={askFields} texts={may.keep ? t.registration : t.ask} values={values} locale={locale} />
      </Section>
      <Corrections {...props} at={at} />
      <Identity {...props} at={at} />
      <Checklist {...props} at={at} />
      {values.extendedAt !== null && (
        <Section title={t.show.extended} locale={locale}>
          <p>{values.extendReason}</p>
          <p className="v-soft">{values.extendToldOn && t.show.toldOn(formatDate(values.extendToldOn, locale))}</p>
        </Section>
      )}
      {may.keep && <Papers {...props} at={at} />}
      {each(related, (panel) => panel)}
    </>
  )
}

type Part = ShowProps & { readonly at: string }

/** One thing to do next; the rest beside it. */
function NextStep({ request, at, locale }: Part) {
  const t = texts(locale)
  const { values, version, searches } = request
  const lacksAuthority = values.actsFor !== 'self' && values.authority !== 'checked'
  // What is told waits for who asks and for what is found; a refusal need not.
  const canTell = values.identifiedAt !== null && !lacksAuthority && searches.every(({ finding }) => finding !== null)
  const steps = [
    ...(values.responsible === null ? [{ href: `${at}/fordeling`, label: t.assignTitle }] : []),
    ...(values.identifiedAt === null ? [{ href: `${at}/identitet`, label: t.identifyTitle }] : []),
    ...(lacksAuthority && values.identifiedAt !== null ? [{ href: `${at}/identitet`, label: t.show.checkAuthority }] : []),
    ...(canTell ? [{ href: `${at}/svar`, label: t.answerTitle }] : []),
    ...(values.responsible === null ? [] : [{ href: `${at}/fordeling`, label: t.assignAgain }]),
    ...(values.extendedAt === null ? [{ href: `${at}/forlengelse`, label: t.extendTitle }] : []),
  ]
  return (
    <Actions>
      {steps.map(({ href, label }, index) => (
        <LinkButton key={label} href={href} variant={index === 0 ? 'primary' : 'secondary'}>
          {label}
        </LinkButton>
      ))}
      <PostButton action={`${at}/leting`} hidden={{ version }} variant="secondary">
        {searches.length === 0 ? t.show.beginSearch : t.show.searchAgain}
      </PostButton>
      {!canTell && (
        <LinkButton href={`${at}/svar`} variant="tertiary">
          {t.show.answerWithout}
        </LinkButton>
      )}
    </Actions>
  )
}

function Answer({ request, locale }: Part) {
  const t = texts(locale)
  const { outcome, ground, answer } = request.values
  if (outcome === null) return null
  return (
    <Section title={t.show.answer} locale={locale}>
      <p>
        <b>{t.show.outcome[outcome]}</b>
      </p>
      {ground !== null && (
        <p>
          {t.answer.ground.choices[ground]} ({groundsInLaw[ground].reference}, {t.show.asOf(formatDate(groundsAsOf, locale))})
        </p>
      )}
      {answer !== null && <p className="v-question">{answer}</p>}
    </Section>
  )
}

/** Why it says something else than it did: each correction stands. */
function Corrections({ corrections, correctors, locale }: Part) {
  const t = texts(locale)
  const labels: Readonly<Record<string, { readonly label: string }>> = t.registration
  if (corrections.length === 0) return null
  return (
    <Section title={t.show.corrections} locale={locale}>
      {each(corrections, ({ at, by, fields, reason }) => (
        <>
          <p className="v-question">{reason}</p>
          <p className="v-soft">
            {t.show.corrected(
              formatInstant(at, locale),
              correctors.get(by)?.name ?? '',
              fields.map((field) => labels[field]?.label.replace(/\?$/, '') ?? '').join(', '),
            )}
          </p>
        </>
      ))}
    </Section>
  )
}

function Identity({ request, at, may, locale }: Part) {
  const t = texts(locale)
  const { identity, identityNote, actsFor, authority, status } = request.values
  const change = status === 'received' && may.keep ? { href: `${at}/identitet` } : undefined
  return (
    <Section title={t.show.identity} edit={change} locale={locale}>
      <p>{identity === null ? t.show.identityOpen : t.identify.identity.choices[identity]}</p>
      {actsFor !== 'self' && <p>{authority === null ? t.show.authorityOpen : t.identify.authority.choices[authority]}</p>}
      {actsFor === 'guardian' && <p className="v-soft">{t.show.child}</p>}
      {identityNote !== null && <p className="v-question">{identityNote}</p>}
    </Section>
  )
}

function Checklist({ request, systems, at, may, locale }: Part) {
  const t = texts(locale)
  const open = request.values.status === 'received'
  if (request.searches.length === 0) return null
  return (
    <Section title={t.show.searches} locale={locale}>
      <TaskList
        tasks={request.searches.map((search) => ({
          name: systems.get(search.system) ?? '',
          href: open && may.search(search) ? `${at}/funn/${search.id}` : undefined,
          hint: search.note ?? undefined,
          status: (
            <StatusTag tone={search.finding === null ? 'warning' : 'success'}>
              {search.finding === null ? t.show.notSearched : t.finding.finding.choices[search.finding]}
            </StatusTag>
          ),
        }))}
      />
    </Section>
  )
}

function Papers({ request, at, documentsLink, locale }: Part) {
  const t = texts(locale)
  const { version, values } = request
  return (
    <Section title={t.show.papers} locale={locale}>
      <ul>
        {(['nb', 'nn', 'en'] as const).map((language) => (
          <li key={language}>
            {t.show.overview[language]}: <TextLink href={`${at}/oversikt-${language}.pdf`}>{t.show.pdf}</TextLink>,{' '}
            <TextLink href={`${at}/oversikt-${language}.docx`}>{t.show.docx}</TextLink>. {t.show.letter}:{' '}
            <TextLink href={`${at}/svarbrev-${language}.pdf`}>{t.show.pdf}</TextLink>,{' '}
            <TextLink href={`${at}/svarbrev-${language}.docx`}>{t.show.docx}</TextLink>
          </li>
        ))}
      </ul>
      {values.status === 'received' && (
        <Details summary={t.show.isDocuments}>
          <p>{t.show.isDocumentsText}</p>
          {documentsLink === null && <Notice locale={locale}>{t.documents.noLink}</Notice>}
          <PostButton action={`${at}/oversending`} hidden={{ version }} variant="secondary">
            {t.show.sendOn}
          </PostButton>
        </Details>
      )}
    </Section>
  )
}
