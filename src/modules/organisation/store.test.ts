import { expect, it } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { type Profile, profilePart } from '../../kernel/profile.ts'
import { asPerson, house, makePlace, must } from '../people/factory.ts'
import { loadActor } from '../people/queries-actor.ts'
import { profiles } from './presets.ts'
import { organisationName, organisationsById, profileAt, profileOf } from './queries.ts'
import { alsoSee, changeProfile, createOrganisation } from './store.ts'

const now = new Date('2026-11-27T12:00:00Z')

describeDatabase('organisations', (db) => {
  it('keep every version of their profile; a case goes on with the one it began with', async () => {
    const place = await makePlace(db(), now, 'sauda')
    const as = <T>(work: Parameters<typeof asPerson<T>>[4]) => asPerson(db(), place.id, place.admin, now, work)
    expect(await as(async (ctx) => [(await profileOf(ctx)).locale, await organisationName(ctx)])).toEqual(['nn', 'sauda kommune'])
    must(await as((ctx) => changeProfile(ctx, null, () => ({ ...profiles.sauda, locale: 'nb' }))))
    expect(await as(async (ctx) => [ctx.actor.profileVersion, (await profileOf(ctx)).locale, (await profileAt(ctx, 1)).locale])).toEqual([
      2,
      'nb',
      'nn',
    ])
    await expect(as((ctx) => profileAt(ctx, 9))).rejects.toThrow('no version 9')
  })

  it('are not seen by a transaction that has not named them', async () => {
    const [a, b] = [await makePlace(db(), now, 'uio', 'en'), await makePlace(db(), now, 'uio', 'to')]
    const seen = (ids: readonly string[], more: readonly string[]) =>
      inOrganisations(db(), ids, async (tx) => {
        await alsoSee(tx, more)
        return (await tx.selectFrom('person').select('organisation_id').distinct().execute()).map((row) => row.organisation_id).sort()
      })
    expect(await seen([], [])).toEqual([])
    expect(await seen([a.id], [])).toEqual([a.id])
    expect(await seen([a.id], [b.id])).toEqual([a.id, b.id].sort())
    expect(await inOrganisations(db(), [a.id], (tx) => loadActor(tx, b.id, b.admin, now))).toBeUndefined()
  })

  it('cannot be made with a profile that leaves a case with nobody, nor twice with one short name', async () => {
    const profile: Profile = { ...profiles.uio, titles: {} as Profile['titles'] }
    const gaps = ({ titles }: Profile) => (Object.keys(titles).length === 0 ? ['work.deciders'] : [])
    const parts = [profilePart((one) => one, { gaps })]
    const make = (given: Profile, slug: string) =>
      asOwner(db(), (tx) =>
        createOrganisation({ tx, now, house: { ...house, profileParts: parts } }, { name: 'Ny', slug, profile: given, demo: false }),
      )
    await expect(make(profile, 'ny')).rejects.toThrow('work.deciders')
    const { id } = await make(profiles.uio, 'ny')
    await expect(make(profiles.uio, 'ny')).rejects.toThrow()
    const seen = (ids: readonly string[]) => inOrganisations(db(), ids, async (tx) => (await organisationsById(tx, [id])).get(id))
    expect(await seen([id])).toMatchObject({ name: 'Ny', demo: false })
    expect(await seen([])).toBeUndefined()
  })
})
