import { one } from '../../../../kernel/http.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { each } from '../../../../ui/each.ts'
import { Radios, Reveal, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { type After, errorAt } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { authorityFields } from '../../fields-assessment.ts'
import type { Gap } from '../../gaps.ts'
import type { CaseView } from '../../queries.ts'
import { consequencesOf } from '../consequences.ts'
import { assessmentTexts } from '../texts.ts'
import { dutyOf } from './follows.tsx'
import { Assessed, Joint } from './panel.tsx'

export type AuthorityPageProps = After & {
  readonly view: CaseView
  readonly now: Date
  readonly locale: Locale
  /** What stands in the way of not notifying, whatever is written here; empty: it may be decided, with reasons. */
  readonly hindrances: readonly Gap[]
  readonly joint: 'notNeeded' | 'waiting' | 'saysYes' | 'saysNo'
  /** Adviser and decider are the same person (F18). */
  readonly sameHand: boolean
}

/** Whether Datatilsynet is told: the duty and its rules beside the answer; "no" asks for near certainty and reasons (S1-47, S1-48). */
export function AuthorityPage(props: AuthorityPageProps) {
  const { view, now, locale, refused, conflict } = props
  const { deviation, profile } = view
  const texts = assessmentTexts(locale)
  const words = texts.pages.authority
  return (
    <DeedPage view={view} now={now} locale={locale} title={words.title} lead={words.lead} refused={refused} conflict={conflict}>
      {deviation.assessedAt === null ? (
        <AssessFirst view={view} locale={locale} />
      ) : (
        <Form wide action={`/avvik/${deviation.id}/varsling`} version={deviation.version}>
          <Decision
            locale={locale}
            facts={
              <>
                <Section title={words.basis} locale={locale} plain edit={view.actions.includes('assess') ? editOf(props) : undefined}>
                  <Assessed view={view} locale={locale} />
                  <Joint view={view} locale={locale} />
                </Section>
                <Answer {...props} />
              </>
            }
            consequences={[dutyOf('authority', consequencesOf(deviation, profile).duties, locale)]}
          >
            <Advice {...props} />
            <Actions>
              <Button>{words.save}</Button>
            </Actions>
          </Decision>
        </Form>
      )}
    </DeedPage>
  )
}

const editOf = ({ view, locale }: AuthorityPageProps) => ({
  href: `/avvik/${view.deviation.id}/vurdering`,
  label: assessmentTexts(locale).pages.authority.change,
})

export const AssessFirst = ({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) => {
  const { authority, panel } = assessmentTexts(locale).pages
  return (
    <>
      <Notice tone="warning" locale={locale}>
        {authority.assessFirst}
      </Notice>
      {view.actions.includes('assess') && (
        <Actions>
          <LinkButton href={`/avvik/${view.deviation.id}/vurdering`}>{panel.actions.assess}</LinkButton>
        </Actions>
      )}
    </>
  )
}

function Answer(props: AuthorityPageProps) {
  const { view, locale, refused, hindrances, joint } = props
  const texts = assessmentTexts(locale)
  const { authorityForm, pages } = texts
  const { assessment } = view.deviation
  const mayNot = hindrances.length === 0 && joint !== 'waiting' && joint !== 'saysYes'
  const asksCertainty = assessment.level !== null && view.profile.assessment.dutyTable[assessment.level].authority === 'exception'
  const said = (name: keyof typeof authorityFields, stored: string | null) => (refused ? one(refused.raw, name) : (stored ?? ''))
  const reason = (hint?: string) => (
    <TextInput
      name="reason"
      label={authorityForm.reason.label}
      {...(hint ? { hint } : { optional: locale })}
      rows={5}
      guard
      max={authorityFields.reason.max}
      value={said('reason', mayNot ? assessment.certaintyReasons : null)}
      error={errorAt(refused, 'reason')}
    />
  )
  const choices = authorityFields.outcome.of.map((value) => ({ value, label: authorityForm.outcome.choices[value] }))
  if (!mayNot)
    return (
      <>
        <Notice tone="warning" title={pages.authority.cannot} locale={locale}>
          <ul className="ds-list">
            {joint === 'waiting' && <li>{pages.authority.jointFirst}</li>}
            {joint === 'saysYes' && <li>{pages.authority.jointSaysYes}</li>}
            {each(hindrances, (gap) => (
              <li>{texts.gap[gap.code]}.</li>
            ))}
          </ul>
        </Notice>
        <Radios
          name="outcome"
          label={authorityForm.outcome.label}
          options={choices.filter((one) => one.value === 'notify')}
          value="notify"
          error={errorAt(refused, 'outcome')}
        />
        {reason()}
      </>
    )
  return (
    <>
      <Reveal
        by={
          <Radios
            name="outcome"
            label={authorityForm.outcome.label}
            options={choices.map((one) => ({ ...one, reveals: asksCertainty && one.value === 'notNotify' }))}
            value={said('outcome', null)}
            error={errorAt(refused, 'outcome')}
          />
        }
      >
        {asksCertainty && (
          <Radios
            name="certainty"
            label={authorityForm.certainty.label}
            hint={authorityForm.certainty.hint}
            inline
            options={authorityFields.certainty.of.map((value) => ({ value, label: authorityForm.certainty.choices[value] }))}
            value={said('certainty', null)}
            error={errorAt(refused, 'certainty')}
          />
        )}
      </Reveal>
      {reason(authorityForm.reason.hint)}
    </>
  )
}

/** What the rules recommend, and who should perhaps not decide alone. */
function Advice({ view, locale, hindrances, joint, sameHand, refused }: AuthorityPageProps) {
  const { authority } = assessmentTexts(locale).pages
  const unsure =
    view.deviation.assessment.certainty === 'unsure' ||
    (refused?.raw.certainty !== undefined && one(refused.raw, 'certainty') !== 'certain')
  const mayNot = hindrances.length === 0 && joint !== 'waiting' && joint !== 'saysYes'
  return (
    <>
      {(unsure || !mayNot) && (
        <p>
          <strong>{authority.recommended}.</strong> {unsure && authority.unsure}
        </p>
      )}
      {mayNot && !unsure && <p>{authority.mayNot}</p>}
      {sameHand && <p className="v-soft">{authority.sameHand}</p>}
    </>
  )
}
