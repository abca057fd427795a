import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Agreement, Audit, Party, SubProcessor } from '../agreement.ts'
import { parties, partOf } from '../fields.ts'
import { type Gap, gapsOf, unsaid } from '../gaps.ts'
import { dataOpen, signatureOf, whyNotInForce } from '../rules.ts'
import type { Texts } from '../texts.nb.ts'

export type ShowProps = {
  readonly record: Agreement
  readonly subProcessors: readonly SubProcessor[]
  readonly audits: readonly Audit[]
  readonly offers: OffersByName
  readonly locale: Locale
  readonly today: string
  /** The id of a line that is added: made by the page, so that a double press adds one. */
  readonly newLine: string
  readonly may: Readonly<Record<'edit' | 'sign' | 'enter' | 'end' | 'data' | 'renew' | 'subProcessors' | 'audits', boolean>>
  readonly refused?: Refused | undefined
  /** What is to be done with it now: a `Next`. */
  readonly next: ComponentChildren
  readonly related: readonly ComponentChildren[]
}
/** The same, with its words and its address. */
export type Part = ShowProps & { readonly t: Texts; readonly at: string }

/** What stands in the way, and who has signed. */
export function NextSteps(props: Part) {
  const { record, t, today, locale } = props
  const { values } = record
  const gaps = gapsOf(values)
  const blocking = gaps.filter(({ blocks }) => blocks)
  const wants = gaps.filter(({ blocks }) => !blocks)
  return (
    <>
      {whyNotInForce(values, today)?.why === 'endPassed' && values.status === 'draft' && (
        <Notice tone="warning" locale={locale}>
          {t.refusals.endPassed}
        </Notice>
      )}
      {values.status === 'inForce' && values.endsOn !== null && values.endsOn < today && (
        <Notice tone="danger" locale={locale}>
          {t.show.expired}
        </Notice>
      )}
      {dataOpen(values) && (
        <Notice tone="warning" locale={locale}>
          {t.show.dataOpen}
        </Notice>
      )}
      {values.status === 'draft' && blocking.length > 0 && <GapList {...props} title={t.show.gaps} gaps={blocking} />}
      {values.status === 'draft' && blocking.length === 0 && (
        <Notice tone="success" locale={locale}>
          {t.show.nothingMissing}
        </Notice>
      )}
      {values.status !== 'ended' && wants.length > 0 && <GapList {...props} title={t.show.wants} gaps={wants} />}
      <Signatures {...props} />
    </>
  )
}

const GapList = ({ title, gaps, t, at, may, locale }: Part & { readonly title: string; readonly gaps: readonly Gap[] }) => (
  <Section title={title} locale={locale}>
    <ul>
      {gaps.map(({ field, article }) => (
        <li key={field}>
          {may.edit ? <TextLink href={`${at}/endring/${partOf(field)}#${field}`}>{t.fields[field].label}</TextLink> : t.fields[field].label}{' '}
          <span className="v-soft">({t.show.article(article)})</span>
        </li>
      ))}
    </ul>
  </Section>
)

/** Who has signed, and for whom (S2-43). */
function Signatures(props: Part) {
  const { record, t, at, may, locale } = props
  const { values } = record
  const said = (party: Party) => signatureOf(party, values)
  const count = parties.filter((party) => said(party).signedOn !== null).length
  const open = may.sign && unsaid(values).length === 0
  return (
    <Section title={t.show.signatures} locale={locale}>
      {values.status === 'draft' && <p>{count === 1 ? t.show.notInForce : t.show.signaturesText}</p>}
      <TaskList
        tasks={parties.map((party) => {
          const { signatory, signedOn } = said(party)
          return {
            name: t.show[party],
            ...(open && signedOn === null ? { href: `${at}/signatur/${party}`, hint: t.show.sign[party] } : {}),
            status:
              signedOn === null ? (
                <span className="v-unanswered">{t.show.notSigned}</span>
              ) : (
                <StatusTag tone="success">{t.show.by(signatory ?? '', formatDate(signedOn, locale))}</StatusTag>
              ),
            ...(may.sign && signedOn !== null ? { action: <Withdraw {...props} party={party} /> } : {}),
          }
        })}
      />
    </Section>
  )
}

const Withdraw = ({ record, t, at, party }: Part & { readonly party: Party }) => (
  <Form action={`${at}/signatur/${party}/trekk`} version={record.version} unsaved={false}>
    <Button variant="tertiary">
      {t.show.withdraw}
      <span className="ds-sr-only"> {t.show[party]}</span>
    </Button>
  </Form>
)
