import { describe, expect, it } from 'vitest'
import { readSetUp, type SetUpForm } from './rules.ts'

const form: SetUpForm = {
  name: ' Utsira kommune ',
  preset: 'sauda',
  language: 'nn',
  admin: 'Administrator, Utsira',
  email: 'Admin@Utsira.example',
  password: 'kaffi lampe regnjakke',
  alsoDpo: true,
}

describe('the first page', () => {
  it('reads what was written', () => {
    expect(readSetUp(form)).toEqual({ setUp: { ...form, name: 'Utsira kommune', email: 'admin@utsira.example' }, problems: [] })
  })

  it('S0-23 asks for a person’s own name and address, and names everything that is wrong at once', () => {
    const empty = { name: '', preset: '', language: 'en', admin: ' ', email: 'admin', password: 'kort', alsoDpo: false }
    expect(readSetUp(empty).problems).toEqual([
      { field: 'name', code: 'missing' },
      { field: 'preset', code: 'notAChoice' },
      { field: 'language', code: 'notAChoice' },
      { field: 'admin', code: 'missing' },
      { field: 'email', code: 'notAnAddress' },
      { field: 'password', code: 'passwordShort' },
    ])
    expect(readSetUp({ ...form, name: 'x'.repeat(121) }).problems).toEqual([{ field: 'name', code: 'tooLong' }])
  })

  it('keeps the spaces of a password, and refuses the organisation’s name as one', () => {
    expect(readSetUp({ ...form, password: ' kaffi lampe regnjakke ' }).setUp?.password).toBe(' kaffi lampe regnjakke ')
    expect(readSetUp({ ...form, password: 'Utsira kommune 2026!' }).problems).toEqual([{ field: 'password', code: 'passwordCommon' }])
  })
})
