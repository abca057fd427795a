import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { texts } from '../../src/modules/guidance/texts.ts'
import { fill } from '../../src/ui/texts.ts'
import { vectors } from '../support/injections.ts'
import { inDays, startJourney } from '../support/journey.ts'

const journey = startJourney()
const keeper = 'sandnes-personvernombud'

// Every eighth here; all of them by `npm run vectors`, which takes some minutes. Without a browser each is tried in ui/markdown.test.ts.
const tried = process.env.VECTORS === 'all' ? vectors : vectors.filter((_, at) => at % 8 === 3)

type Said = Readonly<Record<string, string>>
/** Somebody who sends forms as the pages do, without drawing each: what is written is what is tried, not the writing of it. */
async function writer(slug: string) {
  const { browser, url } = journey()
  // The policy of the pages forbids every script that is not ours: here it is off, so that only the cleaning stands between.
  const context = await browser.newContext({ baseURL: url, locale: 'nb-NO', bypassCSP: true, reducedMotion: 'reduce' })
  const { request } = context
  const headers = { origin: url }
  const signed = await request.post('/demo/logg-inn', { form: { person: slug }, headers, maxRedirects: 0 })
  expect(signed.status()).toBe(303)
  const read = async (path: string) => (await request.get(path)).text()
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const send = async (path: string, form: Said) => {
    const answer = await request.post(path, { form, headers, maxRedirects: 0 })
    if (answer.status() !== 303) throw new Error(`${path} answered ${answer.status()}: ${(await answer.text()).slice(0, 4000)}`)
    return answer.headers().location ?? ''
  }
  /** The draft as it stands is looked through and adopted. */
  const adopt = async (at: string) => {
    const review = `/godkjenninger/article/${at.split('/').at(-1)}/reviewer`
    await send(review, { restsOn: hidden(await read(review), 'restsOn'), verdict: 'approved', reason: '' })
    const adopted = { adoptedBy: 'Ledergruppen', adoptedOn: inDays(0), minutes: 'Sak 1' }
    await send(`${at}/vedtak`, { version: hidden(await read(`${at}/vedtak`), 'version'), ...adopted })
  }
  const write = async (at: string, text: Said, language = 'bokmal') =>
    send(`${at}/endring/${language}`, { version: hidden(await read(`${at}/endring/${language}`), 'version'), ...text })
  const begin = async (about: Said) =>
    send('/artikler/nytt', { id: hidden(await read('/artikler/nytt'), 'id'), kind: 'article', audiences: 'resident', ...about })
  return { context, read, send, hidden, adopt, write, begin }
}

/** What ran, or was fetched from elsewhere, on the pages of one window. */
async function watched(page: Page, url: string) {
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()}: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.route(
    (address) => address.origin !== url && /^https?:$/.test(address.protocol),
    (route) => {
      ran.push(`${page.url()} fetched ${route.request().url()}`)
      return route.abort()
    },
  )
  return ran
}

/** All that a reader may do to a text: everything is unfolded, pointed at, focused, and each link that is no address is followed. */
const tempt = (page: Page, part: string) =>
  page.evaluate((within) => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(`${within} details`)) fold.open = true
    for (const one of document.querySelectorAll<HTMLElement>(`${within} *`)) {
      for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error', 'begin', 'start']) one.dispatchEvent(new Event(type))
      if (one instanceof HTMLAnchorElement && !/^(https?|mailto):$/.test(one.protocol)) one.click()
    }
  }, part)

it('ways to bring a script into an article come to nothing in a browser: as it is written, read, found, printed, and open to all', async () => {
  expect(vectors).toHaveLength(80)
  const { url } = journey()
  const editor = await writer(keeper)
  const admin = await writer('sandnes-administrator')
  const settings = '/innstillinger/veiledning'
  const limits = { staleMonths: '12', confirmDays: '14', intranetText: '', intranetAddress: '', openEdition: 'yes' }
  await admin.send(settings, { version: admin.hidden(await admin.read(settings), 'version'), ...limits })
  const page = await editor.context.newPage()
  const ran = await watched(page, url)

  const addresses: string[] = []
  for (const [at, vector] of tried.entries()) {
    const word = `gransking${at}`
    const article = await editor.begin({ name: `Tekst ${at} ${vector}`.slice(0, 160) })
    const body = `${vector}\n\n## Del ${vector}\n\n${word} og ${vector}\n\n- ${vector}\n\n| a |\n|---|\n| ${vector} |`
    await editor.write(article, { titleNb: `Tittel ${at} ${vector}`.slice(0, 160), bodyNb: body })
    await editor.adopt(article)
    addresses.push(article)
    // In the editor, as it will look.
    await page.goto(`${article}/endring/bokmal`)
    await page.locator('button[name=knapp][value=vis]').click()
    await page.locator('[data-preview] .v-text').waitFor()
    await tempt(page, '[data-preview]')
    // Where the search leads: the words are marked there.
    await page.goto('/sok')
    await page.locator('main [name=ord]').fill(word)
    await page.locator('main .v-search-form button').click()
    const hit = page.locator(`main a[href*="/veiledning/"]`).first()
    await tempt(page, 'main')
    await hit.click()
    await page.locator('.v-text mark').first().waitFor()
    await tempt(page, 'main')
    // On paper: no address of the file is a script, and none is in it.
    const paper = (await page.pdf()).toString('latin1')
    expect([vector, /\/JavaScript|\/JS\b|\/Launch|\/URI\s*\((?:javascript|data|vbscript)/i.exec(paper)?.[0]]).toEqual([vector, undefined])
    expect([vector, ran]).toEqual([vector, []])
  }
  const stranger = await (await journey().browser.newContext({ baseURL: url, locale: 'nb-NO', bypassCSP: true })).newPage()
  const ranOpenly = await watched(stranger, url)
  for (const [at, vector] of tried.entries()) {
    await stranger.goto(`/personvern/sandnes/veiledning/${addresses[at]?.split('/').at(-1)}`)
    await stranger.locator('.v-text').waitFor()
    await tempt(stranger, 'main')
    expect([vector, ranOpenly]).toEqual([vector, []])
  }
}, 900_000)

it.each(['nb', 'nn'] as const)(
  'in %s: S4-018 a new edition of what everybody must have read asks again, and whoever answers sees who has not',
  async (language) => {
    const t = texts(language)
    const place = language === 'nb' ? 'sandnes' : 'sauda'
    const editor = await writer(`${place}-personvernombud`)
    const name = language === 'nb' ? 'Regler 2027' : 'Reglar 2027'
    const article = await editor.begin({ name, audiences: 'employee', mustConfirm: 'yes' })
    const read = `/veiledning/${article.split('/').at(-1)}`
    const employee = await journey().open({ language, width: 390 })
    await employee.as(`${place}-ansatt`)
    const words = (edition: number): Said => (language === 'nb' ? { bodyNb: `Regel ${edition}` } : { bodyNn: `Regel ${edition}` })
    for (const edition of [1, 2]) {
      await editor.write(article, words(edition), language === 'nb' ? 'bokmal' : 'nynorsk')
      // Until it is adopted, nobody is asked about it, and what is confirmed stays confirmed.
      await employee.go('/oppgaver')
      expect(await employee.text()).not.toContain(name)
      await editor.adopt(article)
      await employee.go('/oppgaver')
      expect(await employee.text()).toContain(name)
      await employee.go(read)
      expect(await employee.text()).toContain(fill(t.read.confirmText, { edition }))
      await employee.send(t.read.confirm)
      expect(await employee.text()).toContain(fill(t.read.confirmedOn, { edition, on: '' }).split(String(edition))[0] ?? '')
      expect(await employee.text()).toContain(fill(t.read.edition, { edition }))
      await employee.go('/oppgaver')
      expect(await employee.text()).not.toContain(name)
    }
    // What was replaced can still be read, and says that it is.
    await employee.go(`${read}/utgaver/1`)
    expect(await employee.text()).toContain(t.read.current)
  },
  300_000,
)
