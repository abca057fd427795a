import type { ReactNode } from 'react'
import type { Form as Posted } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Decision } from '../../../../ui/decision.tsx'
import { Radios, Reveal, TextInput } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Section } from '../../../../ui/section.tsx'
import { DeedPage } from '../../pages/deed.tsx'
import type { CaseView } from '../../queries.ts'
import { consequencesOf } from '../consequences.ts'
import { type Ground, grounds, subjectsFields } from '../fields.ts'
import { assessmentTexts } from '../texts.ts'
import { AssessFirst } from './authority.tsx'
import { dutyOf } from './follows.tsx'
import { Assessed } from './panel.tsx'

export type SubjectsPageProps = {
  readonly view: CaseView
  readonly now: Date
  readonly locale: Locale
  readonly raw?: Posted | undefined
  readonly errors?: Readonly<Record<string, string>>
  /** What another has decided meanwhile, beside what was written. */
  readonly conflict?: ReactNode
}

/** Whether those affected are told; where not, one of the grounds of law, each in plain words (GDPR art. 34(3), popplyl. § 16). */
export function SubjectsPage({ view, now, locale, raw, errors = {}, conflict }: SubjectsPageProps) {
  const { deviation, profile } = view
  const texts = assessmentTexts(locale)
  const words = texts.pages.subjects
  const { subjectsForm } = texts
  const { duties } = consequencesOf(deviation, profile)
  const said = (name: keyof typeof subjectsFields) => String(raw?.[name] ?? '')
  return (
    <DeedPage
      view={view}
      now={now}
      locale={locale}
      title={words.title}
      lead={words.lead}
      errors={Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text }))}
      conflict={conflict}
    >
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
                      error={errors.outcome}
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
                    error={errors.ground}
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
                  error={errors.reason}
                />
              </>
            }
            consequences={[dutyOf('subjects', duties, locale)]}
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
