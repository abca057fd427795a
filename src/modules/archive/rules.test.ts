import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import type { DocumentType } from '../../kernel/documented.ts'
import type { Preset } from '../../kernel/profile.ts'
import { profiles } from '../organisation/presets.ts'
import { arkivmelding } from './arkivmelding.ts'
import { accessOf, apart, caseFolder, fileNameOf, folderOf, unknownIn } from './plan.ts'
import { archivePlan } from './profile.ts'
import { mayFile, mayRead, mayShowUnit, mostInPackage, wrongPick, wrongReceipt } from './rules.ts'

const now = new Date('2024-05-06T08:00:00Z')
const actor = (...roles: readonly Role[]): Actor => ({
  ...{ personId: 'p', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
})
const plan = (preset: Preset) => archivePlan(profiles[preset])
const of = (type: DocumentType, over: object = {}) => ({
  ...{ title: '2024-0012', made_at: now, year: 2024, about: 'Kort namn', about_on: '2024-05-03', type },
  ...over,
})

describe('the plan', () => {
  it('S4-146 a case of 2024 goes to "personvernombud 2024", exempt, and the notice is public', () => {
    const sandnes = plan('sandnes')
    expect([folderOf(sandnes, of('case')), folderOf(sandnes, of('notice'))]).toEqual(['personvernombud 2024', 'personvernombud 2024'])
    expect(accessOf(sandnes, 'case', true)).toEqual({ access: 'exempt', ground: 'offl. § 13, jf. personopplysningsloven § 18' })
    expect(accessOf(sandnes, 'notice', true)).toEqual({ access: 'public', ground: null })
    // The year is the case's own, whenever its documents are made.
    expect(folderOf(sandnes, of('case', { made_at: new Date('2025-01-02T08:00:00Z') }))).toBe('personvernombud 2024')
  })
  it('S4-146 where the notice is not locked, it is as its sender said', () => {
    expect(accessOf(plan('sauda'), 'notice', false, 'offl. § 13')).toEqual({ access: 'exempt', ground: 'offl. § 13' })
    expect(accessOf(plan('sauda'), 'notice', true, 'offl. § 13')).toEqual({ access: 'public', ground: null })
  })
  it('S3-21 the folder of a case is its day and its short name, in letters that every system takes', () => {
    expect(caseFolder(of('case'))).toBe('2024-05-03_kort-namn')
    expect(caseFolder(of('case', { about: 'Brev på avveie / skulen ÆØÅ' }))).toBe('2024-05-03_brev-pa-avveie-skulen-aeoa')
    expect(folderOf(plan('sauda'), of('case'))).toBe('2024-05-03_kort-namn')
    expect(caseFolder(of('case', { about: null }))).toBe('2024-05-03_2024-0012')
  })
  it('S0-14 a folder is by the plan, a slash is a folder in it, and nothing leads out of it', () => {
    const mine = (folder: string) => {
      const own = plan('oslomet')
      return folderOf(
        { ...own, types: { ...own.types, risk: { ...own.types.risk, folder } } },
        of('risk', { year: null, title: '../../etc', about: null }),
      )
    }
    expect(mine('Risiko [år]/ROS')).toBe('Risiko 2024/ROS')
    expect(mine('../[navn]/..')).toBe('etc')
    expect(mine('a<b>:c')).toBe('a-b--c')
    expect([unknownIn('Mappe [år]'), unknownIn('Mappe [aar]')]).toEqual([[], ['aar']])
  })
  it('S0-14 a file is named by its day, what it is and its record; what somebody called a file is not told', () => {
    const file = { made_at: now, edition: 3, kind: 'risk', title: 'Fagsystem for skole' }
    expect(fileNameOf(file, 'Risikovurdering (ROS)')).toBe('2024-05-06_risikovurdering-ros_fagsystem-for-skole_v3.pdf')
    expect(fileNameOf({ ...file, kind: 'file', edition: null, title: 'Kari Nordmann sin e-post.DOCX' }, 'Fil')).toBe('2024-05-06_fil.docx')
    expect(apart(['a.pdf', 'b.pdf', 'a.pdf', 'a.pdf'])).toEqual(['a.pdf', 'b.pdf', 'a-2.pdf', 'a-3.pdf'])
  })
})

describe('who', () => {
  it('S0-13 those with an office read the register, and whoever only controls hands over nothing', () => {
    const said = (['employee', 'auditor', 'dpo', 'systemOwner'] as const).map((role) => [role, mayRead(actor(role)), mayFile(actor(role))])
    expect(said).toEqual([
      ['employee', false, false],
      ['auditor', true, false],
      ['dpo', true, true],
      ['systemOwner', true, true],
    ])
    expect([mayRead({ ...actor(), leads: ['u'] }), mayFile({ ...actor(), leads: ['u'] })]).toEqual([true, true])
  })
  it('S4-094 the report of a unit is for whoever leads it and for those who oversee', () => {
    expect([mayShowUnit('u', { ...actor('leader'), leads: ['u'] }), mayShowUnit('u', { ...actor('leader'), leads: ['v'] })]).toEqual([
      true,
      false,
    ])
    expect([mayShowUnit('u', actor('dpo')), mayShowUnit('u', actor('systemOwner'))]).toEqual([true, false])
  })
  it('S0-13 a package has something in it, and what its maker may open', () => {
    const pick = (ids: readonly string[], by = actor('dpo')) => wrongPick(ids, [{ id: 'a' }], by)?.why ?? null
    expect([pick(['a']), pick([]), pick(['a', 'b']), pick(['a'], actor('auditor'))]).toEqual([
      null,
      'nothingPicked',
      'goneMeanwhile',
      'notAllowed',
    ])
    expect(pick(Array.from({ length: 101 }, () => 'a'))).toBe('tooMany')
  })
  it.each<[readonly Role[], boolean, boolean]>([
    [['employee'], false, false],
    [['employee', 'auditor'], true, false],
    [['employee', 'managementGroup'], true, false],
    [['employee', 'auditor', 'systemOwner'], true, true],
    [[], false, false],
  ])('S0-13 whoever holds %j reads: %s, hands over: %s', (roles, reads, files) => {
    expect([mayRead(actor(...roles)), mayFile(actor(...roles))]).toEqual([reads, files])
  })
  it.each<[Role, boolean]>([
    ...(['dpo', 'controller', 'ciso', 'auditor', 'managementGroup', 'privacyAdviser', 'gdprUnit'] as const).map((role): [Role, boolean] => [
      role,
      true,
    ]),
    ...(['employee', 'leader', 'systemOwner', 'admin', 'itHead'] as const).map((role): [Role, boolean] => [role, false]),
  ])('S4-094 %s sees the report of a unit that others lead: %s', (role, shows) => {
    expect(mayShowUnit('u', actor(role))).toBe(shows)
  })
  it('S0-13 a refusal is blamed on what was asked', () => {
    const blamed = (ids: readonly string[]) => wrongPick(ids, [{ id: 'a' }, { id: 'b' }], actor('dpo'))?.fields
    expect([blamed(['a', 'b']), blamed([]), blamed(['c']), blamed(Array.from({ length: 101 }, () => 'a'))]).toEqual([
      undefined,
      ['dokument'],
      ['dokument'],
      ['dokument'],
    ])
    expect(blamed(Array.from({ length: mostInPackage }, () => 'a'))).toBeUndefined()
    for (const day of ['2024-05-07', '2024-05-05'])
      expect([day, wrongReceipt(day, now, null, actor('dpo'), now)?.fields]).toEqual([day, ['receivedOn']])
    expect(wrongReceipt('2024-05-06', now, null, actor('auditor'), now)).toMatchObject({ why: 'notAllowed' })
  })
  it('S0-13 a receipt comes after the package, once', () => {
    const wrong = (on: string, stands: string | null = null) => wrongReceipt(on, now, stands, actor('dpo'), now)?.why ?? null
    expect([wrong('2024-05-06'), wrong('2024-05-07'), wrong('2024-05-05'), wrong('2024-05-06', '24/1')]).toEqual([
      null,
      'future',
      'beforeMade',
      'nothingChanged',
    ])
  })
})

it('S0-14 the message says each document with its file, and keeps from the public what is exempt; what people wrote is text', () => {
  const made = arkivmelding({
    ...{
      id: 'p',
      folderId: 'f',
      folder: 'ROS <2024>',
      exempt: 'offl. § 24',
      organisation: 'Sauda & co',
      responsible: 'personvernombod',
      at: now,
    },
    documents: [
      {
        ...{
          id: 'd',
          title: 'ROS: Skulen',
          publicTitle: 'ROS',
          kind: 'ROS',
          madeAt: now,
          edition: 2,
          file: 'ros.pdf',
          exempt: 'offl. § 24',
        },
        direction: 'internal',
      },
    ],
  })
  expect(made).toContain('<tittel>ROS &lt;2024&gt;</tittel>')
  expect(made).toContain('<administrativEnhet>Sauda &amp; co</administrativEnhet>')
  expect(made).toContain('<offentligTittel>ROS</offentligTittel>')
  expect(made).toContain('<skjermingshjemmel>offl. § 24</skjermingshjemmel>')
  expect(made).toContain('<referanseDokumentfil>ros.pdf</referanseDokumentfil>')
})
