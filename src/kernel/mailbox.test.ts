import fc from 'fast-check'
import addressparser from 'nodemailer/lib/addressparser/index.js'
import { expect, it, test } from 'vitest'
import { isMailbox } from './mailbox.ts'

test.each([
  ...['a@b.no', 'fornamn.etternamn+x@prøve.no', "o'hara@example.org", 'kari@sub.kommune.no', 'x@xn--prve-hra.no', 'åse@skole.no'],
  ...['1@2.no', 'a-b_c@d-e.museum', `${'a'.repeat(64)}@b.no`, 'post@sáŋka.example'],
])('%s is an address', (address) => expect(isMailbox(address)).toBe(true))

test.each([
  ...['', 'a', '@b.no', 'a@', 'a@b', 'a@localhost', 'a@b..no', 'a@.no', 'a@no.', 'a@-b.no', 'a@b-.no', 'a@b.n', 'a@b.123', 'a@10.0.0.1'],
  ...[
    '.a@b.no',
    'a.@b.no',
    'a..b@b.no',
    'a b@c.no',
    'a@b c.no',
    '"a"@b.no',
    '<a@b.no>',
    'a@b.no, c@d.no',
    'a@b.no;c@d.no',
    'a@@b.no',
    'a@b@c.no',
  ],
  ...['Kari <a@b.no>', 'Gruppe: a@b.no;', 'a@b.no\n', 'a@b_c.no', 'a@[10.0.0.1]', 'a@b%2e.no', 'mailto:a@b.no', 'a(x)@b.no', 'a@b.no.'],
  ...[
    `${'a'.repeat(65)}@b.no`,
    `a@${'b'.repeat(64)}.no`,
    `a@${'b.'.repeat(126)}no`,
    '\u200b@b.no',
    'a\u00ad@b.no',
    'a@\u3164.no',
    'a@b。no',
  ],
])('%j is none', (address) => expect(isMailbox(address)).toBe(false))

it('what it calls one address, the sender reads as that one address', () => {
  const part = fc.string({ unit: fc.constantFrom(...'abcdefghijklø1234-+_\'.,;:(<@"'), minLength: 1, maxLength: 5 })
  const address = fc.tuple(part, part).map(([local, domain]) => `${local}@${domain}.no`)
  fc.assert(
    fc.property(address, (written) => {
      fc.pre(isMailbox(written))
      expect(addressparser(written)).toEqual([{ address: written, name: '' }])
    }),
    { numRuns: 200 },
  )
})
