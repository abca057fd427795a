import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { profileOf } from '../queries.ts'
import { plannedSweep } from './jobs.ts'
import { changedAnswers } from './planned.ts'

const place = '/innstillinger/tittel-dpo'
const then = new Date('2026-03-02T08:00:00Z')
const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

describeExample('a setting from a day to come', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), then)
  })
  afterAll(() => app.stop())

  const titleToday = () =>
    app.ctx('sauda-administrator', async (ctx) => {
      const profile = await profileOf(ctx)
      return profile.titles.dpo.nb
    })
  const sweep = async () => plannedSweep.run(await app.round('sauda-administrator'))
  const plan = async (holdsFrom: string, nb = 'vernerådgiver') => {
    const admin = await app.as('sauda-administrator')
    const version = hidden((await admin.get(place)).text, 'version')
    return admin.post(place, { version, nb, nn: 'personvernombod', en: 'data protection officer', holdsFrom })
  }

  it('refuses a day that has been, and what is no day, at the question, and keeps what was written', async () => {
    for (const [day, words] of [
      ['2026-03-01', 'Dagen har vore'],
      ['snart', 'dato'],
    ] as const) {
      const refused = await plan(day)
      expect([day, refused.status, refused.text.includes('href="#holdsFrom"')]).toEqual([day, 422, true])
      expect(refused.text).toContain(words)
      expect(refused.text).toContain('value="vernerådgiver"')
    }
  })

  it('holds from its day, whatever another changes of the rest before it, and stands in the log', async () => {
    const before = await titleToday()
    const planned = await plan('2026-04-01')
    expect([planned.status, planned.location]).toEqual([303, '/innstillinger/versjoner'])
    // Twice is once; another for the same day is refused.
    expect((await plan('2026-04-01')).status).toBe(303)
    expect((await plan('2026-04-01', 'noe annet')).status).toBe(422)
    const admin = await app.as('sauda-administrator')
    const page = (await admin.get('/innstillinger/versjoner')).text
    expect(page).toContain('1. april 2026')
    expect(page.match(/vernerådgiver/g)).toHaveLength(1)
    expect((await admin.get('/innstillinger')).text).toContain('Éi endring er planlagd')
    // On its own page too, with its day.
    expect((await admin.get(place)).text).toContain('planlagt ei endring som gjeld frå 1. april 2026')
    await sweep()
    expect(await titleToday()).toBe(before)

    const version = hidden((await admin.get(place)).text, 'version')
    const english = await admin.post(place, { version, nb: before, nn: 'personvernombod', en: 'privacy officer', holdsFrom: '' })
    expect(english.status).toBe(303)

    app.clock.now = new Date('2026-04-01T08:00:00Z')
    await sweep()
    await sweep()
    expect(await titleToday()).toBe('vernerådgiver')
    expect(await app.ctx('sauda-administrator', async (ctx) => (await profileOf(ctx)).titles.dpo.en)).toBe('privacy officer')
    // A month later whoever was signed in is not.
    const log = (await (await app.as('sauda-administrator')).get('/logg')).text
    for (const words of ['planlagd frå 1. april 2026', 'Oppsettet endra']) expect(log).toContain(words)
    app.clock.now = then
  })

  it('can be dropped before its day, by the administrator of the organisation alone', async () => {
    await plan('2026-05-01', 'aldri')
    const admin = await app.as('sauda-administrator')
    const at = /\/innstillinger\/planlagt\/[^/]+\/forkast/.exec((await admin.get('/innstillinger/versjoner')).text)?.[0] ?? ''
    expect((await (await app.as('sauda-ansatt')).post(at)).status).toBe(403)
    expect((await (await app.as('uio-administrator')).post(at)).status).toBe(404)
    expect((await admin.get('/innstillinger/versjoner')).text).toContain(at)
    expect((await admin.post(at)).location).toBe('/innstillinger/versjoner')
    expect((await admin.get('/innstillinger/versjoner')).text).not.toContain('/planlagt/')
    expect((await admin.post(at)).status).toBe(404)
  })

  it('that cannot be done when its day comes is a task of the administrator until it is dropped', async () => {
    await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx
        .insertInto('planned_setting')
        .values({
          organisation_id: ctx.actor.organisationId,
          id: '01900000-0000-7000-8000-000000000001',
          setting: 'finnes-ikke',
          holds_from: '2026-03-02',
          answers: '{}',
          planned_at: then,
          planned_by: ctx.actor.personId,
        })
        .execute(),
    )
    await sweep()
    const admin = await app.as('sauda-administrator')
    expect((await admin.get('/oppgaver')).text).toContain('Ei planlagd endring av oppsettet kunne ikkje gjerast')
    const page = (await admin.get('/innstillinger/versjoner')).text
    expect(page).toContain('Varde kunne ikkje gjere denne endringa då dagen kom')
    await admin.post('/innstillinger/planlagt/01900000-0000-7000-8000-000000000001/forkast')
    expect((await admin.get('/oppgaver')).text).not.toContain('Ei planlagd endring')
  })
})

it('what one has changed is planned, and nothing else', () => {
  const fields = { a: { kind: 'text', max: 9 }, b: { kind: 'choices', of: ['x', 'y'] } } as const
  expect(changedAnswers(fields, { a: 'før', b: ['x'] } as never, { a: 'før', b: ['x', 'y'] } as never)).toEqual({ b: ['x', 'y'] })
})
