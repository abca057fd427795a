import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mail } from './message.ts'
import { faultOf, isOurPath, letterOf, oneLine, overTls, placeText, readPlace, refusalOf, sameMailbox } from './rules.ts'

const mail: Mail & { readonly address: string } = {
  id: '019ac000-0000-7000-8000-000000000001',
  address: 'ombod@prove.test',
  language: 'nn',
  kind: 'deviation.received',
  title: 'Eit avvik er meldt',
  reference: '2026/12',
  more: 0,
  replyTo: null,
  href: '/avvik/019ac000-0000-7000-8000-000000000002',
}
const write = (more: Partial<typeof mail> = {}) => letterOf({ ...mail, ...more }, 'Sauda kommune', 'https://varde.test', 'varde@prove.test')

describe('the road to the mail server', () => {
  test.each([
    ['smtp://mail.kommune.no', 'smtp://mail.kommune.no?requireTLS=true'],
    [
      'smtp://varde:a%40b@mail.kommune.no:587/?tls.servername=mail',
      'smtp://varde:a%40b@mail.kommune.no:587/?tls.servername=mail&requireTLS=true',
    ],
    ['smtp://mail.kommune.no?requireTLS=false', 'smtp://mail.kommune.no?requireTLS=false'],
    ['smtps://mail.kommune.no', 'smtps://mail.kommune.no'],
    ['smtp://127.0.0.1:2525', 'smtp://127.0.0.1:2525'],
    ['smtp://[::1]:2525', 'smtp://[::1]:2525'],
  ])('%s is asked as %s: over TLS, unless it is this machine or is said to have none', (given, asked) => expect(overTls(given)).toBe(asked))
})

describe('A mail', () => {
  test('S0-17 holds our own words, the case number and a link, and nothing else', () => {
    expect(write()).toEqual({
      messageId: '<019ac000-0000-7000-8000-000000000001@prove.test>',
      replyTo: null,
      to: 'ombod@prove.test',
      subject: 'Varde: Eit avvik er meldt (2026/12)',
      language: 'nn',
      text: `Hei,

Eit avvik er meldt.

Saksnummer: 2026/12

Les meir og svar i Varde:
https://varde.test/avvik/019ac000-0000-7000-8000-000000000002

Av omsyn til personvernet står det ikkje noko frå saka i denne e-posten.

E-posten er send automatisk og kan ikkje svarast på.
Varde, Sauda kommune
`,
    })
  })

  test('S0-17 one for a round says of how many more it tells', () => {
    const letter = write({ title: 'Fristen har gått ut: Gjennomgå (System)', reference: null, more: 11 })
    expect(letter.subject).toBe('Varde: Fristen har gått ut: Gjennomgå (System), og 11 til')
  })

  test('S4-131 about a protected reporter has no case number', () => {
    const letter = write({ reference: null })
    expect(letter.subject).toBe('Varde: Eit avvik er meldt')
    expect(letter.text).not.toContain('Saksnummer')
    expect(letter.text).not.toContain('null')
  })

  test('S0-24 the link to a new password says that it works once, for an hour, and what to do if one did not ask; there is no case in it', () => {
    const one = {
      kind: 'account.passwordForgotten',
      title: 'Her er lenken',
      reference: null,
      href: '/velg-passord/x',
      language: 'nb',
    } as const
    expect(write(one).text).toBe(`Hei,

Her er lenken.

Velg nytt passord her:
https://varde.test/velg-passord/x

Lenken virker én gang, i én time. Har du ikke bedt om den, trenger du ikke gjøre noe: passordet ditt er det samme som før.

E-posten er sendt automatisk og kan ikke besvares.
Varde, Sauda kommune
`)
  })

  test.each([
    ['account.invited', null, 'Velg passord her', /én gang, i to døgn.*be[r ]/],
    ['account.changed', null, 'Les mer i Varde', /står det ikke mer/],
    ['security_audit.hold', null, 'Les mer i Varde', /står det ikke mer/],
    ['deviation.askedOutside', null, 'Les mer og svar i Varde', /ikke noe fra saken/],
    ['deviation.received', '2026/12', 'Les mer og svar i Varde', /ikke noe fra saken/],
  ] as const)('S0-24 %s, of case %s, speaks of a case only where there is one', (kind, reference, open, said) => {
    const { text } = write({ kind, reference, language: 'nb' })
    expect([text.includes(`${open}:\n`), said.test(text), /sak/i.test(text)]).toEqual([
      true,
      true,
      /saken/.test(said.source) || reference !== null,
    ])
  })

  test('has a number of its own under the domain it is sent from, however that address is written', () => {
    const numberFrom = (from: string) => letterOf(mail, 'Sauda kommune', 'https://varde.test', from).messageId.replace(mail.id, 'n')
    expect(numberFrom('Varde <varde@prove.test> ')).toBe('<n@prove.test>')
    expect(numberFrom('varde@prove.test> (office)')).toBe('<n@localhost>')
    expect(numberFrom('varde')).toBe('<n@localhost>')
  })

  test('no header can be slipped in, whatever stands in its parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\0'), (text, breaker) => {
        const letter = write({
          title: `${text}${breaker}Bcc: other@prove.test`,
          address: `a@prove.test${breaker}b@prove.test`,
          reference: `1${breaker}2`,
        })
        for (const part of [letter.subject, letter.to, letter.messageId]) expect(part).not.toMatch(/[\r\n\u2028\u0085\0]/)
      }),
    )
  })
})

test('a link is a path of ours', () => {
  expect(['/', '/avvik/1', '/avvik?fra=2026-01-01'].every(isOurPath)).toBe(true)
  expect(['', 'https://other.test', '//other.test', '/\\other.test', 'avvik', '/a b', '/a\nb', 'javascript:alert(1)'].some(isOurPath)).toBe(
    false,
  )
})

test('one line is one line, and no longer than a header may be', () => {
  expect(oneLine('a\r\n b\tc')).toBe('a  b c')
  expect(oneLine('x'.repeat(500))).toHaveLength(200)
  expect(oneLine(' \n a \u2029')).toBe('a')
})

test('only a refusal of this very mail is final', () => {
  expect(refusalOf({ code: 'EMESSAGE', responseCode: 550 })).toEqual({ ok: false, code: '550', permanent: true })
  expect(refusalOf({ code: 'EENVELOPE', responseCode: 553 })).toEqual({ ok: false, code: '553', permanent: true })
  expect(refusalOf({ code: 'EENVELOPE' })).toEqual({ ok: false, code: 'EENVELOPE', permanent: true })
  expect(refusalOf({ code: 'EENVELOPE', responseCode: 451 })).toEqual({ ok: false, code: '451', permanent: false })
  expect(refusalOf({ code: 'EAUTH', responseCode: 535 })).toEqual({ ok: false, code: '535', permanent: false })
  expect(refusalOf({ code: 'EMESSAGE', responseCode: 500 })).toMatchObject({ permanent: true })
  expect(refusalOf({ code: 'EMESSAGE' })).toEqual({ ok: false, code: 'EMESSAGE', permanent: false })
  expect(refusalOf({ code: 'ECONNECTION', responseCode: 554 })).toEqual({ ok: false, code: '554', permanent: false })
  expect(refusalOf({ code: 'ESOCKET', responseCode: 0 })).toMatchObject({ code: 'ESOCKET' })
  expect(refusalOf({ code: 'ESOCKET', responseCode: '550' })).toMatchObject({ code: 'ESOCKET' })
  for (const code of [7, undefined, 'xESOCKET', 'ESOCKETx', 'e']) expect(refusalOf({ code })).toMatchObject({ code: 'unknown' })
  expect(refusalOf({ code: 'ESOCKET' })).toEqual({ ok: false, code: 'ESOCKET', permanent: false })
  expect(refusalOf({ code: 'the words of a server' })).toEqual({ ok: false, code: 'unknown', permanent: false })
})

test.each([
  ['ECONNREFUSED', 'noAnswer'],
  ['ETIMEDOUT', 'noAnswer'],
  ['ESOCKET', 'noAnswer'],
  ['EAUTH', 'signIn'],
  ['535', 'signIn'],
  ['451', 'later'],
  ['550', 'refused'],
  ['EENVELOPE', 'address'],
  ['address', 'address'],
  ['tooOld', 'tooOld'],
  ['left', 'left'],
  ['noAnswer', 'noAnswer'],
  ['530', 'signIn'],
  ['534', 'signIn'],
  ['1535', 'other'],
  ['5351', 'other'],
  ['1451', 'other'],
  ['4511', 'other'],
  ['1550', 'other'],
  ['5501', 'other'],
  ['xESOCKET', 'other'],
  ['ESOCKETx', 'other'],
  ['unknown', 'other'],
] as const)('what went wrong, %s, is of a kind that can be acted on: %s', (code, fault) => {
  expect(faultOf(code)).toBe(fault)
})

test('two spellings of one mailbox are one mailbox', () => {
  expect(sameMailbox(' Ombod@Prove.TEST ')).toBe('ombod@prove.test')
})

test('a place in the list is read as it was written, and nothing else is a place', () => {
  const place = { createdAt: new Date('2026-11-28T12:00:00.123Z'), id: mail.id }
  expect(readPlace(placeText(place))).toEqual({ at: place.createdAt, id: mail.id })
  for (const text of [null, '', '_', `_${mail.id}`, `i går_${mail.id}`, '2026-11-28T12:00:00.123Z', '2026-11-28T12:00:00.123Z_1'])
    expect([text, readPlace(text)]).toEqual([text, null])
})
