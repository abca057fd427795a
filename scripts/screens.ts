import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openChromium } from '../test/support/chromium.ts'
import { crawl, type Place } from '../test/support/crawl.ts'
import { startInstallation } from '../test/support/installation.ts'
import { type Cast, casts, setScene } from '../test/support/scene.ts'

// `npm run screens`: a picture of every page of a demo installation, bokmål and nynorsk, phone and desk, light and dark, full and empty,
// and screens/index.html with all of them. To be looked at, again and again. `npm run screens -- nn 390 dark` takes some of them.

const folder = join(import.meta.dirname, '../screens')
const wanted = process.argv.slice(2)
const takes = (one: string) => wanted.length === 0 || wanted.includes(one) || !wanted.some((word) => axisOf(word) === axisOf(one))
const axes = [
  ['nb', 'nn'],
  ['390', '1440'],
  ['light', 'dark'],
]
const axisOf = (word: string) => axes.findIndex((axis) => axis.includes(word))

type Picture = { readonly file: string; readonly language: string; readonly place: Place; readonly width: number; readonly scheme: string }

const installation = await startInstallation()
const browser = await openChromium()
try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { url } = installation
  const sets: { readonly language: string; readonly places: readonly Place[] }[] = []
  if (takes('nn')) sets.push({ language: 'nn', places: await placesOf(url, casts.sauda, 'sauda') })
  if (takes('nb'))
    sets.push({
      language: 'nb',
      places: [
        ...(await placesOf(url, casts.sandnes, 'sandnes')),
        ...(await crawl(url, 'sandnes-kommunedirektor')),
        ...(await emptyPlaces(url)),
        ...(await openPlaces(url)),
      ],
    })
  const pictures: Picture[] = []
  for (const { language, places } of sets)
    for (const width of [390, 1440].filter((one) => takes(String(one))))
      for (const scheme of (['light', 'dark'] as const).filter(takes)) {
        pictures.push(...(await take(browser, url, places, language, width, scheme)))
        process.stdout.write(`${language} ${width} ${scheme}: ${places.length} pages\n`)
      }
  writeFileSync(join(folder, 'index.html'), index(pictures))
  process.stdout.write(`${pictures.length} pictures. Open screens/index.html\n`)
} finally {
  await browser.close()
  await installation.stop()
}

async function placesOf(url: string, cast: Cast, slug: string): Promise<readonly Place[]> {
  const scene = await setScene(url, cast)
  return [
    ...(await crawl(url, cast.employee, ['/', '/avvik/ny', ...scene.slice(0, 2)])),
    ...(await crawl(url, cast.assessor, ['/', '/avvik/pa-vegne', ...scene.slice(2)])),
    ...(await crawl(url, `${slug}-leder`)),
    ...(await crawl(url, `${slug}-administrator`)),
    ...(await crawl(url, `${slug}-revisor`)),
  ]
}

/** Somebody to whom nothing has happened yet. */
async function emptyPlaces(url: string): Promise<readonly Place[]> {
  return crawl(url, 'uio-saksbehandler', ['/', '/avvik', '/avvik/mine', '/oppgaver', '/varsler'])
}

/** Before anybody is signed in, and where nobody has an address. */
async function openPlaces(url: string): Promise<readonly Place[]> {
  const open = await crawl(url, null, ['/logg-inn', '/demo', '/tilgjengelighet', '/personvern'])
  return [...open, { person: 'uio-ansatt', path: '/finnes-ikke' }]
}

async function take(
  by: Browser,
  url: string,
  places: readonly Place[],
  language: string,
  width: number,
  scheme: 'light' | 'dark',
): Promise<readonly Picture[]> {
  const context = await by.newContext({
    baseURL: url,
    viewport: { width, height: 900 },
    colorScheme: scheme,
    locale: language === 'nn' ? 'nn-NO' : 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  const pictures: Picture[] = []
  let person: string | null = null
  for (const [number, place] of places.entries()) {
    if (place.person === null) await context.clearCookies()
    else if (place.person !== person)
      await context.request.post('/demo/logg-inn', { form: { person: place.person }, headers: { origin: url }, maxRedirects: 0 })
    person = place.person
    await page.goto(place.path)
    const file = `${language}-${width}-${scheme}-${String(number).padStart(3, '0')}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
    pictures.push({ file, language, place, width, scheme })
  }
  await context.close()
  return pictures
}

function index(pictures: readonly Picture[]): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Screens</title>
<style>
body { font: 14px system-ui; margin: 2rem }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 2rem }
figure { margin: 0 } figcaption { overflow-wrap: anywhere } img { max-width: 100%; max-height: 40rem; border: 1px solid #ccc }
</style>
<h1>Screens</h1>
<main>
${pictures
  .map(
    ({ file, place, language, width, scheme }) =>
      `<figure><figcaption><strong>${place.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll('&', '&amp;')}</strong><br>${place.person ?? 'nobody'} · ${language} · ${width} · ${scheme}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt=""></a></figure>`,
  )
  .join('\n')}
</main></html>
`
}
