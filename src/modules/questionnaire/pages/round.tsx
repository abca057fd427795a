import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { showWhole } from '../../../ui/format.ts'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Campaign, CampaignUnit, Questionnaire } from '../questionnaire.ts'
import { missingUnits } from '../rules-campaign.ts'
import { listed, withBelow } from '../score.ts'
import type { Respondent } from '../store-units.ts'
import { unitAddress } from '../tasks.ts'
import { texts } from '../texts.ts'
import { Progress } from './progress.tsx'
import { campaignTones } from './rounds.tsx'

export type RoundProps = {
  readonly campaign: Campaign
  readonly questionnaire: Questionnaire | undefined
  readonly units: readonly CampaignUnit[]
  /** One unit, to see those right below it; null: from the top. */
  readonly under: CampaignUnit | null
  /** How many units it would open with today, while it is planned. */
  readonly planned: number
  readonly coverage: number | null
  readonly administrator: string | null
  /** Null: not for whoever asks. */
  readonly respondents: readonly Respondent[] | null
  readonly may: { readonly run: boolean; readonly report: boolean }
  readonly refused?: Refused | undefined
  readonly now: Date
  readonly locale: Locale
}

export const percent = (share: number | null, locale: Locale): string =>
  share === null ? '–' : `${showWhole(Math.round(share * 100), locale)} %`

/** A round as those who run it see it: how many have answered, who has not, and what is done next. */
export function RoundPage(props: RoundProps) {
  const { campaign, questionnaire, units, under, planned, coverage, administrator, may, refused, now, locale } = props
  const { values, status } = campaign
  const t = texts(locale)
  const at = `/internkontroll/${campaign.id}`
  const sent = units.filter((unit) => unit.status === 'sent').length
  const missing = missingUnits(units, localDate(now))
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={values.name ?? ''}
        kicker={t.title}
        actions={
          <>
            {may.report && status !== 'planned' && <LinkButton href={`${at}/rapport`}>{t.round.report}</LinkButton>}
            {may.run && status !== 'closed' && (
              <LinkButton href={`${at}/endring`} variant="secondary" icon="pencil">
                {t.writing.edit}
              </LinkButton>
            )}
          </>
        }
      />
      <KeyFacts
        facts={[
          { label: t.list.state, value: <StatusTag tone={campaignTones[status]}>{t.statuses[status]}</StatusTag> },
          { label: t.round.due, value: formatDate(values.dueOn ?? '', locale) },
          ...(status === 'planned' ? [] : [{ label: t.round.coverage, value: percent(coverage, locale), open: coverage === null }]),
          ...(questionnaire
            ? [
                {
                  label: t.round.questionnaire,
                  value: may.run ? (
                    <TextLink
                      href={`/internkontroll/skjemaer/${questionnaire.id}`}
                    >{`${questionnaire.values.name} · ${t.writing.edition(questionnaire.edition)}`}</TextLink>
                  ) : (
                    `${questionnaire.values.name} · ${t.writing.edition(questionnaire.edition)}`
                  ),
                },
              ]
            : []),
          ...(administrator ? [{ label: t.round.administrator, value: administrator }] : []),
          ...(values.contact ? [{ label: t.round.contact, value: values.contact }] : []),
        ]}
      />
      {status === 'planned' ? (
        <>
          <p>{t.round.openText(formatDate(values.opensOn ?? '', locale), planned)}</p>
          {may.run && <Press action={`${at}/apning`} version={campaign.version} label={t.round.open} />}
        </>
      ) : (
        <Progress done={sent} of={units.length} said={t.list.sent(sent, units.length)} />
      )}
      {missing.length > 0 && (
        <Section title={t.round.missing} locale={locale} aside={String(missing.length)}>
          <Details summary={t.report.rateOf(missing.length, units.length)} open={missing.length <= mostNamed}>
            <Names units={missing} locale={locale} />
          </Details>
        </Section>
      )}
      {status !== 'planned' && (
        <Section title={under ? under.name : t.round.units} id="enheter" locale={locale}>
          {under && (
            <p>
              <TextLink href={`${at}#enheter`}>{t.round.allUnits}</TextLink>
            </p>
          )}
          <Units {...props} />
        </Section>
      )}
      <Respondents {...props} />
      {may.run && status === 'open' && (
        <Section title={t.round.close} locale={locale}>
          <p>{t.round.closeText}</p>
          <Press action={`${at}/avslutning`} version={campaign.version} label={t.round.close} />
        </Section>
      )}
    </>
  )
}

/** So many names are read where they stand; more are folded. */
const mostNamed = 12

const Press = ({ action, version, label }: { readonly action: string; readonly version: number; readonly label: string }) => (
  <Form action={action} version={version} unsaved={false}>
    <Actions>
      <Button variant="secondary">{label}</Button>
    </Actions>
  </Form>
)

/** All units, or a level of them: then each line says how many of those below have answered, and leads to them. */
function Units({ campaign, units, under, now, locale }: RoundProps) {
  const t = texts(locale)
  const shown = listed(units, under?.id ?? null)
  const parts = shown.length < units.length
  const counted = new Map(
    shown.map((unit) => {
      const all = parts ? withBelow(units, unit.id) : [unit]
      return [unit.id, { sent: all.filter(({ status }) => status === 'sent').length, of: all.length }]
    }),
  )
  const sentOf = ({ id }: CampaignUnit) => counted.get(id) ?? { sent: 0, of: 0 }
  const opens = (unit: CampaignUnit) => parts && unit.id !== under?.id && unit.parentId !== null && sentOf(unit).of > 1
  return (
    <DataTable
      caption={t.round.units}
      rows={shown}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'unit',
          label: t.round.unit,
          heading: true,
          cell: (unit) => (
            <a
              className="ds-link"
              href={opens(unit) ? `/internkontroll/${campaign.id}?under=${unit.id}#enheter` : unitAddress(unit)}
              data-depth={Math.min(unit.depth - (under?.depth ?? 0), 3)}
            >
              {unit.name}
            </a>
          ),
        },
        { key: 'due', label: t.round.dueOf, figures: true, cell: ({ dueOn }) => formatDate(dueOn, locale) },
        { key: 'state', label: t.list.state, cell: (unit) => <UnitTag unit={unit} now={now} locale={locale} /> },
        ...(parts
          ? [
              {
                key: 'below',
                label: t.round.withBelow,
                cell: (unit: CampaignUnit) => (sentOf(unit).of > 1 ? t.list.sent(sentOf(unit).sent, sentOf(unit).of) : ''),
              },
            ]
          : []),
      ]}
    />
  )
}

const Names = ({ units, locale }: { readonly units: readonly CampaignUnit[]; readonly locale: Locale }) => (
  <ul>
    {units.map((unit) => (
      <li key={unit.id}>
        <TextLink href={unitAddress(unit)}>{unit.name}</TextLink>{' '}
        <span className="v-soft">{texts(locale).list.due(formatDate(unit.dueOn, locale))}</span>
      </li>
    ))}
  </ul>
)

export function UnitTag({ unit, now, locale }: { readonly unit: CampaignUnit; readonly now: Date; readonly locale: Locale }) {
  const { statuses } = texts(locale)
  const late = unit.status === 'open' && unit.dueOn < localDate(now)
  return (
    <StatusTag tone={unit.status === 'sent' ? 'success' : late ? 'danger' : 'neutral'}>
      {unit.status === 'sent' ? statuses.sent : late ? statuses.late : statuses.waiting}
    </StatusTag>
  )
}

/** Kept apart, and seen by one person (S2-06). */
function Respondents({ respondents, campaign, locale }: RoundProps) {
  if (respondents === null || campaign.status === 'planned') return null
  const t = texts(locale).round
  return (
    <Section title={t.respondents} locale={locale}>
      <p className="v-soft">{t.respondentsText}</p>
      {respondents.length === 0 ? (
        <p>{t.noRespondents}</p>
      ) : (
        <Details summary={String(respondents.length)} wide>
          <DataTable
            caption={t.respondents}
            rows={respondents}
            rowKey={({ unit, person }) => `${unit}${person}`}
            columns={[
              { key: 'unit', label: t.unit, heading: true, cell: ({ unit }) => unit },
              { key: 'person', label: t.person, cell: ({ person }) => person },
              { key: 'last', label: t.last, figures: true, cell: ({ lastAt }) => formatShort(lastAt, locale) },
              { key: 'sent', label: t.sentBy, cell: ({ sent }) => (sent ? texts(locale).statuses.sent : '') },
            ]}
          />
        </Details>
      )}
    </Section>
  )
}
