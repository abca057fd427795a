import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatShort } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { NextStep } from '../../../ui/record-page.tsx'
import type { Refused } from '../../../ui/refused.ts'
import type { Assessment, Control, Status } from '../dpia.ts'
import { riskOwnerOf } from '../rules.ts'
import { type Gap, type Turn, turnOf } from '../rules-rounds.ts'
import type { Texts } from '../texts.nb.ts'

export type ShowProps = {
  readonly all: Assessment
  readonly controls: readonly Control[]
  readonly gaps: readonly Gap[]
  readonly offers: OffersByName
  /** Whoever is named in it, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly may: Readonly<Record<'edit' | 'keep' | 'advise' | 'waive' | 'end', boolean>>
  /** Whose measures are theirs to write in. */
  readonly reader: string
  readonly locale: Locale
  readonly now: Date
  readonly refused?: Refused | undefined
  readonly approval: ComponentChildren
  readonly related: readonly ComponentChildren[]
}
export type Part = ShowProps & { readonly t: Texts; readonly at: string; readonly mayWrite: boolean }

export const tones = {
  draft: 'neutral',
  withDpo: 'info',
  returned: 'warning',
  toDecide: 'info',
  approved: 'success',
  changed: 'warning',
  ended: 'neutral',
} as const satisfies Record<Status, string>

export const dayOf = (at: Date | null, locale: Locale): string => (at === null ? '' : formatShort(at, locale))

/** Whose turn it is, for what, and the one thing to press for whoever has it. */
export function WhoseTurn(props: Part) {
  const { all, names, t, locale, now, at, may } = props
  const { values, version } = all.record
  const turn = turnOf(all, localDate(now))
  if (turn === null) {
    if (values.status === 'ended') return <NextStep locale={locale} title={t.noTurn.ended} tone="quiet" />
    const day = values.controlOn === null ? '' : formatDate(values.controlOn, locale)
    return (
      <NextStep locale={locale} title={t.noTurn.approved} text={day === '' ? undefined : t.noTurn.approvedText(day)} tone="quiet">
        {may.keep && (
          <Form action={`${at}/ny-versjon`} version={version} unsaved={false}>
            <Button variant="secondary">{t.show.reopen}</Button>
          </Form>
        )}
      </NextStep>
    )
  }
  const id = turn.who === 'riskOwner' ? riskOwnerOf(all.record) : values.owner
  const name = (id === null ? undefined : names.get(id)) ?? t.show.nobody
  const deeds = deedsFor(turn, props)
  return (
    <NextStep locale={locale} title={t.turn[turn.who](name)} text={t.turnText[turn.what]} tone={deeds.length > 0 ? undefined : 'quiet'}>
      {deeds.length > 0 && deeds}
    </NextStep>
  )
}

function deedsFor(turn: Turn, { all, gaps, may, t, at }: Part) {
  const { version } = all.record
  const link = (href: string, label: string, variant: 'primary' | 'secondary' = 'primary') => (
    <LinkButton key={href} href={`${at}/${href}`} variant={variant}>
      {label}
    </LinkButton>
  )
  const press = (href: string, label: string) => (
    <Form key={href} action={`${at}/${href}`} version={version} unsaved={false}>
      <Button variant="secondary">{label}</Button>
    </Form>
  )
  // Without the content nothing goes on, with advice or without.
  const whole = gaps.every(({ what }) => ['advice', 'answer', 'consultation'].includes(what))
  const waive = may.waive && whole ? [link('uten-rad', t.show.waive, 'secondary')] : []
  switch (turn.what) {
    case 'write':
    case 'rewrite': {
      if (all.record.values.status === 'toDecide') return []
      const send = may.keep && all.record.values.decision !== null ? [link('sending', t.show.send, whole ? 'primary' : 'secondary')] : []
      return [...send, ...waive]
    }
    case 'answer':
      return may.keep ? [link('svar', t.show.reply)] : []
    case 'consult':
    case 'await':
      return may.keep ? [link('forhandsdrofting', t.show.consult)] : []
    case 'advise':
      return [
        ...(may.advise ? [link('rad', t.show.advise)] : []),
        ...(may.keep ? [press('tilbakekalling', t.show.takeHome)] : []),
        ...waive,
      ]
    case 'control':
      return [...(may.advise ? [link('kontroll', t.show.control)] : []), ...(may.keep ? [press('ny-versjon', t.show.reopen)] : [])]
    default:
      return []
  }
}
