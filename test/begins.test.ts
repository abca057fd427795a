import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import type { Route } from '../src/kernel/http.ts'
import { type Answer, type Client, type TestApp, testApp } from './support/app.ts'
import { describeExampleOnce } from './support/database.ts'
import { errorsIn, formIn } from './support/form.ts'

const routes = modules.flatMap((one): readonly Route[] => one.routes)
/** Every form that begins something, and belongs to no record that must be there first. */
const begins = routes.filter(
  ({ method, path, may }) => method === 'GET' && may !== 'open' && !path.includes(':') && /\/(nytt?|ny|veiviser)$/.test(path),
)
/** One of each role and place that lets somebody in where others are not. */
const seats = [
  ...['ansatt', 'leder', 'virksomhetsleder', 'systemeier', 'superbruker', 'personvernombud', 'informasjonssikkerhetssjef'],
  ...['kommunedirektor', 'personvern-gdpr', 'it-sjef', 'anskaffelser', 'kortutsteder', 'administrator'],
].map((seat) => `sandnes-${seat}`)
const elsewhere = ['oslomet-personvernkontakt', 'uio-eiendom']

/** What was begun is written on by another address than `/endring`, or is said once and answered by others. */
const writtenAt: Readonly<Record<string, (record: string) => string | null>> = {
  '/systembehov/ny': (record) => `${record}/behov`,
  '/avvik/ny': () => null,
  '/sporsmal/nytt': () => null,
  '/avtaleforesporsler/nytt': () => null,
  '/opplaeringsbehov/nytt': () => null,
}

describeExampleOnce('whoever a form lets in may save it, and then write on', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 240_000)
  afterAll(() => app?.stop())

  it('of every register, as every role: never "no access" to what its own form let them begin', async () => {
    const wrong: string[] = []
    const saved = new Map<string, number>()
    const asked = new Map<string, Set<string>>()
    for (const slug of [...seats, ...elsewhere]) {
      const client = await app.as(slug)
      const actor = await app.ctx(slug, async (ctx) => ctx.actor)
      for (const { path, may } of begins) {
        if (typeof may === 'function' && !may(actor)) continue
        const page = await client.get(path)
        const form = page.status === 200 ? formIn(page.text, path) : null
        if (!form) continue
        const names = asked.get(path) ?? new Set<string>()
        asked.set(path, names)
        const answer = await sent(client, form, names, `${slug} ${path}`)
        if (answer.status === 303) {
          saved.set(path, (saved.get(path) ?? 0) + 1)
          const why = await writesOn(client, path, answer.location ?? '')
          if (why) wrong.push(`${slug} ${path}: ${why}`)
        } else if (answer.status !== 422) wrong.push(`${slug} ${path}: answered ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
    // Most of them come through with nothing but what they ask for: a form that nobody comes through would be seen by nobody here.
    const all = begins.map(({ path }) => path)
    expect(all.filter((path) => !saved.has(path)).length, `never saved: ${all.filter((path) => !saved.has(path))}`).toBeLessThan(
      all.length / 3,
    )
    for (const path of ['/behandlinger/nytt', '/behandlinger/veiviser', '/databehandleravtaler/nytt', '/kompetansekrav/nytt'])
      expect([path, (saved.get(path) ?? 0) > 0]).toEqual([path, true])
  }, 900_000)
})

/** Its own values; then an answer to each question that it says must be answered. `names` are kept: the next one answers them at once. */
async function sent(client: Client, form: NonNullable<ReturnType<typeof formIn>>, names: Set<string>, word: string): Promise<Answer> {
  for (;;) {
    const answer = await client.post(form.action, form.filled(names, word))
    const more = answer.status === 422 ? errorsIn(answer.text).filter((name) => !names.has(name)) : []
    if (more.length === 0) return answer
    for (const name of more) names.add(name)
  }
}

/** Why whoever has begun it cannot go on, or nothing. */
async function writesOn(client: Client, path: string, to: string): Promise<string | null> {
  const next = await client.get(to)
  if (next.status !== 200 && next.status !== 303) return `${to} answered ${next.status}`
  if (/^.*\/veiviser\//.test(to)) return formIn(next.text, to) ? null : 'the next step asks nothing'
  const record = /^(\/[a-z-]+)+\/[0-9a-f]{8}-[0-9a-f-]{27}$/.exec(to)?.[0]
  if (!record || (path in writtenAt && writtenAt[path]?.(record) === null)) return null
  const own = writtenAt[path]?.(record)
  const pattern = record.replace(/[^/]+$/, ':id')
  const edits = routes.filter((one) => one.method === 'GET' && one.path.startsWith(`${pattern}/endring`))
  if (!own && edits.length === 0) return null
  const link = own ?? new RegExp(`href="(${record}/endring(?:/[a-z0-9-]+)?)"`).exec(next.text)?.[1]
  if (next.status === 200 && !link) return 'its page has no way to change it'
  const edit = link ?? `${record}/endring`
  const { status } = await client.get(edit)
  return status === 200 ? null : `${edit.replace(record, '')} answered ${status}`
}
