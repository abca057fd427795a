import { expect, it } from 'vitest'
import { stateOf } from './rules.ts'

it('a link to choose a password is for an account without one that only this organisation lets in', () => {
  const open = { hasPassword: false, organisationIds: ['here'] }
  expect(stateOf('a@b.example', open, 'here')).toEqual({ kind: 'link' })
  expect(stateOf(null, open, 'here')).toEqual({ kind: 'noEmail' })
  expect(stateOf('a@b.example', undefined, 'here')).toEqual({ kind: 'none' })
  expect(stateOf('a@b.example', { ...open, organisationIds: ['there'] }, 'here')).toEqual({ kind: 'none' })
  expect(stateOf('a@b.example', { ...open, hasPassword: true }, 'here')).toEqual({ kind: 'has' })
  expect(stateOf('a@b.example', { ...open, organisationIds: ['here', 'there'] }, 'here')).toEqual({ kind: 'elsewhere' })
})
