import { createCipheriv, createDecipheriv } from 'node:crypto'
import { Transform } from 'node:stream'

// The content of a file, sealed piece by piece: 50 MB never lie in memory whole. Each piece is AES-256-GCM with a tag of its own, under a key
// that no other file has; its number is its nonce, and the last one says that it is. A piece that is changed, moved, left out or put to
// it, and a file that is cut short, open nothing further. What was opened before such a piece has been handed out already: whoever
// reads hears that it broke off.

/** The first bytes of each: how it is sealed. */
const contentSign = Buffer.from('vf1\0')
const pieceBytes = 64 * 1024
const tagBytes = 16

/** Seals with a key that is made for this content alone. `about`: whose it is. */
export const sealingContent = (key: Uint8Array, about: string): Transform =>
  inPieces(pieceBytes, { writes: contentSign }, (piece, number, isLast) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes }).setAAD(Buffer.from(about))
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  })

/** Opens what the same key has sealed for the same. */
export const openingContent = (key: Uint8Array, about: string): Transform =>
  inPieces(pieceBytes + tagBytes, { expects: contentSign }, (piece, number, isLast) => {
    if (piece.length < tagBytes) throw new Error('The content of a file is cut short.')
    const opener = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes })
      .setAAD(Buffer.from(about))
      .setAuthTag(piece.subarray(-tagBytes))
    return Buffer.concat([opener.update(piece.subarray(0, -tagBytes)), opener.final()])
  })

type Beginning = { readonly writes?: Buffer; readonly expects?: Buffer }
type Made = (piece: Buffer, number: number, isLast: boolean) => Buffer

/** Gathers what comes into pieces of one size. Which is the last is known only at the end: it may be shorter, or empty. */
function inPieces(size: number, { writes, expects }: Beginning, made: Made): Transform {
  let waiting: Buffer[] = []
  let length = 0
  let number = 0
  let isBegun = false
  const begin = (stream: Transform): void => {
    isBegun = true
    if (writes) stream.push(writes)
    if (!expects) return
    const all = Buffer.concat(waiting, length)
    if (!all.subarray(0, expects.length).equals(expects)) throw new Error('The content of a file is not sealed as it should be.')
    waiting = [all.subarray(expects.length)]
    length -= expects.length
  }
  const done = (next: (fault?: Error) => void, work: () => void): void => {
    try {
      work()
    } catch (fault) {
      next(fault as Error)
      return
    }
    next()
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      done(next, () => {
        waiting.push(chunk)
        length += chunk.length
        if (!isBegun && length >= (expects?.length ?? 0)) begin(this)
        if (length <= size) return
        let all = Buffer.concat(waiting, length)
        // While more follows, the one in front is not the last.
        for (; all.length > size; all = all.subarray(size)) this.push(made(all.subarray(0, size), number++, false))
        waiting = [all]
        length = all.length
      })
    },
    flush(next) {
      done(next, () => {
        if (!isBegun) begin(this)
        this.push(made(Buffer.concat(waiting, length), number, true))
      })
    },
  })
}

/** Never the same twice under a key: no file has so many pieces. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}
