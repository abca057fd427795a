import type { CompiledQuery, DatabaseConnection, PostgresPoolClient, QueryResult } from 'kysely'
import { inOneWrite, pipelines } from './pool.ts'
import { valueParsers } from './values.ts'

// What a page reads at the same time goes to the database as one statement (docs/decisions/0040-read-together.md).

/** What a statement answers with, learnt from its first answer: the name and the type of each column. `number`: for the texts made of several. */
type Shape = { readonly number: number; readonly columns: readonly { readonly name: string; readonly read: (value: string) => unknown }[] }
type Asked = {
  readonly query: CompiledQuery
  readonly answer: (result: QueryResult<never>) => void
  readonly fail: (error: unknown) => void
}

/**
 * The connection of one transaction. Statements that are asked for one after the other go one by one; reads that nobody waits between
 * (`Promise.all`) go together: one round trip, one plan, one view of the rows, and each is answered as it would have been alone.
 */
export class Gathering implements DatabaseConnection {
  readonly #client: PostgresPoolClient
  readonly #begin: string
  #begun: Promise<unknown> | null = null
  /** Why it did not begin: nothing is sent after that, or it would stand by itself. */
  #unbegun: { readonly error: unknown } | null = null
  #asked: Asked[] = []
  #work: Promise<void> | null = null
  #over = false

  /** `begin`: what begins the transaction. It is sent with the first statement. */
  constructor(client: PostgresPoolClient, begin: string) {
    this.#client = client
    this.#begin = begin
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#over) throw new Error('The transaction is over: this query was not waited for, or was asked after it.')
    try {
      return await new Promise<QueryResult<R>>((answer, fail) => {
        this.#asked.push({ query, answer, fail })
        this.#work ??= this.#run()
      })
    } catch (error) {
      // The driver's own stack ends in the socket; this one leads to who asked.
      if (error instanceof Error) error.stack += `\n${new Error().stack?.split('\n').slice(1).join('\n')}`
      throw error
    }
  }

  streamQuery(): AsyncIterableIterator<QueryResult<never>> {
    throw new Error('Read some at a time instead: a page of rows, and then those behind it.')
  }

  /** Waits for what is under way; what is asked after this is refused. Whether anything was asked at all: else nothing has begun. */
  async end(): Promise<boolean> {
    this.#over = true
    await this.#work
    return this.#begun !== null
  }

  async #run(): Promise<void> {
    while (this.#asked.length > 0) {
      // Behind the promises: whoever else goes on from the same answer has asked by then.
      await new Promise<void>((go) => process.nextTick(go))
      for (const group of inOrder(this.#asked.splice(0))) await (this.#begun ? this.#ask(group) : this.#askFirst(group))
    }
    this.#work = null
  }

  async #ask(group: readonly Asked[]): Promise<void> {
    const [only] = group
    if (this.#unbegun) for (const { fail } of group) fail(this.#unbegun.error)
    else await (group.length === 1 && only ? this.#askAlone(only) : this.#askTogether(group))
  }

  /** What is known to read goes along with the beginning: one way to the database and back. Before anything else it must have begun. */
  async #askFirst(group: readonly Asked[]): Promise<void> {
    const together = pipelines(this.#client) && group.every(({ query }) => shapes.get(query.sql))
    const asked = inOneWrite(this.#client, () => {
      this.#begun = this.#client.query(this.#begin, undefined as never).catch((error: unknown) => {
        this.#unbegun = { error }
      })
      return together ? this.#ask(group) : null
    })
    await this.#begun
    await (asked ?? this.#ask(group))
  }

  async #askAlone({ query, answer, fail }: Asked): Promise<void> {
    try {
      const result = (await this.#client.query(query.sql, [...query.parameters])) as unknown as Answer
      if (!shapes.has(query.sql)) learn(query.sql, result.fields)
      answer(resultOf(result))
    } catch (error) {
      fail(error)
    }
  }

  async #askTogether(all: readonly Asked[]): Promise<void> {
    try {
      const text = textOf(all.map(({ query }) => query.sql))
      const { rows } = (await this.#client.query(
        text,
        all.flatMap(({ query }) => query.parameters),
      )) as unknown as { readonly rows: readonly Readonly<Record<string, Lines>>[] }
      for (const [at, { query, answer }] of all.entries()) answer({ rows: rowsOf(query.sql, rows[0]?.[`r${at}`] ?? null) as never[] })
    } catch (error) {
      for (const { fail } of all) fail(error)
    }
  }
}

type Answer = {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: never[]
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] | null
}
type Lines = readonly (readonly (string | null)[])[] | null

const resultOf = ({ command, rowCount, rows }: Answer): QueryResult<never> =>
  /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command) ? { numAffectedRows: BigInt(rowCount ?? 0), rows: rows ?? [] } : { rows: rows ?? [] }

/** Neighbours that may go together, in the order they were asked in: a read behind a write sees what was written. */
function inOrder(asked: readonly Asked[]): readonly (readonly Asked[])[] {
  const groups: Asked[][] = []
  let open: Asked[] | undefined
  for (const one of asked) {
    const joins = Boolean(shapes.get(one.query.sql))
    if (joins && open) open.push(one)
    else groups.push([one])
    open = joins ? groups.at(-1) : undefined
  }
  return groups
}

const mostLearnt = 3_000
/** By the text of a statement; null where it must go alone. */
const shapes = new Map<string, Shape | null>()

function learn(text: string, fields: Answer['fields']): void {
  if (shapes.size >= mostLearnt) return
  const columns = (fields ?? []).map(({ name, dataTypeID }) => ({ name, read: valueParsers.getTypeParser(dataTypeID) }))
  shapes.set(text, columns.length > 0 && reads(text) ? { number: shapes.size, columns } : null)
}

/** It only reads, locks nothing, and may stand inside another: what is not sure goes alone. */
const reads = (text: string): boolean =>
  /^\s*(select|with)\b/i.test(text) &&
  !/\b(insert|update|delete|merge|for\s+(key\s+)?share|set_config)\b|;/i.test(text) &&
  !text.match(/'[^']*'/g)?.some((literal) => /\$\d/.test(literal))

const mostTexts = 1_000
const texts = new Map<string, string>()

/** Each statement as one column of one row: its rows as a list of what the wire would have carried, the text of each value. */
function textOf(all: readonly string[]): string {
  const key = all.map((one) => shapes.get(one)?.number).join()
  const known = texts.get(key)
  if (known) return known
  let from = 0
  const columns = all.map((one, at) => {
    const names = (shapes.get(one)?.columns ?? []).map((_, column) => `c${column}`)
    let most = 0
    const moved = one.replace(/\$(\d+)/g, (_, number) => {
      most = Math.max(most, Number(number))
      return `$${Number(number) + from}`
    })
    from += most
    return `(select json_agg(array[${names.map((name) => `q.${name}::text`).join(', ')}]) from (${moved}\n) as q(${names.join(', ')})) as r${at}`
  })
  const text = `select ${columns.join(',\n')}`
  if (texts.size < mostTexts) texts.set(key, text)
  return text
}

function rowsOf(text: string, lines: Lines): readonly Readonly<Record<string, unknown>>[] {
  const columns = shapes.get(text)?.columns ?? []
  return (lines ?? []).map((line) => {
    const row: Record<string, unknown> = {}
    for (const [at, { name, read }] of columns.entries()) {
      const value = line[at] ?? null
      row[name] = value === null ? null : read(value)
    }
    return row
  })
}
