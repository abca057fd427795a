import { createConnection } from 'node:net'
import type { Readable } from 'node:stream'
import { refuseInsideTransaction } from '../../kernel/outside.ts'

/** Asks a scanner about content. The answer is what it said, or why there is none: only its exact "OK" makes a file clean. */
export type Scanner = (content: Readable) => Promise<string>

/** The longest wait for an answer, in milliseconds. */
const patience = 60_000
const chunkBytes = 64 * 1024

/**
 * clamd over its socket: `unix:/run/clamav/clamd.ctl`, or `tcp:host:3310`. Each chunk goes with its length before it, and an empty one
 * ends it (clamd(8), zINSTREAM). clamd answers OK for what it did not look at past its limits unless `AlertExceedsMax yes` is set.
 */
export function clamd(address: string, patienceMs = patience): Scanner {
  const [kind, host = '', port = '3310'] = address.split(':')
  const target = kind === 'unix' ? { path: host } : { host, port: Number(port) }
  return async (content) => {
    refuseInsideTransaction('A file is scanned')
    return new Promise((resolve) => {
      const socket = createConnection(target)
      const answer: Buffer[] = []
      const end = (said: string) => {
        clearTimeout(timer)
        content.destroy()
        socket.destroy()
        resolve(said)
      }
      const timer = setTimeout(() => end('no answer in time'), patienceMs)
      socket.on('error', (error) => end(`no answer: ${error.message}`))
      content.on('error', (error) => end(`the file could not be read: ${error.message}`))
      socket.on('data', (bytes: Buffer) => {
        answer.push(bytes)
        const said = Buffer.concat(answer).toString('latin1')
        if (said.endsWith('\0')) end(said.slice(0, -1))
      })
      socket.on('close', () => end('the scanner broke off'))
      socket.on('connect', () => {
        send(socket, content).catch((error: Error) => end(`the file could not be sent: ${error.message}`))
      })
    })
  }
}

async function send(socket: NodeJS.WritableStream, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const piece of content as AsyncIterable<Buffer>) {
    for (let at = 0; at < piece.length; at += chunkBytes) {
      const chunk = piece.subarray(at, at + chunkBytes)
      socket.write(lengthOf(chunk.length))
      if (!socket.write(chunk)) await new Promise<void>((resolve) => socket.once('drain', () => resolve()))
    }
  }
  socket.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
