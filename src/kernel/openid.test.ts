import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openId } from './openid.ts'

const id = '01900000-0000-7000-8000-000000000001'

it('asks the four providers, what whoever runs the installation adds, and nobody else', () => {
  const { asks } = openId({ hosts: ['login.kommune.no'], secretsDir: null, secrets: {} })
  for (const right of [
    'https://idporten.no',
    'https://login.idporten.no/x',
    'https://auth.dataporten.no/',
    'https://login.kommune.no',
    'https://a.login.kommune.no',
  ])
    expect([right, asks(right)]).toEqual([right, true])
  for (const wrong of [
    'http://idporten.no',
    'https://idporten.no.ond.example',
    'https://ondidporten.no',
    'https://kommune.no',
    'https://bruker@idporten.no',
    'https://169.254.169.254',
    'https://localhost',
    'http://127.0.0.1:3000',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])
    expect([wrong, asks(wrong)]).toEqual([wrong, false])
})

it('finds a secret by the id of its provider, in a file or among the settings, and never by any other name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varde-openid-'))
  try {
    writeFileSync(join(folder, id), 'hemmelig\n')
    writeFileSync(join(folder, 'annet'), 'noe annet')
    const inFiles = openId({ hosts: [], secretsDir: folder, secrets: {} })
    expect(await inFiles.hasSecret(id)).toBe(true)
    for (const wrong of ['annet', '../annet', '/etc/passwd', '', `${id}/`])
      expect([wrong, await inFiles.hasSecret(wrong)]).toEqual([wrong, false])
    expect(await openId({ hosts: [], secretsDir: null, secrets: { [id]: 'x' } }).hasSecret(id)).toBe(true)
    expect(await openId({ hosts: [], secretsDir: folder, secrets: {} }).hasSecret(id.replace('1', '2'))).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
