import { beforeAll, expect, it } from 'vitest'
import { axeFaults, pageFaults, type Visitor } from '../support/browser.ts'
import { crawl, kindOf, type Place } from '../support/crawl.ts'
import { startJourney } from '../support/journey.ts'
import { casts, setScene } from '../support/scene.ts'

// Every page that people come to by links, with something on it, in a real browser. Each run takes two corners of the matrix, and one
// page of a kind in each: not the same one where there are two. AXE=all, which is `npm run axe`, takes all of it: everybody's, bokmål
// and nynorsk, light and dark, 320 and 1280 px. That every link leads somewhere is tried for everybody in each run.

const journey = startJourney()
const places: Place[] = []

beforeAll(async () => {
  const { url } = journey()
  const scene = await setScene(url, casts.sauda)
  places.push(...(await crawl(url, null, ['/logg-inn', '/demo', '/tilgjengelighet', '/personvern'])))
  places.push(...(await crawl(url, casts.sauda.employee, ['/', '/avvik/ny', ...scene.slice(0, 2)])))
  places.push(...(await crawl(url, casts.sauda.assessor, ['/', '/avvik/pa-vegne', ...scene.slice(2)])))
  places.push(...(await crawl(url, 'sauda-leder')))
  places.push(...(await crawl(url, 'sauda-administrator')))
  places.push(...(await crawl(url, 'sauda-revisor')))
  // What only another profile has: the joint assessment, the memo, the decider who is sent the case.
  const kinds = new Set(places.map(({ path }) => kindOf(path)))
  const others = [
    ...(await crawl(url, casts.sandnes.assessor, (await setScene(url, casts.sandnes)).slice(2))),
    ...(await crawl(url, 'sandnes-kommunedirektor')),
    // Whoever reads less than they oversee: each link they are shown leads somewhere for them.
    ...(await crawl(url, 'sandnes-leder')),
    ...(await everyOther(url)),
  ]
  places.push(...others.filter(({ path }) => !kinds.has(kindOf(path))))
}, 600_000)

const all = (['nb', 'nn'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => ([1280, 320] as const).map((width) => [language, scheme, width] as const)),
)
const corners = [
  ['nn', 'light', 320],
  ['nb', 'dark', 1280],
] as const

// Two corners at once, one a core: all eight would take the machine from each other.
const inTurn = process.env.AXE === 'all' ? it.each(all) : it.concurrent.each(corners)
inTurn(
  'every page is without fault for axe, and no wider than its window: %s, %s, %i px',
  async (language, colorScheme, width) => {
    const visitor = await journey().open({ language, colorScheme, width })
    await visitor.context.addCookies([{ name: 'sprak', value: language, url: journey().url }])
    const faults: string[] = []
    const seen = new Set<string>()
    let person: string | null = null
    const pages = looked(colorScheme === 'light' ? 'first' : 'last')
    for (const place of pages) {
      if (place.person !== person && place.person !== null) await signIn(visitor, journey().url, place.person)
      person = place.person
      await visitor.page.goto(place.path)
      for (const fault of [...(await pageFaults(visitor.page, language, { words: false })), ...(await axeFaults(visitor.page))]) {
        const key = fault.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '')
        if (!seen.has(key)) faults.push(`${place.person ?? 'nobody'} ${place.path}: ${fault}`)
        seen.add(key)
      }
    }
    await visitor.close()
    expect(pages.length).toBeGreaterThan(60)
    expect(faults.join('\n')).toBe('')
  },
  1_500_000,
)

const roles = [
  ...['ansatt', 'administrator', 'systemeier', 'superbruker', 'virksomhetsleder', 'informasjonssikkerhetssjef', 'it-sjef', 'servicedesk'],
  ...['revisor', 'kortutsteder', 'servicekontoret', 'anskaffelser', 'ledergruppe', 'personvern-gdpr', 'personvernradgiver'],
]

/** Everybody else's links are followed where there is time for it. */
async function everyOther(url: string): Promise<readonly Place[]> {
  const found: Place[] = []
  if (process.env.AXE === 'all') for (const role of roles) found.push(...(await crawl(url, `sandnes-${role}`)))
  return found
}

/** In a quick run one page of each kind: the first that was met, or the last. */
function looked(which: 'first' | 'last'): readonly Place[] {
  if (process.env.AXE === 'all') return places
  const met = which === 'first' ? places : places.toReversed()
  const kinds = new Map<string, Place>()
  for (const place of met) {
    const [page = '', asked] = kindOf(place.path).split('?')
    const kind = asked === undefined ? page : `${page}?`
    if (!kinds.has(kind)) kinds.set(kind, place)
  }
  const one = new Set(kinds.values())
  return places.filter((place) => one.has(place))
}

/** What people have written stands on the pages in the language they wrote it; the pages' own words are read in the journeys. */
async function signIn({ context }: Visitor, url: string, person: string): Promise<void> {
  await context.request.post('/demo/logg-inn', { form: { person }, headers: { origin: url }, maxRedirects: 0 })
}
