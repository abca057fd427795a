import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openChromium } from '../../test/support/chromium.ts'
import { bundled } from '../../test/support/enhancer.ts'

let script: string
let browser: Browser

beforeAll(async () => {
  script = await bundled('listed.ts', 'listsAsLeft')
  browser = await openChromium()
}, 60_000)
afterAll(() => browser.close())

const crumb = '<nav class="ds-breadcrumbs"><a href="/avvik">Avvik</a></nav>'
const signedIn = '<form action="/logg-ut"></form>'
const pages: Readonly<Record<string, string>> = {
  '/avvik': `${signedIn}<div class="v-list"></div>`,
  '/avvik/1': signedIn + crumb,
  '/avvik/1/vurdering': signedIn + crumb,
  '/personer/1': `${signedIn}<nav class="ds-breadcrumbs"><a href="/personer">Personer</a></nav>`,
  '/logg-inn': '<form action="/logg-inn"></form>',
}

async function open(): Promise<{ readonly page: Page; readonly crumbOn: (path: string) => Promise<string | null> }> {
  const page = await (await browser.newContext()).newPage()
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const body = `<!doctype html><title>x</title>${pages[pathname]}<script type="module">${script}</script>`
    return route.fulfill({ contentType: 'text/html', body })
  })
  const crumbOn = async (path: string) => {
    await page.goto(`http://varde.test${path}`)
    return page.evaluate(() => {
      const link = document.querySelector<HTMLAnchorElement>('.ds-breadcrumbs a')
      return link && link.pathname + link.search
    })
  }
  return { page, crumbOn }
}

it('the way back leads to the list as it was left, from every page below it, and to no other list', async () => {
  const { page, crumbOn } = await open()
  expect(await crumbOn('/avvik/1')).toBe('/avvik')
  await page.goto('http://varde.test/avvik?status=apen&etter=7')
  expect(await crumbOn('/avvik/1')).toBe('/avvik?status=apen&etter=7')
  expect(await crumbOn('/avvik/1/vurdering')).toBe('/avvik?status=apen&etter=7')
  expect(await crumbOn('/personer/1')).toBe('/personer')
  await page.goto('http://varde.test/avvik')
  expect(await crumbOn('/avvik/1')).toBe('/avvik')
}, 60_000)

it('whoever signs in next has none of it', async () => {
  const { page, crumbOn } = await open()
  await page.goto('http://varde.test/avvik?status=apen')
  await page.goto('http://varde.test/logg-inn')
  expect(await crumbOn('/avvik/1')).toBe('/avvik')
}, 60_000)
