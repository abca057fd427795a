import { Client, type PoolClient, type PoolConfig } from 'pg'

/**
 * The servers that an address names, each as an address of its own: `postgres://user:password@a:5432,b:5432/varde`, as libpq writes it. Only
 * one that can be written to is used, so `target_session_attrs` need not be said.
 */
export function serversOf(url: string): readonly string[] {
  const [, scheme = '', authority = '', rest = ''] = /^([a-z]+:\/\/)([^/?#]*)(.*)$/is.exec(url) ?? []
  const at = authority.lastIndexOf('@') + 1
  const path = rest.replace(/([?&])target_session_attrs=[^&#]*&?/i, '$1').replace(/[?&]$/, '')
  return authority
    .slice(at)
    .split(',')
    .map((host) => `${scheme}${authority.slice(0, at)}${host}${path}`)
}

/** Which of several servers is asked. The pools of one process share it: what one has found holds for the other. */
export type Turn = { at: number }

/** There are servers that answer, and none that can be written to: the primary is away, and no standby has been promoted yet. */
export class OnlyStandbys extends Error {
  override readonly name = 'OnlyStandbys'
  /** As PostgreSQL says it of a write there. */
  readonly code = '25006'
}

/**
 * What a pool of connections to one of several servers is made with: each new connection goes to the one whose turn it is, is let in only
 * where it can be written to, and gives the turn to the next where it is not. `open` follows from the address of one server.
 */
export function oneOf(servers: readonly string[], turn: Turn, open: (url: string) => PoolConfig): PoolConfig {
  const [first = ''] = servers
  if (servers.length === 1) return open(first)
  const next = (at: number) => {
    if (turn.at === at) turn.at = (at + 1) % servers.length
  }
  const asked = new WeakMap<object, number>()
  class OneOf extends Client {
    constructor() {
      super(open(servers[turn.at] ?? first))
      asked.set(this, turn.at)
    }
    override connect(told?: unknown): never {
      const at = asked.get(this) ?? 0
      return super.connect(((error: Error | null) => {
        if (error) next(at)
        ;(told as (error: Error | null) => void)(error)
      }) as never) as never
    }
  }
  return {
    ...open(first),
    Client: OneOf as unknown as NonNullable<PoolConfig['Client']>,
    verify: (client: PoolClient, done: (error?: Error) => void) => {
      client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby').then(
        ({ rows }) => {
          if (rows[0]?.standby !== true) return done()
          next(asked.get(client) ?? 0)
          done(new OnlyStandbys('No server of DATABASE_URL can be written to.'))
        },
        (error: Error) => {
          next(asked.get(client) ?? 0)
          done(error)
        },
      )
    },
  }
}
