import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import { sendReport } from '../../deviation/report/commands.ts'
import { reportFields } from '../../deviation/report/fields.ts'
import { profiles } from '../presets.ts'
import { profileOf } from '../queries.ts'

describeDatabase('settings, part by part', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  const dialogue = async (slug: string, part: string) => {
    const client = await app.as(slug)
    const version = async () => /name="version" value="(\d+)"/.exec((await client.get(`/innstillinger/${part}`)).text)?.[1] ?? ''
    return {
      client,
      version,
      save: async (form: Record<string, string | readonly string[]>) =>
        client.post(`/innstillinger/${part}`, { version: await version(), ...form }),
    }
  }

  it('every part that can be changed has a page of its own, and every link leads to one', async () => {
    const client = await app.as('oslomet-administrator')
    const links = [
      ...new Set([...(await client.get('/innstillinger')).text.matchAll(/href="(\/innstillinger\/[^"]+)"/g)].map(([, href]) => href ?? '')),
    ]
    expect(links.length).toBeGreaterThan(25)
    for (const href of links) expect((await client.get(href)).status, href).toBe(200)
    expect((await client.get('/innstillinger/noe-annet')).status).toBe(404)
    expect((await (await app.as('oslomet-rektor')).get(links[0] ?? '')).status).toBe(403)
  })

  it('a new receiver gets the next case; a case that has begun keeps the one it began with', async () => {
    const report = () =>
      app.ctx('sauda-ansatt', async (ctx) => {
        const values = {
          ...emptyValues(reportFields),
          caseType: 'itEquipment' as const,
          personalData: 'no' as const,
          affectedUnit: ctx.actor.unitId,
          categories: ['MISSENT_EMAIL' as const],
          whatHappened: 'Nettbrettet er borte.',
          discoveredAt: new Date(ctx.now.getTime() - 3_600_000),
        }
        const outcome = await sendReport(ctx, newId(ctx.now), 'form', values)
        if (!outcome.ok) throw new Error(`${outcome.why} ${outcome.fields.join()}`)
        return outcome.next
      })
    const begun = await report()
    const { save } = await dialogue('sauda-administrator', 'mottakere-itEquipment')
    expect((await save({ queue: ['cert'], tell: ['cert', 'ciso'], address: 'it@sauda.example' })).location).toBe('/innstillinger')
    const profile = await app.ctx('sauda-administrator', profileOf)
    expect(profile.deviation.routes.itEquipment).toEqual({ queue: ['cert'], tell: ['ciso', 'cert'], address: 'it@sauda.example' })
    expect(profile.deviation.routes.privacyDeviation).toEqual(profiles.sauda.deviation.routes.privacyDeviation)
    expect((await report()).queueRoles).toEqual(['cert'])
    const kept = await app.ctx('sauda-administrator', ({ tx }) =>
      tx.selectFrom('deviation').select(['queue_roles', 'profile_version']).where('id', '=', begun.id).executeTakeFirst(),
    )
    expect(kept).toEqual({ queue_roles: ['serviceDesk'], profile_version: 1 })
    // The new role is vacant in Sauda: the administrator has the task at once, not when the clock looks.
    const tasks = await app.ctx('sauda-administrator', ({ tx, actor }) =>
      tx
        .selectFrom('task')
        .select('key')
        .where('organisation_id', '=', actor.organisationId)
        .where('kind', '=', 'role.fill')
        .where('status', '=', 'open')
        .execute(),
    )
    expect(tasks.map(({ key }) => key)).toEqual(expect.arrayContaining(['cert', 'ciso']))
  })

  it('work without a role is refused, and nothing is saved; neither is a role that does no work in cases', async () => {
    const { save, version, client } = await dialogue('uio-administrator', 'avgjorere')
    const before = await version()
    const refused = await save({ assessors: ['cert'], deciders: ['cert'] })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#closers"')
    expect((await save({ assessors: ['cert'], deciders: ['cert'], closers: ['admin'] })).status).toBe(422)
    expect(await version()).toBe(before)
    expect(
      (await client.post('/innstillinger/mottakere-privacyDeviation', { version: before, queue: 'cert', address: 'ikke en adresse' }))
        .status,
    ).toBe(422)
    expect(await version()).toBe(before)
  })

  it('two who change different parts keep both; the same question changed by both is asked about', async () => {
    const client = await app.as('sandnes-administrator')
    const openedIn = async (part: string) => {
      const { text } = await client.get(`/innstillinger/${part}`)
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
      return { version: hidden('version'), opened: hidden('opened') }
    }
    const profile = () => app.ctx('sandnes-administrator', profileOf)
    const [letters, again] = [await openedIn('sendere'), await openedIn('sendere')]
    const reminders = { ...(await openedIn('paminnelser')), first: '12', second: '48', third: '12', draft: '24' }
    expect((await client.post('/innstillinger/paminnelser', reminders)).location).toBe('/innstillinger')
    const first = { ...letters, senders: ['dpo'], drafters: ['dpo'], signers: ['controller'] }
    expect((await client.post('/innstillinger/sendere', first)).location).toBe('/innstillinger')
    expect((await profile()).authority).toMatchObject({ remindAtHoursLeft: [48, 12], senders: ['dpo'] })
    // Each role that is chosen stands for itself: what both added is there.
    const second = { ...again, senders: ['gdprUnit', 'ciso'], drafters: ['dpo'], signers: ['controller'] }
    expect((await client.post('/innstillinger/sendere', second)).location).toBe('/innstillinger')
    expect([...(await profile()).authority.senders].sort()).toEqual(['ciso', 'dpo'])

    const [one, other] = [await openedIn('tittel-ciso'), await openedIn('tittel-ciso')]
    const title = { nn: 'tryggleikssjef', en: 'security manager' }
    expect((await client.post('/innstillinger/tittel-ciso', { ...one, ...title, nb: 'sikkerhetssjef' })).location).toBe('/innstillinger')
    const met = await client.post('/innstillinger/tittel-ciso', { ...other, ...title, nb: 'CISO' })
    expect(met.status).toBe(409)
    expect(met.text).toContain('Lagret nå')
    expect((await profile()).titles.ciso.nb).toBe('sikkerhetssjef')
  })

  it('a title is the organisation’s own everywhere, and the log says which part was changed', async () => {
    const { save, client } = await dialogue('oslomet-administrator', 'tittel-dpo')
    expect((await save({ nb: 'personvernombudet vårt', nn: 'personvernombodet vårt', en: 'our officer' })).location).toBe('/innstillinger')
    expect((await client.get('/innstillinger')).text).toContain('personvernombudet vårt')
    const text = await dialogue('oslomet-administrator', 'tekst-urgency')
    expect((await text.save({ nb: 'straks', nn: '', en: 'now' })).status).toBe(422)
    expect((await text.save({ nb: 'straks', nn: 'straks', en: 'now' })).location).toBe('/innstillinger')
    const log = (await client.get('/logg?hva=oppsett')).text
    expect(log).toContain('Oppsettet endret (versjon 2): hva rollene heter')
    expect(log).toContain('Oppsettet endret (versjon 3): hvor raskt avvik skal meldes')
  })
})
