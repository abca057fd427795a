import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { one } from '../../../kernel/http.ts'
import type { Seeks } from '../../../kernel/seeks.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Radios } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OutsideLink, PageHeading, TextLink } from '../../../ui/page.tsx'
import { type After, errorAt } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { fill } from '../../../ui/texts.ts'
import type { Source } from '../../sources/public.ts'
import { answerName, askedOf } from '../control-questions.ts'
import type { Edition, Published } from '../guidance.ts'
import { bodyIn, byName, languageOf } from '../in-language.ts'
import { isStale, isValid } from '../rules.ts'
import { texts } from '../texts.ts'
import { Contents, Text } from './text.tsx'

export type ReadProps = {
  readonly published: Published
  readonly checkedOn: string | null
  readonly confirmedAt: Date | null
  /** The unit it is for, and who answers for it. */
  readonly unit: string | null
  readonly owner: string | null
  readonly sources: readonly Source[]
  readonly editions: readonly Edition[]
  readonly staleMonths: number
  /** Where the organisation has more of its own; null where it has nothing. */
  readonly intranet: { readonly text: string; readonly address: string | null } | null
  readonly may: { readonly edit: boolean; readonly oversee: boolean }
  /** Come to by a search: what was written there, and which words of the text that is. */
  readonly found: { readonly words: string; readonly seeks: Seeks } | null
  readonly locale: Locale
  readonly now: Date
} & After

/** One article as its readers have it. */
export function ReadPage(props: ReadProps) {
  const { published, sources, editions, may, locale, now, refused } = props
  const { values } = published
  const t = texts(locale).read
  const language = languageOf(values, locale)
  const body = language ? bodyIn(values, language) : ''
  const older = editions.filter(({ replacedOn }) => replacedOn !== null)
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={byName(values, locale)}
        kicker={values.kind && texts(locale).fields.kind.choices[values.kind]}
        actions={
          <>
            {may.oversee && values.mustConfirm === 'yes' && (
              <LinkButton href={`/veiledning/${published.id}/lest`} variant="secondary">
                {texts(locale).show.confirmed}
              </LinkButton>
            )}
            {may.edit && (
              <LinkButton href={`/artikler/${published.id}`} variant="secondary" icon="pencil">
                {t.edit}
              </LinkButton>
            )}
          </>
        }
      />
      <Standing {...props} />
      {isStale(props.checkedOn, props.staleMonths, localDate(now)) && (
        <Notice tone="warning" locale={locale}>
          {props.staleMonths === 12 ? t.stale : fill(t.staleMonths, { months: props.staleMonths })}
        </Notice>
      )}
      {!isValid(values, localDate(now)) && (
        <Notice tone="warning" locale={locale}>
          {fill(t.notValid, {
            from: values.validFrom === null ? '…' : formatDate(values.validFrom, locale),
            until: values.validUntil === null ? '…' : formatDate(values.validUntil, locale),
          })}
        </Notice>
      )}
      {language !== null && language !== locale && <p className="v-soft">{t.otherLanguage}</p>}
      {props.found && (
        <p className="v-soft">
          {fill(t.marked, { words: props.found.words })} <TextLink href={`/veiledning/${published.id}`}>{t.unmarked}</TextLink>
        </p>
      )}
      <Contents markdown={body} locale={locale} />
      <Text markdown={body} locale={locale} language={language} seeks={props.found?.seeks ?? null} />
      {values.mustConfirm === 'yes' && <Confirm {...props} />}
      <SeeAlso sources={sources} locale={locale} />
      {props.intranet && (
        <p>
          {t.intranet}:{' '}
          {props.intranet.address === null ? (
            props.intranet.text
          ) : (
            <OutsideLink href={props.intranet.address} locale={locale}>
              {props.intranet.text}
            </OutsideLink>
          )}
        </p>
      )}
      {older.length > 0 && (
        <Details summary={t.older}>
          <ul>
            {each(older, ({ edition, replacedOn }) => (
              <li>
                <TextLink href={`/veiledning/${published.id}/utgaver/${edition}`}>{fill(t.edition, { edition })}</TextLink>
                {replacedOn && ` · ${fill(t.notInForce, { on: formatDate(replacedOn, locale) })}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

/** When it was published, changed and looked through, by whom it was adopted, and for whom it is (S2-68, S4-211). */
function Standing({ published, checkedOn, unit, owner, locale }: ReadProps) {
  const { values } = published
  const t = texts(locale).read
  const day = (at: Date) => formatDate(localDate(at), locale)
  const said = [
    unit === null ? t.wholeOrganisation : fill(t.applies, { unit }),
    values.publishedAt && fill(t.published, { on: day(values.publishedAt) }),
    values.changedAt && fill(t.changed, { on: day(values.changedAt) }),
    checkedOn && fill(t.checked, { on: formatDate(checkedOn, locale) }),
    values.adoptedBy &&
      values.adoptedOn &&
      [
        fill(t.adopted, { by: values.adoptedBy, on: formatDate(values.adoptedOn, locale) }),
        values.minutes && fill(t.minutes, { minutes: values.minutes }),
      ]
        .filter(Boolean)
        .join(', '),
    fill(t.edition, { edition: values.edition ?? 1 }),
    owner && fill(t.owner, { name: owner }),
  ]
  return <p className="v-soft v-standing">{said.filter(Boolean).join(' · ')}</p>
}

function Confirm({ published, confirmedAt, locale, refused }: ReadProps) {
  const t = texts(locale).read
  const edition = published.values.edition ?? 1
  const asked = askedOf(published.values, locale)
  return (
    <Section title={t.confirmTitle} id="bekreft" locale={locale}>
      {confirmedAt ? (
        <p>{fill(t.confirmedOn, { edition, on: formatDate(localDate(confirmedAt), locale) })}</p>
      ) : (
        <>
          <p>{fill(t.confirmText, { edition })}</p>
          <Form action={`/veiledning/${published.id}/bekreftelse`} unsaved={false} hidden={{ utgave: edition }}>
            {asked.length > 0 && <p>{t.questions}</p>}
            {asked.map(({ asked: question, answers }, at) => (
              <Radios
                key={question}
                name={answerName(at)}
                label={question}
                options={answers.map((label, index) => ({ value: String(index), label }))}
                value={one(refused?.raw ?? {}, answerName(at))}
                error={errorAt(refused, answerName(at))}
              />
            ))}
            <Actions>
              <Button>{t.confirm}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Section>
  )
}

/** The law and what else it rests on. No heading where there is nothing below it (S0-31, S1-25). */
export function SeeAlso({ sources, locale }: { readonly sources: readonly Source[]; readonly locale: Locale }) {
  const t = texts(locale).read
  if (sources.length === 0) return null
  return (
    <Section title={t.seeAlso} id="se-ogsa" locale={locale}>
      <ul>
        {each(sources, ({ values: { name, chapter, address, checkedOn } }) => (
          <li>
            <TextLink href={address ?? ''}>{[name, chapter].filter(Boolean).join(', ')}</TextLink>
            {checkedOn && <span className="v-soft"> ({fill(t.checkedSource, { on: formatDate(checkedOn, locale) })})</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type OldProps = { readonly id: string; readonly old: Edition; readonly locale: Locale }

/** What an earlier edition said: it can still be read (S2-68). */
export function OldEditionPage({ id, old, locale }: OldProps) {
  const t = texts(locale).read
  const language = languageOf(old.content, locale)
  const by = fill(t.adopted, { by: old.adoptedBy, on: formatDate(old.adoptedOn, locale) })
  return (
    <>
      <PageHeading title={fill(t.olderTitle, { name: byName(old.content, locale), edition: old.edition })} />
      {old.replacedOn && (
        <Notice tone="warning" locale={locale}>
          <p>
            {fill(t.notInForce, { on: formatDate(old.replacedOn, locale) })} <TextLink href={`/veiledning/${id}`}>{t.current}</TextLink>
          </p>
        </Notice>
      )}
      <p className="v-soft">{by}</p>
      <Text markdown={language ? bodyIn(old.content, language) : ''} locale={locale} language={language} />
    </>
  )
}
