import type { MiddlewareHandler } from 'hono'

// What is being read, of all who send something at once. Each form is small; a thousand of the largest are more than the memory, and anybody may send them.

/** So little that it is not counted: a form of words. */
const small = 16 * 1024

/**
 * Counts the bytes that have come in and are not answered yet, and has those that come past `most` answered 503, to be sent again. By what has come
 * and not by what is announced: whoever announces much and sends nothing takes no room from others. A form becomes some four times as much in memory.
 */
export function underWay(most: number): MiddlewareHandler {
  let held = 0
  return async (c, next) => {
    const announced = c.req.header('content-length')
    const isSmall = announced === undefined ? c.req.header('transfer-encoding') === undefined : Number(announced) <= small
    if (isSmall || !c.req.raw.body) return next()
    let own = 0
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, stream) {
        own += bytes.length
        held += bytes.length
        if (held > most) stream.error(tooMuch())
        else stream.enqueue(bytes)
      },
    })
    const counted: RequestInit & { readonly duplex: 'half' } = { body: c.req.raw.body.pipeThrough(count), duplex: 'half' }
    c.req.raw = new Request(c.req.raw, counted)
    try {
      return await next()
    } finally {
      held -= own
    }
  }
}

const tooMuch = () => Object.assign(new Error('More is being sent at once than there is room for'), { name: 'TooMuchAtOnce' })
