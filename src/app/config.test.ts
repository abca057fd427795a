import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readConfig, secretSettings, settingNames } from './config.ts'

const whyNot = (env: Readonly<Record<string, string>>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

/** Of the image itself, or a folder where a text does as well: in a container they are mounted where they are wanted. */
const ofTheImage = ['PORT', 'HOST', 'DATA_DIR', 'FILES_DIR', 'MAILBOXES_DIR', 'OPENID_SECRETS_DIR', 'DEMO', 'RESCUE', 'DATABASE_URL']

describe('settings', () => {
  it('are all handed to the container, and stand in the example of its settings', () => {
    const root = join(import.meta.dirname, '../..')
    const [compose = '', example = ''] = ['compose.yaml', '.env.example'].map((file) => readFileSync(join(root, file), 'utf8'))
    const wanted = settingNames.filter((name) => !ofTheImage.includes(name))
    expect(wanted.filter((name) => !compose.includes(`      ${name}: \${${name}`))).toEqual([])
    expect(wanted.filter((name) => !new RegExp(`^${name}=`, 'm').test(example))).toEqual([])
    // What is left empty there is as if it were not set.
    expect(readConfig(Object.fromEntries(wanted.map((name) => [name, ''])))).toEqual(readConfig({}))
  })
  it('need nothing: the embedded database on this machine', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      databaseUrl: null,
      demo: false,
      process: 'all',
    })
  })
  it.each([
    ['PORT', 'tretusen'],
    ['PORT', '70000'],
    ['BASE_URL', 'varde.kommune.no'],
    ['BASE_URL', 'ftp://varde.kommune.no'],
    ['DATABASE_URL', 'mysql://localhost/varde'],
    ['DATABASE_URL', 'postgres://u:p@a:5432,b:x/varde'],
    ['DATABASE_POOL', '0'],
    ['SMTP_URL', 'http://mail'],
    ['MAIL_FROM', 'Varde <varde@kommune.no>\r\nBcc: alle@kommune.no'],
    ['SEALING_KEY', 'hemmelig'],
    ['OPENID_HOSTS', 'https://login.kommune.no'],
    ['OPENID_HOSTS', '*'],
    ['OPENID_SECRETS', 'hemmelig'],
    ['OPENID_SECRETS', '{"feide":"hemmelig"}'],
    ['PROCESS', 'both'],
    ['DEMO', 'ja'],
    ['TRUSTED_PROXIES', 'proxy.kommune.no'],
    ['TRUSTED_PROXIES', '10.0.0.1,10.0.0.0/40'],
  ])('%s=%j is refused by its name, with its cure', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name}: .*It is `, 's'))
  })
  it('G-50 every secret may lie in a file, whose end of line is no part of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'varde-secrets-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const kept = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const key = 'ab'.repeat(32)
    const provider = '0193c0de-0000-7000-8000-000000000001'
    const read = readConfig({
      BASE_URL: 'https://varde.kommune.no',
      DATABASE_URL_FILE: kept('database', 'postgres://varde:hemmelig@db/varde\n'),
      DATABASE_WEB_URL_FILE: kept('web', 'postgres://sider:hemmelig@db/varde\r\n'),
      SMTP_URL_FILE: kept('mail', 'smtps://varde:hemmelig@mail.kommune.no'),
      MAILBOXES_FILE: kept('mailboxes', '{"sandnes": "imaps://varde:hemmelig@imap.kommune.no"}\n'),
      SEALING_KEY_FILE: kept('key', `${key}\n`),
      OPENID_SECRETS_FILE: kept('openid', `{"${provider}": "hemmelig"}\n`),
    })
    expect(read.mailboxes.given).toEqual({ sandnes: 'imaps://varde:hemmelig@imap.kommune.no' })
    expect([read.databaseUrl, read.databaseWebUrl, read.smtpUrl, read.sealingKey, read.openid.secrets]).toEqual([
      'postgres://varde:hemmelig@db/varde',
      'postgres://sider:hemmelig@db/varde',
      'smtps://varde:hemmelig@mail.kommune.no',
      key,
      { [provider]: 'hemmelig' },
    ])
    const empty = kept('empty', '\n')
    expect(() => readConfig({ SEALING_KEY_FILE: join(folder, 'nowhere') })).toThrow(/SEALING_KEY_FILE: .*ENOENT.*It is a file/)
    expect(() => readConfig({ SMTP_URL_FILE: empty, SEALING_KEY_FILE: empty })).toThrow(
      /SMTP_URL_FILE: [\s\S]*SEALING_KEY_FILE: .*is empty/,
    )
    expect(() => readConfig({ SEALING_KEY: key, SEALING_KEY_FILE: kept('other', key) })).toThrow(/SEALING_KEY is set too/)
  })
  it.each(secretSettings)('G-50 what is wrong with %s is said without saying what it is, also where it comes from a file', (name) => {
    const path = join(mkdtempSync(join(tmpdir(), 'varde-secrets-')), 'secret')
    onTestFinished(() => rmSync(dirname(path), { recursive: true, force: true }))
    writeFileSync(path, 'hemmelighet')
    for (const env of [{ [name]: 'hemmelighet' }, { [`${name}_FILE`]: path }]) {
      const said = whyNot(env)
      expect(said).toContain(`${name}: `)
      expect(said).not.toContain('hemmelighet')
    }
  })
  it('names every bad setting at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT[\s\S]*DEMO/)
  })
  it('G-25 no proxy is believed until it is named', () => {
    expect(readConfig({}).trustedProxies).toEqual([])
    expect(readConfig({ TRUSTED_PROXIES: ' 10.0.0.5, 10.1.0.0/16 ,' }).trustedProxies).toEqual(['10.0.0.5', '10.1.0.0/16'])
  })
  it('a worker alone does not know the address people use, so it asks for it; and so does mail to others', () => {
    expect(() => readConfig({ PROCESS: 'worker' })).toThrow(/BASE_URL is missing[\s\S]*PROCESS=worker[\s\S]*https:/)
    expect(readConfig({ PROCESS: 'worker', BASE_URL: 'https://varde.kommune.no' }).baseUrl).toBe('https://varde.kommune.no')
    expect(() => readConfig({ SMTP_URL: 'smtps://mail.kommune.no' })).toThrow(/BASE_URL is missing[\s\S]*SMTP_URL/)
    expect(readConfig({ SMTP_URL: 'smtp://[::1]:2525' }).baseUrl).toBeNull()
  })
  it('the demo, which lets anyone be anyone, is not opened to a network', () => {
    expect(() => readConfig({ DEMO: '1', HOST: '0.0.0.0' })).toThrow(/HOST[\s\S]*127\.0\.0\.1/)
  })
})
