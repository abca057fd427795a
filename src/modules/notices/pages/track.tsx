import type { ComponentChildren } from 'preact'
import { formatShort } from '../../../kernel/calendar/words.ts'
import { LinkButton, PostButton } from '../../../ui/button.tsx'
import { Deadline } from '../../../ui/deadline.tsx'
import { Details } from '../../../ui/details.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { Stack, TextLink } from '../../../ui/page.tsx'
import { NextStep, RecordPage } from '../../../ui/record-page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tag, type Tone } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { Timeline } from '../../../ui/timeline.tsx'
import { AuthorityDeadline, clockState, type Deviation, deviationTexts, reference } from '../../deviation/public.ts'
import { countOf } from '../draft.ts'
import { type Letter, lastSent, type NoticeKind, openDraft, stillOwed } from '../notice.ts'
import { readinessOf } from '../parts.ts'
import { possibleKinds } from '../rules.ts'
import { texts } from '../texts.ts'
import { draftNoticeBy, registerLetterBy } from '../workflow.ts'
import { authorityHref, countShown, NoticeTag, rolesIn, type Shown } from './words.tsx'

/** Where the case stands towards Datatilsynet, and the one thing to do next. */
export const TrackPage = (props: Shown) => {
  const { shown, locale } = props
  const { deviation } = shown.view
  const t = texts(locale)
  return (
    <RecordPage
      reference={reference(deviation) ?? ''}
      kind={t.deviation}
      title={t.title}
      locale={locale}
      status={<StandsTag {...props} />}
      deadline={<AuthorityDeadline deviation={deviation} locale={locale} now={props.now} />}
      next={<Next {...props} />}
      aside={<Aside {...props} />}
    >
      <About {...props} />
      <Versions {...props} />
      <OwedList {...props} />
      <Letters {...props} />
      <Contacts {...props} />
    </RecordPage>
  )
}

const tones: Readonly<Record<Deviation['authorityTrack'], Tone>> = {
  undecided: 'neutral',
  owed: 'danger',
  notOwed: 'neutral',
  preliminary: 'warning',
  notified: 'success',
  withdrawn: 'neutral',
}

/** Told late is said as that, not as told: whether it was in time is asked for years after (S1-50, S4-136). */
const StandsTag = ({ shown, locale, now }: Shown) => {
  const { deviation } = shown.view
  const t = texts(locale).track
  const track = deviation.authorityTrack
  if (clockState(deviation, now) !== 'late') return <StatusTag tone={tones[track]}>{t.stands[track]}</StatusTag>
  return <StatusTag tone="warning">{track === 'notified' ? t.late : `${t.stands[track]} · ${t.late.toLowerCase()}`}</StatusTag>
}

function Next({ shown, locale }: Shown) {
  const { view, file } = shown
  const { deviation, parts, profile, actions } = view
  const { id } = deviation
  const t = texts(locale)
  const may = draftNoticeBy.some((part) => parts.has(part))
  const last = lastSent(file.notices)
  const draft = openDraft(file.notices)
  const has = (kind: Letter['kind']) => file.letters.some((letter) => letter.kind === kind)
  const step = (said: { readonly title: string; readonly text?: string }, buttons?: ComponentChildren) => (
    <NextStep locale={locale} title={said.title} text={said.text}>
      {buttons}
    </NextStep>
  )
  const begin = (kind: NoticeKind, label: string, variant: 'primary' | 'secondary') => (
    <PostButton action={authorityHref(id)} hidden={{ kind }} variant={variant}>
      {label}
    </PostButton>
  )

  if (deviation.authorityTrack === 'notOwed') return step(t.next.notOwed)
  const order = file.letters.find((letter) => letter.kind === 'order' && letter.followedAt === null)
  const open = deviation.status !== 'closed'
  if (!may) {
    if (deviation.authorityTrack === 'undecided' && actions.includes('decideAuthority'))
      return step(t.next.decide, <LinkButton href={`/avvik/${id}/varsling`}>{t.next.decide.button}</LinkButton>)
    const text = t.next.others.text(rolesIn(shown, profile.authority.senders, locale))
    return last && stillOwed(file.owed).length === 0 && has('answer') ? step(t.next.nothing) : step({ ...t.next.others, text })
  }
  if (draft && open) {
    const { done, total } = readinessOf(draft.kind, draft.texts)
    const text = t.next.goOn.text(t.kinds[draft.kind], t.sheet.meter(done, total))
    return step({ ...t.next.goOn, text }, <LinkButton href={authorityHref(id, `/${draft.id}`)}>{t.next.goOn.button}</LinkButton>)
  }
  if (order)
    return step(t.next.order, <LinkButton href={authorityHref(id, `/brev/${order.id}/oppfolging`)}>{t.next.order.button}</LinkButton>)
  if ((!last || last.kind === 'withdrawn') && open && deviation.authorityTrack !== 'withdrawn') {
    const said = deviation.authorityTrack === 'owed' ? t.next.make : t.next.makeEarly
    return step(
      said,
      <>
        {begin('complete', said.button, 'primary')}
        {begin('preliminary', said.second, 'secondary')}
      </>,
    )
  }
  if (last?.kind === 'withdrawn') return step(t.next.nothing)
  if (stillOwed(file.owed).length > 0 && open)
    return step(
      t.next.supplement,
      <>
        {begin('supplementary', t.next.supplement.button, 'primary')}
        {begin('complete', t.next.supplement.second, 'secondary')}
      </>,
    )
  if (last && !has('receipt'))
    return step(t.next.receipt, <LinkButton href={authorityHref(id, '/brev?slag=receipt')}>{t.next.receipt.button}</LinkButton>)
  if (last && !has('answer'))
    return step(t.next.answer, <LinkButton href={authorityHref(id, '/brev?slag=answer')}>{t.next.answer.button}</LinkButton>)
  return step(t.next.nothing)
}

/** S3-19: how severe and how many stand on top, where the way to go on is chosen. */
const About = ({ shown, locale }: Shown) => {
  const { deviation } = shown.view
  const t = texts(locale)
  const { severity } = deviation.handling
  const count = countOf(deviation, locale)
  const aware = deviation.awareAt ?? deviation.report.discoveredAt
  const { times } = deviationTexts(locale)
  return (
    <KeyFacts
      facts={[
        {
          label: t.track.severity,
          value: severity ? deviationTexts(locale).severities[severity] : uiTexts(locale).notAssessed,
          open: severity === null,
        },
        { label: t.track.affected, value: countShown(deviation, locale), open: count === null },
        {
          label: deviation.awareAt ? times.aware : times.discovered,
          value: aware ? formatShort(aware, locale) : uiTexts(locale).notAnswered,
          open: aware === null,
        },
      ]}
    />
  )
}

function Versions({ shown, locale }: Shown) {
  const { file, view } = shown
  const { id, status } = view.deviation
  const t = texts(locale)
  const may = draftNoticeBy.some((part) => view.parts.has(part))
  const draft = openDraft(file.notices)
  const last = lastSent(file.notices)
  const more =
    may && !draft && last && status !== 'closed' && view.deviation.authorityTrack !== 'notOwed' ? possibleKinds(file.notices) : []
  return (
    <Section title={t.track.versions} id="meldinger" locale={locale}>
      {file.notices.length === 0 ? (
        <p className="v-soft">{t.track.noVersions}</p>
      ) : (
        <TaskList
          tasks={file.notices.toReversed().map((notice) => ({
            name: `${t.track.number(notice.number)}: ${t.kinds[notice.kind]}`,
            href: authorityHref(id, `/${notice.id}`),
            hint: [
              notice.sentAt ? t.track.sentAt(formatShort(notice.sentAt, locale)) : t.track.begun(formatShort(notice.createdAt, locale)),
              notice.reference,
            ]
              .filter(Boolean)
              .join(' · '),
            status: <NoticeTag status={notice.status} locale={locale} />,
          }))}
        />
      )}
      {more.length > 0 && (
        <Details summary={t.next.more}>
          <Stack>
            {more.map((kind) => (
              <div key={kind}>
                <p>{t.kindLeads[kind]}</p>
                <PostButton action={authorityHref(id)} hidden={{ kind }} variant="secondary">
                  {t.kinds[kind]}
                </PostButton>
              </div>
            ))}
          </Stack>
        </Details>
      )}
    </Section>
  )
}

function OwedList({ shown, locale, now }: Shown) {
  const { file } = shown
  const t = texts(locale).track
  const last = lastSent(file.notices)
  if (!last || last.kind === 'withdrawn' || file.owed.length === 0) return null
  return (
    <Section title={t.owed} id="ettersendes" locale={locale}>
      {stillOwed(file.owed).length === 0 && <p>{t.nothingOwed}</p>}
      <TaskList
        tasks={file.owed.map((one) => ({
          name: one.what,
          ...(one.suppliedAt
            ? { status: <StatusTag tone="success">{t.supplied(formatShort(one.suppliedAt, locale))}</StatusTag> }
            : { deadline: <Deadline due={one.dueAt} now={now} locale={locale} compact /> }),
        }))}
      />
    </Section>
  )
}

function Letters({ shown, locale, now }: Shown) {
  const { file, view } = shown
  const { id } = view.deviation
  const t = texts(locale)
  const letters = file.letters.filter((letter) => letter.kind !== 'contact')
  const told = lastSent(file.notices)
  const lacks = (kind: Letter['kind']) => told && told.kind !== 'withdrawn' && !letters.some((letter) => letter.kind === kind)
  return (
    <Section
      title={t.track.letters}
      id="brev"
      locale={locale}
      edit={
        registerLetterBy.some((part) => view.parts.has(part)) ? { href: authorityHref(id, '/brev'), label: t.track.register } : undefined
      }
      aside={
        <>
          {lacks('receipt') && <Tag tone="warning">{t.track.receiptMissing}</Tag>}
          {lacks('answer') && <Tag tone="warning">{t.track.answerMissing}</Tag>}
        </>
      }
    >
      {letters.length === 0 ? (
        <p className="v-soft">{t.track.noLetters}</p>
      ) : (
        <LetterList letters={letters} shown={shown} locale={locale} now={now} />
      )}
    </Section>
  )
}

/** What came, and for an order how long is left, or how it was followed. */
export const LetterList = ({ letters, shown, locale, now }: Shown & { readonly letters: readonly Letter[] }) => {
  const t = texts(locale)
  const { id } = shown.view.deviation
  return (
    <TaskList
      tasks={letters.map((letter) => ({
        name: t.letterKinds[letter.kind],
        ...(letter.kind === 'order' && !letter.followedAt ? { href: authorityHref(id, `/brev/${letter.id}/oppfolging`) } : {}),
        hint: (
          <>
            <p>{[formatShort(letter.at, locale), letter.reference].filter(Boolean).join(' · ')}</p>
            <p>{letter.content}</p>
            {letter.followedHow && <p>{letter.followedHow}</p>}
          </>
        ),
        ...(letter.followedAt
          ? { status: <StatusTag tone="success">{t.track.followed(formatShort(letter.followedAt, locale))}</StatusTag> }
          : letter.dueAt
            ? { deadline: <Deadline due={letter.dueAt} now={now} locale={locale} compact /> }
            : {}),
      }))}
    />
  )
}

/** S4-142: when, what was asked, what was answered. */
function Contacts({ shown, locale }: Shown) {
  const { file, view } = shown
  const t = texts(locale)
  const contacts = file.letters.filter((letter) => letter.kind === 'contact')
  return (
    <Section
      title={t.track.contacts}
      id="kontakt"
      locale={locale}
      edit={
        registerLetterBy.some((part) => view.parts.has(part))
          ? { href: authorityHref(view.deviation.id, '/brev?slag=contact'), label: t.track.registerContact }
          : undefined
      }
    >
      {contacts.length === 0 ? (
        <p className="v-soft">{t.track.noContacts}</p>
      ) : (
        <ContactLog shown={shown} locale={locale} contacts={contacts} />
      )}
    </Section>
  )
}

export const ContactLog = ({ shown, locale, contacts }: Omit<Shown, 'now'> & { readonly contacts: readonly Letter[] }) => {
  const t = texts(locale)
  return (
    <Timeline
      locale={locale}
      events={contacts.map((contact) => ({
        at: contact.at,
        title: t.letterKinds.contact,
        who: shown.names.get(contact.registeredBy),
        text: (
          <>
            <p>
              <b>{t.track.asked}:</b> {contact.question}
            </p>
            <p>
              <b>{t.track.answered}:</b> {contact.content}
            </p>
          </>
        ),
      }))}
    />
  )
}

const Aside = ({ shown, locale }: Shown) => {
  const { view, file, instruction, link } = shown
  const t = texts(locale)
  return (
    <>
      <Section title={t.track.instruction} locale={locale} plain>
        <p>{instruction[locale]}</p>
        {link && (
          <LinkButton href={link} icon="external" variant="secondary">
            {t.track.openLink}
          </LinkButton>
        )}
        <p className="v-soft">{t.track.lead}</p>
        <p className="v-soft">{t.track.senders(rolesIn(shown, view.profile.authority.senders, locale))}</p>
      </Section>
      <Section title={t.track.copies} locale={locale}>
        {file.copies.length === 0 ? (
          <p className="v-soft">{t.track.noCopies}</p>
        ) : (
          <Timeline
            locale={locale}
            events={file.copies.map((copy) => ({
              at: copy.sentAt,
              title: `${copy.party} (${t.partyRoles[copy.partyRole].toLowerCase()})`,
              who: shown.names.get(copy.sentBy),
            }))}
          />
        )}
      </Section>
      <p>
        <TextLink href={`/avvik/${view.deviation.id}`}>{t.track.toCase}</TextLink>
      </p>
    </>
  )
}
