import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { enterFaults } from './enter.ts'
import { withClient } from './global-setup.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { startPostgres } from './postgres.ts'

describe('Enter', () => {
  const field = '<input type="radio" name="a"/>'
  const button = (variant: string, words: string, more = '') =>
    `<button type="submit" data-variant="${variant}"${more}><svg><path d=""></path></svg>${words}</button>`
  const form = (inner: string) => `<form method="post">${inner}</form>`

  test.each([
    [
      'asks another before it saves',
      form(`${field}${button('tertiary', 'Send videre', ' name="videre" value="spor"')}${button('primary', 'Neste')}`),
    ],
    [
      'decides where nothing is the main thing',
      form(`${field}${button('secondary', 'Ja', ' name="a" value="j"')}${button('secondary', 'Nei', ' name="a" value="n"')}`),
    ],
    [
      'does what a button outside the form does',
      `${button('secondary', 'Fjern', ' form="f" name="x" value="y"')}<form id="f">${field}${button('primary', 'Lagre')}</form>`,
    ],
  ])('a form where it %s is found', (_, html) => expect(enterFaults(html)).toHaveLength(1))

  test.each([
    [
      'the main button is first',
      form(`${field}${button('primary', 'Neste')}${button('secondary', 'Tilbake', ' name="videre" value="tilbake"')}`),
    ],
    [
      'a hidden one does the same first',
      form(
        `<button type="submit" hidden=""></button>${field}${button('secondary', 'Flere', ' name="v" value="f"')}${button('primary', 'Lagre')}`,
      ),
    ],
    [
      'there is nothing to write in',
      form(
        `<input type="hidden" name="id"/>${button('secondary', 'Ja', ' name="a" value="j"')}${button('secondary', 'Nei', ' name="a" value="n"')}`,
      ),
    ],
  ])('a form where %s is left alone', (_, html) => expect(enterFaults(html)).toEqual([]))
})

describe('The mailbox', () => {
  let box: Mailbox
  beforeAll(async () => {
    box = await openMailbox()
    return () => box.close()
  })
  const send = (subject: string, text: string) =>
    createTransport({ host: box.host, port: box.port }).sendMail({
      from: 'varde@example.org',
      to: 'ombod@example.org',
      subject,
      text,
      html: `<p>${text}</p>`,
    })

  test('reads subject and text with Norwegian letters, folded and encoded', async () => {
    const subject = 'Påminning: fristen går ut på fredag, og saka ventar på svar frå leiaren i eininga di'
    const text = `Blåbærsyltetøy. ${'Ei særs lang line. '.repeat(10)}\nÅ`
    await send(subject, text)
    const [mail] = await box.until(1)
    expect(mail?.headers.subject).toBe(subject)
    expect(mail?.text.replaceAll('\r\n', '\n').trim()).toBe(text)
    expect(mail?.to).toEqual(['ombod@example.org'])
    box.clear()
  })

  test('refuses, puts off, and hangs up after taking it', async () => {
    box.answer('later', 2)
    await expect(send('a', 'a')).rejects.toMatchObject({ responseCode: 451 })
    await expect(send('a', 'a')).rejects.toMatchObject({ responseCode: 451 })
    await send('a', 'a')
    box.answer('reject', 1)
    await expect(send('b', 'b')).rejects.toMatchObject({ responseCode: 550 })
    box.answer('drop', 1)
    await expect(send('c', 'c')).rejects.toThrow(/closed|reset/i)
    expect(box.mails.map((mail) => mail.headers.subject)).toEqual(['a', 'c'])
    box.clear()
  })
})

describe('The PostgreSQL server of the tests', () => {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  test('keeps what a kill -9 left, in a folder it is given, and starts again in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'varde-cluster-'))
    execFileSync('chmod', ['755', folder])
    folders.push(folder)
    const options = { own: true, durable: true, dataDir: join(folder, 'data') }
    const first = await startPostgres(options)
    await withClient(first.url, (client) => client.query('create table kept as select 1 as one'))
    process.kill(first.pid ?? 0, 'SIGKILL')
    await first.stop()
    const second = await startPostgres(options)
    expect(await withClient(second.url, async (client) => (await client.query('select one from kept')).rows)).toEqual([{ one: 1 }])
    await second.stop()
    expect(existsSync(options.dataDir)).toBe(true)
  }, 120_000)

  test('ends, and leaves no folder behind, when whoever started it is killed', async () => {
    const program = `import { startPostgres } from './test/support/postgres.ts'
      const { pid, dataDir } = await startPostgres({ own: true })
      console.log(JSON.stringify({ pid, dataDir }))
      setInterval(() => {}, 1000)`
    const starter = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    const line = await new Promise<string>((resolve) => starter.stdout.once('data', (data: Buffer) => resolve(data.toString())))
    const { pid, dataDir } = JSON.parse(line) as { pid: number; dataDir: string }
    expect(existsSync(`/proc/${pid}`) || process.platform !== 'linux').toBe(true)
    starter.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
    await expect.poll(() => existsSync(dataDir), { timeout: 10_000 }).toBe(false)
  }, 120_000)
})

test('Chromium opens and shows a page', async () => {
  const browser = await openChromium()
  try {
    const page = await browser.newPage()
    await page.setContent('<title>Varde</title>')
    expect(await page.title()).toBe('Varde')
  } finally {
    await browser.close()
  }
}, 60_000)

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
