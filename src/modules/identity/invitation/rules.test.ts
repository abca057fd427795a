import { expect, it } from 'vitest'
import { stateOf } from './rules.ts'

const here = { home: 'here', organisationIds: ['here'] }

it('a link to choose a password is for an account without one that this organisation made, or alone lets in', () => {
  const open = { hasPassword: false, ...here }
  expect(stateOf('a@b.example', open, 'here')).toEqual({ kind: 'link' })
  expect(stateOf('a@b.example', { ...open, organisationIds: ['here', 'there'] }, 'here')).toEqual({ kind: 'link' })
  expect(stateOf('a@b.example', { ...open, home: null }, 'here')).toEqual({ kind: 'link' })
  expect(stateOf(null, open, 'here')).toEqual({ kind: 'noEmail' })
  expect(stateOf('a@b.example', undefined, 'here')).toEqual({ kind: 'none' })
  expect(stateOf('a@b.example', { ...open, organisationIds: ['there'] }, 'here')).toEqual({ kind: 'none' })
  for (const home of ['there', null])
    expect(stateOf('a@b.example', { ...open, home, organisationIds: ['here', 'there'] }, 'here')).toEqual({ kind: 'elsewhere' })
})

it('a forgotten password is taken away by the organisation that made the account, and by no other', () => {
  const open = { hasPassword: true, ...here }
  expect(stateOf('a@b.example', open, 'here')).toEqual({ kind: 'has', ours: true })
  const both = { ...open, organisationIds: ['here', 'there'] }
  expect(stateOf('a@b.example', both, 'here')).toEqual({ kind: 'has', ours: true })
  expect(stateOf('a@b.example', both, 'there')).toEqual({ kind: 'has', ours: false })
})
