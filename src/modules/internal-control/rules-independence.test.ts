import { expect, it } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import { auditFields } from './fields.ts'
import { type AuditAnswers, auditedBy, independenceRefused, tiesSaid } from './rules-independence.ts'

const audit = (over: Partial<AuditAnswers> = {}): AuditAnswers => ({
  ...emptyValues(auditFields),
  ...{ name: 'Tilganger', kind: 'internal', plannedOn: '2026-03-01', leader: 'x', team: ['y', 'x'], units: ['u'] },
  ...over,
})
const ties = [{ person: 'x', name: 'X', unit: 'Skolen', leads: true }]
const asked = { ok: false, why: 'notIndependent', fields: ['independence'] }

it.each<readonly [string, AuditAnswers | null, AuditAnswers, typeof ties, unknown]>([
  ['with nobody near to what is audited', null, audit(), [], null],
  ['led by somebody near to it', null, audit(), ties, asked],
  ['led by somebody near to it, with the reason', null, audit({ independence: 'Bare hun kan faget.' }), ties, null],
  ['held by somebody from outside', null, audit({ kind: 'external' }), ties, null],
  ['that is held now', audit(), audit({ heldOn: '2026-03-02' }), ties, asked],
  ['whose people moved after it was held', audit({ heldOn: '2026-03-02' }), audit({ heldOn: '2026-03-02', scope: 'S' }), ties, null],
  ['held, with others in the team now', audit({ heldOn: '2026-03-02' }), audit({ heldOn: '2026-03-02', team: ['z'] }), ties, asked],
  ['held, of another unit now', audit({ heldOn: '2026-03-02' }), audit({ heldOn: '2026-03-02', units: ['v'] }), ties, asked],
])('an audit is asked why it is impartial all the same: %s', (_, before, next, near, expected) => {
  expect(independenceRefused(before, next, near)).toEqual(expected)
})
it('before it is held those near to it today are said; afterwards only where it was answered to', () => {
  expect([tiesSaid(audit(), ties), tiesSaid(audit({ heldOn: '2026-03-02' }), ties)]).toEqual([ties, []])
  expect(tiesSaid(audit({ heldOn: '2026-03-02', independence: 'Derfor' }), ties)).toEqual(ties)
  expect(tiesSaid(audit({ kind: 'external' }), ties)).toEqual([])
})
it('whoever leads it and takes part in it too is one', () => {
  expect([auditedBy(audit()), auditedBy(audit({ leader: null, team: [] }))]).toEqual([['x', 'y'], []])
})
