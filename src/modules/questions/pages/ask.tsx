import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { fill } from '../../../ui/texts.ts'
import { askFields } from '../fields.ts'
import type { Asking, SentTo } from '../question.ts'
import { texts } from '../texts.ts'

export type Person = { readonly name: string; readonly email: string | null }
/** Whom one may ask, with the people that it comes to. `by`: what those are who have it meanwhile; null where they are asked themselves. */
export type Asked = {
  readonly sentTo: SentTo
  readonly title: string
  readonly persons: readonly Person[]
  readonly by: string | null
  /** It would have come to whoever asks. */
  readonly holds: boolean
}
export type Whom = { readonly asked: readonly Asked[]; readonly mailbox: { readonly title: string; readonly address: string } | null }

type AskProps = {
  readonly id: string
  readonly asking: Asking
  /** Asked from a page that can be told of. */
  readonly fromPage: boolean
  readonly goesOn: boolean
  readonly offers: Offers<typeof askFields>
  readonly whom: Whom
  readonly locale: Locale
} & After

/** Of whom, and what: who it comes to stands at each choice. */
export function AskPage({ id, asking, fromPage, goesOn, offers, whom, locale, refused, conflict }: AskProps) {
  const t = texts(locale)
  const isRoutine = asking.kind === 'routine'
  const sentTo = { ...t.ask.sentTo, choiceHints: Object.fromEntries(whom.asked.map((one) => [one.sentTo, whoHasIt(one, locale)])) }
  return (
    <>
      <FormFrame
        title={isRoutine ? t.ask.kind.choices.routine : t.add}
        kicker={goesOn ? t.goesOn : undefined}
        lead={isRoutine ? t.routineLead : t.lead}
        save={t.send}
        back="/sporsmal"
        hidden={{ id, kind: asking.kind ?? 'advice' }}
        locale={locale}
        refused={refused}
        conflict={conflict}
      >
        <RecordForm
          fields={askFields}
          texts={{ ...t.ask, sentTo }}
          values={asking}
          offers={offers}
          shown={['sentTo', 'about', ...(isRoutine ? (['unit'] as const) : []), ...(fromPage ? (['with'] as const) : [])]}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
      </FormFrame>
      <WhoToAsk whom={whom} locale={locale} />
      {!isRoutine && (
        <p>
          <TextLink href="/sporsmal/nytt?type=routine">{t.ask.kind.choices.routine}</TextLink>
        </p>
      )}
    </>
  )
}

const namesOf = (persons: readonly Person[]) => persons.map(({ name }) => name).join(', ')
/** "Rektor, Sandnes"; where nobody is asked by that name, who has it instead. */
export function whoHasIt({ persons, by, holds }: Pick<Asked, 'persons' | 'by' | 'holds'>, locale: Locale): string {
  const { contacts } = texts(locale)
  if (persons.length === 0) return holds ? contacts.yourself : contacts.nobody
  if (by === null) return namesOf(persons)
  return fill(holds ? contacts.yourselfInstead : contacts.instead, { names: namesOf(persons), role: by })
}

/** Where they are reached without Varde, and what the officer may not tell (S2-13, S4-077). */
const WhoToAsk = ({ whom, locale }: { readonly whom: Whom; readonly locale: Locale }) => {
  const t = texts(locale)
  return (
    <Section title={t.contacts.title} locale={locale}>
      <ul className="ds-list">
        {each(whom.asked, (one) => (
          <li>
            {one.title}: {one.by !== null || one.persons.length === 0 ? whoHasIt(one, locale) : null}{' '}
            <People people={one.persons} named={one.by === null} />
          </li>
        ))}
        {whom.mailbox && (
          <li>
            {whom.mailbox.title}: <TextLink href={`mailto:${whom.mailbox.address}`}>{whom.mailbox.address}</TextLink>
          </li>
        )}
      </ul>
      <p className="v-soft v-prose">{t.secrecy}</p>
    </Section>
  )
}

export const People = ({ people, named }: { readonly people: readonly Person[]; readonly named: boolean }) => (
  <>
    {people.map(({ name, email }, at) => (
      <span key={name}>
        {at > 0 ? '; ' : null}
        {named ? name : null}
        {named && email ? ', ' : null}
        {email && <TextLink href={`mailto:${email}`}>{email}</TextLink>}
      </span>
    ))}
  </>
)
