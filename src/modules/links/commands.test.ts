import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { linkings } from '../../app/modules.ts'
import { nobody } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { editProcessing } from '../processing/commands.ts'
import { makeProcessing } from '../processing/factory.ts'
import { findProcessing } from '../processing/queries.ts'
import { linked } from '../processing/routes.tsx'
import { editSystem } from '../systems/commands.ts'
import { makeSystem } from '../systems/factory.ts'
import { findSystem } from '../systems/queries.ts'
import { marksSweep } from './commands.ts'
import { pointingLines } from './queries.ts'
import { untoldMarks } from './store.ts'

describeExample('links', (db) => {
  let app: TestApp
  let system: string
  let activity: string
  let other: string
  const admin = 'uio-administrator'
  const officer = 'uio-personvernombud'
  const owner = 'uio-cert'
  beforeAll(async () => {
    app = await testApp(db())
    const [responsible, employee] = [await app.person(owner), await app.person('uio-ansatt')]
    system = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Timeplanen', owner: employee.personId }))
    activity = await app.ctx(officer, (ctx) =>
      makeProcessing(ctx, { name: 'Undervisning', systems: [system], responsible: responsible.personId }),
    )
    other = await app.ctx(officer, (ctx) => makeProcessing(ctx, { name: 'Noe annet' }))
  }, 120_000)
  afterAll(() => app.stop())

  const edit = (purpose: string | null, name = 'Timeplanen') =>
    app.ctx(admin, async (ctx) => {
      const values = (await findSystem(ctx, system))?.values
      if (!values) throw new Error('no system')
      return editSystem(ctx, system, null, { ...values, name, purpose })
    })
  const tasks = (id: string) =>
    app.ctx(admin, (ctx) =>
      ctx.tx
        .selectFrom('task')
        .select(['status', 'person_id'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', '=', id)
        .where('kind', '=', 'link.look')
        .orderBy('created_at')
        .execute(),
    )
  const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''

  it('a change that reaches many marks all of them at once; the tasks of those beyond the first come by the clock', async () => {
    const shared = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Delt av mange' }))
    const many = await app.ctx(officer, async (ctx) => {
      const made: string[] = []
      for (let n = 0; n < 30; n++) made.push(await makeProcessing(ctx, { name: `Av mange ${n}`, systems: [shared] }))
      return made
    })
    await app.ctx(admin, async (ctx) => {
      const values = (await findSystem(ctx, shared))?.values
      if (!values) throw new Error('no system')
      await editSystem(ctx, shared, null, { ...values, purpose: 'Noe nytt' })
    })
    const told = async () => (await Promise.all(many.map(tasks))).filter((all) => all.length > 0).length
    const untold = () => app.ctx(admin, (ctx) => untoldMarks(ctx, null, nobody, 100))
    expect([await told(), (await untold()).length]).toEqual([25, 5])
    const run = async () => marksSweep(linkings).run(await app.round(admin))
    await run()
    expect([await told(), (await untold()).length]).toEqual([30, 0])
    await run()
    expect((await Promise.all(many.map(tasks))).flat()).toHaveLength(30)
  })

  it('a change that matters marks what hangs on it, with why and by whom, as a task of its owner; another change marks nothing', async () => {
    await edit(null, 'Timeplanen vår')
    const reader = await app.as(owner)
    expect((await reader.get(`/behandlinger/${activity}`)).text).not.toContain('Må ses på igjen')
    await edit('Planlegge undervisning', 'Timeplanen vår')
    const page = (await reader.get(`/behandlinger/${activity}`)).text
    expect(page).toContain('Må ses på igjen')
    expect(page).toContain('endret «Hva brukes systemet til?»')
    expect(page).toContain(`href="/systemer/${system}"`)
    const by = await app.ctx(admin, (ctx) =>
      ctx.tx.selectFrom('person').select('name').where('id', '=', ctx.actor.personId).executeTakeFirstOrThrow(),
    )
    expect(page).toContain(`Endret av ${by.name}`)
    expect(await tasks(activity)).toEqual([{ status: 'open', person_id: (await app.person(owner)).personId }])
    expect((await reader.get(`/behandlinger/${other}`)).text).not.toContain('Må ses på igjen')
    const list = (await reader.get('/ses-pa-igjen')).text
    expect(list).toContain('Undervisning')
    expect(list).not.toContain('Noe annet')
    expect((await reader.get('/ses-pa-igjen?bare=mine')).text).toContain('Undervisning')
    expect((await (await app.as(officer)).get('/ses-pa-igjen?bare=mine')).text).not.toContain('Undervisning')
  })

  it('the same change once more is the same mark; only those who hold the record confirm it; pressed twice it is one', async () => {
    await edit('Planlegge undervisning og eksamen', 'Timeplanen vår')
    const at = `/ses-pa-igjen/processing/${activity}`
    const browser = await app.as(owner)
    const form = (await browser.get(at)).text
    const seen = seenIn(form)
    expect(seen.split('.')).toHaveLength(1)
    expect((await (await app.as('uio-ansatt')).get(at)).status).toBe(403)
    expect((await (await app.as('uio-ansatt')).post(at, { seen, note: '' })).status).toBe(403)
    expect((await browser.post(at, { seen, note: 'x'.repeat(1001) })).status).toBe(422)
    const both = await Promise.all([1, 2].map(() => browser.post(at, { seen, note: 'Formålet er det samme.' })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const page = (await browser.get(`/behandlinger/${activity}`)).text
    expect(page.match(/Formålet er det samme\./g)).toHaveLength(1)
    expect(page).not.toContain('/ses-pa-igjen/processing/')
    expect((await tasks(activity)).map(({ status }) => status)).toEqual(['done'])
    expect((await browser.get('/ses-pa-igjen')).text).not.toContain('Undervisning')
    const events = await app.ctx(admin, (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select('type')
        .where('subject_id', '=', activity)
        .where('type', 'like', 'link.%')
        .orderBy('id')
        .execute(),
    )
    expect(events.map(({ type }) => type)).toEqual(['link.marked', 'link.marked', 'link.looked'])
  })

  it('a mark that comes while somebody looks is not taken away by what they saw', async () => {
    await edit('Planlegge', 'Timeplanen vår')
    const at = `/ses-pa-igjen/processing/${activity}`
    const browser = await app.as(owner)
    const seen = seenIn((await browser.get(at)).text)
    await app.ctx(admin, (ctx) =>
      ctx.tx
        .insertInto('link_mark')
        .values({
          organisation_id: ctx.actor.organisationId,
          id: newId(ctx.now),
          subject_type: 'processing',
          subject_id: activity,
          because_type: 'system',
          because_id: newId(ctx.now),
          event: 'system.edited',
          marked_at: ctx.now,
        })
        .execute(),
    )
    expect((await browser.post(at, { seen, note: '' })).status).toBe(303)
    // Both were made in the same moment, so neither comes first.
    expect((await tasks(activity)).map(({ status }) => status).sort()).toEqual(['done', 'open'])
  })

  it('the other way: what is processed marks the system it is done in', async () => {
    await app.ctx(officer, async (ctx) => {
      const values = (await findProcessing(ctx, activity))?.values
      if (!values) throw new Error('no activity')
      expect(await editProcessing(ctx, activity, null, { ...values, dataKinds: ['health'] })).toMatchObject({ ok: true })
    })
    const page = (await (await app.as('uio-ansatt')).get(`/systemer/${system}`)).text
    expect(page).toContain('Må ses på igjen')
    expect(page).toContain('Undervisning')
    expect(await tasks(system)).toEqual([{ status: 'open', person_id: (await app.person('uio-ansatt')).personId }])
  })

  it('an activity that has ended is not marked', async () => {
    await app.ctx(officer, (ctx) => ctx.tx.updateTable('processing').set({ status: 'ended' }).where('id', '=', activity).execute())
    const before = (await tasks(activity)).length
    await edit('Noe helt annet', 'Timeplanen vår')
    expect((await tasks(activity)).length).toBe(before)
  })

  it('what hangs on a record is read by indexes, as the pages read it, and not by reading the records', async () => {
    await app.ctx(officer, (ctx) =>
      sql`insert into processing (organisation_id, id, name, kind, our_role, status, touched_at, systems_ids, purpose)
        select ${ctx.actor.organisationId}, gen_random_uuid(), 'Behandling ' || n, 'administrative', 'controller', 'draft', now(),
          array[gen_random_uuid(), gen_random_uuid()], repeat('x', 1500) from generate_series(1, 3000) n`.execute(ctx.tx),
    )
    // The test server answers before it has written to the disk, and a page is seen to be whole only after that.
    for (let seen = 0, tries = 0; seen === 0 && tries < 50; tries++) {
      await sql`vacuum analyze processing`.execute(db().owner)
      const { rows } = await sql<{ seen: number }>`select relallvisible as seen from pg_class where relname = 'processing'`.execute(
        db().owner,
      )
      seen = rows[0]?.seen ?? 0
      if (seen === 0) await new Promise((soon) => setTimeout(soon, 100))
    }
    await app.ctx(officer, async (ctx) => {
      const asked = pointingLines(ctx, linked, { type: 'system', id: system })
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${asked}`.execute(ctx.tx)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toContain('Index Only Scan using processing_points')
      expect(plan).not.toContain('Seq Scan')
    })
  })
})
