import { Client } from 'pg'

export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }

let heard: Statement[] | null = null
let listens = false

/** Listens at the driver, from before the first connection is made. Once: several files of one worker ask for it. */
export function listenToDriver(): void {
  if (listens) return
  listens = true
  const query = Client.prototype.query as (...given: unknown[]) => unknown
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [asked, values] = given as [string | Statement, unknown[] | undefined]
    if (typeof asked === 'string') heard?.push({ text: asked, values: Array.isArray(values) ? values : [] })
    else if (typeof asked.text === 'string')
      heard?.push({ ...(asked.name ? { name: asked.name } : {}), text: asked.text, values: asked.values ?? [] })
    return query.apply(this, given)
  } as typeof Client.prototype.query
}

/** Every statement that some work runs, as the driver was given them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const seen: Statement[] = []
  heard = seen
  try {
    await work()
  } finally {
    heard = null
  }
  return seen
}
