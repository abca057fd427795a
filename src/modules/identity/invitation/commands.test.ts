import { expect, it } from 'vitest'
import { describeDatabase } from '../../../../test/support/database.ts'
import { asPerson, asStranger, makePlace } from '../../people/factory.ts'
import { rightPassword, signedInAt, tryFrom } from '../factory.ts'
import { choosePassword, giveSignIn, linkHolds, readSignIn, rescue } from './commands.ts'

const now = new Date('2026-11-27T08:00:00Z')

describeDatabase('a way in by link', (db) => {
  it('is for the first password, once, and is signed by this house', async () => {
    const place = await makePlace(db(), now)
    const asAdmin = <T>(work: Parameters<typeof asPerson<T>>[4]) => asPerson(db(), place.id, place.admin, now, work)
    expect(await tryFrom(db(), now, '10.0.0.1', 'laerer@sandnes.example')).toMatchObject({ why: 'wrong' })
    expect(await asAdmin((ctx) => giveSignIn(ctx, place.teacher))).toEqual({ ok: true })
    const token = (await asAdmin((ctx) => readSignIn(ctx, place.teacher)))?.token ?? ''
    const holds = (key: string, at = now, own = {}) => asStranger(db(), at, (ctx) => linkHolds(ctx, key), own)
    const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
    expect([await holds(token), await holds(token, hours(48)), await holds(token, hours(49))]).toEqual([true, true, false])
    expect(await holds(token, now, { houseKey: new Uint8Array(32) })).toBe(false)
    const [id, until, signature] = token.split('.')
    expect(await holds(`${id}.${Number(until) + 1}.${signature}`)).toBe(false)
    expect(await holds(`${place.admin}.${until}.${signature}`)).toBe(false)
    expect(await holds('')).toBe(false)

    const choose = (next: string, again = next) => asStranger(db(), now, (ctx) => choosePassword(ctx, token, next, again))
    expect(await choose('sandnes kommune 2026')).toMatchObject({ why: 'passwordCommon' })
    // The words of one's own address are the first that others try.
    expect(await choose('laerer example 2026')).toMatchObject({ why: 'passwordCommon' })
    const leaked = { leaked: async (password: string) => password === rightPassword }
    expect(await asStranger(db(), now, (ctx) => choosePassword(ctx, token, rightPassword, rightPassword), leaked)).toMatchObject({
      why: 'passwordLeaked',
      fields: ['next'],
    })
    expect(await choose(rightPassword, 'noe helt annet enn dette')).toMatchObject({ why: 'notTheSame' })
    expect(await choose(rightPassword)).toMatchObject({ ok: true })
    expect(await choose('en ny setning fra en annen')).toMatchObject({ why: 'notFound' })
    expect(await signedInAt(db(), now, 'laerer@sandnes.example')).toBeTruthy()
  })

  it('is not given for somebody without an address, of another organisation, or in place of another person', async () => {
    const [here, there] = [await makePlace(db(), now, 'uio', 'her'), await makePlace(db(), now, 'uio', 'der')]
    const asAdmin = <T>(work: Parameters<typeof asPerson<T>>[4]) => asPerson(db(), here.id, here.admin, now, work)
    expect(await asAdmin((ctx) => giveSignIn(ctx, there.teacher))).toMatchObject({ why: 'notFound' })
    expect(await asAdmin((ctx) => readSignIn(ctx, there.teacher))).toBeUndefined()
    await asAdmin((ctx) => ctx.tx.updateTable('person').set({ email: null }).where('id', '=', here.teacher).execute())
    expect(await asAdmin((ctx) => giveSignIn(ctx, here.teacher))).toMatchObject({ why: 'noEmail' })
  })

  it('whoever has the server can give the last administrator a way back: the old password ends, and the log tells it', async () => {
    const place = await makePlace(db(), now, 'uio', 'rescued')
    const asAdmin = <T>(work: Parameters<typeof asPerson<T>>[4]) => asPerson(db(), place.id, place.admin, now, work)
    expect(await asAdmin((ctx) => giveSignIn(ctx, place.teacher))).toEqual({ ok: true })
    const first = (await asAdmin((ctx) => readSignIn(ctx, place.teacher)))?.token ?? ''
    expect(await asStranger(db(), now, (ctx) => choosePassword(ctx, first, rightPassword, rightPassword))).toMatchObject({ ok: true })
    expect(await signedInAt(db(), now, 'laerer@rescued.example')).toBeTruthy()

    expect(await asStranger(db(), now, (ctx) => rescue(ctx, 'ingen@rescued.example'))).toBeUndefined()
    const path = (await asStranger(db(), now, (ctx) => rescue(ctx, ' Laerer@Rescued.example'))) ?? ''
    expect(await tryFrom(db(), now, '10.0.0.9', 'laerer@rescued.example')).toMatchObject({ ok: false })
    const next = 'en helt ny setning som holder'
    const token = path.replace('/velg-passord/', '')
    expect(await asStranger(db(), now, (ctx) => choosePassword(ctx, token, next, next))).toMatchObject({ ok: true })
    const told = await asAdmin((ctx) =>
      ctx.tx.selectFrom('audit_event').select(['actor_kind', 'actor_id', 'data']).where('type', '=', 'account.rescued').execute(),
    )
    expect(told).toEqual([{ actor_kind: 'clockwork', actor_id: null, data: { sessions: 1 } }])
  })
})
