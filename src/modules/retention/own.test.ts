import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { expirings } from '../../app/modules.ts'
import { type ExpiringKind, expiringKinds } from '../../kernel/expiring.ts'
import { newId } from '../../kernel/ids.ts'
import { saidAt } from '../../kernel/keys.ts'
import { removeAccess } from '../access/commands.ts'
import { makeAccess } from '../access/factory.ts'
import { registerCard } from '../cards/commands.ts'
import { handInLoan, lendCard } from '../cards/commands-loan.ts'
import { makeEmployment } from '../employment/factory.ts'
import { askForTime, moveDelivery } from '../equipment/commands-delivery.ts'
import { closeComplaint, receiveComplaint } from '../ethics/commands.ts'
import { makeComplaint } from '../ethics/factory.ts'
import { removalHandler } from '../files/public.tsx'
import { keyIn, namePlace, openContent } from '../files/store-content.ts'
import { confirmArticle, retireArticle } from '../guidance/commands.ts'
import { makePublished } from '../guidance/factory.ts'
import { makeMailboxAccess } from '../mailbox-access/factory.ts'
import { profileOf } from '../organisation/public.ts'
import { changeProfile } from '../organisation/store.ts'
import { addPerson, setActive } from '../people/commands.ts'
import { always, giveRole } from '../people/public.ts'
import { answerQuestion } from '../questions/commands.ts'
import { makeQuestion } from '../questions/factory.ts'
import { makeSubjectRequest } from '../subject-requests/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeCompletion, makeRequirement } from '../training/factory.ts'
import { holdOwn, releaseOwn } from './commands-own.ts'
import { ownSweep } from './jobs.ts'
import { standingOf } from './queries-own.ts'

const word = 'Kvintuskanari'
const admin = 'sandnes-administrator'
const [leader, dpo, issuer, studies] = ['sandnes-leder', 'sandnes-personvernombud', 'sandnes-kortutsteder', 'sandnes-systemeier']
/** Where each is read, who keeps it back there, and who does not know that it is there. */
const kept: Readonly<Record<ExpiringKind, readonly [page: string, keeper: string, stranger: string]>> = {
  subject_request: ['/egne-opplysninger/', dpo, 'sandnes-helsefagarbeider'],
  question: ['/sporsmal/', dpo, 'sandnes-helsefagarbeider'],
  employment: ['/ansettelser/', leader, 'sandnes-helsefagarbeider'],
  access_grant: ['/tilganger/', leader, 'sandnes-helsefagarbeider'],
  mailbox_access: ['/innsyn-i-epost/', leader, 'sandnes-helsefagarbeider'],
  id_card: ['/id-kort/', issuer, 'sandnes-helsefagarbeider'],
  loan_card: ['/lanekort/', issuer, dpo],
  equipment_delivery: ['/utstyrslevering/', leader, 'sandnes-helsefagarbeider'],
  ethics_complaint: ['/forskningsetikk/klager/', leader, dpo],
  ethics_talk: ['/forskningsetikk/samtaler/', studies, dpo],
  training_completion: ['/gjennomforinger/', dpo, 'sandnes-helsefagarbeider'],
  article_confirmation: ['/lesebekreftelser/', dpo, 'sandnes-helsefagarbeider'],
  sharing_told: ['/delt/hendelser/', dpo, 'sandnes-helsefagarbeider'],
  person: ['/personer/', admin, 'sandnes-helsefagarbeider'],
}
/** Two years and more after what begins on the first day of the tests. */
const began = new Date('2026-03-02T08:00:00Z')

describeExample('retention: Varde’s own records', (db) => {
  let app: TestApp
  let organisationId: string
  let ids: Readonly<Record<ExpiringKind, string>>
  beforeAll(async () => {
    app = await testApp(db())
    organisationId = (await app.person(admin)).organisationId
    await app.ctx(admin, async (ctx) => {
      const profile = await profileOf(ctx)
      await giveRole(ctx, (await app.person(studies)).personId, null, always('studyHead', '2026-01-01', ctx.actor.unitId))
      await changeProfile(ctx, null, () => ({ ...profile, ethics: { on: true, committee: null } }) as never)
    })
    ids = await ended()
  }, 120_000)
  afterAll(() => app.stop())

  /** One of each kind, with a word of its own, brought to its end. */
  const ended = async (): Promise<Readonly<Record<ExpiringKind, string>>> => {
    const { personId: person } = await app.person('sandnes-ansatt')
    const { personId: head } = await app.person(studies)
    const as = app.ctx
    const system = await as(admin, (ctx) => makeSystem(ctx))
    const requirement = await as(dpo, (ctx) => makeRequirement(ctx))
    const made = {
      subject_request: await as('sandnes-ansatt', (ctx) => makeSubjectRequest(ctx, { about: word, name: word })),
      question: await as('sandnes-ansatt', (ctx) => makeQuestion(ctx, { about: word })),
      employment: await as(leader, (ctx) => makeEmployment(ctx, { person, number: word, position: word })),
      mailbox_access: await as(leader, (ctx) => makeMailboxAccess(ctx, { person, name: word, why: word })),
      id_card: newId(began),
      loan_card: newId(new Date(began.getTime() + 1)),
      ethics_complaint: await as('sandnes-ansatt', (ctx) =>
        makeComplaint(ctx, { unit: ctx.actor.unitId ?? '', about: word, against: word }),
      ),
      ethics_talk: newId(new Date(began.getTime() + 2)),
      equipment_delivery: newId(new Date(began.getTime() + 3)),
      sharing_told: newId(new Date(began.getTime() + 4)),
      article_confirmation: await confirmed('sandnes-ansatt'),
      person: await gone(),
      training_completion: await as(dpo, (ctx) => makeCompletion(ctx, requirement, { person, number: word })),
      access_grant: await as(leader, (ctx) => makeAccess(ctx, { person, system, role: word, reason: word })),
    }
    await as(issuer, (ctx) => registerCard(ctx, made.id_card, { holder: person, cardNumber: word, uses: ['access'], zones: word }))
    await as('sandnes-servicekontoret', (ctx) => lendCard(ctx, made.loan_card, { holder: person, cardNumber: word }))
    await as('sandnes-servicekontoret', (ctx) => handInLoan(ctx, made.loan_card))
    await as(leader, (ctx) => {
      const unit = ctx.actor.unitId ?? ''
      const proposedAt = new Date(began.getTime() + 86_400_000)
      return askForTime(ctx, made.equipment_delivery, { what: word, kind: 'laptop', unit, storesData: 'no', proposedAt })
    })
    // The same once more: the first has had its use.
    await as(dpo, (ctx) => makeCompletion(ctx, requirement, { person, completedOn: '2026-03-02' }))
    await as(leader, (ctx) => moveDelivery(ctx, made.equipment_delivery, 'cancel', null))
    await as(dpo, (ctx) => answerQuestion(ctx, made.question, null, { answer: word }))
    await as(leader, (ctx) => removeAccess(ctx, made.access_grant, null, { removedOn: '2026-03-02', removalProof: word }))
    await as(leader, (ctx) => receiveComplaint(ctx, made.ethics_complaint, null))
    await as(leader, (ctx) => closeComplaint(ctx, made.ethics_complaint, null, { outcome: word }))
    for (const [type, id, by] of [
      ['subject_request', made.subject_request, 'sandnes-personvern-gdpr'],
      ['employment', made.employment, leader],
    ] as const) {
      const sent = await (await app.as(by)).send(`/filer/${type}/${id}/nye`, [{ name: `${word}.txt`, content: Buffer.from(word) }])
      expect([type, sent.status]).toEqual([type, 303])
    }
    // What has a longer way to its end is set there.
    await app.inOrganisation(organisationId, async ({ tx }) => {
      const one = sql`organisation_id = ${organisationId} and id`
      await sql`update subject_request set status = 'answered', outcome = 'granted', answer = ${word}, answered_on = '2026-03-02',
        answered_at = ${began} where ${one} = ${made.subject_request}`.execute(tx)
      await sql`update employment set ends_on = '2026-03-01' where ${one} = ${made.employment}`.execute(tx)
      await sql`update employment_checklist set closed_at = ${began} where organisation_id = ${organisationId} and employment_id = ${made.employment}`.execute(
        tx,
      )
      await sql`update mailbox_access set closed_on = '2026-03-02' where ${one} = ${made.mailbox_access}`.execute(tx)
      await sql`update id_card set status = 'returned', returned_at = ${began} where ${one} = ${made.id_card}`.execute(tx)
      await sql`insert into ethics_talk (organisation_id, id, version, unit_id, head_id, writer_id, asked_at, arranged_at)
        select organisation_id, ${made.ethics_talk}, 1, unit_id, ${head}, id, ${began}, ${began} from person
        where organisation_id = ${organisationId} and id = ${person}`.execute(tx)
      await sql`insert into sharing_told (organisation_id, id, subject_type, source_organisation_id, source_id, told_at, declined_at, declined_by, reason)
        values (${organisationId}, ${made.sharing_told}, 'deviation', ${(await app.person('uio-leder')).organisationId}, ${randomUUID()}, ${began},
          ${began}, ${head}, ${word})`.execute(tx)
    })
    return made
  }

  /** Somebody who never did anything here, and left. */
  const gone = () =>
    app.ctx(admin, async (ctx) => {
      const id = newId(new Date(began.getTime() + 5))
      const values = { name: `Vikar ${word}`, email: `${word}@sandnes.example`, unit: ctx.actor.unitId, leader: null, locale: null }
      expect(await addPerson(ctx, values, null, id)).toMatchObject({ ok: true })
      expect(await setActive(ctx, id, null, false)).toMatchObject({ ok: true })
      return id
    })

  /** Read and confirmed, and the text taken out of use: what was confirmed applies no longer. */
  const confirmed = async (slug: string, isRetired = true): Promise<string> => {
    const article = await app.ctx(dpo, (ctx) => makePublished(ctx, { mustConfirm: 'yes' }))
    await app.ctx(slug, async (ctx) => expect(await confirmArticle(ctx, article, 1, 'nb', [])).toMatchObject({ ok: true }))
    if (isRetired) await app.ctx(dpo, async (ctx) => expect(await retireArticle(ctx, article, null)).toMatchObject({ ok: true }))
    const { id } = await app.ctx(dpo, ({ tx }) =>
      tx.selectFrom('article_confirmation').select('id').where('article_id', '=', article).executeTakeFirstOrThrow(),
    )
    return id
  }

  const sweep = async () => ownSweep(expirings).run(await app.round(admin))
  const at = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
    app.clock.now = new Date(`${day}T08:00:00Z`)
    try {
      return await work()
    } finally {
      app.clock.now = began
    }
  }
  const standing = async (): Promise<readonly ExpiringKind[]> =>
    app.inOrganisation(organisationId, async ({ tx }) => {
      const there: ExpiringKind[] = []
      for (const kind of expiringKinds) {
        const { rows } = await sql`select from ${sql.table(kind)} where organisation_id = ${organisationId} and id = ${ids[kind]}`.execute(
          tx,
        )
        if (rows.length > 0) there.push(kind)
      }
      return there
    })
  /** Every row of every table, the queue's too, that says the word, or leads to a record that is gone. The log keeps that there was one. */
  const left = async (gone: readonly string[]): Promise<readonly string[]> =>
    db()
      .owner.transaction()
      .execute(async (tx) => {
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        const { rows } = await sql<{ name: string }>`
          select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(tx)
        const found: string[] = []
        const marks = gone.length === expiringKinds.length ? [word, word.toLowerCase()] : []
        for (const { name } of rows) {
          const looked = /\.audit_/.test(name) ? marks : [...marks, ...gone]
          for (const mark of looked) {
            const bytes = `%${Buffer.from(mark).toString('hex')}%`
            const { rows: hits } =
              await sql`select from ${sql.raw(name)} t where t::text ilike ${`%${mark}%`} or t::text ilike ${bytes} limit 1`.execute(tx)
            if (hits.length > 0) found.push(`${name}: ${mark}`)
          }
        }
        return found
      })

  it('whoever may open one, of any kind, finds on its page when it goes, keeps it back and lets it go; to others it is not there', async () => {
    for (const kind of expiringKinds) {
      const [page, keeper, stranger] = kept[kind]
      const [path, mine, theirs] = [`/sletting/egne/${kind}/${ids[kind]}`, await app.as(keeper), await app.as(stranger)]
      const said = async (work: Promise<{ readonly status: number }>) => [kind, (await work).status]
      expect([kind, (await mine.get(`${page}${ids[kind]}`)).text.includes(`href="${path}"`)]).toEqual([kind, true])
      const form = await mine.get(path)
      expect([kind, form.status, form.text.includes(`href="${page}${ids[kind]}"`)]).toEqual([kind, 200, true])
      const hold = { holdReason: 'dispute', holdReviewOn: '2026-06-01' }
      for (const [deed, values] of [
        ['hold', hold],
        ['frigivelse', {}],
        ['arkiv', { archivedAs: '26/1' }],
      ] as const) {
        expect(await said(theirs.post(`${path}/${deed}`, values))).toEqual([kind, 404])
        if (deed !== 'arkiv') expect(await said(mine.post(`${path}/${deed}`, values))).toEqual([kind, 303])
        else expect(await said(mine.post(`${path}/${deed}`, { archivedAs: '' }))).toEqual([kind, 422])
        expect([kind, deed, (await mine.get(path)).text.includes(`${path}/frigivelse`)]).toEqual([kind, deed, deed === 'hold'])
      }
      expect(await said(theirs.get(path))).toEqual([kind, 404])
    }
  })

  it('nothing goes before its time, and what the archive must have not before it is there', async () => {
    await sweep()
    expect(await standing()).toEqual(expiringKinds)
    await at('2026-06-02', sweep)
    expect(await standing()).toEqual(expiringKinds.filter((kind) => kind !== 'loan_card'))
    expect((await (await app.as(dpo)).get(`/egne-opplysninger/${ids.subject_request}`)).text).toContain(
      'Blir ikke slettet før noen har skrevet hvor det er bevart i arkivet.',
    )
    await at('2040-01-01', async () => {
      const rules = (await (await app.as(dpo)).get('/sletting/regler')).text
      expect(rules).toContain('Henvendelse om egne opplysninger: 1 mangler arkivreferanse')
    })
  })

  it('S2-58 what shows that somebody has learnt something is kept while they work here; its time runs from the day they leave', async () => {
    const { personId: person } = await app.person('sandnes-helsefagarbeider')
    const id = await app.ctx(dpo, async (ctx) => makeCompletion(ctx, await makeRequirement(ctx), { person }))
    const since = () => app.ctx(dpo, async (ctx) => (await standingOf(ctx, expirings, 'training_completion', id))?.since)
    expect(await since()).toBeUndefined()
    for (const [active, day] of [
      [false, '2026-03-02'],
      [true, undefined],
    ] as const) {
      expect((await app.ctx(admin, (ctx) => setActive(ctx, person, null, active))).ok).toBe(true)
      expect(await since()).toBe(day)
    }
  })

  it('S2-58 that somebody has read a text is kept while they work here and it applies: its time runs from the day either ends', async () => {
    const reader = 'sandnes-helsefagarbeider'
    const { personId: person } = await app.person(reader)
    const id = await confirmed(reader, false)
    const since = () => app.ctx(dpo, async (ctx) => (await standingOf(ctx, expirings, 'article_confirmation', id))?.since)
    expect(await since()).toBeUndefined()
    const page = `/lesebekreftelser/${id}`
    const { text } = await (await app.as(dpo)).get(page)
    const article = /\/veiledning\/([0-9a-f-]{36})/.exec(text)?.[1] ?? ''
    const listed = async () => (await (await app.as(dpo)).get(`/veiledning/${article}/lest`)).text.includes(page)
    expect([(await (await app.as(reader)).get(page)).status, (await (await app.as('sandnes-ansatt')).get(page)).status]).toEqual([200, 404])
    expect(await listed()).toBe(false)
    for (const [active, day] of [
      [false, '2026-03-02'],
      [true, undefined],
    ] as const) {
      expect((await app.ctx(admin, (ctx) => setActive(ctx, person, null, active))).ok).toBe(true)
      expect([active, await since(), await listed()]).toEqual([active, day, !active])
    }
    app.clock.now = new Date('2026-03-05T08:00:00Z')
    await app.ctx(dpo, (ctx) => retireArticle(ctx, article, null))
    app.clock.now = began
    expect([await since(), await listed()]).toEqual(['2026-03-05', true])
    expect((await (await app.as(dpo)).get(`/veiledning/${article}`)).text).toContain(`/veiledning/${article}/lest`)
  })

  it('two who keep one back at once, and the clock beside them: one row, and nothing lost', async () => {
    const key = { type: 'access_grant', id: ids.access_grant } as const
    const hold = { holdReason: 'police', holdReviewOn: '2026-05-01' } as const
    const both = await Promise.all([leader, admin].map((slug) => app.ctx(slug, (ctx) => holdOwn(ctx, key, hold))))
    expect(both.map((one) => (one.ok ? 'held' : one.why)).sort()).toEqual(['held', 'nothingChanged'])
    expect(await app.ctx(leader, (ctx) => releaseOwn(ctx, key))).toMatchObject({ ok: true })
    expect(await app.ctx(leader, (ctx) => holdOwn(ctx, { ...key, id: randomUUID() }, hold))).toMatchObject({ why: 'notFound' })
  })

  it('whoever keeps one back is asked why and until when; it stands until it is let go, whatever the clock says', async () => {
    const officer = await app.as(leader)
    const path = `/sletting/egne/employment/${ids.employment}`
    expect((await officer.get(`/ansettelser/${ids.employment}`)).text).toContain('Varde sletter dette 1. mars 2028')
    const bare = await officer.post(`${path}/hold`, { holdReason: '', holdReviewOn: '' })
    expect([bare.status, bare.text.includes('Hvorfor trengs det?')]).toEqual([422, true])
    const past = await officer.post(`${path}/hold`, { holdReason: 'dispute', holdReviewOn: '2026-03-02' })
    expect([past.status, past.text.includes('Velg en dag som kommer.')]).toEqual([422, true])
    expect((await officer.post(`${path}/hold`, { holdReason: 'dispute', holdReviewOn: '2026-06-01' })).status).toBe(303)
    expect((await officer.get(path)).text).toContain('Tvist eller krav')
    expect((await officer.get('/oppgaver')).text).toContain('Se om det fortsatt må holdes tilbake')
    await at('2030-01-01', sweep)
    expect(await standing()).toContain('employment')
    for (const slug of ['sandnes-ansatt', 'sandnes-helsefagarbeider', 'sandnes-revisor', 'uio-leder'])
      expect([slug, [403, 404].includes((await (await app.as(slug)).post(`${path}/frigivelse`)).status)]).toEqual([slug, true])
    expect((await officer.post(`${path}/frigivelse`)).status).toBe(303)
    expect((await officer.get('/oppgaver')).text).not.toContain('Se om det fortsatt må holdes tilbake')
  })

  it('a second reason stands beside the first, each with its own day, and it is free when both have ended', async () => {
    const officer = await app.as(leader)
    const path = `/sletting/egne/employment/${ids.employment}`
    const holds = { dispute: '2026-06-01', police: '2026-07-01' }
    for (const [holdReason, holdReviewOn] of Object.entries(holds))
      expect((await officer.post(`${path}/hold`, { holdReason, holdReviewOn })).status).toBe(303)
    const page = (await officer.get(path)).text
    for (const words of ['Tvist eller krav', 'Politiet har saken', '1. juni 2026', '1. juli 2026']) expect(page).toContain(words)
    const [first = '', second = ''] = [...new Set([...page.matchAll(/hold\/([0-9a-f-]{36})"/g)].map(([, id]) => id))]
    expect((await officer.get(`${path}/hold/${first}`)).text).toContain('value="2026-06-01"')
    expect((await officer.post(`${path}/hold/${first}`, { holdReviewOn: '2026-03-02' })).status).toBe(422)
    expect((await officer.post(`${path}/hold/${first}`, { holdReviewOn: '2026-09-01' })).status).toBe(303)
    expect((await officer.get(path)).text).toContain('1. september 2026')
    expect((await officer.post(`${path}/frigivelse`)).status).toBe(422)
    expect((await officer.post(`${path}/frigivelse`, { hold: second })).status).toBe(303)
    await at('2030-01-01', sweep)
    expect(await standing()).toContain('employment')
    expect((await (await app.as('sandnes-ansatt')).post(`${path}/hold/${first}`, { holdReviewOn: '2026-10-01' })).status).not.toBe(303)
    expect((await officer.post(`${path}/frigivelse`, { hold: first })).status).toBe(303)
    expect((await officer.get('/oppgaver')).text).not.toContain('Se om det fortsatt må holdes tilbake')
  })

  it('S2-58 when its time is out it is gone from the database, the files, the search and the outbox; the log has how many, and nobody', async () => {
    for (const kind of expiringKinds.filter((one) => expirings(one).archived)) {
      const archived = await (await app.as(kept[kind][1])).post(`/sletting/egne/${kind}/${ids[kind]}/arkiv`, { archivedAs: '26/1234' })
      expect([kind, archived.status]).toEqual([kind, 303])
    }
    const files = await app.inOrganisation(organisationId, async (ctx) => {
      const all = await ctx.tx.selectFrom('file').selectAll().where('organisation_id', '=', organisationId).execute()
      const keys = await Promise.all(
        all.map(async (row) => ({ id: row.id, name: await saidAt(ctx, namePlace, row), key: await keyIn(ctx, row) })),
      )
      return keys.filter(({ name }) => name?.startsWith(word))
    })
    expect(files).toHaveLength(2)
    const content = async () => {
      const all = await Promise.all(files.map(({ id, key }) => openContent(app.house.vault, organisationId, id, key)))
      return Promise.all(all.map(async (one) => one && (await buffer(one)).toString()))
    }
    expect(await content()).toEqual([word, word])
    expect((await left(expiringKinds.map((kind) => ids[kind]))).length).toBeGreaterThan(10)
    await at('2031-03-03', sweep)
    expect(await standing()).toEqual([])
    const remove = removalHandler(app.inOrganisation, app.house.vault)
    for (const { id } of files) await remove({ organisationId, id }, { number: 1, last: true })
    expect(await content()).toEqual([undefined, undefined])
    expect(await left(expiringKinds.map((kind) => ids[kind]))).toEqual([])
    for (const slug of ['sandnes-ansatt', leader, dpo, admin]) {
      const client = await app.as(slug)
      expect((await client.post('/sok/finn', { ord: word }, { accept: 'application/json' })).text).not.toContain('href":"/ansettelser')
      for (const path of ['/varsler', '/oppgaver', '/egne-opplysninger', '/id-kort', '/ansettelser', '/tilganger'])
        expect([slug, path, (await client.get(path)).text.includes(word)]).toEqual([slug, path, false])
    }
    expect((await (await app.as(admin)).get('/logg')).text).toContain('Varde slettet egne oppføringer')
    await at('2031-03-04', sweep)
  })

  it('how long each is kept is the organisation’s own to say', async () => {
    const client = await app.as(admin)
    const page = (await client.get('/innstillinger/sletting-egne')).text
    expect(page).toContain('Hvor mange måneder beholder Varde sine egne oppføringer?')
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const form = Object.fromEntries(expiringKinds.map((kind) => [kind, kind === 'question' ? '6' : '24']))
    expect((await client.post('/innstillinger/sletting-egne', { version, ...form })).status).toBe(303)
    expect((await client.get('/sletting/regler')).text).toContain('6 måneder')
  })
})
