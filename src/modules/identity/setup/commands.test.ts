import { expect, it } from 'vitest'
import { describeDatabase, makeDatabase } from '../../../../test/support/database.ts'
import { seedDemo } from '../../../db/seed/demo.ts'
import { asOwner, inOrganisations } from '../../../db/transaction.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { organisationDetails } from '../../organisation/public.ts'
import { asStranger } from '../../people/factory.ts'
import { loadActor } from '../../people/queries-actor.ts'
import { sessionAt, signedInAt } from '../factory.ts'
import { maySetUp, newSetUpToken, openSetup, setUp, setUpExample } from './commands.ts'
import type { SetUp } from './rules.ts'

const now = new Date('2026-11-27T08:00:00Z')
const given: SetUp = {
  name: 'Utsira kommune',
  preset: 'sauda',
  language: 'nn',
  admin: 'Administrator, Utsira',
  email: 'admin@utsira.example',
  password: 'kaffi lampe regnjakke',
  alsoDpo: true,
  details: { number: '974 760 673', address: null, telephone: null, email: null },
}

/** Given, and not stood in for where nobody holds them. */
const held = (actor: Actor | undefined) => actor?.roles.filter((role) => !actor.standsInFor?.includes(role))

describeDatabase('first start', (_, kind) => {
  /** Each test begins with an installation that nobody has set up. */
  const onEmpty = async (work: (db: Awaited<ReturnType<typeof makeDatabase>>['db']) => Promise<void>) => {
    const made = await makeDatabase(kind)
    try {
      await work(made.db)
    } finally {
      await made.remove()
    }
  }
  const tokenOf = (path: string | null) => path?.replace('/oppsett/', '') ?? ''

  it('prints an address that works until it is used, and keeps only its hash', () =>
    onEmpty(async (db) => {
      const path = await openSetup(db, now)
      expect(path).toMatch(/^\/oppsett\/[\w-]{43}$/)
      const token = tokenOf(path)
      const stored = await asOwner(db, (tx) => tx.selectFrom('installation').selectAll().execute())
      expect(JSON.stringify(stored)).not.toContain(token)
      expect(await asStranger(db, now, (ctx) => maySetUp(ctx.tx, token))).toBe(true)
      expect(await asStranger(db, now, (ctx) => maySetUp(ctx.tx, `${token.slice(0, -1)}x`))).toBe(false)

      const said = await asStranger(db, now, (ctx) => setUp(ctx, token, given))
      expect(said).toMatchObject({ ok: true })
      expect(await asStranger(db, now, (ctx) => maySetUp(ctx.tx, token))).toBe(false)
      expect(await asStranger(db, now, (ctx) => setUp(ctx, token, given))).toEqual({ ok: false, why: 'notFound' })
      expect(await openSetup(db, now)).toBeNull()
    }))

  it('a new start makes a new address, and the one before stops working', () =>
    onEmpty(async (db) => {
      const [before, after] = [tokenOf(await openSetup(db, now)), tokenOf(await openSetup(db, now))]
      expect(await asStranger(db, now, (ctx) => setUp(ctx, before, given))).toMatchObject({ ok: false })
      expect(await asStranger(db, now, (ctx) => setUp(ctx, after, given))).toMatchObject({ ok: true })
    }))

  it('makes the organisation from the preset, signs the administrator in, and gives the roles that were ticked', () =>
    onEmpty(async (db) => {
      const token = tokenOf(await openSetup(db, now))
      const said = await asStranger(db, now, (ctx) => setUp(ctx, token, given))
      const { organisationId, personId, token: session } = said.ok ? said : { organisationId: '', personId: '', token: '' }
      expect(await sessionAt(db, session, now)).toMatchObject({ organisationId, personId })
      const signed = await inOrganisations(db, [organisationId], (tx) => loadActor(tx, organisationId, personId, now))
      expect(signed).toMatchObject({
        name: 'Administrator, Utsira',
        organisationName: 'Utsira kommune',
        locale: 'nn',
        theme: 'sauda',
        demo: false,
      })
      // Until others are there, the officer stands in for offices that nobody holds.
      expect(held(signed?.actor)).toEqual(['admin', 'dpo', 'employee'])
      const details = await inOrganisations(db, [organisationId], async (tx) =>
        signed ? organisationDetails({ tx, actor: signed.actor }) : null,
      )
      expect(details?.number).toBe('974760673')
      expect(await signedInAt(db, now, 'admin@utsira.example')).toBeTruthy()
    }))

  it('gives no DPO role that was not ticked', () =>
    onEmpty(async (db) => {
      const token = tokenOf(await openSetup(db, now))
      const said = await asStranger(db, now, (ctx) => setUp(ctx, token, { ...given, alsoDpo: false }))
      const who = said.ok ? said : { organisationId: '', personId: '' }
      const signed = await inOrganisations(db, [who.organisationId], (tx) => loadActor(tx, who.organisationId, who.personId, now))
      expect(held(signed?.actor)).toEqual(['admin', 'employee'])
    }))

  it('of two at once one wins, and one organisation is made', () =>
    onEmpty(async (db) => {
      const token = tokenOf(await openSetup(db, now))
      const said = await Promise.all(
        ['en', 'to', 'tre'].map((name) =>
          asStranger(db, now, (ctx) => setUp(ctx, token, { ...given, name, email: `${name}@utsira.example` })),
        ),
      )
      expect(said.filter((one) => one.ok)).toHaveLength(1)
      const made = await db.owner.selectFrom('organisation').select('id').execute()
      expect(made).toHaveLength(1)
    }))

  it('fails as a whole: a broken set-up leaves the address as it was', () =>
    onEmpty(async (db) => {
      const token = tokenOf(await openSetup(db, now))
      await expect(asStranger(db, now, (ctx) => setUp(ctx, token, { ...given, admin: '' }))).rejects.toThrow('missing')
      expect(await asStranger(db, now, (ctx) => maySetUp(ctx.tx, token))).toBe(true)
      expect(await db.owner.selectFrom('organisation').select('id').execute()).toEqual([])
    }))

  it('may load the example data instead, once', () =>
    onEmpty(async (db) => {
      const token = (await inOrganisations(db, [], (tx) => newSetUpToken(tx))) ?? ''
      expect(await asStranger(db, now, (ctx) => setUpExample(ctx, 'wrong', seedDemo))).toBe(false)
      expect(await asStranger(db, now, (ctx) => setUpExample(ctx, token, seedDemo))).toBe(true)
      expect(await asStranger(db, now, (ctx) => setUpExample(ctx, token, seedDemo))).toBe(false)
      const slugs = await db.owner.selectFrom('organisation').select(['slug', 'demo']).orderBy('slug').execute()
      expect(slugs).toEqual(['oslomet', 'sandnes', 'sauda', 'uio'].map((slug) => ({ slug, demo: true })))
    }))
})
