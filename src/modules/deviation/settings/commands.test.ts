import { beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../../../test/support/database.ts'
import { saveSetting } from '../../organisation/settings/commands.ts'
import { generalPart } from '../../organisation/settings/part.ts'
import { settingsIn } from '../../organisation/settings/settings.ts'
import { asPerson, makePlace, type Place } from '../../people/factory.ts'
import { profileOf } from '../queries-profile.ts'
import { casePart } from './part.ts'

const settings = settingsIn([generalPart, casePart])

const now = new Date('2026-11-27T13:00:00Z')

describeDatabase('one errand of the settings', (db) => {
  let place: Place
  beforeAll(async () => {
    place = await makePlace(db(), now, 'uio')
  })
  const setting = (name: string) => {
    const found = settings.get(name)
    if (!found) throw new Error(name)
    return found
  }
  const save = (version: number, name: string, values: object) =>
    asPerson(db(), place.id, place.admin, now, (ctx) => saveSetting(ctx, version, setting(name), values as never))

  it('is saved as the next version, and the rest stays; one who saw an older version is stopped', async () => {
    const saved = await save(1, 'sendere', { senders: ['dpo'], drafters: ['cert'], signers: ['controller'] })
    expect(saved).toMatchObject({ ok: true, next: { version: 2 }, events: [{ keys: ['authority.senders', 'subjectMessage.drafters'] }] })
    expect(await save(1, 'paminnelser', { first: 10, second: null, third: null, draft: 24 })).toMatchObject({ ok: false, why: 'stale' })
    const profile = await asPerson(db(), place.id, place.admin, now, profileOf)
    expect([profile.authority.senders, profile.authority.remindAtHoursLeft]).toEqual([['dpo'], [48, 24, 4]])
  })

  it('that leaves work without a role is refused by the rule itself', async () => {
    expect(await save(2, 'sendere', { senders: [], drafters: ['cert'], signers: [] })).toMatchObject({
      ok: false,
      why: 'profileIncomplete',
      fields: ['senders', 'signers'],
    })
  })

  it('as it stood makes no version', async () => {
    for (const [name, one] of settings) {
      const values = await asPerson(db(), place.id, place.admin, now, async (ctx) => one.read(await profileOf(ctx)))
      expect(await save(2, name, values), name).toMatchObject({ ok: false, why: 'nothingChanged' })
    }
  })
})
