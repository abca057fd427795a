import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { createElement } from 'preact'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeFaults } from '../../test/support/browser.ts'
import { openChromium } from '../../test/support/chromium.ts'
import { bundled } from '../../test/support/enhancer.ts'
import type { Offered } from '../kernel/reference.ts'
import { Form, type FormProps } from '../ui/form.tsx'
import { ReferenceField, ReferencesField } from '../ui/reference-field.tsx'
import { draw } from '../ui/render.ts'

let script: string
let browser: Browser
let page: Page
const complaints: string[] = []
const asked: string[] = []

beforeAll(async () => {
  script = await bundled('find.ts', 'findFields')
  browser = await openChromium()
}, 60_000)
afterAll(() => browser.close())
beforeEach(async () => {
  page = await browser.newPage()
  asked.length = 0
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterEach(async () => {
  await page.close()
  expect(complaints.splice(0)).toEqual([])
})

it('is small: under 2 kB compressed', () => {
  expect(gzipSync(script).length).toBeLessThan(2048)
})

it('by keyboard alone: written, found, chosen; the words never go with the form, and Enter in the list does not send it', async () => {
  await open('')
  await page.keyboard.press('Tab')
  await page.keyboard.type('kari')
  await expect.poll(() => page.getByRole('option').count()).toBe(2)
  expect(asked).toEqual(['navn=kari'])
  expect(await page.textContent('.v-find__said')).toBe('2 treff')
  expect(await page.getAttribute('#owner', 'aria-expanded')).toBe('true')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await page.textContent(`#${await page.getAttribute('#owner', 'aria-activedescendant')}`)).toBe('Kari Nes, Barnehagen')
  await page.keyboard.press('Enter')
  expect(await page.inputValue('#owner')).toBe('Kari Nes, Barnehagen')
  expect(await page.getByRole('option').count()).toBe(0)
  expect(await posted()).toEqual(['owner=B'])
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.body.dataset.sent)).toBe('owner=B')
})

it('what was chosen before stays: Escape takes the words back, and words that choose nobody go along to be asked about', async () => {
  await open('G')
  expect(await page.inputValue('#owner')).toBe('Per Som Gjekk (har slutta)')
  expect(await posted()).toEqual(['owner=G'])
  await page.keyboard.press('Tab')
  await page.keyboard.type('kari')
  await expect.poll(() => page.getByRole('option').count()).toBe(2)
  expect(await posted()).toEqual(['owner.find=kari', 'owner=G'])
  await page.keyboard.press('Escape')
  expect(await page.inputValue('#owner')).toBe('Per Som Gjekk (har slutta)')
  expect(await posted()).toEqual(['owner=G'])
  await page.fill('#owner', '')
  expect(await posted()).toEqual(['owner='])
})

it('with the mouse, and where the search fails the words go to the server', async () => {
  await open('')
  await page.fill('#owner', 'kari')
  await page.getByRole('option', { name: 'Kari Nes, Skulen' }).click()
  expect(await posted()).toEqual(['owner=A'])
  await page.fill('#owner', 'feil')
  await expect.poll(() => page.textContent('.v-find__said')).toContain('Søket verkar ikkje no')
  expect(await posted()).toContain('owner.find=feil')
  complaints.splice(0)
})

it('several: each one found becomes a box that is ticked and can be unticked, and nobody stands there twice', async () => {
  await open('G', 'several')
  expect(await posted()).toEqual(['owner=G'])
  for (const name of ['Kari Nes, Skulen', 'Kari Nes, Barnehagen', 'Kari Nes, Skulen']) {
    await page.fill('#owner', 'kari')
    await page.getByRole('option', { name }).click()
    expect(await page.inputValue('#owner')).toBe('')
    expect(await page.textContent('.v-find__said')).toBe(`Lagt til: ${name}`)
  }
  expect(await posted()).toEqual(['owner=G', 'owner=A', 'owner=B'])
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Kari Nes, Skulen').uncheck()
  await page.getByLabel('Per Som Gjekk (har slutta)').uncheck()
  expect(await posted()).toEqual(['owner=B'])
  await page.fill('#owner', 'feil')
  await expect.poll(() => page.textContent('.v-find__said')).toContain('Søket verkar ikkje no')
  expect(await posted()).toEqual(['owner.find=feil', 'owner=B'])
  complaints.splice(0)
})

const posted = () =>
  page
    .locator('form')
    .evaluate((form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => `${name}=${String(value)}`))
    .then((all) => all.filter((one) => one !== 'owner.find='))

/** A page as the server sends it, under the strict policy of the real one. */
async function open(value: string, several?: 'several'): Promise<void> {
  const offered: Offered = {
    choices: value ? [{ id: value, name: 'Per Som Gjekk', gone: true }] : [],
    gone: () => 'har slutta',
    find: { at: '/personer/finn', words: null, found: [], more: false },
  }
  const common = { name: 'owner', label: 'Eigar', offered, locale: 'nn', optional: 'nn' } as const
  const field = several
    ? createElement(ReferencesField, { ...common, values: [value] })
    : createElement(ReferenceField, { ...common, value })
  const form = createElement('form', { method: 'post' }, field, createElement('button', { type: 'submit' }, 'Lagre'))
  const body = draw(
    createElement('main', null, createElement('h1', null, 'System'), form, createElement('script', { type: 'module', src: '/find.js' })),
  )
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:"
  await page.route('http://varde.test/**', async (route) => {
    const request = route.request()
    if (request.url().endsWith('/find.js')) return route.fulfill({ contentType: 'text/javascript', body: script })
    if (request.url().endsWith('/personer/finn')) {
      asked.push(request.postData() ?? '')
      if (request.postData()?.includes('feil')) return route.fulfill({ status: 503, body: '' })
      const found = [
        { id: 'A', name: 'Kari Nes', beside: 'Skulen' },
        { id: 'B', name: 'Kari Nes', beside: 'Barnehagen' },
      ]
      return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ found, more: false }) })
    }
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="nn"><title>Varde</title><link rel="icon" href="data:,"><body>${body}</body></html>`,
    })
  })
  await page.goto('http://varde.test/')
  await page.evaluate(() => {
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      document.body.dataset.sent = [...new FormData(event.target as HTMLFormElement)]
        .map(([name, value]) => `${name}=${String(value)}`)
        .join('&')
    })
  })
  complaints.length = 0
}

it('without script, Enter in another field of the form saves: it does not look for somebody', async () => {
  const offered: Offered = { choices: [], gone: () => 'har slutta', find: { at: '/personer/finn', words: null, found: [], more: false } }
  const field = createElement(ReferenceField, { name: 'owner', label: 'Eigar', value: '', offered, locale: 'nn', optional: 'nn' })
  const name = createElement('input', { type: 'text', name: 'called' })
  const save = createElement('button', { type: 'submit' }, 'Lagre')
  const form = createElement(Form, { action: '/lagra', unsaved: false } as FormProps, name, field, save)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  const posted: string[] = []
  await plain.route('**/*', (route) => {
    if (route.request().method() === 'POST') posted.push(route.request().postData() ?? '')
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><title>x</title>${draw(form)}` })
  })
  await plain.goto('http://varde.test/')
  await plain.locator('[name=called]').fill('Arkivet')
  await plain.keyboard.press('Enter')
  await expect.poll(() => posted).toEqual(['called=Arkivet&owner.find='])
  await plain.locator('button[name=finn]').click()
  await expect.poll(() => posted.length).toBe(2)
  expect(posted[1]).toContain('finn=owner')
  await context.close()
})
