import { describe, expect, it } from 'vitest'
import { clockwork } from '../../kernel/actor.ts'
import { enterpriseSchema, patchSchema, readPatch, readUser, userSchema } from './attributes.ts'
import type { Attributes } from './directory.ts'
import { readFilter, spanOf } from './filter.ts'
import { changedIn, followed, isLasting, makeToken, nameOf, withIdentityNumber } from './rules.ts'

const kari: Attributes = {
  ...{ userName: 'kari@sandnes.example', externalId: 'e0', displayName: 'Kari', formatted: null, givenName: null, familyName: null },
  ...{ email: 'kari@sandnes.example', department: 'Skole', manager: null },
}
const patch = (...Operations: readonly unknown[]) => readPatch({ schemas: [patchSchema], Operations }, kari)
const after = (...operations: readonly unknown[]) => {
  const read = patch(...operations)
  if (!read.ok) throw new Error(read.detail)
  const { draft } = read
  const said = Object.entries(draft).filter(([name, value]) => value !== { ...kari, active: null }[name as keyof typeof draft])
  return Object.fromEntries(said)
}
const other = 'urn:ietf:params:scim:schemas:extension:other:2.0:User'

describe('a change from the directory', () => {
  // As in Microsoft's own documentation, with and without its flag for the standard (read 2026-11-30).
  it.each<[string, readonly unknown[], object]>([
    ['left, as a text', [{ op: 'Replace', path: 'active', value: 'False' }], { active: false }],
    ['left, as a word', [{ op: 'replace', path: 'active', value: false }], { active: false }],
    ['left, without a path', [{ op: 'replace', value: { active: false } }], { active: false }],
    ['left, as a list of one', [{ op: 'Replace', path: 'active', value: [{ $ref: null, value: 'False' }] }], { active: false }],
    ['back', [{ op: 'Add', path: 'active', value: 'TRUE' }], { active: true }],
    ['an address', [{ op: 'Replace', path: 'emails[type eq "work"].value', value: 'k@x.no' }], { email: 'k@x.no' }],
    ['the main address', [{ op: 'replace', path: 'emails[primary eq true].value', value: 'k@x.no' }], { email: 'k@x.no' }],
    ['another address', [{ op: 'Replace', path: 'emails[type eq "home"].value', value: 'k@x.no' }], {}],
    [
      'addresses',
      [{ op: 'replace', path: 'emails', value: [{ value: 'h@x.no' }, { type: 'work', value: 'k@x.no' }] }],
      { email: 'k@x.no' },
    ],
    ['no address', [{ op: 'Remove', path: 'emails[type eq "work"]' }], { email: null }],
    ['parts of a name', [{ op: 'Add', path: 'name.familyName', value: 'Nes' }], { familyName: 'Nes' }],
    [
      'a name whole',
      [{ op: 'replace', path: 'name', value: { givenName: 'Kari', familyName: 'Nes' } }],
      { givenName: 'Kari', familyName: 'Nes' },
    ],
    [
      'several, as names with points',
      [{ op: 'replace', value: { displayName: 'K', 'name.givenName': 'Kari', [`${enterpriseSchema}:department`]: 'Bad' } }],
      { displayName: 'K', givenName: 'Kari', department: 'Bad' },
    ],
    ['a schema within', [{ op: 'Add', value: { [enterpriseSchema]: { department: 'Bad' } } }], { department: 'Bad' }],
    ['a leader as a text', [{ op: 'Add', path: `${enterpriseSchema}:manager`, value: 'm1' }], { manager: 'm1' }],
    ['a leader as an object', [{ op: 'add', path: `${enterpriseSchema}:manager`, value: { value: 'm1', $ref: null } }], { manager: 'm1' }],
    ['a leader as a list', [{ op: 'Replace', path: `${enterpriseSchema}:manager`, value: [{ value: 'm1' }] }], { manager: 'm1' }],
    ['a leader within', [{ op: 'Add', path: `${enterpriseSchema}:manager.value`, value: 'm1' }], { manager: 'm1' }],
    ['an old way to write it', [{ op: 'Add', path: `${enterpriseSchema}.department`, value: 'Bad' }], { department: 'Bad' }],
    ['no department', [{ op: 'Remove', path: `${enterpriseSchema}:department` }], { department: null }],
    [
      'a name over two lines',
      [{ op: 'replace', path: 'displayName', value: 'Kari\nBcc: x@y.example' }],
      { displayName: 'Kari Bcc: x@y.example' },
    ],
    ['the schema written out', [{ op: 'Replace', path: `${userSchema}:displayName`, value: 'K' }], { displayName: 'K' }],
    ['names in any case', [{ OP: 'RePLACE', PATH: 'DISPLAYNAME', VALUE: 'K' }], { displayName: 'K' }],
    ['what is not kept', [{ op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '99' }], {}],
    ['a schema that nobody knows', [{ op: 'Add', path: `${other}:pet`, value: 'Rex' }], {}],
    ['the inside of the machine', [{ op: 'add', value: JSON.parse('{"__proto__":{"active":false},"constructor":"x"}') }], {}],
    ['an id beside', [{ op: 'replace', value: { id: 'x', displayName: 'K' } }], { displayName: 'K' }],
    [
      'one after the other',
      [
        { op: 'add', path: 'title', value: 'x' },
        { op: 'replace', path: 'active', value: 'true' },
      ],
      { active: true },
    ],
  ])('reads that somebody has %s', (_, operations, says) => {
    expect(after(...operations)).toEqual(says)
  })

  it.each<[string, unknown, string]>([
    ['no such deed', { op: 'move', path: 'active', value: true }, 'invalidSyntax'],
    ['nothing named to take away', { op: 'remove' }, 'noTarget'],
    ['a path that cannot be read', { op: 'replace', path: 'emails[type eq', value: 'x' }, 'invalidPath'],
    ['a path that is no text', { op: 'replace', path: 7, value: 'x' }, 'invalidPath'],
    ['the id', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['being here taken away', { op: 'remove', path: 'active' }, 'mutability'],
    ['being here as a number', { op: 'replace', path: 'active', value: 0 }, 'invalidValue'],
    ['a name that is an object', { op: 'replace', path: 'displayName', value: { first: { second: 1 } } }, 'invalidValue'],
    ['two names', { op: 'replace', path: 'displayName', value: ['a', 'b'] }, 'invalidValue'],
    ['a sign that cannot be seen', { op: 'replace', path: 'displayName', value: 'a\u0000b' }, 'invalidValue'],
    ['no user name', { op: 'replace', path: 'userName', value: '' }, 'invalidValue'],
    ['a text without end', { op: 'replace', path: 'displayName', value: 'x'.repeat(5000) }, 'invalidValue'],
    ['nothing to read', 'x', 'invalidSyntax'],
  ])('is told no of %s', (_, operation, scimType) => {
    const read = patch(operation)
    expect(read).toMatchObject({ ok: false, status: 400, scimType })
  })

  it('is read whole or not at all, and not more than a hundred at once', () => {
    expect(
      readPatch({ schemas: [patchSchema], Operations: Array(101).fill({ op: 'add', path: 'title', value: 'x' }) }, kari),
    ).toMatchObject({ status: 413 })
    for (const content of [
      null,
      [],
      'x',
      {},
      { schemas: [patchSchema] },
      { schemas: [patchSchema], Operations: [] },
      { schemas: 'x', Operations: [] },
    ])
      expect(readPatch(content, kari)).toMatchObject({ ok: false, status: 400 })
    const deep = JSON.parse(`${'{"value":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as unknown
    expect(patch({ op: 'replace', path: 'displayName', value: deep })).toMatchObject({ ok: false })
  })

  it('of a user names the schema and a user name', () => {
    expect(readUser({ schemas: [userSchema.toUpperCase()], USERNAME: 'a', emails: [{ value: 'a@x.no', primary: true }] })).toMatchObject({
      ok: true,
      draft: { userName: 'a', email: 'a@x.no', active: null },
    })
    expect(readUser({ schemas: [other], userName: 'a' })).toMatchObject({ scimType: 'invalidSyntax' })
    expect(readUser({ schemas: [userSchema] })).toMatchObject({ scimType: 'invalidValue' })
    for (const content of [null, [], 7, 'x']) expect(readUser(content)).toMatchObject({ ok: false })
  })
})

describe('what is looked for', () => {
  it.each<[string, object]>([
    ['userName eq "a@b.no"', { userName: 'a@b.no' }],
    ['USERNAME EQ "a"', { userName: 'a' }],
    ['externalId eq "x" and active eq true', { externalId: 'x', active: true }],
    ['emails[type eq "work"].value eq "a@b.no"', { email: 'a@b.no' }],
    [`${userSchema}:userName eq "a"`, { userName: 'a' }],
    ['userName eq "a\\"b"', { userName: 'a"b' }],
    [`userName eq "'; drop table person; --"`, { userName: "'; drop table person; --" }],
    ['userName eq "a" and userName eq "b"', { id: '' }],
  ])('is read: %s', (text, sought) => {
    expect(readFilter(text)).toEqual({ ok: true, sought })
  })

  it.each([
    '',
    'userName',
    'userName sw "a"',
    'userName eq a',
    'userName eq "a" or 1 eq 1',
    'not (userName eq "a")',
    'constructor eq "a"',
    'active eq "true"',
    'userName eq "a',
    'userName eq "\\x"',
    `userName eq "${'a'.repeat(2000)}"`,
  ])('is told no: %s', (text) => {
    expect(readFilter(text)).toMatchObject({ ok: false, status: 400, scimType: 'invalidFilter' })
  })

  it.each<[string, object]>([
    ['', { from: 1, count: 100 }],
    ['startIndex=0&count=-1', { from: 1, count: 0 }],
    ['startIndex=3&count=9999', { from: 3, count: 200 }],
    ['startIndex=x&count=1e9', { from: 1, count: 100 }],
  ])('is a span: %s', (query, span) => {
    expect(spanOf(new URLSearchParams(query))).toEqual(span)
  })
})

describe('what follows here', () => {
  const here = { name: 'Kari N. Nes', email: 'kari@sandnes.example', unit: 'u1', leader: 'l1', locale: 'nn' }
  it('is only what the directory has changed: what was written here stands', () => {
    expect(followed(here, kari, { ...kari, externalId: 'e1' }, { unit: 'u2', leader: 'l2' })).toEqual(here)
    expect(followed(here, kari, { ...kari, displayName: 'Kari Ås', email: null }, { unit: 'u2', leader: 'l2' })).toEqual({
      ...here,
      name: 'Kari Ås',
      email: null,
    })
    expect(followed(here, kari, { ...kari, department: 'Bad' }, { unit: 'u2', leader: 'l2' })).toEqual({ ...here, unit: 'u2' })
  })

  it('moves nobody to a department that nobody knows, and leaves nobody under a leader who is another', () => {
    expect(followed(here, kari, { ...kari, department: 'Bad', manager: 'm' }, { unit: undefined, leader: undefined })).toEqual({
      ...here,
      leader: null,
    })
  })

  it('names somebody by what there is', () => {
    const none = { ...kari, displayName: null }
    expect([nameOf(kari), nameOf({ ...none, formatted: 'F' }), nameOf({ ...none, givenName: 'G', familyName: 'F' }), nameOf(none)]).toEqual(
      [...['Kari', 'F', 'G F', 'kari@sandnes.example']],
    )
    expect(changedIn(kari, { ...kari, email: null, manager: 'm' })).toEqual(['email', 'manager'])
  })

  it('S0-19 takes no national identity number, in whichever question', () => {
    expect(withIdentityNumber(kari)).toBe(null)
    expect(withIdentityNumber({ ...kari, externalId: '15838530181' })).toBe('externalId')
    expect(withIdentityNumber({ ...kari, displayName: 'Kari 158385 30181' })).toBe('displayName')
  })

  it('takes somebody back by an id that is never given to another, and by no name', () => {
    expect([isLasting('0A21F0F2-8d2a-4f8e-bf98-7363c4aed4ef'), isLasting('kari'), isLasting(null)]).toEqual([true, false, false])
  })
})

describe('a token', () => {
  const admin = { ...clockwork('00000000-0000-7000-8000-000000000001', 1), roles: ['admin'] as const }
  const make = (expiresOn: string | null, standing = 0, actor: Parameters<typeof makeToken>[2] = admin) =>
    makeToken({ name: 'Entra', expiresOn }, standing, actor, '2026-03-02')
  it('is an administrator’s to make, ends within two years, and there are five at most', () => {
    expect(make('2027-03-02', 4)).toEqual({ ok: true })
    expect(make('2026-03-02')).toMatchObject({ why: 'endsTooEarly', fields: ['expiresOn'] })
    expect(make('2028-03-03')).toMatchObject({ why: 'endsTooLate' })
    expect(make(null)).toMatchObject({ why: 'endsTooEarly' })
    expect(make('2027-03-02', 5)).toMatchObject({ why: 'tooManyTokens' })
    expect(make('2027-03-02', 0, clockwork(admin.organisationId, 1))).toMatchObject({ why: 'notAllowed' })
  })
})
