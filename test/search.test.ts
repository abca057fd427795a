import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { columnOf } from '../src/kernel/columns.ts'
import { newId } from '../src/kernel/ids.ts'
import { wordsIn } from '../src/kernel/words.ts'
import { reference } from '../src/modules/deviation/deviation.ts'
import { redactField } from '../src/modules/deviation/report/commands.ts'
import { makeSystem } from '../src/modules/systems/factory.ts'
import { systemFields } from '../src/modules/systems/fields.ts'
import { type Client, type TestApp, testApp } from './support/app.ts'
import { reportBy } from './support/cases.ts'
import { describeDatabase } from './support/database.ts'

type Told = {
  readonly said: string
  readonly groups: readonly {
    readonly label: string
    readonly hits: readonly { href: string; title: string; beside: string }[]
    all: unknown
  }[]
}

/** The search from anywhere: over all that one may see, by the words as people write them, and nothing of it kept. */
describeDatabase('the search from anywhere', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  const find = async (client: Client, ord: string): Promise<Told> =>
    JSON.parse((await client.post('/sok/finn', { ord }, { accept: 'application/json' })).text) as Told
  const hrefs = async (slug: string, ord: string) =>
    (await find(await app.as(slug), ord)).groups.flatMap(({ hits }) => hits.map(({ href }) => href))
  const report = async (slug: string, whatHappened: string) => {
    const sent = await reportBy(app, slug, { categories: ['MISSENT_EMAIL'], whatHappened })
    return { id: sent.id, number: reference(sent) ?? '' }
  }

  it.each([
    ['journal', 'Pasientjournalen låg open.'],
    ['journalene', 'En journal ble skrevet ut.'],
    ['Pasientjournal', 'pasientjournaler kom på avveie'],
    ['sakane', 'Saka vart delt.'],
    ['hendelsene', 'En hendelse i går.'],
    ['lå', 'Den LÅ på bordet.'],
    ['aasen skole', 'Skolen i Åsen.'],
    ['ÅSEN', 'Skulen på Aasen.'],
    ['blåbær', 'BLÅBÆRSYLTETØY'],
    ['konvo', 'To brev i konvolutten.'],
    ['og brevet', 'Et brev.'],
    ['c-4711', 'Rommet C-4711.'],
    ['ola@uni.no', 'Sendt til ola@uni.no i stedet.'],
    ['arkivkode', '«Arkivkoden» (ny)'],
  ])('%s is found in: %s', async (asked, text) => {
    const { rows } = await sql<{ found: boolean }>`
      select varde_words(${text}) @@ varde_asked(${[...wordsIn(asked)]}::text[]) as found`.execute(db().web)
    expect(rows).toEqual([{ found: true }])
  })
  it.each([
    ['journal brev', 'En journal.'],
    ['ledelse', 'Han ledet møtet ledig.'],
    ['ur', 'Pasientjournalen.'],
    ['a', 'Avdelingen.'],
  ])('%s is not found in: %s', async (asked, text) => {
    const { rows } = await sql<{ found: boolean }>`
      select varde_words(${text}) @@ varde_asked(${[...wordsIn(asked)]}::text[]) as found`.execute(db().web)
    expect(rows).toEqual([{ found: false }])
  })

  it('every page is there before anything is searched for, folded by errand', async () => {
    const page = (await (await app.as('sandnes-administrator')).get('/sok')).text
    const folds = [...page.matchAll(/<details class="ds-details v-details"[^>]*><summary>([^<]+) \(\d+\)<\/summary>/g)].map(
      ([, word]) => word,
    )
    expect(folds).toEqual(expect.arrayContaining(['Organisasjon', 'Registre', 'Internkontroll']))
    expect(page).toContain('href="/innstillinger"')
    expect(page).not.toMatch(/<details[^>]*v-details[^>]* open/)
  })

  it('two cases of one kind without a short name are told apart by their first words; by those who may read them alone', async () => {
    const told = async (slug: string, ord: string) =>
      (await find(await app.as(slug), ord)).groups.flatMap(({ hits }) => hits).filter(({ href }) => href.startsWith('/avvik/'))
    const one = await report(
      'oslomet-ansatt',
      'Gulrotlista frå kantina vart send til feil klasse. Der stod mange namn, og éin av dei ringde.',
    )
    const two = await report('oslomet-ansatt', 'Gulrotbrevet låg open i gangen.')
    for (const slug of ['oslomet-sikkerhet', 'oslomet-ansatt']) {
      const hits = new Map((await told(slug, 'gulrot')).map(({ href, beside }) => [href, beside]))
      expect(hits.get(`/avvik/${one.id}`)).toMatch(/^Gulrotlista frå kantina vart send til feil klasse\. Der stod … · 2026-/)
      expect(hits.get(`/avvik/${two.id}`)).toMatch(/^Gulrotbrevet låg open i gangen\. · 2026-/)
    }
    // Whoever is only asked finds the case by its number, and reads none of its words.
    const officer = await app.as('oslomet-sikkerhet')
    const page = (await officer.get(`/avvik/${two.id}/sporsmal`)).text
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const person = (await app.person('oslomet-systemeier')).personId
    const question = { to: 'person', person, role: 'leader', question: 'Kva veit du?', dueAt: '2026-03-02T16:00' }
    expect((await officer.post(`/avvik/${two.id}/sporsmal`, { version, ...question })).status).toBe(303)
    const [asked] = await told('oslomet-systemeier', two.number)
    expect(asked?.title).toBe('Spørsmål til deg')
    expect(asked?.beside).toMatch(/^2026-/)
  })

  it('reads the longest text there can be, of whatever signs', async () => {
    const long = Array.from(
      { length: 1300 },
      (_, n) => `${String.fromCodePoint(0x4e00 + n).repeat(12)}${'世界人民大会堂前後左右'.slice(n % 7)}`,
    )
    const { id } = await report('sauda-ansatt', long.join(' ').slice(0, 8000))
    expect(id).toBeTruthy()
    const huge = Array.from({ length: 4000 }, (_, n) =>
      `${n}世界人民大会堂前後左右上中下`.replace(/\d/g, (d) => String.fromCodePoint(0x4e00 + Number(d))),
    )
    await sql`select varde_words(${huge.join(' ')})`.execute(db().web)
  })

  it('whoever works on a case, and whoever reported it, find it by its words; nobody else does, and nothing of it is counted', async () => {
    const { id, number } = await report('sauda-ansatt', 'Ei kanariliste med elevar låg på trappa.')
    const at = `/avvik/${id}`
    expect(await hrefs('sauda-personvernombud', 'kanarilister')).toEqual([at])
    expect(await hrefs('sauda-ansatt', 'kanariliste trapp')).toEqual([at])
    // By its number too, however it is written.
    expect(await hrefs('sauda-ansatt', number)).toContain(at)
    expect(await hrefs('sauda-personvernombud', `sak ${number.replace('-0', '/')}`)).toContain(at)
    for (const [slug, ord] of [
      ['sauda-sykepleier', 'kanariliste'],
      ['sauda-sykepleier', number],
      ['sandnes-personvernombud', 'kanariliste'],
      ['sandnes-administrator', 'kanariliste'],
    ] as const)
      expect((await find(await app.as(slug), ord)).groups, `${slug} ${ord}`).toEqual([])
    // A name that is not theirs to know is in no answer, on the page either.
    const nurse = await app.as('sauda-sykepleier')
    const page = await nurse.get((await nurse.post('/sok', { ord: 'kanariliste' })).location ?? '')
    expect(page.text).toContain('Ingen treff')
    expect(page.text).not.toContain(id)
  })

  it('S4-138 whoever is only asked finds the case by its number, and by none of its words', async () => {
    const { id, number } = await report('sauda-ansatt', 'Ei spørjeliste kom bort.')
    const { personId } = await app.person('sauda-sykepleier')
    await db()
      .owner.transaction()
      .execute(async (tx) => {
        const { organisationId } = await app.person('sauda-ansatt')
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        await sql`update deviation set access_persons = access_persons || ${personId}::uuid where id = ${id}`.execute(tx)
        await sql`insert into deviation_inquiry (organisation_id, id, deviation_id, to_reporter, person_id, question, asked_by, asked_at)
          values (${organisationId}, ${newId(new Date())}, ${id}, false, ${personId}, 'Kva?', ${personId}, now())`.execute(tx)
      })
    expect(await hrefs('sauda-sykepleier', 'spørjeliste')).toEqual([])
    const told = await find(await app.as('sauda-sykepleier'), number)
    expect(told.groups.flatMap(({ hits }) => hits)).toHaveLength(1)
    expect(told.groups[0]?.hits[0]).toMatchObject({ href: `/avvik/${id}`, title: expect.not.stringMatching(/avvege|liste/i) })
  })

  it('a case is found by what its kind is called, and a system by its purpose; people by whoever may open their pages', async () => {
    const { id } = await report('uio-ansatt', 'Den ble borte.')
    await app.ctx('uio-ansatt', (ctx) =>
      ctx.tx
        .updateTable('deviation')
        .set({ categories: ['LOST_ITEM'], what_happened: 'x' })
        .where('id', '=', id)
        .execute(),
    )
    const admin = await app.as('uio-administrator')
    expect((await find(await app.as('uio-cert'), 'mistet')).groups.flatMap(({ hits }) => hits.map(({ href }) => href))).toContain(
      `/avvik/${id}`,
    )
    const system = await app.ctx('uio-administrator', (ctx) =>
      makeSystem(ctx, { name: 'Fronter', purpose: 'Karakterbøkene til studentene' }),
    )
    expect(await hrefs('uio-ansatt', 'karakterbok')).toEqual([])
    expect(await hrefs('uio-ansatt', 'karakterbøker')).toEqual([`/systemer/${system}`])
    expect((await find(admin, 'saksbehandler')).groups.map(({ label }) => label)).toContain('Personer')
    expect((await find(await app.as('uio-ansatt'), 'saksbehandler')).groups.map(({ label }) => label)).not.toContain('Personer')
  })

  it('S1-42 a word that is removed from a text is gone from the index in the same transaction', async () => {
    const { organisationId } = await app.person('sauda-personvernombud')
    const { id } = await report('sauda-ansatt', 'Karakterane til Fjellhamar vart sende feil.')
    const inIndex = () =>
      db()
        .owner.selectFrom('word_index')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where(sql<boolean>`words::text ~ 'hamar'`)
        .execute()
    expect(await inIndex()).toEqual([{ id }])
    await app.ctx('sauda-personvernombud', async (ctx) => {
      const done = await redactField(ctx, id, null, 'whatHappened', 'Karakterane til ein elev vart sende feil.', 'name')
      expect(done.ok).toBe(true)
    })
    expect(await inIndex()).toEqual([])
    expect(await hrefs('sauda-personvernombud', 'fjellhamar')).toEqual([])
    expect(await hrefs('sauda-personvernombud', 'karakterane elev')).toEqual([`/avvik/${id}`])
  })

  it('S4-131 a protected reporter finds the own case by its words; the index does not say whose it is', async () => {
    const { id } = await report('sandnes-ansatt', 'En varslerperm ble lest.')
    const { personId } = await app.person('sandnes-ansatt')
    expect(await hrefs('sandnes-ansatt', 'varslerperm')).toEqual([`/avvik/${id}`])
    const rows = await db().owner.selectFrom('word_index').selectAll().where('id', '=', id).execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(personId)
  })

  it('every page that has no record in its address is reached by the search, by whoever may open it and nobody else', async () => {
    /** Pages that lead somewhere before or beside the search itself. */
    const excused = new Set(['/logg-inn', '/glemt-passord', '/demo', '/sok', '/passord', '/beholdt'])
    const pages = modules
      .flatMap(({ routes }) => routes)
      .filter(({ method, path }) => method === 'GET' && !/[:.*]/.test(path) && !excused.has(path))
    for (const slug of ['sauda-ansatt', 'sauda-administrator', 'sauda-personvernombud', 'sauda-revisor'] as const) {
      const client = await app.as(slug)
      const reached = new Set(await app.ctx(slug, async (ctx) => (await ctx.house.waysTo(ctx, '', 'nb')).map(({ href }) => href)))
      for (const { path } of pages) {
        const answer = await client.get(path)
        const opens = answer.status === 200
        // A file is fetched from its page.
        if (answer.headers.get('content-disposition')) continue
        // The list of cases is empty to whoever has only an employee's role: it opens, and nothing leads there.
        if (path === '/avvik' && opens) continue
        expect(reached.has(path), `${slug} ${path} ${opens ? 'opens' : 'is shut'}`).toBe(opens)
      }
      for (const href of reached) expect((await client.get(href)).status, `${slug} ${href}`).toBe(200)
    }
  }, 90_000)

  it('leads to pages and deeds by their names and by what people call them', async () => {
    expect(await hrefs('sauda-ansatt', 'meld av')).toContain('/avvik/ny')
    expect((await hrefs('sauda-ansatt', 'meld'))[0]).toBe('/avvik/ny')
    expect(await hrefs('sauda-administrator', 'innstill')).toEqual(['/innstillinger'])
    expect(await hrefs('sauda-ansatt', 'innstill')).toEqual([])
    expect(await hrefs('sauda-administrator', 'legg til system')).toEqual(['/systemer/nytt'])
  })

  it('more than is shown leads to the list, where the same words stand', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n++) ids.push((await report('sauda-ansatt', 'Vaktlisten for kantinen ble delt.')).id)
    const dpo = await app.as('sauda-personvernombud')
    const { groups } = await find(dpo, 'vaktliste')
    expect(groups[0]?.hits.map(({ href }) => href)).toEqual(
      ids
        .toReversed()
        .slice(0, 5)
        .map((id) => `/avvik/${id}`),
    )
    const all = groups[0]?.all as { readonly href: string }
    const list = await dpo.get(all.href)
    expect(list.text).toContain('value="vaktliste"')
    for (const id of ids) expect(list.text).toContain(`/avvik/${id}`)
    // An employee has no such list.
    expect((await find(await app.as('sauda-ansatt'), 'vaktliste')).groups[0]?.all).toBeNull()
  })

  it('S4-167 is logged with who and when; the words stand in no address, no answer that is kept, and nowhere in the database', async () => {
    const dpo = await app.as('uio-cert')
    const sent = await dpo.post('/sok', { ord: 'Ola Leitar 01815012345' })
    expect(sent.status).toBe(303)
    expect(decodeURIComponent(sent.location ?? '')).not.toMatch(/Leitar|0181501/)
    const page = await dpo.get(sent.location ?? '')
    expect(page.text).toContain('value="Ola Leitar 01815012345"')
    expect([...page.text.matchAll(/(?:href|action|src)="([^"]*)"/g)].filter(([, href]) => /Leitar|0181501/.test(href ?? ''))).toEqual([])
    app.clock.now = new Date(app.clock.now.getTime() + 25 * 3_600_000)
    const { organisationId, personId } = await app.person('uio-cert')
    const later = await app.ctx('uio-cert', async (ctx) => {
      const { writeDue } = await import('../src/kernel/audit-later.ts')
      await writeDue({ ...ctx, now: app.clock.now }, 100)
      return ctx.tx.selectFrom('audit_event').selectAll().where('organisation_id', '=', organisationId).execute()
    })
    expect(later.filter(({ type, actor_id }) => type === 'access.searched' && actor_id === personId)).toMatchObject([
      { data: { count: expect.any(Number), per: expect.stringMatching(/hour|day/) } },
    ])
    expect(JSON.stringify(later)).not.toMatch(/Leitar|0181501/)
  })
})

describeDatabase('the index of words', (db) => {
  const registers = modules.filter(({ finds }) => finds !== undefined)
  const triggered = (table: string) =>
    sql<{ args: string }>`select encode(tgargs, 'escape') as args from pg_trigger t where tgrelid = ${table}::regclass and tgname = 'words'`
      .execute(db().owner)
      .then(({ rows }) => rows.map(({ args }) => args.split('\\000').filter((one) => one !== '')))

  it('reads the name and every text of a register', async () => {
    expect(registers.map(({ name }) => name)).toEqual(expect.arrayContaining(['people', 'systems', 'deviation']))
    const { rows: tables } = await sql<{ table: string }>`
      select c.relname as table from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('version', 'sort_key', 'id')) = 3`.execute(
      db().owner,
    )
    // Units are found where people are; a view that somebody saved is no record; a request or a question is for those it was sent to; of an
    // article what is published is found; who has access to what, and who is employed, is in no index, nor is a recording or its deletion, nor who has which card and device; what a look at a log came to is for those who own it, and that a record is kept back stands on the record.
    const closed = [
      'unit',
      'saved_view',
      'agreement_request',
      'question',
      'training_need',
      'article',
      'access_grant',
      'employment',
      'recording',
      'deletion',
      'mailbox_access',
      'id_card',
      'loan_card',
      'device',
      'equipment_delivery',
      'log_review',
      'own_record',
    ]
    for (const { table } of tables.filter((one) => !closed.includes(one.table))) expect(await triggered(table), table).toHaveLength(1)
    const texts = Object.entries(systemFields).flatMap(([name, field]) => (field.kind === 'text' ? [columnOf(systemFields, name)] : []))
    expect(await triggered('system')).toEqual([texts])
  })

  it('is the database’s own: whoever serves the pages neither reads nor writes it', async () => {
    for (const statement of ['select 1 from word_index', 'delete from word_index', "update word_index set readers = '{*}'"])
      await expect(sql.raw(statement).execute(db().web)).rejects.toThrow(/permission denied/)
  })
})
