import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../../ui/button.tsx'
import { each } from '../../../../ui/each.ts'
import { Radios } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { Section } from '../../../../ui/section.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { uiTexts } from '../../../../ui/texts.ts'
import { CaseDeadline } from '../../deed/pages/deadline.tsx'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { type Deviation, reference } from '../../deviation.ts'
import { firstWords } from '../../first-words.ts'
import type { CaseView } from '../../queries.ts'
import { nearestClock } from '../../regime-clock.ts'
import { texts } from '../../texts.ts'
import { titleOfCase } from '../../title.ts'
import { whenShort } from '../../when.ts'
import { mergeFields, otherChoice } from '../fields.ts'
import type { Together } from '../queries.ts'
import { mergingTexts } from '../texts.ts'

type MergeProps = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused' | 'conflict'> & {
  /** Open cases that may be about the same. */
  readonly choices: readonly Deviation[]
  readonly chosen: string | null
}

/** Which case goes on for both: one of those that are shown, or another by its number. */
export const MergePage = ({ choices, chosen, ...props }: MergeProps) => {
  const { view, locale, refused } = props
  const { id, version } = view.deviation
  const t = mergingTexts(locale)
  const byNumber = (
    <RecordForm
      fields={mergeFields}
      texts={t.fields}
      values={{ into: null }}
      raw={refused?.raw}
      problems={refused?.problems}
      locale={locale}
    />
  )
  const shown = choices.map((one) => ({
    value: reference(one) ?? '',
    label: `${titleOfCase(one, locale)} (${reference(one)})`,
    hint: firstWords(one.report.whatHappened ?? '', mostWords).words,
  }))
  const options = [...shown, { value: otherChoice, label: t.other, below: byNumber }]
  return (
    <DeedPage {...props} title={t.title} lead={t.lead}>
      <Form version={version}>
        {shown.length > 0 ? <Radios name="valg" label={t.choose} options={options} value={chosen ?? undefined} /> : byNumber}
        <Actions>
          <Button>{t.look}</Button>
          <LinkButton variant="tertiary" href={`/avvik/${id}`}>
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </DeedPage>
  )
}

const mostWords = 140

type ConfirmProps = Pick<DeedPageProps, 'view' | 'locale' | 'now'> & {
  readonly other: CaseView
  /** The case that goes on, as it stands for both. */
  readonly after: Deviation
  readonly into: string
}

/** Both, and the clock that follows, before anything is done. */
export const ConfirmMergePage = ({ view, other, after, into, locale, now }: ConfirmProps) => {
  const t = mergingTexts(locale)
  const { id, inquiries, version } = view.deviation
  const open = inquiries.filter(({ answeredAt }) => answeredAt === null).length
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.confirm(into)} lead={t.confirmLead} clock={null}>
      <OneOfBoth title={t.closes} view={view} locale={locale} now={now} />
      <OneOfBoth title={t.continues} view={other} locale={locale} now={now} />
      <Section title={t.clock} locale={locale} plain>
        <CaseDeadline view={{ deviation: after, profile: other.profile }} locale={locale} now={now} plain />
        {nearestClock(after, other.profile) === null && <p>{t.noClock}</p>}
      </Section>
      {open > 0 && <Notice locale={locale}>{t.openQuestions(open)}</Notice>}
      <Form version={version} hidden={{ into, sikker: 'ja' }}>
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton variant="tertiary" href={`/avvik/${id}/sammenslaing`}>
            {t.back}
          </LinkButton>
        </Actions>
      </Form>
    </DeedPage>
  )
}

const OneOfBoth = ({ title, view, locale, now }: Pick<ConfirmProps, 'view' | 'locale' | 'now'> & { readonly title: string }) => {
  const { deviation } = view
  const words = texts(locale)
  const { discoveredAt, whatHappened } = deviation.report
  const said = firstWords(whatHappened ?? '', mostWords).words
  return (
    <Section title={`${title}: ${reference(deviation)}`} locale={locale} plain>
      <p>
        <b>{titleOfCase(deviation, locale)}</b>
      </p>
      {said !== '' && <p className="v-said">{said}</p>}
      <SummaryList
        items={[
          { label: words.times.discovered, value: discoveredAt && whenShort(deviation, discoveredAt, locale) },
          { label: words.times.received, value: deviation.receivedAt && whenShort(deviation, deviation.receivedAt, locale) },
          { label: mergingTexts(locale).clockNow, value: <CaseDeadline view={view} locale={locale} now={now} plain /> },
        ]}
        locale={locale}
      />
    </Section>
  )
}

type TogetherProps = { readonly view: CaseView; readonly together: Together; readonly mayPart: boolean; readonly locale: Locale }
/** On the case's page: which others are about the same incident, by their numbers. */
export function TogetherNotice({ view, together: { into, from }, mayPart, locale }: TogetherProps) {
  const { id, version, mergedInto } = view.deviation
  const t = mergingTexts(locale)
  if (mergedInto === null && from.length === 0) return null
  return (
    <>
      {mergedInto !== null && (
        <Notice title={t.merged} locale={locale}>
          <p>{into ? <TextLink href={`/avvik/${into.id}`}>{t.goesOn(into.number)}</TextLink> : t.goesOnElsewhere}</p>
          {mayPart && (
            <PostButton action={`/avvik/${id}/sammenslaing/angre`} variant="secondary" hidden={{ version }}>
              {t.part}
            </PostButton>
          )}
        </Notice>
      )}
      {from.length > 0 && (
        <Notice locale={locale}>
          <p>{t.from}</p>
          <ul>
            {each(from, (one) => (
              <li>
                <TextLink href={`/avvik/${one.id}`}>{one.number}</TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
