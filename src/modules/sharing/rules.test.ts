import { describe, expect, it, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import type { Shareable } from '../../kernel/shared.ts'
import { paragraphsOf } from './paragraphs.ts'
import { accepted, differencesOf, goesAlong, isUntouched, mayShare, nameOf, share, sharingTasks, takenOver } from './rules.ts'
import type { Choice, Shared, Taken } from './sharing.ts'

const system = '0190c0de-0000-7000-8000-000000000001'
const person = '0190c0de-0000-7000-8000-000000000002'
const scenario = '0190c0de-0000-7000-8000-000000000003'
const text = { kind: 'text', max: 200 } as const
const part = (fields: Shareable['main']['fields'], ...goes: readonly string[]) => ({ fields, goes, texts: () => ({}), references: {} })
const kindOf = (main: Shareable['main'], lines: Shareable['lines'] = {}) => ({ main, lines }) as unknown as Shareable
const references = { kind: 'references' } as const
const activity = { name: text, purpose: text, systems: references, responsible: { kind: 'reference' }, securityJudged: text } as const
const sharedProcessing = kindOf({
  ...part({ ...activity, dataKinds: { kind: 'choices', of: ['contact'] } }, 'name', 'purpose', 'systems', 'dataKinds'),
  references: { systems: {} as never },
})
const sharedRisk = kindOf(part({ name: text, about: text }, 'name', 'about'), {
  scenario: part({ name: text, likelihood: text }, 'name', 'likelihood'),
})
const as = (...roles: readonly Role[]) => ({ roles }) as unknown as Actor
const at = new Date('2026-03-02T08:00:00Z')

describe('S4-035 what goes along of a record, and what is the organisation’s own', () => {
  it('goes by the questions that its row names: no person, no unit, no decision', () => {
    const content = {
      processing: {
        name: 'Opptak',
        purpose: 'Ring 412 34 567',
        systems: [system],
        responsible: person,
        unit: person,
        securityJudged: 'satisfactory',
      },
      elsewhere: { secret: 'KANARI' },
    }
    const goes = goesAlong(sharedProcessing, content, new Map([[system, 'Gerica']]), (text) => text.replace(/\d/g, '•'))
    expect(goes.processing).toMatchObject({ name: 'Opptak', purpose: 'Ring ••• •• •••', systems: ['Gerica'] })
    expect(JSON.stringify(goes)).not.toContain(person)
    expect(Object.keys(goes.processing ?? {})).not.toContain('securityJudged')
  })
})

describe('what is shared', () => {
  const shared: Shared = {
    ...{
      organisation: system,
      from: 'Vertskommunen',
      subject: { type: 'processing', id: scenario },
      edition: 1,
      version: 3,
      name: 'Opptak',
      note: null,
      at,
      knownAt: null,
      redacted: null,
    },
    ...{ audience: { to: 'everyone' }, content: { processing: { name: 'Opptak', dataKinds: [] } } },
  }
  const whole = { ready: true, named: false, namesPersons: [] }

  test.each([
    ['what is not decided', { ...whole, ready: false }, 'notDecided'],
    ['what tells of weaknesses, with everybody', { ...whole, named: true }, 'onlyNamed'],
    ['what names a person', { ...whole, namesPersons: ['Kari Fjellhamar'] }, 'namesPersons'],
  ])('%s is not shared', (_, given, why) => {
    expect(share(sharedProcessing, null, shared, given)).toMatchObject({ ok: false, why })
  })
  it('is a new edition only where it says something new', () => {
    expect(share(sharedProcessing, null, shared, whole)).toMatchObject({
      next: { edition: 1 },
      events: [{ type: 'sharing.shared', edition: 1 }],
    })
    expect(share(sharedProcessing, shared, shared, whole)).toMatchObject({ ok: false, why: 'nothingChanged' })
    expect(share(sharedProcessing, shared, { ...shared, audience: { to: 'own' } }, whole)).toMatchObject({ next: { edition: 1 } })
    const next = { ...shared, content: { processing: { name: 'Opptak', dataKinds: ['contact'] } } }
    expect(share(sharedProcessing, shared, next, whole)).toMatchObject({ next: { edition: 2 } })
  })
  it('is shared by those who answer for what leaves the organisation', () => {
    expect((['employee', 'leader', 'systemOwner', 'auditor'] as const).map((role) => mayShare(as(role)))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect((['admin', 'dpo', 'ciso', 'controller'] as const).map((role) => mayShare(as(role)))).toEqual([true, true, true, true])
  })
})

describe('what changed at the source', () => {
  const key = `scenario.${scenario}`
  const before = { risk: { name: 'ROS', about: 'Skjema' }, [key]: { name: 'Feilsending', likelihood: '2' } }
  const differ = (now: typeof before | object, ours: object) =>
    differencesOf(sharedRisk, before, now as typeof before, ours as typeof before)

  it('is shown only where the source changed and we do not say the same already', () => {
    expect(differ({ ...before, risk: { name: 'ROS', about: 'Nettside' } }, before)).toEqual([
      { kind: 'answer', key: 'risk', field: 'about', before: 'Skjema', now: 'Nettside', ours: 'Skjema' },
    ])
    expect(
      differ({ ...before, risk: { name: 'ROS', about: 'Nettside' } }, { ...before, risk: { name: 'Vår', about: 'Nettside' } }),
    ).toEqual([])
    expect(differ(before, { risk: { name: 'Vår', about: 'Vårt' } })).toEqual([])
  })
  it('a line that came, or went, is one question; one that we took out is offered again only when it changed', () => {
    expect(differ({ risk: before.risk }, before)).toEqual([{ kind: 'line', key, came: false }])
    expect(differ({ risk: before.risk }, { risk: before.risk })).toEqual([])
    expect(differencesOf(sharedRisk, { risk: before.risk }, before, { risk: before.risk })).toEqual([{ kind: 'line', key, came: true }])
    expect(differ(before, { risk: before.risk })).toEqual([])
    expect(differ({ ...before, [key]: { name: 'Feilsending', likelihood: '4' } }, { risk: before.risk })).toEqual([
      { kind: 'line', key, came: true },
    ])
  })
  it('what nobody here has touched may be taken over without losing anything', () => {
    const [same] = differ({ ...before, risk: { name: 'ROS', about: 'Nettside' } }, before)
    const [other] = differ({ ...before, risk: { name: 'ROS', about: 'Nettside' } }, { ...before, risk: { name: 'ROS', about: 'Vårt' } })
    expect([same, other].map((one) => one && isUntouched(one))).toEqual([true, false])
  })

  const choices = { kind: 'choices', of: ['a', 'b', 'c', 'd'] } as const
  const texts = { kind: 'text', max: 10 } as const
  test.each([
    ['one answer is the source’s', texts, { before: 'x', now: 'y', ours: 'z' }, 'y'],
    ['what the source added comes to what we have added', choices, { before: ['a'], now: ['a', 'b'], ours: ['a', 'd'] }, ['a', 'b', 'd']],
    ['what the source took away goes, ours stands', choices, { before: ['a', 'b'], now: ['a'], ours: ['a', 'b', 'c'] }, ['a', 'c']],
    ['what we took away does not come back', choices, { before: ['a', 'b'], now: ['a', 'b', 'c'], ours: ['a'] }, ['a', 'c']],
  ])('accepted: %s', (_, field, one, next) => {
    expect(takenOver(field, one)).toEqual(next)
  })
  it('only what was accepted is written, and a line that went is taken out', () => {
    const now = { risk: { name: 'Ny ROS', about: 'Nettside' } }
    const all = differ(now, before)
    const write = (choice: (name: string) => Choice) => [...accepted(sharedRisk, all, now, (one) => choice(nameOf(one)))]
    expect(write(() => 'keep')).toEqual([])
    expect(write((name) => (name === 'risk.name' ? 'keep' : 'accept'))).toEqual([
      ['risk', { about: 'Nettside' }],
      [key, null],
    ])
  })

  it('is a task of whoever owns what was taken, and another one when it is shared no more', () => {
    const taken = { edition: 2 } as Taken
    const who = { about: { nb: '', nn: '', en: '' }, href: '/x', owner: person, roles: ['dpo'] } as const
    const words = () => ({ changed: 'endret', gone: 'borte', redacted: 'fjernet' })
    expect(sharingTasks(taken, { edition: 2, at, redacted: 2 }, who, words)).toEqual([])
    expect(sharingTasks(taken, { edition: 3, at, redacted: 2 }, who, words)).toMatchObject([
      { kind: 'sharing.changed', personId: person, dueAt: new Date('2026-04-01T22:00:00Z') },
    ])
    // What was taken out at the source is looked at within a day.
    expect(sharingTasks(taken, { edition: 4, at, redacted: 3 }, who, words)).toMatchObject([
      { kind: 'sharing.redacted', dueAt: new Date('2026-03-03T23:00:00Z') },
    ])
    expect(sharingTasks(taken, null, who, words)).toMatchObject([{ kind: 'sharing.gone', dueAt: null }])
  })
  it('of a long text the paragraphs that went and came are told, each as often as it did', () => {
    expect(paragraphsOf('En\n\nTo\nTo', 'To\nTre')).toEqual({ went: ['En', 'To'], came: ['Tre'] })
  })
})
