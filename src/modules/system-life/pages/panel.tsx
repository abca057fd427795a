import type { ComponentChildren } from 'preact'
import { isAddress } from '../../../kernel/address.ts'
import { formatDate, formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Form } from '../../../ui/form.tsx'
import { OutsideLink, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { SystemProfile } from '../../systems/public.ts'
import { stages } from '../fields.ts'
import { endingPoints, isPhaseOf } from '../rules.ts'
import type { Consultation, Gate, Life } from '../system-life.ts'
import { texts } from '../texts.ts'

export type PanelProps = {
  readonly id: string
  readonly inUse: 'yes' | 'considered' | 'no' | null
  readonly life: Life | undefined
  readonly gates: readonly { readonly gate: Gate; readonly settled: boolean }[]
  readonly gaps: readonly string[]
  readonly purchasing: SystemProfile['purchasing']
  readonly consultations: readonly Consultation[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly may: { readonly lead: boolean; readonly keep: boolean; readonly appoint: boolean; readonly answer: boolean }
  readonly approval: ComponentChildren
  readonly locale: Locale
}

/** Where a system is in its life, what must be settled, and what can be done now. */
export function LifePanel(props: PanelProps) {
  const { life, inUse, locale } = props
  const t = texts(locale)
  const stage = life?.values.stage ?? (inUse === 'yes' ? 'inUse' : null)
  const now = stage === null ? -1 : stages.indexOf(stage)
  return (
    <Section title={t.title} id="livslop" locale={locale}>
      {stage !== null && (
        <Steps
          locale={locale}
          steps={stages.map((one, at) => ({
            label: t.stages[one],
            state: at < now ? (isPhaseOf(one, life) ? 'done' : 'skipped') : at === now ? 'current' : 'ahead',
          }))}
        />
      )}
      {stage === 'need' && <NeedStep {...props} />}
      {stage === 'procurement' && <ProcurementStep {...props} />}
      {(stage === 'procured' || (stage === null && inUse === 'considered')) && props.may.keep && (
        <Deed to={`${at(props)}/bruk`} words={t.take} />
      )}
      {(stage === 'ending' || stage === 'ended') && <EndingStep {...props} />}
      <Appointed {...props} />
      <Consulted {...props} />
      {stage === 'inUse' && props.may.keep && <Deed to={`${at(props)}/avhending/start`} words={t.beginEnding} quiet />}
    </Section>
  )
}

const at = ({ id }: PanelProps) => `/systemer/${id}`

const Deed = ({
  to,
  words,
  quiet,
  version,
}: {
  readonly to: string
  readonly words: string
  readonly quiet?: true
  readonly version?: number
}) => (
  <Form action={to} version={version ?? null} unsaved={false}>
    <Button variant={quiet ? 'tertiary' : 'secondary'}>{words}</Button>
  </Form>
)

const mark = (settled: boolean, locale: Locale) =>
  settled ? <StatusTag tone="success">{texts(locale).settled}</StatusTag> : <span className="v-unanswered">{texts(locale).open}</span>

function NeedStep(props: PanelProps) {
  const { life, may, locale } = props
  const t = texts(locale)
  if (!may.lead || !life) return null
  return (
    <Actions>
      <LinkButton href={`${at(props)}/behov`} variant="secondary">
        {t.editNeed}
      </LinkButton>
      <Deed to={`${at(props)}/anskaffelse/start`} words={t.begin} version={life.version} />
    </Actions>
  )
}

function ProcurementStep(props: PanelProps) {
  const { life, gates, may, approval, locale } = props
  const t = texts(locale)
  return (
    <>
      <TaskList
        tasks={gates.map(({ gate, settled }) => ({
          name: t.gates[gate],
          status: mark(settled, locale),
          ...(gate === 'rules' ? { hint: <Rules {...props} /> } : {}),
        }))}
      />
      {may.lead && life && (
        <Actions>
          <LinkButton href={`${at(props)}/anskaffelse`} variant="secondary">
            {t.editProcurement}
          </LinkButton>
          {life.values.requirements.length > 0 && (
            <LinkButton href={`${at(props)}/anskaffelse/krav`} variant="tertiary" download>
              {t.requirementsFile}
            </LinkButton>
          )}
          <Deed to={`${at(props)}/anskaffelse/slutt`} words={t.close} version={life.version} />
        </Actions>
      )}
      {approval}
    </>
  )
}

/** Where the rules for purchasing are (S4-056), and where it stands that they are followed. */
function Rules({ life, purchasing, locale }: PanelProps) {
  const reference = life?.values.rulesReference
  const linked = (text: string, address: string | null) =>
    address === null ? (
      text
    ) : (
      <OutsideLink href={address} locale={locale}>
        {text}
      </OutsideLink>
    )
  return (
    <>
      {purchasing && linked(purchasing.text, purchasing.address)}
      {purchasing && reference && <br />}
      {reference && linked(reference, isAddress(reference) ? reference : null)}
    </>
  )
}

function EndingStep(props: PanelProps) {
  const { life, gaps, may, approval, names, locale } = props
  const t = texts(locale)
  if (!life) return null
  const archivist = names.get(life.values.archivist ?? '')
  return (
    <>
      <TaskList
        tasks={endingPoints.map((point) => ({
          name: t.ending[point].label,
          hint: life.values[point] ?? undefined,
          status: mark(!gaps.includes(point), locale),
        }))}
      />
      {archivist && (
        <p>
          {t.ending.archivist.label} {archivist.name}
        </p>
      )}
      {may.keep && life.values.stage === 'ending' && (
        <Actions>
          <LinkButton href={`${at(props)}/avhending`} variant="secondary">
            {t.editEnding}
          </LinkButton>
          <Deed to={`${at(props)}/avhending/stopp`} words={t.stopEnding} version={life.version} quiet />
        </Actions>
      )}
      {approval}
    </>
  )
}

function Appointed(props: PanelProps) {
  const { life, names, may, locale } = props
  const t = texts(locale)
  const { appointed = null, appointedOn = null, appointedBy = null } = life?.values ?? {}
  const name = (id: string | null) => names.get(id ?? '')?.name ?? ''
  return (
    <>
      <p>
        {appointed && appointedOn ? t.appointedBy(name(appointed), formatDate(appointedOn, locale), name(appointedBy)) : t.notAppointed}
      </p>
      {may.appoint && (
        <div>
          <LinkButton href={`${at(props)}/superbruker`} variant="tertiary">
            {t.appoint}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Consulted(props: PanelProps) {
  const { consultations, names, may, locale } = props
  const t = texts(locale)
  const who = (id: string | null, when: Date) => t.askedBy(names.get(id ?? '')?.name ?? '', formatShort(when, locale))
  return (
    <>
      {consultations.length > 0 && (
        <>
          <h3 className="ds-heading v-h3">{t.consultations}</h3>
          <ul className="ds-list">
            {each(consultations, ({ id, question, askedBy, askedAt, answer, answeredBy, answeredAt }) => (
              <li>
                <span data-text="">{question}</span> <span className="v-soft">{who(askedBy, askedAt)}</span>
                {answer === null ? (
                  <p>
                    {may.answer ? (
                      <TextLink href={`${at(props)}/radforing/${id}`}>{t.doAnswer}</TextLink>
                    ) : (
                      <span className="v-unanswered">{t.notAnswered}</span>
                    )}
                  </p>
                ) : (
                  <p className="v-prose">
                    <span data-text="">{answer}</span> <span className="v-soft">{answeredAt && who(answeredBy, answeredAt)}</span>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {(may.lead || may.keep) && (
        <div>
          <LinkButton href={`${at(props)}/radforing/ny`} variant="tertiary">
            {t.ask}
          </LinkButton>
        </div>
      )}
    </>
  )
}
