import { writeXlsx } from 'hucre/xlsx'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { withClient } from '../test/support/global-setup.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'
import { placeOf, type Served, serve, timed } from './served.ts'

// `tsx bench/import.ts 10000`, after a build: a file of so many systems as XLSX and as CSV, looked over, brought in and taken back: seconds of each,
// and the most memory that the server and what it starts took together (goal: 300 MB). `tsx bench/import.ts 1300 avvik`: of so many old deviations.
// The same file is brought in once more: nothing is twice, and each record has the number it had before.
const records = Number(process.argv[2] ?? 10_000)
const what = process.argv[3] === 'avvik' ? 'avvik' : 'systemer'
const key = '07'.repeat(32)
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
  served = await serve({ url: postgres.url, key, session: first.dpo })
  const { get, post, until } = served
  const registers = {
    systemer: {
      head: ['Fagsystem', 'Er systemet i bruk?', 'Hva brukes systemet til?'],
      fields: ['name', 'inUse', 'purpose'],
      row: (word: string, n: number) => [`${word} ${n}`, n % 3 === 0 ? 'nei' : 'ja', `Behandler opplysninger om ${n}. `.repeat(6)],
    },
    avvik: {
      head: ['Avviksnr', 'Registrert dato', 'Status', 'Tittel', 'Beskrivelse', 'Alvorlighetsgrad', 'Antall berørte'],
      fields: ['externalReference', 'receivedOn', 'ended', 'shortName', 'whatHappened', 'severity', 'affectedCount'],
      row: (word: string, n: number) => [
        `${word} ${n}`,
        `${1 + (n % 28)}.05.${2019 + (n % 6)}`,
        'Lukket',
        `Sak ${n}`,
        'Et brev gikk til feil adresse. '.repeat(8),
        'Lav',
        `${n % 90}`,
      ],
    },
  }
  const { head, fields, row } = registers[what]
  const rows = (word: string) => Array.from({ length: records }, (_, n) => row(word, n))
  const words = { xlsx: 'Regneark', csv: 'Tekstfil' }
  const files = {
    xlsx: async () => writeXlsx({ sheets: [{ name: 'Ark1', rows: [head, ...rows(words.xlsx)] }] }),
    csv: async () => Buffer.from([head, ...rows(words.csv)].map((row) => row.join(';')).join('\n')),
  }
  for (const [form, made] of Object.entries(files)) {
    served.anew()
    const sent = new FormData()
    sent.append('filer', new Blob([new Uint8Array(await made())]), `${what}.${form}`)
    const place = placeOf(await post(`/${what}/import`, sent), `/${what}`)
    const columns = await get(place)
    const names = [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"/g)].map(([, name = '']) => name)
    const chosen = new URLSearchParams(names.map((name, n) => [name, fields[n] ?? '']))
    const looked = await timed(async () => {
      await post(`${place}/kolonner`, chosen)
      await until(place, /Dette kommer til å skje|Dette kjem til å skje/)
    })
    const brought = await timed(async () => {
      await post(`${place}/gjennomforing`)
      await until(place, /Importen er ferdig/)
    })
    // The same file again: nothing is twice.
    const second = new FormData()
    second.append('filer', sent.get('filer') as Blob, `${what}.${form}`)
    const again = placeOf(await post(`/${what}/import`, second), `/${what}`)
    await post(`${again}/kolonner`, chosen)
    await until(again, /Ingen rader gir noe nytt|Ingen rader gir noko nytt/)
    const expected = rows(words[form as keyof typeof files]).map(([called]) => String(called))
    const kept = await calledIn(postgres.url, first.organisationId, what, words[form as keyof typeof files])
    if (kept.join() !== expected.sort().join())
      throw new Error(`${expected.length} were brought in, and ${kept.length} are there by their names`)
    const undone = await timed(async () => {
      await post(`${place}/angring`)
      await until(place, /Importen er angr/)
    })
    process.stdout.write(
      `${form}, ${records} rows: looked over in ${looked} s, brought in in ${brought} s, ${kept.length} there by their old names and none twice after the same file again, taken back in ${undone} s; at most ${served.most()} MB (goal 300)\n`,
    )
  }
} finally {
  served?.stop()
  await postgres.stop()
}

/** What the records of a file are called, as the database has them. */
async function calledIn(url: string, organisationId: string, what: 'avvik' | 'systemer', word: string): Promise<readonly string[]> {
  const [table, column] = what === 'avvik' ? ['deviation', 'external_reference'] : ['system', 'name']
  return withClient(url, async (client) => {
    await client.query("select set_config('varde.organisations', $1, false)", [organisationId])
    const { rows } = await client.query(`select ${column} as called from ${table} where ${column} like $1`, [`${word} %`])
    return rows.map(({ called }) => String(called)).sort()
  })
}
