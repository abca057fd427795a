import { expect, it } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { asPerson, makePlace, must } from '../people/factory.ts'
import { saveDetails } from './commands.ts'
import { type Details, noDetails } from './details.ts'
import { detailsRecord, organisationDetails } from './queries.ts'

const now = new Date('2026-11-27T12:00:00Z')

describeDatabase('what an organisation is', (db) => {
  it('is its own, and of two who write at once only one is first', async () => {
    const [a, b] = [await makePlace(db(), now, 'sauda', 'detaljar-a'), await makePlace(db(), now, 'uio', 'detaljar-b')]
    const save = (place: typeof a, version: number | null, values: Partial<Details>) =>
      asPerson(db(), place.id, place.admin, now, (ctx) => saveDetails(ctx, version, { ...noDetails, ...values }))
    const said = await Promise.all(['1', '2', '3'].map((telephone) => save(a, 1, { telephone })))
    expect(said.filter(({ ok }) => ok)).toHaveLength(1)
    expect(said.flatMap((one) => (one.ok ? [] : [one.why]))).toEqual(['stale', 'stale'])
    const before = await asPerson(db(), a.id, a.admin, now, detailsRecord)
    must(await save(a, before.version, { number: '974 760 673' }))
    expect((await asPerson(db(), a.id, a.admin, now, organisationDetails)).number).toBe('974760673')
    expect(await asPerson(db(), b.id, b.admin, now, organisationDetails)).toEqual(noDetails)
  })
})
