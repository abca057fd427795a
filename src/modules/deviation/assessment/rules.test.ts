import { describe, expect, test } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import { type Preset, presets } from '../../../kernel/profile.ts'
import type { Criterion } from '../assessed.ts'
import type { Deviation } from '../deviation.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { type AssessmentAnswers, assessmentFields, type JointAnswers } from '../fields-assessment.ts'
import { profiles } from '../presets.ts'
import { standingSignOffs } from '../rests.ts'
import { decideBreach, trackAuthority, trackSubjects } from '../rules.ts'
import { derive } from '../settle.ts'
import { sameHand } from './consequences.ts'
import { assess, decideAuthority, decideSubjects, notNotifyGaps, signOff } from './rules.ts'

const answers = (over: Partial<AssessmentAnswers>): AssessmentAnswers => ({ ...emptyValues(assessmentFields), ...over })
const noEffect = { effectAstray: 'no', effectChanged: 'no', effectLost: 'no' } as const
const certain = { certainty: 'certain', certaintyReasons: 'Slettet av mottakeren.' } as const
const low = { level: 'low', levelReason: 'Få opplysninger.', ...noEffect } as const
const by = (deviation: Deviation, preset: Preset) => makeBy(deviation, preset, profiles[preset].assessment.assessors)
const assessed = (preset: Preset, over: Partial<AssessmentAnswers>, ticked: readonly Criterion[] = [], from = makeDeviation(preset)) =>
  must(assess(from, answers(over), ticked, true, by(from, preset)))

describe.each(presets)('%s: assessing', (preset) => {
  test('opens the case, keeps who and when, and says in the log which answers changed, not what they are', () => {
    const received = makeDeviation(preset)
    const outcome = assess(received, answers({ level: 'medium', advice: 'Meld.', ...noEffect }), ['M4'], true, by(received, preset))
    expect(outcome).toMatchObject({ ok: true, next: { status: 'open', assessedBy: ids.person, assessedAt: someMonday } })
    expect(outcome.ok && outcome.events[0]).toEqual({
      type: 'deviation.assessed',
      level: 'medium',
      suggested: 'medium',
      fields: ['effectAstray', 'effectChanged', 'effectLost', 'level', 'advice', 'criteria'],
    })
  })

  test('S3-29 S3-36 a tick is of whoever set it, with its time, also when a colleague saves it again with another', () => {
    const received = makeDeviation(preset)
    const first = must(assess(received, answers({}), ['M4'], false, by(received, preset)))
    const at = hoursFrom(someMonday, 2)
    const colleague = makeBy(first, preset, profiles[preset].assessment.assessors, { personId: ids.owner, now: at })
    expect(must(assess(first, answers({}), ['M4', 'M12'], false, colleague)).ticks).toEqual([
      { criterion: 'M4', by: ids.person, at: someMonday },
      { criterion: 'M12', by: ids.owner, at },
    ])
  })

  test('saving nothing new is refused, and a number on no scale too', () => {
    const first = assessed(preset, { level: 'medium', ...noEffect })
    const same = assess(first, first.assessment, [], true, by(first, preset))
    expect(same).toMatchObject({ ok: false, why: 'nothingChanged' })
    const odd = assess(first, answers({ level: 'medium', ...noEffect, enisaEase: 30, enisaSimple: 2 }), [], false, by(first, preset))
    expect(odd).toMatchObject({ ok: false, why: 'notAChoice', fields: ['enisaEase'] })
  })

  test('unlikely, low, medium and high give the tracks of the profile', () => {
    const tracks = (over: Partial<AssessmentAnswers>) => {
      const { authorityTrack, subjectsTrack } = assessed(preset, { ...noEffect, ...over })
      return [authorityTrack, subjectsTrack]
    }
    expect(tracks({ level: 'unlikely', ...certain, levelReason: 'x' })).toEqual(['undecided', 'undecided'])
    expect(tracks({ ...low, ...certain })).toEqual(['undecided', 'undecided'])
    expect(tracks({ ...low, certainty: 'unsure' })).toEqual(['owed', 'undecided'])
    expect(tracks({ level: 'medium' })).toEqual(['owed', 'undecided'])
    expect(tracks({ level: 'high' })).toEqual(['owed', 'owed'])
  })

  test('S4-133 a danger of data astray makes both tracks owed in Sandnes alone', () => {
    const { authorityTrack, subjectsTrack } = assessed(preset, { ...low, ...certain, effectAstray: 'danger' })
    expect([authorityTrack, subjectsTrack]).toEqual(preset === 'sandnes' ? ['owed', 'owed'] : ['undecided', 'undecided'])
  })

  test('S4-127 encrypted and lost: owed in Sandnes, by level elsewhere', () => {
    const { authorityTrack } = assessed(preset, { ...low, ...certain, effectLost: 'yes', dataEncrypted: 'yes' })
    expect(authorityTrack).toBe(preset === 'sandnes' ? 'owed' : 'undecided')
  })

  test('a finished assessment that no longer holds is unfinished again, and one that holds stays finished', () => {
    const first = assessed(preset, { level: 'medium', ...noEffect })
    const save = (over: Partial<AssessmentAnswers>) => must(assess(first, answers({ ...noEffect, ...over }), [], false, by(first, preset)))
    expect(save({ level: 'high' }).assessedAt).toEqual(someMonday)
    expect(save({ level: 'low' })).toMatchObject({ assessedAt: null, assessedBy: null })
  })

  test('nobody without the part assesses', () => {
    const open = makeDeviation(preset, { status: 'open' })
    const outcome = assess(
      open,
      answers({ level: 'medium' }),
      [],
      true,
      makeBy(open, preset, ['leader', 'auditor', 'admin'], { personId: ids.owner }),
    )
    expect(outcome).toMatchObject({ ok: false, why: 'notAllowed' })
  })
})

describe.each(presets)('%s: the decision about Datatilsynet', (preset) => {
  const decide = (deviation: Deviation, ...rest: [outcome: 'notify' | 'notNotify', reason: string | null]) =>
    decideAuthority(deviation, ...rest, by(deviation, preset))

  test('S3-15 asks for an assessment first', () => {
    const open = makeDeviation(preset, { status: 'open' })
    expect(decide(open, 'notNotify', 'x')).toMatchObject({ ok: false, why: 'assessFirst' })
  })

  test('S1-47 a "no" is refused wherever a rule demands the notice', () => {
    // Where several assess together, all of them have signed that it need not be told: it is the rule that demands it.
    const jointly = (deviation: Deviation) => (profiles[preset].assessment.jointly.length > 0 ? signedByAll(deviation) : deviation)
    for (const [over, why] of [
      [{ level: 'medium', ...noEffect }, 'noticeRequired'],
      // Whoever is not certain may become so: it is asked for, and not refused for good.
      [{ ...low, certainty: 'unsure' }, 'incomplete'],
      [{ ...low, ...certain, mayHarmRights: 'yes' }, 'noticeRequired'],
    ] as const)
      expect(decide(jointly(assessed(preset, over)), 'notNotify', 'x')).toMatchObject({ ok: false, why })
    expect(decide(jointly(assessed(preset, { ...low, ...certain })), 'notNotify', 'x').ok).toBe(true)
  })

  test('a "no" is stored with reason, person and time, and holds until the answers change', () => {
    const base = assessed(preset, { ...low, ...certain })
    const deviation = preset === 'sandnes' ? signedByAll(base) : base
    const decided = must(decide(deviation, 'notNotify', 'Slettet.'))
    expect(decided.authorityTrack).toBe('notOwed')
    expect(decided.decisions.at(-1)).toMatchObject({
      kind: 'authority',
      outcome: 'notNotify',
      reason: 'Slettet.',
      by: ids.person,
      at: someMonday,
    })
    expect(derive(decided, profiles[preset]).authorityTrack).toBe('notOwed')
    expect(assessed(preset, { level: 'high', ...noEffect }, [], decided).authorityTrack).toBe('owed')
  })

  test('a "yes" beyond the duty stands, and what has been told is not decided again', () => {
    const decided = must(decide(assessed(preset, { ...low, ...certain }), 'notify', null))
    expect(decided.authorityTrack).toBe('owed')
    const sender = makeBy(decided, preset, profiles[preset].authority.senders)
    const told = must(trackAuthority(decided, 'notified', hoursFrom(someMonday, 1), sender))
    expect(decide(told, 'notNotify', 'x')).toMatchObject({ ok: false, why: 'notNow' })
  })

  test('no breach, then a breach after all: nobody has decided anything about telling', () => {
    const open = makeDeviation(preset, { status: 'open' })
    const none = must(decideBreach(open, 'no', 'x', by(open, preset)))
    expect(none).toMatchObject({ authorityTrack: 'notOwed', subjectsTrack: 'notOwed' })
    expect(must(decideBreach(none, 'yes', 'x', by(none, preset)))).toMatchObject({
      authorityTrack: 'undecided',
      subjectsTrack: 'undecided',
    })
  })
})

describe('what is in the way of not notifying', () => {
  test('reasons written with the decision count, and the decider must be as sure as the assessor', () => {
    const unlikely = assessed('sauda', { level: 'unlikely', levelReason: 'x' })
    expect(notNotifyGaps(unlikely, null, null, profiles.sauda).map((gap) => gap.code)).toEqual(['reasonsMissing'])
    expect(notNotifyGaps(unlikely, 'Uåpnet brev.', null, profiles.sauda)).toEqual([])
    const sure = assessed('oslomet', { ...low, ...certain })
    expect(notNotifyGaps(sure, 'x', 'unsure', profiles.oslomet).map((gap) => gap.code)).toEqual(['certaintyMissing'])
    expect(notNotifyGaps(sure, 'x', 'certain', profiles.oslomet)).toEqual([])
    const unsure = assessed('oslomet', { ...low, certainty: 'unsure' })
    expect(notNotifyGaps(unsure, 'x', 'certain', profiles.oslomet).map((gap) => gap.code)).toEqual(['certaintyMissing'])
  })

  test('in Sandnes what has become of the data must be found out first', () => {
    const unknown = assessed('sandnes', { ...low, ...certain, effectLost: 'unknown' })
    expect(notNotifyGaps(unknown, 'x', 'certain', profiles.sandnes).map((gap) => gap.code)).toContain('effectUnknown')
  })
})

describe.each(presets)('%s: the decision about those affected', (preset) => {
  const decide = (deviation: Deviation, ...rest: [outcome: 'inform' | 'notInform', ground: Parameters<typeof decideSubjects>[2]]) =>
    decideSubjects(deviation, ...rest, 'Fordi.', by(deviation, preset))

  test('low risk is ground enough only where there is no duty', () => {
    expect(must(decide(assessed(preset, { level: 'medium', ...noEffect }), 'notInform', 'lowRisk')).subjectsTrack).toBe('notOwed')
    expect(decide(assessed(preset, { level: 'high', ...noEffect }), 'notInform', 'lowRisk')).toMatchObject({
      ok: false,
      why: 'noticeRequired',
    })
  })

  test('a ground of law stands although the duty does; "low risk" falls when the duty comes', () => {
    const high = must(decide(assessed(preset, { level: 'high', ...noEffect }), 'notInform', 'secrecy'))
    expect(derive(high, profiles[preset]).subjectsTrack).toBe('notOwed')
    const medium = must(decide(assessed(preset, { level: 'medium', ...noEffect }), 'notInform', 'lowRisk'))
    expect(assessed(preset, { level: 'high', ...noEffect }, [], medium).subjectsTrack).toBe('owed')
  })

  test('informing beyond the duty stands, keeps no ground, and is not decided again when done', () => {
    const decided = must(decide(assessed(preset, { level: 'medium', ...noEffect }), 'inform', 'lowRisk'))
    expect(decided).toMatchObject({ subjectsTrack: 'owed' })
    expect(decided.decisions.at(-1)).toMatchObject({ outcome: 'inform', ground: null })
    const drafter = makeBy(decided, preset, profiles[preset].subjectMessage.drafters)
    expect(decide(must(trackSubjects(decided, someMonday, drafter)), 'notInform', 'secrecy')).toMatchObject({ ok: false, why: 'notNow' })
  })
})

test('while Sandnes does not know what became of the data, low risk is no ground', () => {
  const unknown = assessed('sandnes', { level: 'medium', ...noEffect, effectChanged: 'unknown' })
  const outcome = decideSubjects(unknown, 'notInform', 'lowRisk', 'Fordi.', by(unknown, 'sandnes'))
  expect(outcome).toMatchObject({ ok: false, why: 'noticeRequired' })
})

const view: JointAnswers = {
  extent: 'Ni.',
  severity: 'Lav.',
  measures: 'Stengt.',
  notify: 'no',
  notifyReason: 'Ingen så det.',
  enough: 'yes',
  enoughReason: 'Ny rutine.',
}
const clear = { reality: 'Ja.', extent: 'Ni.', proposedMeasures: 'Steng.' }
const clarified = (deviation: Deviation): Deviation => ({ ...deviation, handling: { ...deviation.handling, ...clear } })
const sign = (deviation: Deviation, role: 'dpo' | 'ciso' | 'controller' | 'systemOwner', over: Partial<JointAnswers> = {}) => {
  const ownsSystem = role === 'systemOwner'
  return signOff(deviation, role, { ...view, ...over }, ownsSystem, makeBy(deviation, 'sandnes', [role], { ownsSystem }))
}
const signedByAll = (deviation: Deviation): Deviation =>
  (['dpo', 'ciso', 'controller', 'systemOwner'] as const).reduce((so, role) => must(sign(so, role)), clarified(deviation))

describe('the joint assessment', () => {
  const base = () => clarified(assessed('sandnes', { ...low, ...certain }))

  test('S4-138 three sections first, by name; blank is not described', () => {
    const open = assessed('sandnes', { ...low, ...certain })
    expect(sign(open, 'dpo')).toMatchObject({ why: 'clarifyFirst', fields: ['reality', 'extent', 'proposedMeasures'] })
    expect(sign({ ...open, handling: { ...open.handling, ...clear, extent: '  ' } }, 'dpo')).toMatchObject({ fields: ['extent'] })
  })

  test.each(Object.keys(view) as (keyof JointAnswers)[])('S4-139 to S4-141 a signature without %s is refused', (name) => {
    expect(sign(base(), 'ciso', { [name]: null })).toMatchObject({ ok: false, why: 'incomplete', fields: [name] })
  })

  test('signing again replaces the first, and who owns no system signs for none', () => {
    const once = must(sign(base(), 'ciso'))
    const twice = must(sign(once, 'ciso', { extent: 'Ti.' }))
    expect(twice.signOffs).toMatchObject([{ role: 'ciso', extent: 'Ti.' }])
    const other = makeBy(once, 'sandnes', ['systemOwner'], { ownsSystem: false })
    expect(signOff(once, 'systemOwner', view, false, other)).toMatchObject({ ok: false, why: 'notAllowed' })
  })

  test('S4-139 a changed assessment makes the signatures fall; saving the same keeps them', () => {
    const signed = signedByAll(base())
    const same = assess(signed, signed.assessment, [], true, by(signed, 'sandnes'))
    expect(same).toMatchObject({ ok: false, why: 'nothingChanged' })
    expect(standingSignOffs(assessed('sandnes', { ...low, ...certain, advice: 'Ny.' }, [], signed))).toHaveLength(4)
    expect(standingSignOffs(assessed('sandnes', { ...low, ...certain, levelReason: 'Ny.' }, [], signed))).toEqual([])
  })

  test.each(['oslomet', 'uio', 'sauda'] as const)('there is none in %s', (preset) => {
    const deviation = assessed(preset, { level: 'medium' })
    expect(signOff(deviation, 'dpo', view, false, by(deviation, preset))).toMatchObject({ ok: false, why: 'notAllowed' })
  })
})

test('adviser and decider are the same hand only where the data protection officer assesses', () => {
  expect(sameHand({ assessedBy: ids.person }, ids.person, profiles.sauda)).toBe(true)
  expect(sameHand({ assessedBy: ids.person }, ids.owner, profiles.sauda)).toBe(false)
  expect(sameHand({ assessedBy: ids.person }, ids.person, profiles.oslomet)).toBe(false)
})
