import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import type { Preset } from '../../kernel/profile.ts'
import { accessOf, caseTypeOf, routeOf, technicalFor } from './access.ts'
import type { Deviation } from './deviation.ts'
import { ids, makeDeviation, makeReport, someMonday } from './factory.ts'
import { profiles } from './presets.ts'

const people = { systemOwner: ids.owner, technical: null }
const access = (preset: Preset, over: Partial<Deviation> = {}, report: Partial<Deviation['report']> = {}, who = people) => {
  const one = makeDeviation(preset)
  return accessOf({ ...one, ...over, report: { ...one.report, ...report } }, profiles[preset], who)
}
const asked = {
  ...{ id: 'q', toReporter: false, personId: ids.system, outside: false, resourceRole: null, question: 'Hva?', askedBy: ids.person },
  ...{ askedAt: someMonday, dueAt: null, answer: null, answeredAt: null },
}

describe('what kind of case it is', () => {
  it.each<readonly [string, Preset, object, string]>([
    ['what was said', 'sauda', { caseType: 'itEquipment' }, 'itEquipment'],
    ['S3-13 no privacy deviation without personal data', 'sauda', { caseType: 'privacyDeviation', personalData: 'no' }, 'securityIncident'],
    ['what is unsure stays what was said', 'sauda', { caseType: 'privacyDeviation', personalData: 'unsure' }, 'privacyDeviation'],
    ['unsaid, the first that the organisation has', 'uio', { caseType: null }, 'ruleDeviation'],
    ['S1-15 unsaid, of export control alone', 'uio', { caseType: null, categories: ['EXPORT_CONTROL'] }, 'securityIncident'],
    [
      'S1-15 unsaid, of export control among other things',
      'uio',
      { caseType: null, categories: ['EXPORT_CONTROL', 'LOST_ITEM'] },
      'ruleDeviation',
    ],
  ])('%s', (_, preset, over, expected) => expect(caseTypeOf(makeReport(over), profiles[preset])).toBe(expected))

  it('is a privacy deviation where the organisation has named no kind', () => {
    const none = { ...profiles.sauda, deviation: { ...profiles.sauda.deviation, caseTypes: [] } }
    expect(caseTypeOf(makeReport({ caseType: null }), none)).toBe('privacyDeviation')
  })
})

describe('where a report goes', () => {
  it('S3-02 S4-081 a lost computer goes to the service desk, and to those who assess while personal data may be affected', () => {
    const to = (personalData: 'yes' | 'no' | null) => routeOf(makeReport({ caseType: 'itEquipment', personalData }), profiles.sauda)
    expect(to('no')).toEqual({ queue: ['serviceDesk'], tell: ['serviceDesk'], address: null })
    for (const unsaid of ['yes', null] as const)
      expect(to(unsaid)).toEqual({ queue: ['dpo', 'serviceDesk'], tell: ['dpo', 'serviceDesk'], address: null })
  })
  it('S4-081 one of those who assess is enough, and an address of its own stands', () => {
    const routes = { ...profiles.uio.deviation.routes, itEquipment: { queue: ['serviceDesk', 'cert'] as const, tell: [], address: null } }
    const uio = { ...profiles.uio, deviation: { ...profiles.uio.deviation, routes } }
    expect(routeOf(makeReport({ caseType: 'itEquipment' }), uio).queue).toEqual(['serviceDesk', 'cert'])
    const desk = { queue: ['serviceDesk'] as const, tell: [], address: 'it@a.example' }
    const own = {
      ...profiles.oslomet,
      deviation: { ...profiles.oslomet.deviation, routes: { ...profiles.oslomet.deviation.routes, securityIncident: desk } },
    }
    expect(routeOf(makeReport({ caseType: 'securityIncident' }), own)).toEqual({
      ...{ queue: ['centralAssessor', 'serviceDesk'], tell: ['centralAssessor'], address: 'it@a.example' },
    })
    const silent = {
      ...own,
      deviation: { ...own.deviation, routes: { ...own.deviation.routes, securityIncident: { ...desk, address: null } } },
    }
    expect(routeOf(makeReport({ caseType: 'securityIncident' }), silent).address).toBe('sikkerhet@oslomet.no')
  })
})

describe('S3-11 who may see a case at all', () => {
  it.each<readonly [string, Preset, Partial<Deviation>, Partial<Deviation['report']>, readonly Role[]]>([
    ['in Sauda, the officer, and the controller who signs the letter', 'sauda', {}, {}, ['controller', 'dpo']],
    ['in Sandnes, all who take part by the profile, and no owner by office', 'sandnes', {}, {}, ['ciso', 'controller', 'dpo', 'gdprUnit']],
    ['in OsloMet, the officer sees and decides nothing (GDPR art. 38(1))', 'oslomet', {}, {}, ['centralAssessor', 'controller', 'dpo']],
    ['S3-13 what is not about personal data, its own queue alone', 'sauda', {}, { personalData: 'no' }, ['serviceDesk']],
    [
      'S1-12 a signature key in danger, the security manager too',
      'sauda',
      {},
      { categories: ['SIGNATURE_KEY_COMPROMISE'] },
      ['ciso', 'controller', 'dpo'],
    ],
    [
      'S4-105 a system nobody gets at, IT too',
      'sauda',
      {},
      { system: ids.system, effects: ['unavailable'] },
      ['controller', 'dpo', 'itHead'],
    ],
  ])('%s', (_, preset, over, report, roles) => expect(access(preset, over, report).accessRoles).toEqual(roles))

  it.each<readonly [string, Preset, Partial<Deviation>, Partial<Deviation['report']>, readonly string[]]>([
    ['nobody by name', 'sauda', {}, { affectedLeader: ids.leader, reporterLeader: ids.leader }, []],
    ['whoever has taken it', 'sauda', { takenBy: ids.person }, {}, [ids.person]],
    ['S1-21 the nearest leader, where leaders are told', 'oslomet', {}, { reporterLeader: ids.leader }, [ids.leader]],
    ['S3-14 the leader whom it is left to', 'sauda', { triage: 'internal' }, { affectedLeader: ids.leader }, [ids.leader]],
    ['S3-14 not the leader of what goes to Datatilsynet', 'sauda', { triage: 'authority' }, { affectedLeader: ids.leader }, []],
    ['S4-100 the owner of the system who signs', 'sandnes', {}, { system: ids.system }, [ids.owner]],
    ['S4-100 the leader, where there is no system', 'sandnes', {}, { system: null, affectedLeader: ids.leader }, [ids.leader]],
    [
      'S4-100 no owner of what is not about personal data',
      'sandnes',
      {},
      { system: ids.system, personalData: 'no', caseType: 'itEquipment' },
      [],
    ],
    ['S4-100 no owner where the assessor is alone', 'sauda', {}, { system: ids.system }, []],
    ['S4-138 whoever is asked', 'sauda', { inquiries: [asked] }, {}, [ids.system]],
    ['S3-10 not by name the reporter who is asked', 'sauda', { inquiries: [{ ...asked, toReporter: true }] }, {}, []],
    [
      'each once',
      'sauda',
      { takenBy: ids.leader, triage: 'internal', inquiries: [{ ...asked, personId: ids.leader }] },
      { affectedLeader: ids.leader },
      [ids.leader],
    ],
  ])('%s', (_, preset, over, report, persons) => expect(access(preset, over, report).accessPersons).toEqual(persons))

  it('S4-105 whoever is technically responsible is told in place of IT, of a system that nobody gets at', () => {
    const out = { system: ids.system, effects: ['unavailable'] as const }
    expect(technicalFor(out, null)).toEqual({ roles: ['itHead'], persons: [] })
    expect(technicalFor(out, ids.person)).toEqual({ roles: [], persons: [ids.person] })
    expect(technicalFor({ ...out, system: null }, ids.person)).toEqual({ roles: [], persons: [] })
    expect(technicalFor({ ...out, effects: ['astray'] }, ids.person)).toEqual({ roles: [], persons: [] })
  })
})
