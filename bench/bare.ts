import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Pool } from 'pg'

// The limit: what node:http and pg can do when they run the same statements and send the last rows as JSON. No session,
// no rights, no page.
const [url = '', file = '', pool = '10'] = process.argv.slice(2)
type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }
const statements = JSON.parse(readFileSync(file, 'utf8'), revive) as readonly Statement[]
const connections = new Pool({ connectionString: url, options: '-c role=varde_web', max: Number(pool) })

const server = createServer(async (_, answer) => {
  const connection = await connections.connect()
  try {
    let rows: unknown = []
    for (const { name, text, values } of statements) {
      const result = await (values.length > 0
        ? connection.query({ ...(name ? { name } : {}), text, values: [...values] })
        : connection.query(text))
      const found = Array.isArray(result) ? [] : result.rows
      if (found.length > 1) rows = found
    }
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify(rows))
  } catch {
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
