import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from './headers.ts'
import { answerUnreadable } from './unreadable.ts'

const server = createServer((_, answer) => void answer.end('a route'))
server.headersTimeout = 300
server.requestTimeout = 300
const headers = securityHeaders(true)

beforeAll(async () => {
  answerUnreadable(server, headers)
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => void server.close())

async function said(bytes: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.on('data', (part: Buffer) => {
    text += part.toString('latin1')
  })
  socket.write(bytes)
  await once(socket, 'close')
  return text
}

test.each([
  ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nBad header\r\n\r\n', '400 Bad Request'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello', '400 Bad Request'],
  [
    'a length beside chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '400 Bad Request',
  ],
  ['a line end before a header', 'GET / HTTP/1.1\r\nHost: x\r\n X: y\r\n\r\n', '400 Bad Request'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
  ['nothing that is HTTP', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', '400 Bad Request'],
])('G-05 %s reaches no route, and is answered with every header that all answers have', async (_, bytes, status) => {
  const text = await said(bytes)
  expect(text).toContain(`HTTP/1.1 ${status}\r\n`)
  expect(text).not.toContain('a route')
  for (const [name, value] of Object.entries(headers)) expect(text).toContain(`${name}: ${value}\r\n`)
  expect(text).toContain('connection: close\r\n')
})
