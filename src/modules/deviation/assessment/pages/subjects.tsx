import { one } from '../../../../kernel/http.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { Radios, Reveal, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { type After, errorAt } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { type Ground, grounds, subjectsFields } from '../../fields-assessment.ts'
import type { CaseView } from '../../queries.ts'
import { consequencesOf } from '../consequences.ts'
import { assessmentTexts } from '../texts.ts'
import { AssessFirst } from './authority.tsx'
import { dutyOf } from './follows.tsx'
import { Assessed } from './panel.tsx'

export type SubjectsPageProps = After & {
  readonly view: CaseView
  readonly now: Date
  readonly locale: Locale
}

/** Whether those affected are told; where not, one of the grounds of law, each in plain words (GDPR art. 34(3), popplyl. § 16). */
export function SubjectsPage({ view, now, locale, refused, conflict }: SubjectsPageProps) {
  const { deviation, profile } = view
  const texts = assessmentTexts(locale)
  const words = texts.pages.subjects
  const { subjectsForm } = texts
  const { duties } = consequencesOf(deviation, profile)
  const said = (name: keyof typeof subjectsFields) => (refused ? one(refused.raw, name) : '')
  return (
    <DeedPage view={view} now={now} locale={locale} title={words.title} lead={words.lead} refused={refused} conflict={conflict}>
      {deviation.assessedAt === null ? (
        <AssessFirst view={view} locale={locale} />
      ) : (
        <Form wide action={`/avvik/${deviation.id}/informering`} version={deviation.version}>
          <Decision
            locale={locale}
            facts={
              <>
                <Section title={texts.pages.authority.basis} locale={locale} plain>
                  <Assessed view={view} locale={locale} />
                </Section>
                <Reveal
                  by={
                    <Radios
                      name="outcome"
                      label={subjectsForm.outcome.label}
                      options={subjectsFields.outcome.of.map((value) => ({
                        value,
                        label: subjectsForm.outcome.choices[value],
                        reveals: value === 'notInform',
                      }))}
                      value={said('outcome')}
                      error={errorAt(refused, 'outcome')}
                    />
                  }
                >
                  <Radios
                    name="ground"
                    label={subjectsForm.ground.label}
                    hint={subjectsForm.ground.hint}
                    options={offered(duties.subjects.required).map((value) => ({
                      value,
                      label: subjectsForm.ground.choices[value],
                      hint: texts.ground[value],
                    }))}
                    value={said('ground')}
                    error={errorAt(refused, 'ground')}
                  />
                </Reveal>
                <TextInput
                  name="reason"
                  label={subjectsForm.reason.label}
                  hint={subjectsForm.reason.hint}
                  rows={5}
                  guard
                  max={subjectsFields.reason.max}
                  value={said('reason')}
                  error={errorAt(refused, 'reason')}
                />
              </>
            }
            consequences={[{ text: words.byRule }, dutyOf('subjects', duties, locale), { text: words.ifNot }]}
          >
            <Actions>
              <Button>{words.save}</Button>
            </Actions>
          </Decision>
        </Form>
      )}
    </DeedPage>
  )
}

/** "The risk is not high" is a ground only where the assessment says so. */
const offered = (required: 'yes' | 'no' | 'undecided'): readonly Ground[] =>
  grounds.filter((ground) => ground !== 'lowRisk' || required === 'no')
