import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'
import { median } from './load.ts'
import { placeOf, type Served, serve, timed } from './served.ts'

// `tsx bench/registers.ts 2000 500`, after a build: a record of so many processing activities and so many systems brought in as files, searched,
// taken out in every form, and drawn as data flows: seconds, and the most memory the server took (goal: 300 MB; the picture 1 s).
const activities = Number(process.argv[2] ?? 2000)
const systems = Number(process.argv[3] ?? 500)
const turns = 5
const key = '07'.repeat(32)
const say = (line: string) => process.stdout.write(`${line}\n`)
const postgres = await startPostgres({ durable: true })
let served: Served | null = null
try {
  const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000 })
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.from(key, 'hex'), jobs)
  const [first] = await seed(db, house, 1, 5, new Date())
  await jobs.stop()
  await db.close()
  if (!first) throw new Error('nothing was seeded')
  const server = await serve({ url: postgres.url, key, session: first.dpo })
  served = server
  const { get, post, until } = server

  async function bring(at: string, rows: readonly (readonly string[])[]): Promise<void> {
    server.anew()
    const sent = new FormData()
    sent.append('filer', new Blob([rows.map((row) => row.join(';')).join('\n')]), 'inn.csv')
    const place = placeOf(await post(`${at}/import`, sent), at)
    // As the file is read: the columns by their own names.
    const columns = [...(await get(`${place}/kolonner`)).matchAll(/<select[^>]*name="(kolonne\.\d+)"[^>]*>(.*?)<\/select>/gs)]
    const chosen = columns.map(([, name = '', options = '']) => [name, /<option[^>]*value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? ''])
    const looked = await timed(async () => {
      await post(`${place}/kolonner`, new URLSearchParams(chosen))
      await until(place, /Dette kommer til å skje|Dette kjem til å skje/)
    })
    const brought = await timed(async () => {
      await post(`${place}/gjennomforing`)
      await until(place, /Importen er ferdig/)
    })
    say(`${at}: ${rows.length - 1} rows looked over in ${looked} s, brought in in ${brought} s; at most ${server.most()} MB (goal 300)`)
  }
  await bring('/systemer', [
    ['Navn', 'Er systemet i bruk?', 'Hva brukes systemet til?', 'Hva slags opplysninger ligger der?'],
    ...Array.from({ length: systems }, (_, n) => [
      `System ${n}`,
      'Ja',
      `Behandler opplysninger om ${n}. `.repeat(6),
      'Kontaktopplysninger',
    ]),
  ])
  await bring('/behandlinger/protokoll', [
    [
      'Behandlingen gjelder',
      'Formål med behandlingen',
      'Behandlingsgrunnlag artikkel 6',
      'Kategorier av registrerte',
      'Kategorier av personopplysninger',
      'Systemer',
      'Mottakere',
    ],
    ...Array.from({ length: activities }, (_, n) => [
      `Behandling ${n}`,
      `Gi tjenester til gruppe ${n % 97}. `.repeat(8),
      '6(1)(e)',
      'Innbyggere',
      'Navn, Kontaktopplysninger',
      systems > 0 ? `System ${n % systems}` : '',
      `Mottaker ${n % 60}`,
    ]),
  ])

  async function read(what: string, path: string, most = turns): Promise<void> {
    server.anew()
    const times: number[] = []
    let bytes = 0
    let status = 0
    for (let turn = 0; turn < most; turn++) {
      const from = performance.now()
      const answer = await server.ask(path)
      bytes = (await answer.arrayBuffer()).byteLength
      status = answer.status
      times.push(performance.now() - from)
    }
    say(
      `${status} ${what}: ${Math.round(median(times))} ms, slowest ${Math.round(Math.max(...times))} ms, ${bytes} bytes; at most ${server.most()} MB`,
    )
  }
  const found = (await post('/behandlinger/sok', new URLSearchParams({ ord: 'gruppe 42' }))).headers.get('location') ?? '/behandlinger'
  await read('the record, a page', '/behandlinger')
  await read('the record, searched', found)
  await read('what is missing', '/behandlinger/mangler')
  await read('the systems, a page', '/systemer')
  await read('the data flows, picture and list (goal 1000 ms)', '/dataflyt')
  for (const form of ['xlsx', 'csv', 'json', 'pdf', 'jsonld']) await read(`the record as ${form}`, `/behandlinger/utdrag/${form}`, 2)
} finally {
  served?.stop()
  await postgres.stop()
}
