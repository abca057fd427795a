import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('settings', () => {
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
