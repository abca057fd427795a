import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { type Mailbox, openMailbox } from '../../../test/support/mailbox.ts'
import { clockworkOf, played, staffOf, testHouse } from '../tasks/factory.ts'

import { holdMail, mailQuestion, sendUncertain } from './commands.ts'
import { mailHandler, mailSweep } from './jobs.ts'
import { type Post, postTo } from './jobs-smtp.ts'
import { tell } from './public.ts'
import { outbox } from './queries.ts'
import { unsealLetter } from './store-unlinked.ts'

const now = new Date('2026-11-27T12:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const from = 'varde@prove.test'
const once = { number: 1, last: false }

describeDatabase('The outbox', (db) => {
  let box: Mailbox
  let stalled: Server
  beforeAll(async () => {
    box = await openMailbox()
    stalled = createServer(() => {})
    await new Promise<void>((resolve) => stalled.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => {
    box.answer('accept')
    box.clear()
  })
  afterAll(async () => {
    await box.close()
    stalled.close()
  })

  const setUp = async (count = 1) => {
    const house = testHouse()
    const staff = await staffOf(db(), house, now)
    for (let n = 0; n < count; n++) {
      await played(db(), house, staff, now, (ctx) =>
        tell(ctx, {
          to: { roles: ['dpo'] },
          kind: 'deviation.received',
          title: { nb: 'Et avvik er meldt', nn: 'Eit avvik er meldt', en: 'A deviation has been reported' },
          reference: `2026/${n}`,
          href: `/avvik/${n}`,
        }),
      )
    }
    const [job] = house.enqueued
    const row = () =>
      played(db(), house, staff, now, (ctx) =>
        ctx.tx.selectFrom('mail').select(['id', 'status', 'attempts', 'sent_at', 'last_error']).orderBy('id').executeTakeFirstOrThrow(),
      )
    const send = (attempt = once, post: Post = postTo(`smtp://${box.host}:${box.port}`, { from })) =>
      mailHandler(clockworkOf(db(), house, minutes(1)), post, from)((job?.data ?? {}) as Record<string, unknown>, attempt)
    const sweep = (at: Date) =>
      mailSweep.run({ organisationIds: [staff.organisationId], inOrganisation: clockworkOf(db(), house, at), now: at })
    const events = () =>
      played(db(), house, staff, now, (ctx) =>
        ctx.tx.selectFrom('audit_event').select(['type', 'data']).where('subject_type', '=', 'mail').orderBy('at').execute(),
      )
    return { house, staff, row, send, sweep, events }
  }

  test('a server without TLS is told nothing, neither user nor mail, where TLS is asked for', async () => {
    const { send, row } = await setUp()
    const post = postTo(`smtp://${box.host}:${box.port}?requireTLS=true`, { from })
    await send(once, post).catch(() => {})
    expect(box.mails).toEqual([])
    expect((await row()).status).not.toBe('sent')
  })

  test('S0-17 what goes over the wire is a number and a link, to one receiver, marked as sent by a machine', async () => {
    const { send, row } = await setUp()
    await send()
    const [mail] = await box.until(1)
    const { id } = await row()
    expect(mail?.headers).toMatchObject({
      subject: 'Varde: Et avvik er meldt (2026/0)',
      'message-id': `<${id}@prove.test>`,
      'auto-submitted': 'auto-generated',
      from: 'Varde <varde@prove.test>',
    })
    expect(mail?.to).toHaveLength(1)
    expect(mail?.text).toContain('https://varde.test/avvik/0')
    // No name: neither in the greeting nor beside the address.
    expect(mail?.source).not.toMatch(/"Personvernombod"|Personvernombod </)
    expect(await row()).toMatchObject({ status: 'sent', attempts: 1, sent_at: minutes(1), last_error: null })
  })

  test('a mail already sent is not sent again, however often the job comes', async () => {
    const { send, row, events } = await setUp()
    await send()
    await send()
    await send()
    expect(box.mails).toHaveLength(1)
    expect(await row()).toMatchObject({ attempts: 1 })
    expect(await events()).toEqual([{ type: 'mail.sent', data: { kind: 'deviation.received', attempts: 1 } }])
  })

  test('a server that says later is asked again, with the same Message-ID', async () => {
    const { send, row } = await setUp()
    box.answer('later', 1)
    await expect(send()).rejects.toMatchObject({ code: '451' })
    expect(await row()).toMatchObject({ status: 'waiting', attempts: 1, last_error: '451', sent_at: null })
    await send()
    expect(await row()).toMatchObject({ status: 'sent', attempts: 2, last_error: null })
    expect(box.mails).toHaveLength(1)
  })

  test('a refusal is final and seen: failed, with the code alone, and in the log', async () => {
    const { send, row, events } = await setUp()
    box.answer('reject', 1)
    await send()
    expect(await row()).toMatchObject({ status: 'failed', attempts: 1, last_error: '550' })
    expect(await events()).toEqual([{ type: 'mail.failed', data: { kind: 'deviation.received', attempts: 1, code: '550' } }])
    await send()
    expect(box.mails).toHaveLength(0)
  })

  test('the last try gives up where others may see it', async () => {
    const { send, row } = await setUp()
    box.answer('later', 1)
    await send({ number: 101, last: true })
    expect(await row()).toMatchObject({ status: 'failed', last_error: '451' })
  })

  test('S4-131 of one that was to leave nothing, and is refused or too old, no address, title, number or link is kept', async () => {
    const bare = { status: 'failed', address: null, title: '', reference: null, href: '/' }
    for (const end of ['refused', 'old'] as const) {
      const { send, sweep, house, staff } = await setUp()
      await played(db(), house, staff, now, (ctx) => ctx.tx.updateTable('mail').set({ leaves_nothing: true }).execute())
      if (end === 'refused') {
        box.answer('reject', 1)
        await send()
      } else {
        const long = new Date('2020-01-01T00:00:00Z')
        await played(db(), house, staff, now, (ctx) => ctx.tx.updateTable('mail').set({ created_at: long }).execute())
        await sweep(new Date(long.getTime() + 4 * 24 * 60 * 60_000))
      }
      const kept = await played(db(), house, staff, now, (ctx) =>
        ctx.tx.selectFrom('mail').select(['status', 'address', 'title', 'reference', 'href']).executeTakeFirstOrThrow(),
      )
      expect([end, kept]).toEqual([end, bare])
    }
  })

  test('a mail whose answer was lost is uncertain and shown, and goes again when the administrator asks, with one Message-ID', async () => {
    const { send, row, sweep, events, house, staff } = await setUp()
    box.answer('drop', 1)
    await send()
    expect(await row()).toMatchObject({ status: 'uncertain', attempts: 1, sent_at: null })
    await send()
    await sweep(minutes(60))
    await send()
    expect(box.mails).toHaveLength(1)
    expect(await played(db(), house, staff, minutes(60), outbox)).toMatchObject({ waiting: 0, uncertain: 1 })
    expect(await events()).toEqual([{ type: 'mail.uncertain', data: { kind: 'deviation.received', attempts: 1 } }])
    expect(await played(db(), house, staff, minutes(61), sendUncertain)).toBe(1)
    await send()
    expect(await row()).toMatchObject({ status: 'sent', attempts: 2 })
    expect(box.mails).toHaveLength(2)
    expect(new Set(box.mails.map((mail) => mail.headers['message-id'])).size).toBe(1)
    expect(await played(db(), house, staff, minutes(62), sendUncertain)).toBe(0)
  })

  test('killed while the text was on its way: uncertain, by the next try or by the sweep, and not sent twice', async () => {
    for (const found of ['try', 'sweep'] as const) {
      const { send, row, sweep } = await setUp()
      const killed: Post = async (_, handOver) => {
        await handOver?.()
        throw new Error('killed')
      }
      await expect(send(once, killed)).rejects.toThrow('killed')
      expect(await row()).toMatchObject({ status: 'sending', attempts: 1 })
      if (found === 'try') await send()
      else await sweep(minutes(12))
      expect(await row()).toMatchObject({ status: 'uncertain', attempts: 1 })
    }
    expect(box.mails).toEqual([])
  })

  test('a server that refuses after the text has been handed over has answered: nothing is uncertain', async () => {
    const { send, row } = await setUp()
    box.answer('later', 1)
    await expect(send()).rejects.toMatchObject({ code: '451' })
    expect(await row()).toMatchObject({ status: 'waiting' })
    box.answer('reject', 1)
    await send()
    expect(await row()).toMatchObject({ status: 'failed' })
  })

  test('a mail dated in a time to come, written while the clock was wrong, is put back too', async () => {
    const { house, staff, sweep } = await setUp()
    await played(db(), house, staff, now, (ctx) =>
      ctx.tx
        .updateTable('mail')
        .set({ created_at: minutes(3 * 24 * 60) })
        .execute(),
    )
    house.enqueued.length = 0
    await sweep(minutes(1))
    expect(house.enqueued).toHaveLength(1)
  })

  test('our own clock three days ahead for a moment gives nothing up', async () => {
    const { house, staff, sweep, row } = await setUp()
    await played(db(), house, staff, now, (ctx) => ctx.tx.updateTable('mail').set({ created_at: new Date() }).execute())
    await sweep(new Date(Date.now() + 4 * 24 * 60 * 60_000))
    expect(await row()).toMatchObject({ status: 'waiting' })
  })

  test('killed between taking and sending: the row waits, and is sent once by the next', async () => {
    const { send, row } = await setUp()
    const killed: Post = () => Promise.reject(new Error('killed'))
    await expect(send(once, killed)).rejects.toThrow('killed')
    expect(await row()).toMatchObject({ status: 'waiting', attempts: 1 })
    await send()
    expect(box.mails).toHaveLength(1)
    expect(await row()).toMatchObject({ status: 'sent', attempts: 2 })
  })

  test('nobody listening, and a server that never speaks, are tried again later', async () => {
    const { send, row } = await setUp()
    await expect(send(once, postTo('smtp://127.0.0.1:1', { from }))).rejects.toMatchObject({ code: 'ESOCKET' })
    const silent = postTo(`smtp://127.0.0.1:${(stalled.address() as AddressInfo).port}`, { from, deadlineMs: 300 })
    await expect(send(once, silent)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    expect(await row()).toMatchObject({ status: 'waiting', last_error: 'ETIMEDOUT' })
  })

  test('no second header and no second receiver, though the row holds line breaks and a list', async () => {
    const spoilt = async (columns: { readonly title?: string; readonly address?: string; readonly reference?: string }) => {
      const { send, house, staff, row } = await setUp()
      await played(db(), house, staff, now, (ctx) => ctx.tx.updateTable('mail').set(columns).execute())
      await send()
      return row()
    }
    expect(await spoilt({ title: 'x\r\nBcc: other@prove.test\r\n\r\nbody', reference: '1\nSubject: y' })).toMatchObject({ status: 'sent' })
    for (const address of ['a@prove.test\r\nBcc: other@prove.test', 'a@prove.test, b@prove.test', '']) {
      expect(await spoilt({ address })).toMatchObject({ status: 'failed', last_error: 'address', attempts: 1 })
    }
    expect(box.mails).toHaveLength(1)
    const [first] = box.mails
    expect(first?.headers.bcc).toBeUndefined()
    expect(first?.source.match(/^Subject:/gim)).toHaveLength(1)
    expect(first?.to).toEqual([expect.stringMatching(/^personvernombod@/)])
  })

  test('a mail that waits is not sent to somebody who has left since, unless another there has the address', async () => {
    const { send, row, house, staff } = await setUp()
    const leave = (active: boolean) =>
      played(db(), house, staff, now, (ctx) => ctx.tx.updateTable('person').set({ active }).where('id', '=', staff.dpo).execute())
    await leave(false)
    await send()
    expect(box.mails).toHaveLength(0)
    expect(await row()).toMatchObject({ status: 'failed', last_error: 'left' })
  })

  test('the outbox says how many wait, since when, and what went wrong last', async () => {
    const { send, house, staff } = await setUp(2)
    const state = (at = minutes(1)) => played(db(), house, staff, at, outbox)
    expect(await state()).toEqual({ waiting: 2, untried: 2, uncertain: 0, failed: 0, oldestWaiting: now, lastFault: null })
    box.answer('later', 1)
    await expect(send()).rejects.toThrow()
    expect(await state()).toEqual({
      waiting: 2,
      untried: 1,
      uncertain: 0,
      failed: 0,
      oldestWaiting: now,
      lastFault: { fault: 'later', code: '451', at: minutes(1) },
    })
    box.answer('reject', 1)
    await send()
    expect(await state()).toMatchObject({ waiting: 1, failed: 1, lastFault: { fault: 'refused', code: '550' } })
    expect(await state(minutes(31 * 24 * 60))).toMatchObject({ failed: 0, lastFault: null })
  })

  test('a mail that no job fetches is put back after ten minutes; one of three days is given up', async () => {
    const { house, staff, sweep, row, events } = await setUp(3)
    house.enqueued.length = 0
    await sweep(minutes(9))
    expect(house.enqueued).toEqual([])
    await sweep(minutes(11))
    expect(house.enqueued).toHaveLength(3)
    house.enqueued.length = 0
    const long = new Date('2020-01-01T00:00:00Z')
    await played(db(), house, staff, now, (ctx) => ctx.tx.updateTable('mail').set({ created_at: long }).execute())
    await sweep(new Date(long.getTime() + (3 * 24 * 60 - 1) * 60_000))
    expect(await row()).toMatchObject({ status: 'waiting' })
    house.enqueued.length = 0
    await sweep(new Date(long.getTime() + (3 * 24 * 60 + 1) * 60_000))
    expect(house.enqueued).toEqual([])
    expect(await row()).toMatchObject({ status: 'failed', last_error: 'tooOld' })
    expect(await events()).toHaveLength(3)
  })

  test('S4-131 whom a mail was to and the link in it go when it has been uncertain for three days, also after a restore', async () => {
    const { house, staff, sweep } = await setUp(0)
    const long = new Date('2020-01-01T00:00:00Z')
    const days = (n: number) => new Date(long.getTime() + n * 86_400_000)
    for (const held of [false, true]) {
      await played(db(), house, staff, long, async (ctx) => {
        await ctx.tx.deleteFrom('mail').execute()
        await mailQuestion(ctx, 'utenfra@ute.test', '/fra-ute/lenke-inn')
        await ctx.tx
          .updateTable('mail')
          .set({ reply: Buffer.from('svar'), created_at: days(-8) })
          .execute()
        if (held) await ctx.tx.updateTable('mail').set({ status: 'waiting' }).execute()
        else await ctx.tx.updateTable('mail').set({ status: 'uncertain', tried_at: long }).execute()
        if (held) await holdMail(ctx)
      })
      const kept = () =>
        played(db(), house, staff, now, async (ctx) => {
          const { id, status, reply, sealed } = await ctx.tx.selectFrom('mail').selectAll().executeTakeFirstOrThrow()
          const { address, href } = await unsealLetter(ctx, id, sealed ?? new Uint8Array())
          return { status, reply: reply !== null, address, href }
        })
      const whole = { status: 'uncertain', reply: true, address: 'utenfra@ute.test', href: '/fra-ute/lenke-inn' }
      await sweep(days(2.9))
      expect([held, await kept()]).toEqual([held, whole])
      await sweep(days(3.1))
      expect([held, await kept()]).toEqual([held, { status: 'failed', reply: false, address: null, href: undefined }])
    }
  })
})
