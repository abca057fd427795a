import { describe, expect, test } from 'vitest'
import { jointAssessment } from './joint.ts'
import { profiles } from './presets.ts'

const roles = profiles.sandnes.assessment.jointly
const sign = (role: string, notify: 'yes' | 'no' = 'no', enough: 'yes' | 'no' = 'yes') => ({ role, notify, enough })

describe('the joint assessment', () => {
  test('S4-139 is done only when all four have signed', () => {
    expect(roles).toEqual(['dpo', 'ciso', 'controller', 'systemOwner'])
    for (const absent of roles) {
      const some = roles.filter((r) => r !== absent).map((r) => sign(r))
      expect(jointAssessment(roles, some)).toMatchObject({ done: false, waitingFor: [absent], mayProposeClosing: false })
    }
    expect(
      jointAssessment(
        roles,
        roles.map((r) => sign(r)),
      ),
    ).toMatchObject({ done: true, waitingFor: [] })
  })

  test('S4-139 a signature in another role counts for nothing', () => {
    const signed = [...roles.slice(1).map((r) => sign(r)), sign('leader', 'yes')]
    expect(jointAssessment(roles, signed)).toMatchObject({ done: false, notify: 'undecided' })
  })

  test('S4-140 one "yes" is enough to notify, and waits for nobody; "no" is said by all', () => {
    expect(jointAssessment(roles, [])?.notify).toBe('undecided')
    expect(jointAssessment(roles, [sign('ciso', 'yes')])?.notify).toBe('yes')
    expect(
      jointAssessment(
        roles,
        roles.slice(1).map((r) => sign(r)),
      )?.notify,
    ).toBe('undecided')
    expect(
      jointAssessment(
        roles,
        roles.map((r) => sign(r)),
      )?.notify,
    ).toBe('no')
  })

  test('S4-141 closing may be proposed when all find the measures good enough', () => {
    expect(
      jointAssessment(
        roles,
        roles.map((r) => sign(r, 'yes', 'yes')),
      )?.mayProposeClosing,
    ).toBe(true)
    expect(
      jointAssessment(
        roles,
        roles.map((r) => sign(r, 'no', r === 'ciso' ? 'no' : 'yes')),
      )?.mayProposeClosing,
    ).toBe(false)
  })

  test('is not asked where the assessor is alone', () => {
    expect(jointAssessment(profiles.oslomet.assessment.jointly, [])).toBeNull()
  })
})
