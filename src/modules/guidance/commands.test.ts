import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { hold } from '../reviews/commands.ts'
import { sourcesNamed } from '../sources/public.ts'
import { addSystem, systemFields } from '../systems/public.ts'
import { confirmArticle, deleteEdition, editArticle, retireArticle } from './commands.ts'
import { fetchReadyMade } from './commands-start.ts'
import { adoptNow, makeArticle, makePublished } from './factory.ts'
import { readerSweep } from './jobs.ts'
import { findArticle, shelf, withoutRoutine } from './queries.ts'
import { sharesOf, toConfirm } from './queries-confirmed.ts'
import { editionsOf, findPublished } from './queries-published.ts'

describeExample('guidance: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const keeper = 'sandnes-personvernombud'
  const openTasks = async (slug: string, article: string) => {
    const { personId } = await app.person(slug)
    return app.ctx(slug, ({ tx }) =>
      tx
        .selectFrom('task')
        .select(['key', 'due_at', 'about'])
        .where('subject_id', '=', personId)
        .where('kind', '=', 'article.confirm')
        .where('status', '=', 'open')
        .where('key', '=', article)
        .execute(),
    )
  }
  const textOf = async (id: string, bodyNb: string) =>
    app.ctx(keeper, async (ctx) => {
      const { values, version } = (await findArticle(ctx, id)) ?? { values: null, version: 0 }
      if (!values) throw new Error('gone')
      expect(await editArticle(ctx, id, version, { ...values, bodyNb })).toMatchObject({ ok: true })
    })

  it('S4-005 what is in force stays as it was until another edition is adopted, and who adopted it, when and where is kept', async () => {
    const id = await app.ctx(keeper, (ctx) => makePublished(ctx, { bodyNb: 'Første' }))
    await textOf(id, 'Andre')
    await app.ctx(keeper, async (ctx) => {
      expect((await findPublished(ctx, id))?.values.bodyNb).toBe('Første')
      await adoptNow(ctx, id)
      expect((await findPublished(ctx, id))?.values).toMatchObject({ bodyNb: 'Andre', edition: 2 })
      expect(
        (await editionsOf(ctx, id)).map(({ edition, content, adoptedBy, minutes, keepUntil }) => [
          edition,
          content.bodyNb,
          adoptedBy,
          minutes,
          keepUntil,
        ]),
      ).toEqual([
        [2, 'Andre', 'Ledergruppa', 'Sak 1/26', null],
        [1, 'Første', 'Ledergruppa', 'Sak 1/26', '2031-03-02'],
      ])
      expect(await deleteEdition(ctx, id, 1)).toMatchObject({ why: 'keptLonger' })
      expect(await deleteEdition(ctx, id, 7)).toMatchObject({ why: 'notFound' })
    })
  })

  it('S2-09 S4-012 whoever has not confirmed the edition in force has an open task; a new edition asks again', async () => {
    const id = await app.ctx(keeper, (ctx) => makePublished(ctx, { name: 'Må leses', titleEn: 'To be read', mustConfirm: 'yes' }))
    for (const slug of ['sandnes-ansatt', 'sandnes-leder', keeper]) expect([slug, (await openTasks(slug, id)).length]).toEqual([slug, 1])
    // Named as its reader reads it.
    expect((await openTasks('sandnes-ansatt', id))[0]?.about).toEqual({ nb: 'Må leses', nn: 'Må leses', en: 'To be read' })
    await app.ctx('sandnes-ansatt', async (ctx) => {
      const twice = [await confirmArticle(ctx, id, 1, 'nb', []), await confirmArticle(ctx, id, 1, 'nb', [])]
      expect(twice).toMatchObject([{ ok: true }, { why: 'nothingChanged' }])
      expect((await toConfirm(ctx, ctx.actor.personId)).map((one) => one.id)).not.toContain(id)
    })
    expect(await openTasks('sandnes-ansatt', id)).toEqual([])
    expect((await openTasks('sandnes-leder', id)).length).toBe(1)
    await app.ctx(keeper, async (ctx) => {
      const published = await findPublished(ctx, id)
      const shares = published ? await sharesOf(ctx, published, 'all') : []
      expect(shares.reduce((all, { confirmed }) => all + confirmed, 0)).toBe(1)
    })
    await textOf(id, 'Ny utgave')
    await app.ctx(keeper, (ctx) => adoptNow(ctx, id))
    expect((await openTasks('sandnes-ansatt', id)).length).toBe(1)
    await app.ctx('sandnes-ansatt', async (ctx) => expect(await confirmArticle(ctx, id, 1, 'nb', [])).toMatchObject({ why: 'newEdition' }))
    await app.ctx(keeper, (ctx) => retireArticle(ctx, id, null))
    expect(await openTasks('sandnes-ansatt', id)).toEqual([])
  })

  it('whoever is not asked at once has the task at the next round', async () => {
    const id = await app.ctx(keeper, (ctx) => makePublished(ctx, { mustConfirm: 'yes' }))
    await app.ctx('sandnes-leder', async ({ tx, actor }) => {
      await tx.deleteFrom('task').where('subject_id', '=', actor.personId).where('key', '=', id).execute()
    })
    expect(await openTasks('sandnes-leder', id)).toEqual([])
    await readerSweep.run(await app.round(keeper))
    expect((await openTasks('sandnes-leder', id)).length).toBe(1)
    await app.ctx(keeper, (ctx) => retireArticle(ctx, id, null))
  })

  it('whoever comes after the text is given days of their own to read it, which stay; another edition has its own', async () => {
    const slug = 'sandnes-helsefagarbeider'
    const { personId } = await app.person(slug)
    const works = (active: boolean) =>
      app.ctx(keeper, ({ tx }) => tx.updateTable('person').set({ active }).where('id', '=', personId).execute())
    const due = async (id: string) => (await openTasks(slug, id)).map((task) => task.due_at?.toISOString())
    await works(false)
    const id = await app.ctx(keeper, (ctx) => makePublished(ctx, { name: 'Står lenge', mustConfirm: 'yes' }))
    await works(true)
    app.clock.now = new Date('2026-09-18T08:00:00Z')
    await readerSweep.run(await app.round(keeper))
    expect(await due(id)).toEqual(['2026-10-02T22:00:00.000Z'])
    app.clock.now = new Date('2026-09-20T08:00:00Z')
    const another = await app.ctx(keeper, (ctx) => makePublished(ctx, { mustConfirm: 'yes' }))
    expect([await due(id), await due(another)]).toEqual([['2026-10-02T22:00:00.000Z'], ['2026-10-04T22:00:00.000Z']])
    await textOf(id, 'Ny utgave')
    await app.ctx(keeper, (ctx) => adoptNow(ctx, id))
    await readerSweep.run(await app.round(keeper))
    expect(await due(id)).toEqual(['2026-10-04T22:00:00.000Z'])
    for (const one of [id, another]) await app.ctx(keeper, (ctx) => retireArticle(ctx, one, null))
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('S0-07 a unit’s own routine stands first for its people, and is not among another unit’s', async () => {
    const mine = await app.person('sandnes-ansatt')
    const unit = await app.ctx('sandnes-ansatt', async ({ tx }) =>
      tx.selectFrom('person').select('unit_id').where('id', '=', mine.personId).executeTakeFirstOrThrow(),
    )
    const other = await app.ctx(keeper, ({ tx, actor }) =>
      tx
        .selectFrom('unit')
        .select('id')
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '<>', unit.unit_id ?? '')
        .where('name', '=', 'Dokumentsenter')
        .executeTakeFirstOrThrow(),
    )
    const made = (name: string, where: string | null) =>
      app.ctx(keeper, (ctx) => makePublished(ctx, { name, kind: 'routine', unit: where }))
    const ids = [await made('Felles rutine', null), await made('Vår rutine', unit.unit_id), await made('Deres rutine', other.id)]
    await app.ctx('sandnes-ansatt', async (ctx) => {
      const shown = (await shelf(ctx)).filter(({ id }) => ids.includes(id)).map(({ values }) => values.name)
      expect(shown).toEqual(['Vår rutine', 'Felles rutine'])
    })
    const page = (await (await app.as('sandnes-ansatt')).get('/rutiner')).text
    const at = ['Vår rutine', 'Felles rutine', 'Deres rutine'].map((name) => page.indexOf(`>${name}<`))
    expect([(at[0] ?? 0) > 0, (at[0] ?? 0) < (at[1] ?? 0), at[2]]).toEqual([true, true, -1])
  })

  it('S4-017 a system in use is in the gap report until a routine in force covers it; a draft does not', async () => {
    await app.ctx(keeper, async (ctx) => {
      const system = newId(ctx.now)
      await addSystem(ctx, system, { ...emptyValues(systemFields), name: 'Nytt system', inUse: 'yes' })
      const lacks = async () => (await withoutRoutine(ctx, 'system')).some(({ id }) => id === system)
      expect(await lacks()).toBe(true)
      const routine = await makeArticle(ctx, { kind: 'routine', systems: [system] })
      expect(await lacks()).toBe(true)
      await adoptNow(ctx, routine)
      expect(await lacks()).toBe(false)
      await retireArticle(ctx, routine, null)
      expect(await lacks()).toBe(true)
    })
  })

  it('S3-01 a review that is held makes it looked through that day; the task of it is its owner’s', async () => {
    const owner = await app.person('sandnes-leder')
    const id = await app.ctx(keeper, (ctx) => makePublished(ctx, { owner: owner.personId }))
    app.clock.now = new Date('2027-03-03T08:00:00Z')
    await app.ctx('sandnes-leder', async (ctx) => {
      const held = { heldOn: '2027-03-03', found: 'Stemmer.', participants: [], nextOn: null }
      expect(await hold(ctx, { type: 'article', id }, newId(ctx.now), held)).toMatchObject({ ok: true })
      expect((await findArticle(ctx, id))?.values.checkedOn).toBe('2027-03-03')
    })
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('the ready-made texts come once: guidance and tips in force, handbook and routines as drafts', async () => {
    await app.ctx('uio-administrator', async (ctx) => {
      const count = await fetchReadyMade(ctx, 'Universitetsdirektøren')
      expect(count).toBeGreaterThan(20)
      expect(await fetchReadyMade(ctx, 'Rektor')).toBe(0)
      const shown = await shelf(ctx)
      expect(shown.filter(({ values }) => values.kind === 'handbook' || values.kind === 'routine')).toEqual([])
      expect(shown.length).toBe(count - 2)
      expect([...new Set(shown.map(({ values }) => values.adoptedBy))]).toEqual(['Universitetsdirektøren'])
      for (const { values } of shown) expect([values.titleNb, values.titleNn, values.titleEn].every((title) => title !== null)).toBe(true)
    })
    await app.ctx('uio-ansatt', async (ctx) => expect(await fetchReadyMade(ctx, null)).toBe(0))
  })

  it('fetched without a word of who has adopted them, the ready-made texts are drafts that nobody reads or confirms', async () => {
    const admin = await app.as('oslomet-administrator')
    const asked = (await admin.get('/artikler/ferdige')).text
    expect(asked).toContain('Hvem har vedtatt tekstene?')
    const read = async () => app.ctx('oslomet-ansatt', shelf)
    const before = await read()
    expect((await admin.post('/artikler/ferdige', { adoptedBy: 'x'.repeat(200) })).status).toBe(422)
    const fetched = await admin.post('/artikler/ferdige', { adoptedBy: ' ' })
    expect([fetched.status, fetched.location]).toEqual([303, '/artikler'])
    expect(await read()).toEqual(before)
    const drafts = (await admin.get('/artikler')).text
    expect(drafts).toContain('Utkast')
    expect(drafts).not.toContain('Vedtatt av Varde')
    // Pressed twice nothing more comes, and nothing is adopted by the second press.
    expect((await admin.post('/artikler/ferdige', { adoptedBy: 'Rektor' })).status).toBe(303)
    expect(await read()).toEqual(before)
    expect((await (await app.as('oslomet-ansatt')).get('/artikler/ferdige')).status).toBe(403)
  })

  it('what the ready-made texts refer to is called as the organisation writes', async () => {
    for (const [slug, law, other] of [
      ['sauda-administrator', 'Forvaltningslova', 'Forvaltningsloven'],
      ['oslomet-administrator', 'Forvaltningsloven', 'Forvaltningslova'],
    ] as const)
      await app.ctx(slug, async (ctx) => {
        await fetchReadyMade(ctx, null)
        const names = (await sourcesNamed(ctx, [law, other])).map(({ values }) => values.name)
        expect([slug, names]).toEqual([slug, [law]])
      })
  })
})
