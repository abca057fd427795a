import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Pool } from 'pg'

// The limit: what node:http and pg can do when they run the same statements and send the last rows as JSON. No session,
// no rights, no page. `set`: said once on each connection. `fresh`: ids that are new in each request, and a number that comes from the statement before.
type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }
type Script = { readonly set: string | null; readonly statements: readonly Statement[]; readonly fresh: readonly string[] }
const [url = '', file = '', pool = '10'] = process.argv.slice(2)
const { set, statements, fresh } = JSON.parse(readFileSync(file, 'utf8'), revive) as Script
const connections = new Pool({ connectionString: url, options: '-c role=varde_web', max: Number(pool) })
if (set) connections.on('connect', (connection) => void connection.query(set))

const isFresh = (value: unknown): value is string => typeof value === 'string' && fresh.some((id) => value.includes(id))
const numberAt = ({ text }: Statement) =>
  /^insert into "deviation" /.test(text) ? (/\(([^)]*)\)/.exec(text)?.[1]?.split(', ').indexOf('"number"') ?? -1) : -1
const prepared = statements.map((one) => ({
  ...one,
  fresh: one.values.flatMap((value, at) => (isFresh(value) ? [at] : [])),
  number: numberAt(one),
}))

const server = createServer(async (_, answer) => {
  const connection = await connections.connect()
  const ids = fresh.map((old) => [old, randomUUID()] as const)
  try {
    let rows: unknown = []
    let number: unknown = null
    for (const { name, text, values: written, fresh: at, number: place } of prepared) {
      const values = [...written]
      for (const one of at) values[one] = ids.reduce((value, [old, now]) => value.replaceAll(old, now), String(values[one]))
      if (place >= 0) values[place] = number
      const result = await (values.length > 0 ? connection.query({ ...(name ? { name } : {}), text, values }) : connection.query(text))
      const found = Array.isArray(result) ? [] : result.rows
      number = found[0]?.last ?? number
      if (found.length > 0) rows = found
    }
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify(rows))
  } catch (error) {
    process.stderr.write(`${error}\n`)
    await connection.query('rollback')
    answer.statusCode = 500
    answer.end()
  } finally {
    connection.release()
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})

function revive(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$date' in value) return new Date(String(value.$date))
  return '$bytes' in value ? Buffer.from(String(value.$bytes), 'base64') : value
}
