import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import type { PasswordRule, Provider, ProviderValues } from './provider.ts'
import {
  addProvider,
  changePasswordRule,
  claimValue,
  editProvider,
  levelsOf,
  scopesOf,
  verifiedEmail,
  wantedOf,
  wrongIssuer,
} from './rules.ts'

const person = '01900000-0000-7000-8000-000000000001'
const actor = (...roles: Actor['roles']): Actor => ({
  personId: person,
  organisationId: person,
  roles,
  unitId: null,
  leads: [],
  profileVersion: 1,
})
const admin = actor('admin')
const values: ProviderValues = {
  kind: 'feide',
  name: 'Feide',
  issuer: 'https://auth.dataporten.no',
  clientId: 'x',
  scopes: null,
  levels: null,
  linking: 'invitation',
  claim: null,
  active: 'no',
}
const provider: Provider = { id: person, version: 1, values, secretAt: null }
const around = { asks: () => true, taken: false }
const why = (outcome: { readonly ok: boolean; readonly why?: string }) => outcome.why ?? 'ok'

describe('a provider', () => {
  it('is added and changed by an administrator alone', () => {
    expect(why(addProvider(person, values, admin, around))).toBe('ok')
    expect(why(addProvider(person, values, actor('dpo', 'employee'), around))).toBe('notAllowed')
    expect(why(editProvider(provider, { ...values, name: 'B' }, actor('employee'), false))).toBe('notAllowed')
  })

  it('is asked only where the installation may, at its own issuer, once', () => {
    expect(why(addProvider(person, values, admin, { asks: () => false, taken: false }))).toBe('unknownHost')
    expect(why(addProvider(person, values, admin, { asks: () => true, taken: true }))).toBe('taken')
    for (const [issuer, expected] of [
      ['https://idporten.no', null],
      ['tull', 'notAnIssuer'],
      ['https://idporten.no?a=b', 'notAnIssuer'],
      ['https://idporten.no#a', 'notAnIssuer'],
      ['https://a@idporten.no', 'notAnIssuer'],
      ['https://:b@idporten.no', 'notAnIssuer'],
      ['https://login.microsoftonline.com/common/v2.0', 'sharedIssuer'],
      ['https://login.microsoftonline.com/organizations', 'sharedIssuer'],
      ['https://login.microsoftonline.com/0d1c/v2.0', null],
    ] as const)
      expect([issuer, wrongIssuer(issuer, () => true)]).toEqual([issuer, expected])
  })

  it('stays the provider it is: its issuer is never changed, so that people and the secret stay its own', () => {
    const edited = editProvider(provider, { ...values, issuer: 'https://ond.example', kind: 'other', name: 'Ny' }, admin, false)
    expect(edited).toMatchObject({ ok: true, next: { values: { issuer: values.issuer, kind: 'feide', name: 'Ny' } } })
    expect(why(editProvider(provider, { ...values, issuer: 'https://ond.example' }, admin, false))).toBe('nothingChanged')
  })

  it('is not taken out of use where it is the only way in', () => {
    const active = { ...provider, values: { ...values, active: 'yes' as const } }
    expect(why(editProvider(active, values, admin, true))).toBe('lastWay')
    expect(why(editProvider(active, values, admin, false))).toBe('ok')
  })

  it('is asked for who it is and no more, and links by a claim only where it is named and is no identity number', () => {
    expect(scopesOf({ scopes: ' email  openid profile ' })).toBe('openid email profile')
    expect(levelsOf({ levels: ' Level3 \n Level4' })).toEqual(['Level3', 'Level4'])
    expect(wantedOf(values)).toBeNull()
    expect(wantedOf({ linking: 'email', claim: 'x' })).toBe('email')
    expect(wantedOf({ linking: 'claim', claim: 'x' })).toBe('x')
    for (const [own, expected] of [
      [{ linking: 'claim' }, 'noClaim'],
      [{ linking: 'claim', claim: 'ansattnr' }, 'ok'],
      [{ claim: 'PID' }, 'identityNumber'],
      [{ claim: 'urn:x:nin' }, 'identityNumber'],
      [{ claim: 'to ord' }, 'notAClaim'],
      [{ scopes: 'offline_access' }, 'notAScope'],
      [{ scopes: 'e"p' }, 'notAScope'],
      [{ levels: 'a\nb' }, 'ok'],
      [{ levels: 'a;b' }, 'notALevel'],
      [{ levels: 'a b;c' }, 'notALevel'],
      [{ levels: 'a'.repeat(120) }, 'ok'],
      [{ levels: 'a'.repeat(121) }, 'notALevel'],
      // What is not a level is none however far into it that is seen.
      [{ levels: `${'a'.repeat(100)};b` }, 'notALevel'],
    ] as const)
      expect([own, why(addProvider(person, { ...values, ...own }, admin, around))]).toEqual([own, expected])
  })
})

describe('who somebody is the first time', () => {
  it('is an address only where the provider says that it is verified', () => {
    expect(verifiedEmail({ email: 'a@b.example', email_verified: true })).toBe('a@b.example')
    for (const wrong of [
      { email: '', email_verified: true },
      { email: 'a@b.example' },
      { email: 'a', email_verified: 'true' },
      { email: ['a'], email_verified: true },
      { email_verified: true },
    ])
      expect(verifiedEmail(wrong)).toBeNull()
  })
  it('is a claim that says one thing', () => {
    expect(claimValue({ nr: ' 12 ' }, 'nr')).toBe('12')
    expect(claimValue({ nr: 12 }, 'nr')).toBe('12')
    expect(claimValue({ nr: 'x'.repeat(255) }, 'nr')).toBe('x'.repeat(255))
    for (const wrong of [{}, { nr: '' }, { nr: ['12'] }, { nr: { a: 1 } }, { nr: true }, { nr: 'x'.repeat(256) }])
      expect(claimValue(wrong, 'nr')).toBeNull()
    expect(claimValue({}, 'toString')).toBeNull()
  })
})

describe('passwords', () => {
  const rule: PasswordRule = { id: person, version: 1, values: { passwords: 'everyone', emergency: null } }
  const emergency = { passwords: 'emergency', emergency: person } as const
  it('are turned off for all but one, who is an administrator with a password, where there is another way in', () => {
    expect(why(changePasswordRule(rule, emergency, admin, { ways: true, has: true }))).toBe('ok')
    expect(why(changePasswordRule(rule, emergency, admin, { ways: false, has: true }))).toBe('noWay')
    expect(why(changePasswordRule(rule, emergency, admin, { ways: true, has: false }))).toBe('emergencyWithout')
    expect(why(changePasswordRule(rule, { ...emergency, emergency: null }, admin, { ways: true, has: false }))).toBe('noEmergency')
    expect(why(changePasswordRule(rule, emergency, actor('employee'), { ways: true, has: true }))).toBe('notAllowed')
    expect(why(changePasswordRule(rule, rule.values, admin, { ways: true, has: true }))).toBe('nothingChanged')
  })
})

describe('what a setting is blamed on, and what is written in the log', () => {
  const said = (outcome: ReturnType<typeof addProvider> | ReturnType<typeof changePasswordRule>) =>
    outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
  const add = (over: Partial<ProviderValues>, more: Partial<typeof around> = {}) =>
    said(addProvider(person, { ...values, ...over }, admin, { ...around, ...more }))
  const rule: PasswordRule = { id: person, version: 1, values: { passwords: 'emergency', emergency: person } }
  const change = (over: Partial<PasswordRule['values']>, ways = true, has = true) =>
    said(
      changePasswordRule({ ...rule, values: { passwords: 'everyone', emergency: null } }, { ...rule.values, ...over }, admin, {
        ways,
        has,
      }),
    )
  it.each<[string, () => string, string]>([
    ['a provider', () => add({}), 'openidProvider.added'],
    ['one at no address', () => add({ issuer: 'tull' }), 'notAnIssuer issuer'],
    ['one at no address at all', () => add({ issuer: null }), 'notAnIssuer issuer'],
    ['one that is here already', () => add({}, { taken: true }), 'taken issuer'],
    ['one that links by no claim', () => add({ linking: 'claim' }), 'noClaim claim'],
    ['one that links by two words', () => add({ claim: 'to ord' }), 'notAClaim claim'],
    ['one that links by an identity number', () => add({ claim: 'pid' }), 'identityNumber claim'],
    ['one that is asked for more than it may be', () => add({ scopes: 'email offline_access' }), 'notAScope scopes'],
    ['one with a level that is none', () => add({ levels: 'a;b' }), 'notALevel levels'],
    [
      'the only way in, by another name',
      () => said(editProvider(provider, { ...values, active: 'yes' }, admin, true)),
      'openidProvider.edited',
    ],
    [
      'the only way in, closed',
      () => said(editProvider({ ...provider, values: { ...values, active: 'yes' } }, values, admin, true)),
      'lastWay active',
    ],
    ['passwords for one', () => change({}), 'passwordRule.edited'],
    ['passwords for nobody knows whom', () => change({ passwords: null }), 'incomplete passwords'],
    ['passwords for one, with no other way in', () => change({}, false), 'noWay passwords'],
    ['passwords for one who is not named', () => change({ emergency: null }), 'noEmergency emergency'],
    ['passwords for one who has none', () => change({}, true, false), 'emergencyWithout emergency'],
  ])('S0-22 %s', (_, deed, expected) => {
    expect(deed()).toBe(expected)
  })
  it('S0-22 passwords are opened for everyone again, whoever else can come in', () => {
    const opened = changePasswordRule(rule, { passwords: 'everyone', emergency: null }, admin, { ways: false, has: false })
    expect(opened).toMatchObject({
      next: { id: person, values: { passwords: 'everyone' } },
      events: [{ type: 'passwordRule.edited', passwords: 'everyone' }],
    })
  })
  it('a provider begins without its secret, and what is edited is named', () => {
    expect(addProvider(person, values, admin, around)).toMatchObject({ next: { id: person, version: 1, values, secretAt: null } })
    expect(editProvider(provider, { ...values, name: 'B' }, admin, false)).toMatchObject({ events: [{ fields: ['name'] }] })
  })
})
