import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { inOrganisations } from '../src/db/transaction.ts'
import { type Answer, type TestApp, testApp } from './support/app.ts'
import { describeExampleOnce } from './support/database.ts'
import { readDocx } from './support/read-docx.ts'
import { readPdf } from './support/read-pdf.ts'
import { someAddress } from './support/routes.ts'
import { plantAll, type Scene, type Space, sharedWord, spaces, spared, wordOf } from './support/spaces.ts'

/** Modules that ask the database by a rule of a space, as the code has it (ADR 20). */
const keepers = (): readonly string[] => {
  const folder = join(import.meta.dirname, '../src/modules')
  const asking = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\./.test(path) && readFileSync(join(folder, path), 'utf8').includes('asSql('),
  )
  return [...new Set(asking.map((path) => path.split('/')[0] ?? ''))].sort()
}

/**
 * A record in each space there is, with a word of its own in all that was written there; and everybody who works in the organisation looks
 * for it everywhere. Whoever is inside finds it, so the word is there to be found; nobody else does.
 */
describeExampleOnce('a canary in each space', (db) => {
  let app: TestApp
  let ids: ReadonlyMap<string, string>
  let scene: Scene
  let everybody: readonly string[]
  beforeAll(async () => {
    app = await testApp(db())
    ;({ ids, scene } = await plantAll(app))
    const { organisationId } = await app.person('sandnes-administrator')
    everybody = await inOrganisations(db(), [organisationId], async (tx) =>
      (await tx.selectFrom('person').select('demo_slug as slug').where('organisation_id', '=', organisationId).execute()).flatMap(
        ({ slug }) => slug?.replace('sandnes-', '') ?? [],
      ),
    )
  }, 180_000)
  afterAll(() => app.stop())

  const idOf = ({ name }: Space) => ids.get(name) ?? ''
  const at = (space: Space) => space.page(idOf(space))
  const outside = (slug: string) => spaces.filter(({ inside, theirs = [] }) => ![...inside, ...theirs].includes(slug))
  /** The spaces of which an answer shows the word, or where a record lies. */
  const shows = (answer: Answer, of: readonly Space[]): readonly string[] => {
    const text = read(answer)
    return of.filter((space) => text.includes(wordOf(space.name)) || text.includes(at(space))).map(({ name }) => name)
  }

  it('no space is forgotten: each kind that a module opens by a rule is here, or is said to be none', () => {
    const here = new Set([...spaces.map(({ name }) => name), ...Object.keys(spared)])
    expect(modules.flatMap(({ opens }) => Object.keys(opens ?? {})).filter((kind) => !here.has(kind))).toEqual([])
    const kept = new Set([...spaces.map(({ module }) => module), ...Object.values(spared).map(({ module }) => module)])
    expect(keepers().filter((module) => !kept.has(module))).toEqual([])
  })

  it('whoever is inside reads it on its page: there is something to find', async () => {
    const shut: string[] = []
    for (const space of spaces)
      for (const slug of space.inside) {
        const page = await (await app.as(`sandnes-${slug}`)).get(at(space))
        if (page.status !== 200 || !(space.wordless || read(page).includes(wordOf(space.name))))
          shut.push(`${space.name} ${slug} ${page.status}`)
      }
    expect(shut).toEqual([])
  }, 120_000)

  const gets = modules.flatMap(({ name, routes }) =>
    routes.filter(({ method, may }) => method === 'GET' && may !== 'open').map(({ path }) => ({ module: name, path })),
  )
  /** Those that take the record of any module. */
  const general = ['tasks', 'files', 'versions']
  /** Forms that begin something anew tell nothing of what is there. */
  const begins = /\/(?:nytt?|import|mal|maler|veiviser|registrering|plakat)$/
  const named = (path: string) =>
    path
      .replace(/:form\b/, 'json')
      .replace(/:year\b/, '2026')
      .replace(/:rolle\b/, 'dpo')
      .replace(/:virksomhet\b/, 'sandnes')
  /** Addresses that name no record: pages, lists, all of each list in a file, reports. */
  const free = gets
    .map(({ path }) => named(path))
    .filter((path) => !begins.test(path) && !/:(?!file\{|fil\{|file\b)/.test(path))
    .map((path) => someAddress(path))

  /** Of each kind of power one: who oversees, who looks after all, who leads somebody else, who leads nobody. */
  const strangers = [
    'administrator',
    'revisor',
    'personvernombud',
    'informasjonssikkerhetssjef',
    'personvern-gdpr',
    'it-sjef',
    'leder-helse',
    'kortutsteder',
    'ansatt',
  ]

  it('by its address nobody outside, and by every other that takes a record none of each kind', async () => {
    const found: string[] = []
    for (const slug of everybody) {
      const client = await app.as(`sandnes-${slug}`)
      for (const space of outside(slug)) {
        const page = await client.get(at(space))
        if (![403, 404].includes(page.status) || read(page).includes(wordOf(space.name)))
          found.push(`${slug} ${at(space)} ${space.name} ${page.status}`)
        for (const { module, path } of strangers.includes(slug) ? gets : []) {
          if (!path.includes(':') || !(module === space.module || general.includes(module))) continue
          const address = someAddress(path.replace(/:(type|slag)\b/, space.name), idOf(space).split('/').at(-1))
          const answer = await client.get(address)
          if (answer.status >= 500 || read(answer).includes(wordOf(space.name)))
            found.push(`${slug} ${address} ${space.name} ${answer.status}`)
        }
      }
    }
    expect(found).toEqual([])
  }, 900_000)

  it('by no page, list, file, log, calendar or search: nobody outside', async () => {
    const found: string[] = []
    const seen = new Set<string>()
    const kept = new Set(['shell', ...spaces.map(({ module }) => module)])
    const lists = modules
      .filter(({ name }) => kept.has(name))
      .flatMap(({ routes }) => routes.filter(({ method, path }) => method === 'POST' && path.endsWith('/sok')).map(({ path }) => path))
    const beside = [
      ...[`/systemer/${scene.system}`, `/kompetanse/system/${scene.system}`, `/behandlinger/${scene.processing}`],
      ...[`/personer/${scene.person}`, `/enheter/${scene.unit}`, `/arkiv/etterlevelse/unit/${scene.unit}`, `/opplaering/${scene.person}`],
      ...['/kalender?vis=liste&hvem=alle', '/kalender?vis=liste&hvem=enhet', '/avvik/register/2026/register.xlsx'],
    ]
    expect(free.length).toBeGreaterThan(150)
    for (const slug of everybody) {
      const client = await app.as(`sandnes-${slug}`)
      const look = async (address: string, answer: Answer) => {
        if (answer.status >= 500) found.push(`${slug} ${address}: ${answer.status}`)
        for (const space of spaces.filter(({ inside }) => inside.includes(slug)))
          if (shows(answer, [space]).length > 0) seen.add(space.name)
        for (const name of shows(answer, outside(slug))) found.push(`${slug} ${address}: ${name}`)
      }
      for (const address of [...free, ...beside]) await look(address, await client.get(address))
      for (const list of lists) {
        const sent = await client.post(list, { ord: sharedWord })
        if (sent.location) await look(sent.location, await client.get(sent.location))
      }
      const hits = await client.post('/sok/finn', { ord: sharedWord }, { accept: 'application/json' })
      await look('/sok/finn', hits)
      await client.post('/kalender/abonnement')
      const feed = /\/kalender\/ical\/[^"<\s]+/.exec((await client.get('/kalender/abonnement')).text)?.[0] ?? expect.unreachable('no feed')
      await look(feed, await client.get(feed))
    }
    expect(found).toEqual([])
    // And they are found so by those inside, or nothing is tried.
    expect([...seen].sort()).toEqual(spaces.map(({ name }) => name).sort())
  }, 900_000)

  it('no mail says any of it; a message does not, or is theirs who are inside', async () => {
    const { organisationId } = await app.person('sandnes-administrator')
    const rows = await inOrganisations(db(), [organisationId], async (tx) => ({
      mails: await tx.selectFrom('mail').selectAll().execute(),
      messages: await tx
        .selectFrom('message as m')
        .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'))
        .selectAll('m')
        .select('p.demo_slug as slug')
        .execute(),
    }))
    expect(rows.messages.length).toBeGreaterThan(5)
    const words = spaces.map(({ name }) => wordOf(name))
    expect(rows.mails.map((row) => JSON.stringify(row)).filter((row) => words.some((word) => row.includes(word)))).toEqual([])
    const wrong = rows.messages.flatMap(({ slug, ...row }) =>
      outside(slug?.replace('sandnes-', '') ?? '').flatMap((space) =>
        JSON.stringify(row).includes(wordOf(space.name)) || JSON.stringify(row).includes(at(space)) ? [`${slug}: ${space.name}`] : [],
      ),
    )
    expect(wrong).toEqual([])
  })
})

/** What a reader reads of it, whatever kind of file it is. */
function read({ bytes, text, headers }: Answer): string {
  const type = headers.get('content-type') ?? ''
  if (type.includes('pdf')) return readPdf(bytes).pages.join('\n')
  return /zip|openxml/.test(type) ? [...readDocx(bytes).values()].join('\n') : text
}
