import { emptyValues } from '../../../kernel/fields.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { GuardTexts } from '../../../ui/guard-notice.tsx'
import { Notice as Note } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { documentationGaps } from '../draft.ts'
import { followFields, type LetterKind, letterFields } from '../fields.ts'
import type { Letter } from '../notice.ts'
import { texts } from '../texts.ts'
import { ContactLog, LetterList } from './track.tsx'
import { authorityHref, DeedPage, type Shown } from './words.tsx'

export type LettersProps = Shown &
  After & {
    readonly may: boolean
    readonly kind: LetterKind | null
  }

/** What has come from Datatilsynet and been said with them, and a form for the next. */
export const LettersPage = (props: LettersProps) => {
  const { shown, locale, may, kind, refused } = props
  const t = texts(locale)
  const { letters } = shown.file
  const came = letters.filter((letter) => letter.kind !== 'contact')
  const contacts = letters.filter((letter) => letter.kind === 'contact')
  const href = authorityHref(shown.view.deviation.id)
  return (
    <DeedPage {...props} title={t.letters.title} lead={t.letters.lead}>
      {may && (
        <Form action={`${href}/brev`}>
          <RecordForm
            fields={letterFields}
            texts={t.letter}
            values={{ ...emptyValues(letterFields), kind }}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
            shown={fieldsFor(refused ? null : kind)}
          />
          <Actions>
            <Button>{t.letters.button}</Button>
            <LinkButton href={href} variant="tertiary">
              {t.sheet.cancel}
            </LinkButton>
          </Actions>
        </Form>
      )}
      {came.length > 0 && (
        <Section title={t.track.letters} locale={locale}>
          <LetterList letters={came} {...props} />
        </Section>
      )}
      {contacts.length > 0 && (
        <Section title={t.track.contacts} locale={locale}>
          <ContactLog contacts={contacts} {...props} />
        </Section>
      )}
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}

/** Where the kind is known from the link, only its own questions. */
const fieldsFor = (kind: LetterKind | null): readonly (keyof typeof letterFields)[] => [
  'kind',
  'at',
  'reference',
  ...(kind === null || kind === 'contact' ? (['question'] as const) : []),
  'content',
  ...(kind === null || kind === 'order' ? (['dueOn'] as const) : []),
]

export type FollowProps = Shown & After & { readonly order: Letter }

/** S4-159: the order, how the documentation stands, and the words that say it has been followed. */
export const FollowPage = (props: FollowProps) => {
  const { shown, locale, order, refused } = props
  const t = texts(locale)
  const { deviation } = shown.view
  const open = documentationGaps(deviation).length > 0
  return (
    <DeedPage {...props} title={t.letters.followTitle} lead={order.content}>
      <Note tone={open ? 'warning' : 'success'} title={t.letters.evidence} locale={locale}>
        <p>{open ? t.letters.evidenceOpen : t.letters.evidenceDone}</p>
        <p>
          <TextLink href={`/avvik/${deviation.id}/dokumentasjon`}>{t.sheet.documentationLink}</TextLink>
        </p>
      </Note>
      <Form action={authorityHref(deviation.id, `/brev/${order.id}/oppfolging`)}>
        <RecordForm
          fields={followFields}
          texts={t.follow}
          values={emptyValues(followFields)}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.track.registerFollowed}</Button>
          <LinkButton href={authorityHref(deviation.id)} variant="tertiary">
            {t.sheet.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}
