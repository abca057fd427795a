import { describe, expect, it } from 'vitest'
import type { Letter } from '../../../kernel/letter.ts'
import type { MailIn } from './mail.ts'
import { asideOf, dismissed, dmarcOf, joined, made, reportOf, tokensIn } from './rules.ts'

/** As a mail is read (kernel/letter.ts), of its headers alone. */
const letter = (headers: readonly string[]): Pick<Letter, 'from' | 'header'> => {
  const header = (name: string) =>
    headers.flatMap((line) => (line.toLowerCase().startsWith(`${name}:`) ? [line.slice(name.length + 1).trim()] : []))
  const from = /([^\s<>"]+@[^\s<>"]+)>?$/.exec(header('from')[0] ?? '')?.[1]?.toLowerCase() ?? null
  return { from, header }
}
const ours = { sender: 'varde@kommune.test', address: 'Sikkerhet@kommune.test' }
const id = '019ac000-0000-7000-8000-000000000001'
const token = 'abcdefghijklmnopqrstuvwxyz'
const person = 'From: Noen <noen@ute.test>'

describe('mail in', () => {
  it.each([
    ['automatic', ['Auto-Submitted: auto-replied']],
    ['automatic', ['Auto-Submitted: auto-replied (vacation)']],
    ['automatic', ['Precedence: auto_reply']],
    ['automatic', ['X-Autoreply: yes']],
    ['bounce', ['Return-Path: <>']],
    ['bounce', ['Content-Type: multipart/report; report-type=delivery-status; boundary=x']],
    [null, ['Auto-Submitted: no']],
    [null, ['Precedence: first-class']],
    // What a supplier's machine warns of, with the 72 hours running, is read.
    [null, ['Auto-Submitted: auto-generated (by a machine)']],
    [null, ['Precedence: bulk']],
    [null, ['X-Auto-Response-Suppress: DR, OOF, AutoReply']],
    // A colleague's own mail program may name a mail as ours are named.
    [null, [`Message-ID: <${id}@kommune.test>`]],
  ] as const)('a machine that answers, a bounce or our own changes nothing: %s of %j', (why, headers) => {
    expect(asideOf(letter([person, ...headers]), ours)).toBe(why)
  })

  it('our own sender, our own address and a postmaster are known by the address', () => {
    for (const [why, from] of [
      ['own', 'Varde <VARDE@kommune.test>'],
      ['own', 'sikkerhet@kommune.test'],
      ['bounce', 'MAILER-DAEMON@mx.test'],
      [null, '"varde@kommune.test" <noen@ute.test>'],
    ] as const)
      expect([from, asideOf(letter([`From: ${from}`]), ours)]).toEqual([from, why])
  })

  it('what it answers stands in an address, or in what it answers to, and nowhere else', () => {
    const found = (...headers: string[]) => tokensIn(letter([person, ...headers]))
    expect(found(`To: Sikkerhet <sikkerhet+${token.toUpperCase()}@kommune.test>`)).toEqual([token])
    expect(found(`Delivered-To: sikkerhet+${token}@kommune.test`)).toEqual([token])
    expect(found(`References: <x@y.test> <${id}.${token}@kommune.test>`)).toEqual([token])
    expect(found(`In-Reply-To: <${id}@kommune.test>`, `Subject: +${token}@kommune.test (2026-0017)`)).toEqual([])
    const many = Array.from({ length: 40 }, (_, n) => `<${id}.${String.fromCharCode(97 + (n % 26)).repeat(26)}@x.test>`)
    expect(found(`References: ${many.join(' ')}`)).toHaveLength(5)
  })

  it('how a sender was checked is believed of the own server alone, the topmost, and of the domain it says it is from', () => {
    const found = (trusted: string | null, ...results: string[]) =>
      dmarcOf(letter([...results.map((one) => `Authentication-Results: ${one}`), person]), trusted)
    const passed = 'mx.kommune.test; spf=pass; dmarc=pass (p=reject dis=none) header.from=ute.test'
    expect(found('mx.kommune.test', passed)).toBe('pass')
    expect(found('MX.kommune.test', passed.replace('dmarc=pass', 'dmarc=fail'))).toBe('fail')
    expect(found(null, passed)).toBeNull()
    expect(found('mx.kommune.test', passed.replace('mx.kommune.test', 'mx.ute.test'))).toBeNull()
    expect(found('mx.kommune.test', passed.replace('=ute.test', '=kommune.test'))).toBeNull()
    expect(found('mx.kommune.test', 'mx.kommune.test; dmarc=none header.from=ute.test', passed)).toBeNull()
    expect(found('mx.kommune.test', 'mx.kommune.test (dmarc=pass header.from=ute.test); spf=fail')).toBeNull()
    const failed = 'dmarc=fail header.from=ute.test'
    const forged = 'dmarc=pass header.from=ute.test'
    expect(found('mx.kommune.test', `mx.kommune.test; spf=pass smtp.mailfrom="x; ${forged}; y"@ond.test; ${failed}`)).toBe('fail')
    expect(found('mx.kommune.test', `mx.kommune.test; spf=pass reason="\\"; ${forged}; \\""; ${failed}`)).toBe('fail')
    expect(found('mx.kommune.test', `mx.kommune.test; ${forged}; ${failed}`)).toBeNull()
  })

  it('waits once: what somebody has settled is not settled again, and its words are gone', () => {
    const mail = { id, status: 'waiting', sender: 'a', subject: 'b', text: 'c', deviationId: null } as unknown as MailIn
    const outcomes = [made(mail, id), joined(mail, id), dismissed(mail, 'spam')]
    expect(outcomes.map((one) => one.ok && [one.next.status, one.next.text])).toEqual([
      ['made', null],
      ['joined', 'c'],
      ['dismissed', null],
    ])
    for (const one of outcomes)
      if (one.ok)
        for (const again of [made(one.next, id), joined(one.next, id), dismissed(one.next, 'spam')])
          expect(again).toMatchObject({ why: 'mailSettled' })
  })

  it('subject and text are one report, cut where a report ends', () => {
    expect(reportOf({ subject: 'Feil', text: 'Sendt feil' }, 100)).toBe('Feil\n\nSendt feil')
    expect(reportOf({ subject: null, text: 'x'.repeat(200) }, 100)).toHaveLength(100)
  })
})
