import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import type { Preset } from '../../kernel/profile.ts'
import { somePlannedMeasure } from './closing/factory.ts'
import type { Deviation } from './deviation.ts'
import { ids, makeActor, makeDeviation, someMonday } from './factory.ts'
import { jointRoles, partsOf } from './permissions.ts'
import { profiles } from './presets.ts'

type Who = { readonly personId?: string; readonly leads?: readonly string[]; readonly isReporter?: boolean; readonly ownsSystem?: boolean }
const parts = (
  deviation: Deviation,
  preset: Preset,
  roles: readonly Role[],
  { isReporter = false, ownsSystem = false, ...who }: Who = {},
) => [...partsOf(deviation, makeActor(roles, { personId: ids.owner, ...who }), profiles[preset], { isReporter, ownsSystem })].sort()
const open = (preset: Preset = 'sauda', over: Partial<Deviation> = {}): Deviation => ({
  ...makeDeviation(preset, { status: 'open' }),
  ...over,
})
const inquiry = {
  ...{ id: 'q', toReporter: false, personId: ids.owner, outside: false, resourceRole: null, question: 'Hva?', askedBy: ids.person },
  ...{ askedAt: someMonday, dueAt: null, answer: null, answeredAt: null },
}
const elsewhere = (over: Partial<Deviation> = {}): Deviation => ({ ...makeDeviation('sauda', { report: { personalData: 'no' } }), ...over })

describe('the parts somebody plays in a case', () => {
  it.each<readonly [string, Deviation, Preset, readonly Role[], Who, readonly string[]]>([
    [
      'S1-20 a draft is its reporter’s alone',
      makeDeviation('sauda', { status: 'draft' }),
      'sauda',
      ['dpo'],
      { isReporter: true },
      ['reporter'],
    ],
    ['S1-20 a draft is nobody else’s', makeDeviation('sauda', { status: 'draft' }), 'sauda', ['dpo'], {}, []],
    ['whoever reported keeps that part', open(), 'sauda', ['employee'], { isReporter: true }, ['reporter']],
    [
      'S3-10 the officer of Sauda does all but sign the letter',
      open(),
      'sauda',
      ['dpo'],
      {},
      ['assessor', 'closer', 'decider', 'drafter', 'handler', 'sender'],
    ],
    ['the controller of Sauda signs the letter', open(), 'sauda', ['controller'], {}, ['signer']],
    [
      'the controller of Sandnes signs together with others, and closes',
      open('sandnes'),
      'sandnes',
      ['controller'],
      {},
      ['closer', 'coSigner', 'signer'],
    ],
    [
      'S4-139 the owner of the system signs together with others',
      open('sandnes'),
      'sandnes',
      ['employee'],
      { ownsSystem: true },
      ['coSigner'],
    ],
    ['the owner of a system has no such part where the assessor is alone', open(), 'sauda', ['employee'], { ownsSystem: true }, []],
    ['whoever has taken the case handles it', open('sauda', { takenBy: ids.owner }), 'sauda', ['employee'], {}, ['handler']],
    ['an auditor plays no part', open(), 'sauda', ['auditor'], {}, []],
    [
      'S3-13 what is not about personal data is all the service desk’s',
      elsewhere(),
      'sauda',
      ['serviceDesk'],
      {},
      ['assessor', 'closer', 'decider', 'handler'],
    ],
    ['S3-13 what is not about personal data is not the controller’s', elsewhere(), 'sauda', ['controller'], {}, []],
    ['S3-13 what is not about personal data is closed by whoever closes all, too', elsewhere(), 'sauda', ['dpo'], {}, ['closer']],
    ['S1-44 the leader of the unit leads', open(), 'sauda', ['leader'], { personId: ids.leader }, ['leader']],
    ['whoever leads the unit or those above leads', open(), 'sauda', ['unitHead'], { leads: [ids.unit] }, ['leader']],
    ['a leader of another unit does not', open(), 'sauda', ['leader'], { leads: [ids.system] }, []],
    [
      'S3-14 the leader closes what is internal',
      open('sauda', { triage: 'internal' }),
      'sauda',
      ['leader'],
      { personId: ids.leader },
      ['closer', 'leader'],
    ],
    [
      'S3-14 the leader does not where the organisation does not let leaders',
      open('oslomet', { triage: 'internal' }),
      'oslomet',
      ['leader'],
      { personId: ids.leader },
      ['leader'],
    ],
    ['S4-138 whoever is asked answers', open('sauda', { inquiries: [inquiry] }), 'sauda', ['employee'], {}, ['asked']],
    [
      'S4-138 whoever is not asked does not',
      open('sauda', { inquiries: [{ ...inquiry, personId: ids.leader }] }),
      'sauda',
      ['employee'],
      {},
      [],
    ],
    [
      'S3-10 what the reporter is asked is the reporter’s',
      open('sauda', { inquiries: [{ ...inquiry, toReporter: true }] }),
      'sauda',
      ['employee'],
      {},
      [],
    ],
    [
      'S4-154 whoever has a measure carries it out',
      open('sauda', { measures: [{ ...somePlannedMeasure, responsiblePerson: ids.owner }] }),
      'sauda',
      ['employee'],
      {},
      ['responsible'],
    ],
    [
      'S4-154 whoever has none does not',
      open('sauda', { measures: [{ ...somePlannedMeasure, responsiblePerson: ids.leader }] }),
      'sauda',
      ['employee'],
      {},
      [],
    ],
    ['S3-08 history is read by those who assess', open('sauda', { channel: 'imported' }), 'sauda', ['dpo'], {}, ['handler']],
    [
      'S3-08 history is read by its queue',
      open('sauda', { channel: 'imported', queueRoles: ['serviceDesk'] }),
      'sauda',
      ['serviceDesk'],
      {},
      ['handler'],
    ],
    [
      'S3-08 nothing is signed or closed in history',
      open('sauda', { channel: 'imported' }),
      'sauda',
      ['controller', 'leader'],
      { personId: ids.leader },
      [],
    ],
    [
      'one assessor of two on the list is enough',
      open('uio', { accessRoles: ['cert'], queueRoles: ['cert'] }),
      'uio',
      ['controller'],
      {},
      ['assessor', 'closer', 'decider', 'drafter', 'sender', 'signer'],
    ],
  ])('%s', (_, deviation, preset, roles, who, expected) => expect(parts(deviation, preset, roles, who)).toEqual(expected))

  it('the unit that nobody has named is led by nobody', () => {
    const one = open()
    const nowhere = { ...one, report: { ...one.report, affectedUnit: null, affectedLeader: null } }
    expect(parts(nowhere, 'sauda', ['leader'], { leads: [ids.unit] })).toEqual([])
  })
  it('S4-139 the owner signs for the own system alone, and each in the roles held', () => {
    const roles = (held: readonly Role[], ownsSystem: boolean) =>
      jointRoles(makeActor(held), profiles.sandnes, { isReporter: false, ownsSystem })
    expect([roles(['systemOwner'], false), roles(['dpo', 'ciso'], true), roles(['employee'], true)]).toEqual([
      [],
      ['dpo', 'ciso', 'systemOwner'],
      ['systemOwner'],
    ])
  })
})
