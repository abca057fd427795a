import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { type After, errorAt } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { fieldName, textsFor } from '../asking.ts'
import { askedOf, type Content, optionOf } from '../content.ts'
import type { Answers, Campaign, CampaignUnit } from '../questionnaire.ts'
import type { Want } from '../rules-answering.ts'
import { unitAddress } from '../tasks.ts'
import { texts } from '../texts.ts'

export type CheckProps = After & {
  readonly campaign: Campaign
  readonly unit: CampaignUnit
  readonly answers: Answers
  readonly content: Content
  readonly wants: readonly Want[]
  readonly unconfirmed: number
  /** The unit as it is chosen: their own from the start (S2-05). */
  readonly given: string
  readonly locale: Locale
}

/** All answers on one page, what is missing first, and the one button that sends. */
export function CheckPage({ campaign, unit, answers, content, wants, unconfirmed, given, locale, refused }: CheckProps) {
  const t = texts(locale)
  const a = t.answering
  const here = unitAddress(unit)
  const all = askedOf(content, answers)
  const partOf = (key: string) => content.sections.findIndex(({ questions }) => questions.some((one) => one.key === key)) + 2
  const labels = textsFor(content, all, locale)
  const writes = campaign.status === 'open' && unit.status === 'open'
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={a.check} kicker={unit.name} lead={a.checkLead} />
      {wants.length > 0 && (
        <Notice tone="warning" title={a.wants(wants.length)} locale={locale}>
          <p>{a.wantsText}</p>
          <ul>
            {wants.map(({ question, field }) => {
              const found = all.find(({ key }) => key === question)
              return (
                <li key={`${question}${field}`}>
                  <TextLink href={`${here}/del/${partOf(question)}#${question}`}>
                    {field === 'option'
                      ? labels[fieldName(question, 'option')]?.label
                      : `${found?.number}: ${labels[fieldName(question, field)]?.label}`}
                  </TextLink>
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      {unconfirmed > 0 && (
        <Notice locale={locale}>
          <p>
            {a.reviewWarn(unconfirmed)} <TextLink href={`${here}/gjennomgang`}>{a.review}</TextLink>
          </p>
        </Notice>
      )}
      {writes && (
        <Form version={unit.version} unsaved={false}>
          <Select
            name="unit"
            label={a.unit}
            value={given}
            empty={uiTexts(locale).chooseOne}
            options={[{ value: unit.unitId, label: unit.name }]}
            error={errorAt(refused, 'unit')}
          />
          <Actions>
            <Button>{a.send}</Button>
            <LinkButton href={here} variant="tertiary">
              {a.overview}
            </LinkButton>
          </Actions>
        </Form>
      )}
      {content.sections.map((section, n) => (
        <Section
          key={section.key}
          title={`${n + 2}. ${section.title[locale]}`}
          locale={locale}
          edit={writes ? { href: `${here}/del/${n + 2}` } : undefined}
        >
          <SummaryList
            locale={locale}
            items={all
              .filter((one) => one.section.key === section.key)
              .map((question) => {
                const answer = answers.get(question.key)
                const option = optionOf(content, question, answer?.option ?? null)
                const more = [answer?.comment, answer?.reason].filter(Boolean).join('\n')
                return {
                  label: `${question.number} ${question.text[locale]}`,
                  value: option ? [option.label[locale], more].filter(Boolean).join('\n') : null,
                  text: true,
                }
              })}
          />
        </Section>
      ))}
    </>
  )
}
