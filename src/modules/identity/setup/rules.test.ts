import { describe, expect, it } from 'vitest'
import { readSetUp, type SetUpForm } from './rules.ts'

const noDetails = { number: '', address: '', telephone: '', mailbox: '' }
const form: SetUpForm = {
  name: ' Utsira kommune ',
  preset: 'sauda',
  language: 'nn',
  admin: 'Administrator, Utsira',
  email: 'Admin@Utsira.example',
  password: 'kaffi lampe regnjakke',
  alsoDpo: true,
  ...noDetails,
}

describe('the first page', () => {
  it('reads what was written', () => {
    const { number: _, address: _a, telephone: _t, mailbox: _m, ...rest } = form
    const details = { number: null, address: null, telephone: null, email: null }
    expect(readSetUp(form)).toEqual({ setUp: { ...rest, name: 'Utsira kommune', email: 'admin@utsira.example', details }, problems: [] })
  })

  it('takes what stands on letters, where it is told, and says what of it is wrong', () => {
    const told = {
      ...form,
      number: '974 760 673',
      address: 'Gata 1\r\n0001 Oslo',
      telephone: '00 00 00 00',
      mailbox: 'post@utsira.example',
    }
    expect(readSetUp(told).setUp?.details).toEqual({
      number: '974 760 673',
      address: 'Gata 1\n0001 Oslo',
      telephone: '00 00 00 00',
      email: 'post@utsira.example',
    })
    expect(readSetUp({ ...told, number: '974 760 674' }).problems).toEqual([{ field: 'number', code: 'notANumber' }])
    expect(readSetUp({ ...told, mailbox: 'post' }).problems).toEqual([{ field: 'mailbox', code: 'notAnAddress' }])
  })

  it('S0-23 asks for a person’s own name and address, and names everything that is wrong at once', () => {
    const empty = { name: '', preset: '', language: 'en', admin: ' ', email: 'admin', password: 'kort', alsoDpo: false, ...noDetails }
    expect(readSetUp(empty).problems).toEqual([
      { field: 'name', code: 'missing' },
      { field: 'preset', code: 'notAChoice' },
      { field: 'language', code: 'notAChoice' },
      { field: 'admin', code: 'missing' },
      { field: 'email', code: 'notAnAddress' },
      { field: 'password', code: 'passwordShort' },
    ])
    expect(readSetUp({ ...form, name: 'x'.repeat(121) }).problems).toEqual([{ field: 'name', code: 'tooLong' }])
    expect(readSetUp({ ...form, name: 'x'.repeat(120) }).problems).toEqual([])
    expect(readSetUp({ ...form, admin: ' Rektor ' }).setUp?.admin).toBe('Rektor')
    expect(readSetUp({ ...form, language: 'nb' }).setUp?.language).toBe('nb')
    expect(readSetUp({ ...form, address: 'x'.repeat(5_000) })).toEqual({ setUp: null, problems: [{ field: 'address', code: 'tooLong' }] })
    expect(readSetUp({ ...form, preset: 'ingen' }).setUp).toBeNull()
    expect(readSetUp({ ...form, email: 'admin' }).setUp).toBeNull()
  })

  it('keeps the spaces of a password, and refuses the organisation’s name as one', () => {
    expect(readSetUp({ ...form, password: ' kaffi lampe regnjakke ' }).setUp?.password).toBe(' kaffi lampe regnjakke ')
    expect(readSetUp({ ...form, password: 'administrator utsira' }).problems).toEqual([{ field: 'password', code: 'passwordCommon' }])
    // Nor the person's own name, nor the address.
    const named = { ...form, admin: 'Kvernbekk, Tormodsæter' }
    expect(readSetUp({ ...named, password: 'kvernbekk tormodsæter' }).problems).toEqual([{ field: 'password', code: 'passwordCommon' }])
    const mailed = { ...form, email: 'kvernbekk.tormodsater@utsira.example' }
    expect(readSetUp({ ...mailed, password: 'tormodsater kvernbekk' }).problems).toEqual([{ field: 'password', code: 'passwordCommon' }])
    expect(readSetUp({ ...form, password: 'Utsira kommune 2026!' }).problems).toEqual([{ field: 'password', code: 'passwordCommon' }])
  })
})
