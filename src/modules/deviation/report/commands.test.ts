import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { inOrganisations } from '../../../db/transaction.ts'
import { clockwork } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import { tell } from '../../messages/public.ts'
import { myMessages } from '../../messages/queries.ts'
import { letterOf } from '../../messages/rules.ts'
import { addPerson } from '../../people/commands.ts'
import { loadActor } from '../../people/public.ts'
import { makeSystem } from '../../systems/factory.ts'
import { decideWhetherBreach, takeCase } from '../commands.ts'
import { type Deviation, reference } from '../deviation.ts'
import { hoursFrom } from '../factory.ts'
import { type Report, reportFields } from '../fields-report.ts'
import { opensCase } from '../queries.ts'
import type { DeviationOutcome } from '../rules.ts'
import { load } from '../store.ts'
import { openReporter, reporterOf } from '../store-reporter.ts'
import { discardDraft, hideInField, redactField, registerReport, saveDraft, sendReport, startDraft, submitReport } from './commands.ts'
import { draftSweep } from './jobs.ts'
import { ownReports } from './queries.ts'

const now = new Date('2026-03-02T08:00:00Z')
const someone = '00000000-0000-7000-8000-0000000000aa'

describeDatabase('reporting', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), now)
  }, 120_000)
  afterAll(() => app?.stop())

  const answers = (ctx: Ctx, over: Partial<Report> = {}): Partial<Report> => ({
    personalData: 'yes',
    categories: ['MISSENT_EMAIL'],
    whatHappened: 'En liste ble sendt til feil mottaker.',
    affectedUnit: ctx.actor.unitId,
    discoveredAt: hoursFrom(ctx.now, -10),
    ...over,
  })
  const must = (outcome: DeviationOutcome): Deviation => {
    if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join(', ')}`)
    return outcome.next
  }
  const send = async (slug: string, over: Partial<Report> = {}, id = newId(now)) =>
    app.ctx(slug, async (ctx) => must(await sendReport(ctx, id, 'quick', answers(ctx, over))))
  const stored = (slug: string, id: string) => app.ctx(slug, (ctx) => load(ctx, id))
  /** Who was told of a case, by role slug, and which mailboxes. */
  const told = (slug: string, deviation: Deviation) =>
    app.ctx(slug, async ({ tx, actor }) => {
      const people = await tx
        .selectFrom('message as m')
        .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'))
        .select(['p.demo_slug', 'm.kind', 'm.reference', 'm.href'])
        .where('m.organisation_id', '=', actor.organisationId)
        .where('m.reference', '=', reference(deviation))
        .execute()
      const mails = await tx
        .selectFrom('mail')
        .selectAll()
        .where('organisation_id', '=', actor.organisationId)
        .where('reference', '=', reference(deviation))
        .execute()
      return { people, mails }
    })
  const events = (slug: string, id: string) =>
    app.ctx(slug, ({ tx, actor }) =>
      tx
        .selectFrom('audit_event')
        .select(['type', 'actor_id', 'actor_kind', 'data'])
        .where('organisation_id', '=', actor.organisationId)
        .where('subject_id', '=', id)
        .orderBy('id')
        .execute(),
    )

  it.each([
    {
      row: 'S1-01',
      slug: 'oslomet-ansatt',
      over: { caseType: 'privacyDeviation' },
      queue: ['centralAssessor'],
      reaches: 'oslomet-sikkerhet',
    },
    {
      row: 'S1-01',
      slug: 'oslomet-ansatt',
      over: { caseType: 'securityIncident' },
      queue: ['centralAssessor'],
      reaches: 'oslomet-sikkerhet',
    },
    { row: 'S2-62', slug: 'uio-ansatt', over: {}, queue: ['cert', 'controller'], reaches: 'uio-universitetsdirektor' },
    { row: 'S3-02', slug: 'sauda-ansatt', over: {}, queue: ['dpo'], reaches: 'sauda-personvernombud' },
    { row: 'S3-13', slug: 'sauda-ansatt', over: { personalData: 'no' }, queue: ['serviceDesk'], reaches: 'sauda-servicedesk' },
    {
      row: 'S4-039',
      slug: 'sandnes-ansatt',
      over: { caseType: 'itEquipment', personalData: 'no' },
      queue: ['serviceDesk'],
      reaches: 'sandnes-servicedesk',
    },
    { row: 'S4-081', slug: 'sandnes-ansatt', over: { serious: 'no' }, queue: ['dpo', 'gdprUnit'], reaches: 'sandnes-personvernombud' },
    ...(['unsure', null] as const).map((personalData) => ({
      row: 'S4-081',
      slug: 'sandnes-ansatt',
      over: { caseType: 'itEquipment', personalData } as const,
      queue: ['dpo', 'gdprUnit', 'serviceDesk'],
      reaches: 'sandnes-personvernombud',
    })),
    { row: 'S4-129', slug: 'sandnes-ansatt', over: { serious: 'yes' }, queue: ['dpo', 'gdprUnit'], reaches: 'sandnes-personvernombud' },
  ] as const)(
    '$row a report of $slug with $over comes in the queue $queue, and $reaches is told with number and link',
    async ({ slug, over, queue, reaches }) => {
      const deviation = await send(slug, over)
      expect((await stored(slug, deviation.id))?.queueRoles).toEqual(queue)
      const { people } = await told(slug, deviation)
      const message = people.find((one) => one.demo_slug === reaches)
      expect(message).toMatchObject({ kind: 'deviation.received', reference: reference(deviation), href: `/avvik/${deviation.id}` })
      const task = await app.ctx(slug, ({ tx }) =>
        tx.selectFrom('task').select('kind').where('subject_id', '=', deviation.id).where('status', '=', 'open').execute(),
      )
      expect(task.map(({ kind }) => kind)).toContain('deviation.take')
      // And it is in the list of whoever works the queue, and opens.
      const handler = await app.as(reaches)
      expect((await handler.get('/avvik')).text).toContain(`href="/avvik/${deviation.id}"`)
      expect((await handler.get(`/avvik/${deviation.id}`)).status).toBe(200)
    },
  )

  it.each(['privacyDeviation', 'securityIncident'] as const)(
    'S1-01 OsloMet: a notice of a %s to the configured mailbox is in the outbox, with number and link and nothing of what the case says',
    async (caseType) => {
      const deviation = await send('oslomet-ansatt', { caseType, whatHappened: 'Hemmelig innhold om eksamen.' })
      const { mails } = await told('oslomet-ansatt', deviation)
      const notice = mails.filter(({ address }) => address === 'sikkerhet@oslomet.no')
      expect(notice).toMatchObject([{ reference: reference(deviation), href: `/avvik/${deviation.id}` }])
      expect(JSON.stringify(mails)).not.toContain('Hemmelig')
    },
  )

  it('S4-105 a system that is not available notifies IT, or whoever is technically responsible for it, who may open the case', async () => {
    const technical = (await app.person('sandnes-superbruker')).personId
    const [plain, own] = await app.ctx('sandnes-administrator', async (ctx) => [
      await makeSystem(ctx, { name: 'Nede for alle' }),
      await makeSystem(ctx, { name: 'Nede for noen', technicalResponsible: technical }),
    ])
    const about = (system: string | undefined) => send('sandnes-ansatt', { system: system ?? null, effects: ['unavailable'] })
    const [first, second] = [await about(plain), await about(own)]
    const outage = async (one: Deviation) => {
      const { people } = await told('sandnes-ansatt', one)
      return people.filter(({ kind }) => kind === 'deviation.unavailable').map(({ demo_slug }) => demo_slug)
    }
    expect([await outage(first), await outage(second)]).toEqual([['sandnes-it-sjef'], ['sandnes-superbruker']])
    expect((await (await app.as('sandnes-superbruker')).get(`/avvik/${second.id}`)).status).toBe(200)
    expect((await (await app.as('sandnes-superbruker')).get(`/avvik/${first.id}`)).status).toBe(404)
  })

  it('S1-12 a signature key in danger is urgent and tells the information security manager at once', async () => {
    const deviation = await send('sandnes-ansatt', { categories: ['SIGNATURE_KEY_COMPROMISE'] })
    expect((await stored('sandnes-ansatt', deviation.id))?.urgent).toBe(true)
    const { people } = await told('sandnes-ansatt', deviation)
    expect(people.map((one) => one.demo_slug)).toContain('sandnes-informasjonssikkerhetssjef')
    // And the link opens: whoever is told may see it.
    const manager = await app.as('sandnes-informasjonssikkerhetssjef')
    const link = people.find((one) => one.demo_slug === 'sandnes-informasjonssikkerhetssjef')?.href ?? ''
    expect(link).toBe(`/avvik/${deviation.id}`)
    expect((await manager.get(link)).status).toBe(200)
  })

  it('S1-21 S1-30 OsloMet: the reporter’s nearest leader is told at the same time, and the log shows it', async () => {
    const deviation = await send('oslomet-ansatt')
    const leader = (await app.person('oslomet-leder')).personId
    expect(deviation.report.reporterLeader).toBe(leader)
    const { people } = await told('oslomet-ansatt', deviation)
    expect(people.find(({ kind }) => kind === 'deviation.leaderTold')).toMatchObject({ demo_slug: 'oslomet-leder' })
    expect((await events('oslomet-ansatt', deviation.id)).map(({ type }) => type)).toContain('deviation.leaderTold')
    // The case itself shows that, and when.
    const page = (await (await app.as('oslomet-sikkerhet')).get(`/avvik/${deviation.id}`)).text
    const log = page.slice(page.indexOf('id="hendelser"'))
    expect(log).toMatch(/Nærmeste leder har fått beskjed(?:(?!<\/li>).)*<time|<time(?:(?!<\/li>).)*Nærmeste leder har fått beskjed/s)
    const chosen = await app.person('oslomet-fakultetsleder')
    const other = await send('oslomet-ansatt', { reporterLeader: chosen.personId })
    expect((await told('oslomet-ansatt', other)).people.find(({ kind }) => kind === 'deviation.leaderTold')?.demo_slug).toBe(
      'oslomet-fakultetsleder',
    )
  })

  it.each(['uio-ansatt', 'sauda-ansatt', 'sandnes-ansatt'])('S1-21 with the switch off no leader is told (%s)', async (slug) => {
    const deviation = await send(slug)
    expect((await told(slug, deviation)).people.map(({ kind }) => kind)).not.toContain('deviation.leaderTold')
    expect((await events(slug, deviation.id)).map(({ type }) => type)).not.toContain('deviation.leaderTold')
  })

  it('S1-28 S1-29 S1-30 a report about another unit: that unit’s leader; the reporter’s own unit and own leader, who is the one told', async () => {
    const affectedUnit = await app.ctx('oslomet-fakultetsleder', async ({ actor }) => actor.unitId)
    const reporterUnit = await app.ctx('oslomet-ansatt', async ({ actor }) => actor.unitId)
    const [dean, leader] = [(await app.person('oslomet-fakultetsleder')).personId, (await app.person('oslomet-leder')).personId]
    expect(affectedUnit).not.toBe(reporterUnit)
    const expected = { affectedUnit, affectedLeader: dean, reporterUnit, reporterLeader: leader }
    const sent = await send('oslomet-ansatt', { affectedUnit })
    expect(sent.report).toMatchObject(expected)
    const leadersTold = (await told('oslomet-ansatt', sent)).people.filter(({ kind }) => kind === 'deviation.leaderTold')
    expect(leadersTold.map(({ demo_slug }) => demo_slug)).toEqual(['oslomet-leder'])
    const draft = await app.ctx('oslomet-ansatt', async (ctx) =>
      must(await startDraft(ctx, newId(now), 'form', answers(ctx, { affectedUnit }))),
    )
    expect(draft.report).toMatchObject(expected)
  })

  it('S1-28 S1-29 S1-30 the unit’s leader, the reporter’s own unit and leader are filled in, and may differ', async () => {
    const { organisationId } = await app.person('oslomet-ansatt')
    const other = await app.ctx('oslomet-systemeier', async ({ actor }) => actor.unitId)
    const id = newId(now)
    const begun = await app.ctx('oslomet-ansatt', async (ctx) => must(await startDraft(ctx, id, 'form', answers(ctx))))
    const leader = (await app.person('oslomet-leder')).personId
    expect(begun.report).toMatchObject({ affectedLeader: leader, reporterLeader: leader })
    expect(begun.report.reporterUnit).toBe(begun.report.affectedUnit)
    const moved = await app.ctx('oslomet-ansatt', async (ctx) =>
      must(await saveDraft(ctx, id, null, { affectedUnit: other, affectedLeader: leader })),
    )
    expect(moved.report.affectedLeader).not.toBe(leader)
    expect(moved.report.affectedUnit).not.toBe(moved.report.reporterUnit)
    const dean = (await app.person('oslomet-fakultetsleder')).personId
    const chosen = await app.ctx('oslomet-ansatt', async (ctx) => must(await saveDraft(ctx, id, null, { affectedLeader: dean })))
    expect(chosen.report.affectedLeader).toBe(dean)
    expect(organisationId).toBe(chosen.organisationId)
  })

  /** Every row of every table in which something stands as text. */
  const placesOf = async (organisationId: string, needle: string): Promise<ReadonlyMap<string, number>> =>
    db()
      .owner.transaction()
      .execute(async (tx) => {
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        const { rows: tables } = await sql<{ schema: string; name: string }>`
          select table_schema as schema, table_name as name from information_schema.tables
          where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(tx)
        const counts = new Map<string, number>()
        for (const { schema, name } of tables) {
          const { rows } = await sql<{ n: number }>`
            select count(*)::integer as n from ${sql.table(`${schema}.${name}`)} t where t::text ilike ${`%${needle}%`}`.execute(tx)
          if (rows[0]?.n) counts.set(`${schema}.${name}`, rows[0].n)
        }
        return counts
      })

  it('S4-131 a protected reporter stands in no row of any table, log, message, task or job; the data protection officer’s key opens it', async () => {
    const { organisationId, personId } = await app.person('sandnes-helsefagarbeider')
    const name = 'Helsefagarbeider, Sandnes'
    const before = [await placesOf(organisationId, personId), await placesOf(organisationId, name)]
    // The search itself finds what is there.
    expect(before[0]?.get('public.person')).toBe(1)
    const id = newId(now)
    await app.ctx('sandnes-helsefagarbeider', async (ctx) => {
      must(await startDraft(ctx, id, 'form', answers(ctx)))
      must(await saveDraft(ctx, id, null, { mainCause: 'autoutfylling', reporterUnit: ctx.actor.unitId, reporterLeader: personId }))
      must(await submitReport(ctx, id, null))
      must(await hideOne(ctx))
    })
    await app.ctx('sandnes-helsefagarbeider', async (ctx) => must(await sendReport(ctx, newId(now), 'quick', answers(ctx))))
    await app.ctx('sandnes-personvernombud', async (ctx) => must(await takeCase(ctx, id, null)))
    expect([await placesOf(organisationId, personId), await placesOf(organisationId, name)]).toEqual(before)
    expect(await app.ctx('sandnes-personvernombud', (ctx) => reporterOf(ctx, id))).toEqual({ kind: 'protected' })
    expect(await app.ctx('sandnes-personvernombud', (ctx) => openReporter(ctx, id))).toBe(personId)
    expect((await events('sandnes-personvernombud', id)).map(({ actor_kind }) => actor_kind)).toEqual([
      ...Array(4).fill('protected'),
      'person',
    ])
    // And finds the way back to the own case all the same.
    expect((await app.ctx('sandnes-helsefagarbeider', ownReports)).map((one) => one.id)).toContain(id)

    async function hideOne(ctx: Ctx) {
      await ctx.tx.updateTable('deviation').set({ where_now: 'hos ola@example.org' }).where('id', '=', id).execute()
      return hideInField(ctx, id, null, 'whereNow')
    }
  })

  it('S4-131 the reporter of a case registered by another is protected where asked, also where the profile does not', async () => {
    const { organisationId, personId } = await app.person('sauda-sykepleier')
    const before = await placesOf(organisationId, personId)
    await app.ctx('sauda-personvernombud', async (ctx) => {
      const report = { ...emptyValues(reportFields), ...answers(ctx) }
      const behalf = { channel: 'oral', receivedAt: now, person: personId, outside: null, isProtected: true } as const
      must(await registerReport(ctx, newId(now), report, [], behalf))
    })
    expect(await placesOf(organisationId, personId)).toEqual(before)
  })

  it.each(['oral', 'sms', 'telephone', 'form', 'email', 'ownInitiative'] as const)(
    'S4-130 S1-26 a report that came as %s is registered with its channel and time',
    async (channel) => {
      const receivedAt = hoursFrom(now, -3)
      const id = newId(now)
      const outside = channel === 'ownInitiative' ? null : 'forelder'
      await app.ctx('sandnes-personvernombud', async (ctx) => {
        const report = { ...emptyValues(reportFields), ...answers(ctx) }
        must(await registerReport(ctx, id, report, [], { channel, receivedAt, person: null, outside, isProtected: false }))
      })
      expect(await stored('sandnes-personvernombud', id)).toMatchObject({ channel, receivedAt, status: 'received' })
    },
  )

  it('S4-073 somebody just added, with no role and no unit, reports a deviation', async () => {
    const values = { name: 'Ny ansatt, Sandnes', email: null, unit: null, leader: null, locale: null }
    const added = await app.ctx('sandnes-administrator', (ctx) => addPerson(ctx, values))
    if (!added.ok) throw new Error(added.why)
    const { affectedUnit } = await app.ctx('sandnes-ansatt', async (ctx) => answers(ctx))
    const { organisationId } = await app.person('sandnes-administrator')
    const id = newId(now)
    await inOrganisations(db(), [organisationId], async (tx) => {
      const signed = await loadActor(tx, organisationId, added.next.id, now)
      expect(signed?.actor.roles).toEqual(['employee'])
      if (!signed) return
      const ctx = { tx, actor: signed.actor, now, house: app.house }
      must(await sendReport(ctx, id, 'form', { ...emptyValues(reportFields), ...answers(ctx, { affectedUnit: affectedUnit ?? null }) }))
    })
    expect(await stored('sandnes-personvernombud', id)).toMatchObject({ status: 'received', channel: 'form' })
  })

  it('S4-132 a case begun on own initiative has no reporter and promises nobody protection, also where reporters are protected; its source is kept', async () => {
    const begun = async (over: object) => {
      const id = newId(now)
      await app.ctx('sandnes-personvernombud', async (ctx) => {
        const base = { channel: 'ownInitiative', receivedAt: now, person: null, outside: null, isProtected: true } as const
        must(await registerReport(ctx, id, { ...emptyValues(reportFields), ...answers(ctx) }, [], { ...base, ...over }))
      })
      return { id, kind: (await app.ctx('sandnes-personvernombud', (ctx) => reporterOf(ctx, id))).kind }
    }
    const own = await begun({})
    expect(own.kind).toBe('none')
    // Whoever is named with it is not its reporter: there is none.
    expect((await begun({ outside: 'forelder' })).kind).toBe('none')
    expect((await begun({ person: (await app.person('sandnes-ansatt')).personId })).kind).toBe('none')
    expect(await stored('sandnes-personvernombud', own.id)).toMatchObject({ channel: 'ownInitiative' })
    const page = await (await app.as('sandnes-personvernombud')).get(`/avvik/${own.id}`)
    expect(page.text).not.toContain('Melderen er beskyttet')
    expect(page.text).toMatch(/Kom inn som[\s\S]{0,200}Eget initiativ/)
    expect(page.text).toContain('Ingen melder')
    expect((await begun({ channel: 'telephone', outside: 'forelder' })).kind).toBe('protected')
    expect((await begun({ channel: 'oral', person: (await app.person('sandnes-ansatt')).personId })).kind).toBe('protected')
  })

  it('S4-130 an employee may not register for others; neither a time to come nor another organisation’s person is taken', async () => {
    const foreign = (await app.person('uio-ansatt')).personId
    const register = (slug: string, over: object) =>
      app.ctx(slug, (ctx) => {
        const behalf = { channel: 'oral', receivedAt: now, person: null, outside: null, isProtected: false, ...over } as const
        return registerReport(ctx, newId(now), { ...emptyValues(reportFields), ...answers(ctx) }, [], behalf)
      })
    expect(await register('sauda-ansatt', {})).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(await register('sauda-personvernombud', { receivedAt: hoursFrom(now, 1) })).toMatchObject({ ok: false, why: 'future' })
    expect(await register('sauda-personvernombud', { person: foreign })).toMatchObject({ ok: false, fields: ['person'] })
  })

  it('S1-30 a report on behalf of somebody here tells that person’s leader', async () => {
    const { personId } = await app.person('oslomet-ansatt')
    const deviation = await app.ctx('oslomet-sikkerhet', async (ctx) => {
      const behalf = { channel: 'telephone', receivedAt: now, person: personId, outside: null, isProtected: false } as const
      return must(await registerReport(ctx, newId(now), { ...emptyValues(reportFields), ...answers(ctx) }, [], behalf))
    })
    expect((await told('oslomet-sikkerhet', deviation)).people.find(({ kind }) => kind === 'deviation.leaderTold')?.demo_slug).toBe(
      'oslomet-leder',
    )
    expect((await app.ctx('oslomet-ansatt', ownReports)).map(({ id }) => id)).toContain(deviation.id)
  })

  it('a double click makes one case: at once, and again later', async () => {
    const id = newId(now)
    const post = () => app.ctx('sauda-ansatt', (ctx) => sendReport(ctx, id, 'quick', answers(ctx)))
    const outcomes = await Promise.all([post(), post(), post()])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok).map((outcome) => !outcome.ok && outcome.why)).toEqual(['alreadySent', 'alreadySent'])
    expect(await post()).toMatchObject({ ok: false, why: 'alreadySent' })
    const rows = await app.ctx('sauda-ansatt', ({ tx }) => tx.selectFrom('deviation').select('id').where('id', '=', id).execute())
    expect(rows).toHaveLength(1)
  })

  it('another story posted with an old id becomes a case of its own', async () => {
    const first = await send('sauda-ansatt')
    const second = await send('sauda-ansatt', { whatHappened: 'Noe helt annet.' }, first.id)
    expect(second.id).not.toBe(first.id)
    expect((await stored('sauda-ansatt', first.id))?.report.whatHappened).toBe('En liste ble sendt til feil mottaker.')
    expect((await stored('sauda-ansatt', second.id))?.report.whatHappened).toBe('Noe helt annet.')
  })

  it('numbers of a year have no gaps, also when many send at once and some are refused', async () => {
    const slug = 'uio-ansatt'
    const wave = Array.from({ length: 12 }, (_, at) =>
      app.ctx(slug, (ctx) => {
        const id = newId(now)
        if (at % 4 === 1) return sendReport(ctx, id, 'quick', answers(ctx, { discoveredAt: hoursFrom(now, 1) }))
        return sendReport(ctx, id, 'quick', answers(ctx))
      }),
    )
    const twice = newId(now)
    wave.push(...[1, 2, 3].map(() => app.ctx(slug, (ctx) => sendReport(ctx, twice, 'quick', answers(ctx)))))
    await Promise.all(wave)
    const { numbers, last } = await app.ctx(slug, async ({ tx, actor }) => {
      const rows = await tx
        .selectFrom('deviation')
        .select('number')
        .where('organisation_id', '=', actor.organisationId)
        .where('year', '=', 2026)
        .orderBy('number')
        .execute()
      const row = await tx
        .selectFrom('deviation_number')
        .select('last')
        .where('organisation_id', '=', actor.organisationId)
        .where('year', '=', 2026)
        .executeTakeFirstOrThrow()
      return { numbers: rows.map(({ number }) => number), last: row.last }
    })
    expect(numbers.at(-1)).toBe(last)
    const [first = 0] = numbers
    expect(numbers).toEqual(numbers.map((_, at) => (first ?? 0) + at))
  })

  it('the year of a number is the year in Oslo', async () => {
    const clock = app.clock.now
    app.clock.now = new Date('2026-12-31T23:30:00Z')
    const late = await send('uio-ansatt', { discoveredAt: app.clock.now })
    app.clock.now = clock
    expect(late).toMatchObject({ year: 2027, number: 1 })
  })

  it('S1-40 S1-26 measures given in the form stand in the case as its list of actions', async () => {
    const id = newId(now)
    const measure = {
      id: newId(now),
      purpose: 'limit',
      what: 'Bad om sletting',
      state: 'done',
      responsibleRole: null,
      responsiblePerson: null,
      responsible: 'lærer',
      dueOn: null,
      doneOn: '2026-03-01',
      evidence: null,
    } as const
    await app.ctx('sauda-ansatt', async (ctx) => {
      must(await startDraft(ctx, id, 'form', answers(ctx), [measure]))
      must(await submitReport(ctx, id, null))
    })
    expect((await stored('sauda-personvernombud', id))?.measures).toEqual([measure])
  })

  it('S1-20 a report has the time it was received; S3-09 S4-066 and the hours from discovery to report', async () => {
    const deviation = await send('sauda-ansatt', { discoveredAt: hoursFrom(now, -3.5) })
    const row = await stored('sauda-ansatt', deviation.id)
    expect(row?.receivedAt).toEqual(now)
    expect(((row?.receivedAt?.getTime() ?? 0) - (row?.report.discoveredAt?.getTime() ?? 0)) / 3_600_000).toBe(3.5)
  })

  it('S1-20 a draft older than the limit is reminded of, once; also a protected reporter’s, without a case', async () => {
    const round = (at: Date) =>
      Promise.all(['sauda', 'sandnes'].map(async (place) => (await app.person(`${place}-ansatt`)).organisationId)).then((organisationIds) =>
        draftSweep.run({
          organisationIds,
          now: at,
          inOrganisation: (id, work) =>
            inOrganisations(db(), [id], (tx) => work({ tx, actor: clockwork(id, 1), now: at, house: app.house })),
        }),
      )
    const reminders = (slug: string) =>
      app.ctx(slug, async (ctx) =>
        (await myMessages(ctx, 50, null))
          .filter(({ kind }) => kind === 'deviation.draftReminder')
          .map(({ reference, href }) => ({ reference, href })),
      )
    await round(now)
    const drafts = await Promise.all(
      ['sauda-sykepleier', 'sandnes-superbruker'].map((slug) =>
        app.ctx(slug, async (ctx) => must(await startDraft(ctx, newId(now), 'form', answers(ctx)))),
      ),
    )
    await round(new Date(hoursFrom(now, 24).getTime() - 1))
    expect(await reminders('sauda-sykepleier')).toEqual([])
    for (const after of [24, 48]) {
      await round(hoursFrom(now, after))
      for (const slug of ['sauda-sykepleier', 'sandnes-superbruker'])
        expect([after, await reminders(slug)]).toEqual([after, [{ reference: null, href: '/avvik/mine' }]])
    }
    expect((await events('sandnes-superbruker', drafts[1]?.id ?? '')).at(-1)).toMatchObject({
      type: 'deviation.draftReminded',
      actor_kind: 'clockwork',
      actor_id: null,
    })
  })

  it('a draft is its reporter’s alone, and gone when it is deleted; the log keeps that there was one', async () => {
    const id = newId(now)
    await app.ctx('sauda-ansatt', async (ctx) => must(await startDraft(ctx, id, 'form', answers(ctx))))
    for (const slug of ['sauda-personvernombud', 'sauda-leder', 'sauda-sykepleier', 'sauda-administrator']) {
      expect(await app.ctx(slug, (ctx) => saveDraft(ctx, id, null, { mainCause: 'x' }))).toMatchObject({ ok: false, why: 'notFound' })
      expect(await app.ctx(slug, (ctx) => discardDraft(ctx, id, null))).toMatchObject({ ok: false, why: 'notFound' })
      expect(await app.ctx(slug, (ctx) => submitReport(ctx, id, null))).toMatchObject({ ok: false, why: 'notFound' })
      expect(await app.ctx(slug, (ctx) => opensCase(ctx, id))).toBe(false)
    }
    await app.ctx('sauda-ansatt', async (ctx) => must(await discardDraft(ctx, id, null)))
    expect(await stored('sauda-ansatt', id)).toBeUndefined()
    const left = await app.ctx('sauda-ansatt', ({ tx }) =>
      tx.selectFrom('deviation_reporter').selectAll().where('deviation_id', '=', id).execute(),
    )
    expect(left).toEqual([])
    expect((await events('sauda-ansatt', id)).map(({ type }) => type)).toContain('deviation.discarded')
  })

  it('a sent report is never deleted', async () => {
    const { id } = await send('sauda-ansatt')
    expect(await app.ctx('sauda-ansatt', (ctx) => discardDraft(ctx, id, null))).toMatchObject({ ok: false, why: 'notNow' })
    expect(await stored('sauda-ansatt', id)).toBeDefined()
  })

  it('S4-023 a save from an older version changes nothing', async () => {
    const id = newId(now)
    await app.ctx('sauda-ansatt', async (ctx) => {
      must(await startDraft(ctx, id, 'form', answers(ctx)))
      must(await saveDraft(ctx, id, 1, { mainCause: 'først' }))
      expect(await saveDraft(ctx, id, 1, { mainCause: 'sist' })).toMatchObject({ ok: false, why: 'stale' })
    })
    expect((await stored('sauda-ansatt', id))?.report.mainCause).toBe('først')
  })

  it('another organisation’s records are nobody’s here', async () => {
    const foreign = await app.ctx('uio-ansatt', ({ actor }) => Promise.resolve(actor))
    for (const field of ['affectedUnit', 'affectedLeader', 'reporterUnit', 'reporterLeader', 'system'] as const) {
      const id = field.endsWith('Leader') ? foreign.personId : field === 'system' ? someone : foreign.unitId
      const outcome = await app.ctx('sauda-ansatt', (ctx) => sendReport(ctx, newId(now), 'quick', answers(ctx, { [field]: id })))
      expect(outcome).toEqual({ ok: false, why: 'incomplete', fields: [field] })
    }
  })

  it('S1-42 after redaction the text stands in no table, and the log shows who, where and why', async () => {
    const { organisationId, personId } = await app.person('sauda-personvernombud')
    const secret = 'Kari Fjellhamar i 3B'
    const { id } = await send('sauda-ansatt', { whatHappened: `Karakterane til ${secret} vart sende feil.` })
    expect([...(await placesOf(organisationId, secret)).keys()]).toEqual(['public.deviation'])
    await app.ctx('sauda-personvernombud', async (ctx) =>
      must(await redactField(ctx, id, null, 'whatHappened', 'Karakterane til ein elev vart sende feil.', 'name')),
    )
    expect([...(await placesOf(organisationId, secret))]).toEqual([])
    expect((await events('sauda-personvernombud', id)).find(({ type }) => type === 'deviation.redacted')).toMatchObject({
      actor_id: personId,
      data: { field: 'whatHappened', why: 'name' },
    })
    expect(await app.ctx('sauda-ansatt', (ctx) => redactField(ctx, id, null, 'whatHappened', 'x', 'name'))).toMatchObject({ ok: false })
  })

  it('S1-42 the log of a submission counts what the guard saw, and holds none of it', async () => {
    const { id } = await send('sauda-ansatt', { whatHappened: 'Nummer 15838530181 og ola@example.org.' })
    const submitted = (await events('sauda-ansatt', id)).find(({ type }) => type === 'deviation.submitted')
    expect(submitted?.data).toMatchObject({ guard: { nationalId: 1, email: 1 } })
    expect(JSON.stringify(submitted)).not.toMatch(/15838530181|example\.org/)
  })

  it('S2-61 UiO: a rule deviation without a breach of security is received and can be handled as no breach', async () => {
    const { id } = await send('uio-ansatt', { caseType: 'ruleDeviation', whatHappened: 'Rutinen for lagring ble ikke fulgt.' })
    await app.ctx('uio-cert', async (ctx) => must(await decideWhetherBreach(ctx, id, null, 'no', 'Ingen opplysninger kom ut.')))
    expect(await stored('uio-cert', id)).toMatchObject({ breach: 'no', status: 'open', authorityTrack: 'notOwed', notifyBy: null })
  })

  it('S1-22 a quick report of a security incident is not clarified until somebody has said whether it is a breach', async () => {
    const { id } = await send('oslomet-ansatt', { caseType: 'securityIncident', personalData: null, categories: [] })
    const row = await stored('oslomet-ansatt', id)
    expect(row).toMatchObject({ channel: 'quick', status: 'received', breach: null })
    expect(row?.report.caseType).toBe('securityIncident')
  })

  it('S0-18 mail about a sensitive case is marked where the profile says so; with the setting off none is sent, and nobody is forgotten', async () => {
    const sensitive: Partial<Report> = { dataTypes: ['health'] }
    const subjects = async (slug: string, deviation: Deviation) =>
      (await told(slug, deviation)).mails.map(
        (mail) => letterOf({ ...mail, address: mail.address ?? '' } as never, 'Varde', app.house.baseUrl, 'varde@varde.test').subject,
      )
    const marked = await subjects('oslomet-sikkerhet', await send('oslomet-ansatt', sensitive))
    expect(marked.length).toBeGreaterThan(0)
    for (const subject of marked) expect(subject).toMatch(/^Varde: Fortrolig: /)
    // One sensitive kind among others is enough, and nothing that is said of none.
    const among = await subjects('oslomet-sikkerhet', await send('oslomet-ansatt', { dataTypes: ['name', 'health'] }))
    expect(among.length).toBeGreaterThan(0)
    for (const subject of among) expect(subject).toMatch(/^Varde: Fortrolig: /)
    for (const dataTypes of [['name'], []] as const)
      for (const subject of await subjects('oslomet-sikkerhet', await send('oslomet-ansatt', { dataTypes })))
        expect(subject).not.toContain('Fortrolig')
    const admin = await app.as('oslomet-administrator')
    const set = async (form: Record<string, string>) => {
      const version = /name="version" value="(\d+)"/.exec((await admin.get('/innstillinger/e-post')).text)?.[1] ?? ''
      return (await admin.post('/innstillinger/e-post', { version, ...form })).status
    }
    expect(await set({ sensitive: 'marked', mark: '' })).toBe(422)
    expect(await set({ sensitive: 'none', mark: 'Fortrolig' })).toBe(303)
    const underNone = await send('oslomet-ansatt', sensitive)
    const silent = await told('oslomet-sikkerhet', underNone)
    expect(silent.mails).toEqual([])
    expect(silent.people.map(({ demo_slug }) => demo_slug)).toContain('oslomet-sikkerhet')
    expect((await admin.get('/logg?hendelse=e-post')).text).toContain('om en sensitiv sak ble ikke sendt')
    // What is not sensitive is sent as before.
    expect(await subjects('oslomet-sikkerhet', await send('oslomet-ansatt', { dataTypes: ['name'] }))).not.toEqual([])
    expect(await set({ sensitive: 'marked', mark: 'Fortrolig' })).toBe(303)
    // Mail goes as the settings are the day it is sent, also of a case that has started: so says the page.
    expect((await admin.get('/innstillinger/e-post')).text).toContain('også når saken begynte før endringen')
    const later = await app.ctx('oslomet-sikkerhet', async (ctx) => {
      const title = { nb: 'Noe nytt', nn: 'Noko nytt', en: 'News' }
      const about = { type: 'deviation', id: underNone.id }
      await tell(ctx, { to: { persons: [ctx.actor.personId] }, kind: 'test.later', title, about, reference: null, href: '/avvik' })
      return ctx.tx.selectFrom('mail').select('title').where('kind', '=', 'test.later').execute()
    })
    expect(later).toEqual([{ title: 'Fortrolig: Noe nytt' }])
  })
})
