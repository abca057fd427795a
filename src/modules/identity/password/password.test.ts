import { describe, expect, it } from 'vitest'
import { hashPassword, PasswordsBusy, verifyPassword } from './password.ts'

describe('stored passwords', () => {
  it('are argon2id hashes with a salt each', async () => {
    const [one, two] = await Promise.all([hashPassword('kaffi lampe regnjakke'), hashPassword('kaffi lampe regnjakke')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect(one).not.toContain('kaffi')
  })

  it('are compared whole, and the same letter written in two ways is the same', async () => {
    const stored = await hashPassword('blåbærsyltetøy på boks')
    expect(await verifyPassword(stored, 'blåbærsyltetøy på boks'.normalize('NFD'), false)).toBe(true)
    expect(await verifyPassword(stored, 'blåbærsyltetøy på bok', false)).toBe(false)
  })

  it('that do not exist are never right', async () => {
    expect(await verifyPassword(null, 'there is no such account', false)).toBe(false)
  })

  it('are compared two at a time: of a crowd most are told to wait, and those known pass first', async () => {
    const crowd = Array.from({ length: 30 }, () =>
      verifyPassword(null, 'gjett', false).then(
        () => 'compared',
        (error: unknown) => error,
      ),
    )
    const known = verifyPassword(null, 'kjent', true)
    const order: string[] = []
    await Promise.all([
      known.then(() => order.push('known')),
      ...crowd.slice(2).map((one) => one.then((said) => said === 'compared' && order.push('crowd'))),
    ])
    const said = await Promise.all(crowd)
    expect(said.filter((one) => one === 'compared')).toHaveLength(8)
    expect(said.filter((one) => one instanceof PasswordsBusy)).toHaveLength(22)
    // Begun next, before the six that came earlier; which of two at once is done first is the machine's affair.
    expect(order.indexOf('known')).toBeLessThan(3)
  })
})
