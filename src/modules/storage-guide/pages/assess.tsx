import { localDate, localInput } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Checkbox, Radios } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { fill } from '../../../ui/texts.ts'
import { classifyFields } from '../fields.ts'
import type { Kept } from '../queries.ts'
import { type Assessed, classify, stepsFor } from '../rules.ts'
import type { Classified, Place } from '../storage-guide.ts'
import { texts } from '../texts.ts'
import { SafePlaces } from './guide.tsx'

type ClassifyProps = {
  readonly id: string
  readonly values: Classified
  readonly offers: Offers<typeof classifyFields>
  readonly assessed: Assessed | null
  readonly locale: Locale
} & After

/** How sensitive something is, by its content and by what the sending itself reveals (S0-29, S0-30). */
export function ClassifyPage({ id, values, offers, assessed, locale, refused }: ClassifyProps) {
  const t = texts(locale)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.classifying.title} lead={t.classifying.lead} />
      {assessed && <Result assessed={assessed} locale={locale} />}
      <Form unsaved={false} hidden={{ id }}>
        <RecordForm
          fields={classifyFields}
          texts={t.classify}
          values={values}
          offers={offers}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.classifying.show}</Button>
          <Button variant="secondary" name="knapp" value="lagre">
            {t.classifying.keep}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

const Result = ({ assessed, locale }: { readonly assessed: Assessed; readonly locale: Locale }) => {
  const t = texts(locale)
  const { encrypt, why } = assessed
  return (
    <div id="svar">
      <Notice tone={encrypt || assessed.class === 'sensitive' ? 'warning' : 'success'} locale={locale} live>
        <p>
          <b>
            {encrypt
              ? t.classifying.encrypt
              : assessed.class === 'sensitive'
                ? t.classifying.sensitive
                : fill(t.classifying.plain, { what: t.what[assessed.class] })}
          </b>
        </p>
        {encrypt && <p>{t.classifying.encryptText}</p>}
        {why === 'reveals' && <p>{t.classifying.reveals}</p>}
        <p>
          <TextLink href={`/lagringsguide?klasse=${assessed.class}`}>{t.classifying.store}</TextLink>
        </p>
      </Notice>
    </div>
  )
}

type KeptProps = { readonly kept: readonly Kept[]; readonly names: ReadonlyMap<string, { readonly name: string }>; readonly locale: Locale }

/** On the page of a processing activity: what its sendings were judged to be. */
export const AssessedSendings = ({ kept, names, locale }: KeptProps) => {
  const t = texts(locale)
  if (kept.length === 0) return null
  return (
    <Section title={t.classifying.panel} locale={locale}>
      <ul>
        {each(kept, ({ values, at, by }) => {
          const { encrypt } = classify(values)
          return (
            <li>
              {values.sends && t.classify.sends.choices[values.sends]}:{' '}
              {encrypt ? t.classifying.encrypt : values.content && fill(t.classifying.plain, { what: t.what[values.content] })}{' '}
              <span className="v-soft">
                {fill(t.classifying.by, { on: formatDate(localDate(at), locale), who: names.get(by)?.name ?? '' })}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** The first step: whether it is needed at all. */
export const ReceivedPage = ({ locale }: { readonly locale: Locale }) => {
  const t = texts(locale).received
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <form className="v-form" method="get" action="/lagringsguide/mottatt-e-post">
        <Radios
          name="trengs"
          label={t.needed}
          hint={t.neededHint}
          inline
          options={[
            { value: 'ja', label: t.yes },
            { value: 'nei', label: t.no },
          ]}
        />
        <Actions>
          <Button>{t.next}</Button>
        </Actions>
      </form>
    </>
  )
}

type StepsProps = { readonly needed: 'yes' | 'no'; readonly places: readonly Place[]; readonly locale: Locale } & After

/** What to do, step by step: what is not needed is not stored (S0-26 to S0-28). */
export function ReceivedSteps({ needed, places, locale, refused }: StepsProps) {
  const t = texts(locale).received
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} />
      <Form unsaved={false} hidden={{ trengs: needed === 'yes' ? 'ja' : 'nei' }}>
        <ol className="v-guide-steps">
          {each(stepsFor(needed), (step) => (
            <li>
              {step === 'store' && (
                <Section title={t.store} locale={locale} plain>
                  <SafePlaces places={places} locale={locale} />
                </Section>
              )}
              {step === 'delete' && (
                <Section title={t.delete} locale={locale} plain>
                  <p>{t.deleteText}</p>
                  <Checkbox
                    name="slettet"
                    value="ja"
                    label={t.deleted}
                    error={refused?.errors.find(({ href }) => href === '#slettet')?.text}
                  />
                </Section>
              )}
              {step === 'noReply' && (
                <Section title={t.noReply} locale={locale} plain>
                  <p>{t.noReplyText}</p>
                  <blockquote className="v-ready-text" id="svartekst">
                    {t.reply}
                  </blockquote>
                  <CopyButton target="svartekst" label={t.copy} locale={locale} />
                </Section>
              )}
              {step === 'report' && (
                <Section title={t.report} locale={locale} plain>
                  <p>{t.reportSoon}</p>
                </Section>
              )}
            </li>
          ))}
        </ol>
        <Actions>
          <Button>{t.finish}</Button>
          <LinkButton href="/lagringsguide/mottatt-e-post" variant="tertiary">
            {t.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}

type DoneProps = {
  readonly id: string
  readonly needed: boolean
  readonly unit: string | null
  readonly now: Date
  readonly locale: Locale
}

/** Done, and a report that is begun already: what is known stands in it (S0-26). */
export const ReceivedDone = ({ id, needed, unit, now, locale }: DoneProps) => {
  const t = texts(locale).received
  const known = {
    id,
    whatHappened: needed ? `${t.whatHappened} ${t.whatHappenedStored}` : t.whatHappened,
    discoveredAt: localInput(now),
    personalData: 'yes',
    categories: 'UNENCRYPTED_SENSITIVE_EMAIL',
    knapp: 'mer',
    ...(unit === null ? {} : { affectedUnit: unit }),
  }
  return (
    <>
      <PageHeading title={t.title} />
      <Notice tone="success" locale={locale}>
        {t.done}
      </Notice>
      <Section title={t.report} locale={locale}>
        <p>{t.reportText}</p>
        <Form action="/avvik/ny" unsaved={false} hidden={known}>
          <Actions>
            <Button>{t.reportButton}</Button>
            <LinkButton href="/" variant="tertiary">
              {t.finish}
            </LinkButton>
          </Actions>
        </Form>
      </Section>
    </>
  )
}
