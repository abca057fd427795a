import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import { locales } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Jumps } from '../../../ui/jumps.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { ViewOfAny } from '../../../ui/record-view.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { levelsOf, Measures, RiskPicture, riskTexts, Scenarios } from '../../risks/public.ts'
import { dpiaFields, namesOf, partOf, partPages } from '../fields.ts'
import { asAnalysed, isHighAfter } from '../rules-rounds.ts'
import { screen } from '../screening.ts'
import { texts } from '../texts.ts'
import { Consultation, Controls, Rounds } from './rounds.tsx'
import { type Part, type ShowProps, tones, WhoseTurn } from './turn.tsx'

/** Datatilsynet's guide (read 2026-11-28). */
const guide = 'https://www.datatilsynet.no/rettigheter-og-plikter/virksomhetenes-plikter/vurdering-av-personvernkonsekvenser/'

export function ShowDpia(props: ShowProps) {
  const { all, locale, may, now, reader, names, refused, related, approval } = props
  const { record, scenarios, measures } = all
  const { values } = record
  const t = texts(locale)
  const at = `/dpia/${record.id}`
  const status = values.status ?? 'draft'
  const mayWrite = may.edit && status !== 'ended' && status !== 'withDpo'
  const shared: Part = { ...props, t, at, mayWrite }
  const scale = values.scale ?? '5'
  const risk = { ...riskTexts(locale) }
  const analysed = scenarios.map(asAnalysed)
  const who = (id: string | null) => (id === null ? undefined : names.get(id)) ?? uiTexts(locale).missing
  const counts = levelsOf(scale, analysed, 'after')
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={values.name ?? ''} kicker={t.one} />
      <KeyFacts
        facts={[
          { label: t.fields.status.label, value: <StatusTag tone={tones[status]}>{t.fields.status.choices[status]}</StatusTag> },
          { label: t.columns.owner, value: who(values.owner), open: values.owner === null },
          {
            label: t.fields.riskOwner.label,
            value: who(values.riskOwner ?? values.owner),
            open: (values.riskOwner ?? values.owner) === null,
          },
          { label: t.fields.edition.label, value: values.edition ? t.show.edition(values.edition) : t.show.working },
          ...(values.touchedAt ? [{ label: t.fields.touchedAt.label, value: formatDate(localDate(values.touchedAt), locale) }] : []),
        ]}
      />
      <WhoseTurn {...shared} />
      <Jumps locale={locale} />
      {status !== 'ended' && status !== 'approved' && <Gaps {...shared} />}
      <Screening {...shared} />
      <Rounds {...shared} />
      {approval}
      {(isHighAfter(all) || values.consultedOn !== null) && <Consultation {...shared} />}
      {values.decision !== 'dont' && (
        <>
          <Scenarios
            {...{ at, locale, mayWrite, scale }}
            t={{ ...risk, show: { ...risk.show, scenarios: t.show.scenarios } }}
            scenarios={analysed}
            measures={measures}
          />
          {scenarios.length > 0 && (
            <Details summary={`${risk.matrix.title}: ${risk.matrix.counts(counts.low, counts.medium, counts.high)}`} wide>
              <RiskPicture at={at} scale={scale} scenarios={analysed} of="subjects" alone locale={locale} />
            </Details>
          )}
          <Measures {...{ at, locale, mayWrite, measures, names, reader }} t={risk} today={localDate(now)} />
        </>
      )}
      <Reading {...shared} />
      {(values.controlOn !== null || props.controls.length > 0) && <Controls {...shared} />}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <Section title={t.show.document} locale={locale}>
        <Actions>
          {locales.flatMap((language) =>
            (['docx', 'pdf'] as const).map((ending) => (
              <LinkButton key={`${language}.${ending}`} href={`${at}/dpia-${language}.${ending}`} variant="secondary" download>
                {t.show.documentIn[language]} ({ending === 'docx' ? 'Word' : 'PDF'})
              </LinkButton>
            )),
          )}
        </Actions>
        <p>
          <TextLink href={`/historikk/dpia/${record.id}`}>{uiTexts(locale).history}</TextLink>
        </p>
        <p className="v-soft">
          {t.law.text} <TextLink href={guide}>{t.law.link}</TextLink>
        </p>
      </Section>
      {may.end && status !== 'ended' && (
        <Details summary={t.show.end}>
          <p>{t.show.endText}</p>
          <Form action={`${at}/avslutning`} version={record.version} unsaved={false}>
            <Button variant="secondary">{t.show.end}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}

/** What stands between it and a decision: the parts that lack answers, one line each, and what others owe. */
function Gaps({ gaps, t, at, may, mayWrite, locale }: Part) {
  if (gaps.length === 0) return null
  const own = gaps.filter(({ what }) => what !== 'measures' && !Object.hasOwn(t.show.gapOf, what))
  const parts = [...Map.groupBy(own, ({ what }) => dpiaFields[what as keyof typeof dpiaFields].group)]
  const places: Readonly<Record<string, string | null>> = {
    scenarios: mayWrite ? `${at}/scenarioer/ny` : null,
    advice: null,
    answer: may.keep ? `${at}/svar` : null,
    consultation: may.keep ? `${at}/forhandsdrofting` : null,
  }
  return (
    <Section title={t.show.gaps} locale={locale}>
      <ul>
        {parts.map(([group, missing]) => {
          const [first] = missing
          const part = first && partOf(first.what as keyof typeof dpiaFields)
          const label = t.groups[group] ?? group
          return (
            <li key={group}>
              {mayWrite ? <TextLink href={`${at}/endring/${part}#${first?.what}`}>{label}</TextLink> : label}{' '}
              <span className="v-soft">({t.show.partOpen(missing.length)})</span>
            </li>
          )
        })}
        {gaps.map((gap) => {
          if (gap.what !== 'measures') return null
          const label = riskTexts(locale).show.unexplained(gap.scenario.name ?? '')
          return (
            <li key={gap.scenario.id}>{mayWrite ? <TextLink href={`${at}/scenarioer/${gap.scenario.id}`}>{label}</TextLink> : label}</li>
          )
        })}
        {gaps
          .filter(({ what }) => Object.hasOwn(t.show.gapOf, what))
          .map(({ what }) => {
            const label = t.show.gapOf[what as keyof typeof t.show.gapOf]
            const href = places[what]
            return <li key={what}>{href ? <TextLink href={href}>{label}</TextLink> : label}</li>
          })}
      </ul>
    </Section>
  )
}

/** What the screening came to, and why. */
function Screening({ all, t, at, mayWrite, locale }: Part) {
  const { values } = all.record
  const { outcome, because, met, open } = screen(values, all.likeApproved)
  const named = (names: readonly (keyof typeof dpiaFields)[]) => names.map((name) => t.fields[name].label).join(' ')
  const tone = outcome === 'required' ? 'danger' : outcome === 'undetermined' || outcome === 'recommended' ? 'warning' : 'success'
  return (
    <Section
      title={t.groups.screening ?? ''}
      locale={locale}
      edit={mayWrite ? { href: `${at}/endring/forhandsvurdering`, label: uiTexts(locale).change } : undefined}
    >
      <p>
        <StatusTag tone={tone}>{t.screened[outcome]}</StatusTag>
      </p>
      <p>{t.because[because]}</p>
      {values.decision !== null && (
        <p>
          <b>{t.fields.decision.choices[values.decision]}.</b> {values.decisionReason}
        </p>
      )}
      <Details summary={t.show.read}>
        {met.length > 0 && (
          <p>
            <b>{t.fields.highRisk.choices.yes}:</b> {named(met)}
          </p>
        )}
        {open.length > 0 && (
          <p>
            <b>{t.fields.highRisk.choices.undetermined}:</b> {named(open)}
          </p>
        )}
        <p className="v-prose v-line">{values.highRiskWhy}</p>
        {values.listItems.length > 0 && (
          <ul>
            {values.listItems.map((item) => (
              <li key={item}>{t.fields.listItems.choices[item]}</li>
            ))}
          </ul>
        )}
      </Details>
    </Section>
  )
}

/** What it says, part by part, folded: whoever reads opens what they look for. */
function Reading({ all, gaps, offers, t, at, mayWrite, locale }: Part) {
  const { values } = all.record
  const parts = Object.entries(partPages).filter(([, group]) => group !== 'screening')
  const whole = values.decision === 'dont' ? parts.filter(([, group]) => group === 'what' || group === 'who') : parts
  return (
    <Section title={t.show.read} id="vurderingen" locale={locale}>
      {whole.map(([part, group]) => {
        const shown = namesOf(group).filter((name) => name !== 'name' && !isEmpty(values[name]))
        const missing = gaps.filter(({ what }) => (namesOf(group) as readonly string[]).includes(what)).length
        const state = missing > 0 ? t.show.partOpen(missing) : shown.length > 0 ? t.show.partDone : ''
        return (
          <Details key={group} summary={`${t.groups[group]}${state === '' ? '' : ` (${state.toLowerCase()})`}`} wide>
            {mayWrite && (
              <p>
                <TextLink href={`${at}/endring/${part}`}>
                  {uiTexts(locale).change}
                  <span className="ds-sr-only"> {t.groups[group]}</span>
                </TextLink>
              </p>
            )}
            {shown.length === 0 ? (
              <p className="v-soft">{t.show.empty}</p>
            ) : (
              <ViewOfAny fields={dpiaFields} texts={t.fields} values={values} offers={offers} locale={locale} shown={shown} />
            )}
          </Details>
        )
      })}
    </Section>
  )
}
