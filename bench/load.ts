import { Agent, request } from 'node:http'

export type Shot = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
export type Result = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly answers: number
  readonly wrong: number
}

/** Keeps `connections` busy for `seconds` against loopback, and counts. `shot` makes each request; `right` is the status that counts as right. */
export async function load(port: number, connections: number, seconds: number, right: number, shot: (n: number) => Shot): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  let n = 0
  let wrong = 0
  const begin = performance.now()
  const work = async () => {
    while (performance.now() < until) {
      const from = performance.now()
      const status = await send(agent, port, shot(n++))
      if (status === right) times.push(performance.now() - from)
      else wrong++
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  const took = (performance.now() - begin) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { perSecond: times.length / took, p50: at(times, 0.5), p99: at(times, 0.99), answers: times.length, wrong }
}

const send = (agent: Agent, port: number, { method, path, headers, body }: Shot): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })

const at = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
export const median = (all: readonly number[]) =>
  at(
    [...all].sort((a, b) => a - b),
    0.5,
  )
