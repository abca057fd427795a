import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { importSteps } from '../../app/house.ts'
import type { InOrganisation } from '../../kernel/jobs.ts'
import { importHandler, importSweep } from '../../register/import/jobs.ts'
import { addPerson, loadActor } from '../people/public.ts'
import { makeSystem } from './factory.ts'

type Rows = readonly (readonly (string | number | boolean | Date | null)[])[]
const sheet = (rows: Rows, more: object = {}) => writeXlsx({ sheets: [{ name: 'Ark1', rows: rows.map((row) => [...row]), ...more }] })
const csv = (text: string) => Buffer.from(text)

describeExample('systems: import', (db) => {
  let app: TestApp
  let admin: Client
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sauda-administrator')
  }, 180_000)
  afterAll(() => app.stop())
  beforeEach(async () => {
    app.clock.now = new Date('2026-03-02T08:00:00Z')
    admin = await app.as('sauda-administrator')
    await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.deleteFrom('register_import').where('organisation_id', '=', ctx.actor.organisationId).execute(),
    )
  })

  const systemRows = (name: string) =>
    app.ctx('sauda-administrator', (ctx) =>
      ctx.tx
        .selectFrom('system')
        .select(['id', 'name', 'purpose', 'in_use', 'version', 'owner_id', 'data_kinds'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('name', 'like', `${name}%`)
        .orderBy('name')
        .execute(),
    )
  const send = async (content: Uint8Array, as = admin) => as.send('/systemer/import', [{ name: 'systemer.bin', content }])
  /** Reads a file and takes the columns as guessed; answers with the page of what will happen. */
  const looked = async (content: Uint8Array, mapping?: Readonly<Record<string, string>>) => {
    const at = (await send(content)).location ?? ''
    const columns = await admin.get(at)
    const guessed = Object.fromEntries(
      [...columns.text.matchAll(/<select[^>]*name="(kolonne\.\d+)"[\s\S]*?<\/select>/g)].map(([html, name = '']) => [
        name,
        /<option selected value="([^"]*)"/.exec(html)?.[1] ?? '',
      ]),
    )
    const answer = await admin.post(`${at}/kolonner`, { ...guessed, ...mapping })
    return { at, columns, answer, page: await admin.get(at) }
  }
  const facts = (html: string) => [...html.matchAll(/<dt>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)].map(([, label, n]) => `${label}: ${n}`)

  it('adds and changes what the file says, and a second time nothing: its key tells which is which', async () => {
    await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Ephorte', purpose: 'Gamal' }))
    const file = await sheet([
      ['Namn', 'Kva blir systemet brukt til?', 'Er systemet i bruk?', 'Hva slags opplysninger ligger der?'],
      ['EPHORTE', 'Sak og arkiv', 'Ja', 'Kontaktopplysninger, Saker og arkiv'],
      ['Importert skolesystem', 'Skole', 'yes', 'Helseopplysninger'],
    ])
    const first = await looked(file)
    expect(facts(first.page.text)).toEqual(['Blir lagde til: 1', 'Blir endra: 1', 'Uendra: 0', 'Avviste: 0'])
    expect(first.page.text).toContain('Kva blir systemet brukt til?: Gamal → Sak og arkiv')
    expect(await systemRows('Importert')).toEqual([])
    const done = await admin.post(`${first.at}/gjennomforing`)
    expect(done.location).toBe(first.at)
    // Pressed twice.
    await admin.post(`${first.at}/gjennomforing`)
    expect(facts((await admin.get(first.at)).text)).toEqual(['Lagde til: 1', 'Endra: 1', 'Uendra: 0', 'Avviste: 0'])
    expect(await systemRows('Importert')).toMatchObject([{ purpose: 'Skole', in_use: 'yes', data_kinds: ['health'], version: 1 }])
    expect(await systemRows('EPHORTE')).toMatchObject([{ purpose: 'Sak og arkiv', version: 2 }])
    const again = await looked(file)
    expect(facts(again.page.text)).toEqual(['Blir lagde til: 0', 'Blir endra: 0', 'Uendra: 2', 'Avviste: 0'])
    expect(again.page.text).toContain('Ingen rader gir noko nytt')
  })

  it('says of each row why it is refused, keeps the others, and gives the refused back as a file with why', async () => {
    const { at, page } = await looked(
      csv('Namn;Er systemet i bruk?;Systemeigar\nAvvist 1;kanskje;\nAvvist 2;ja;Ingen Heiter Slik\n;ja;\nAvvist 4;ja;\navvist 4;ja;\n'),
    )
    expect(facts(page.text)).toEqual(['Blir lagde til: 1', 'Blir endra: 0', 'Uendra: 0', 'Avviste: 4'])
    for (const why of [
      '«Er systemet i bruk?»: «kanskje» er ikkje eitt av svara.',
      '«Systemeigar»: vi finn ikkje «Ingen Heiter Slik».',
      '«Namn» er tom.',
      'Same «Namn» som på rad 5.',
    ])
      expect(page.text).toContain(why)
    const book = await readXlsx((await admin.get(`${at}/avvist/xlsx`)).bytes)
    const rows = book.sheets[0]?.rows ?? []
    expect(rows[0]).toEqual(['Kvifor', 'Rad', 'Namn', 'Er systemet i bruk?', 'Systemeigar'])
    expect(rows.slice(1).map(([, row, name]) => [row, name])).toEqual([
      [2, 'Avvist 1'],
      [3, 'Avvist 2'],
      [4, ''],
      [6, 'avvist 4'],
    ])
    await admin.post(`${at}/gjennomforing`)
    expect((await systemRows('Avvist')).map(({ name }) => name)).toEqual(['Avvist 4'])
  })

  it('a column that is said to be what every object has is left out, as one that is said to be nothing', async () => {
    const { answer, page } = await looked(csv('Namn;Noko heilt anna\nKolonnesystemet;ja\n'), { 'kolonne.1': 'constructor' })
    expect([answer.status, page.status]).toEqual([303, 200])
  })

  it('one who is two is asked about, and the address tells which', async () => {
    await app.ctx('sauda-administrator', async (ctx) => {
      for (const email of ['kari.en@example.org', 'kari.to@example.org'])
        await addPerson(ctx, { name: 'Kari Importert', email, unit: null, leader: null, locale: null })
    })
    const { page } = await looked(csv('Namn,Er systemet i bruk?,Systemeigar\nTo Kari,ja,Kari Importert\nEin Kari,ja,KARI.TO@example.org\n'))
    expect(facts(page.text)).toEqual(['Blir lagde til: 1', 'Blir endra: 0', 'Uendra: 0', 'Avviste: 1'])
    expect(page.text).toContain('fleire heiter «Kari Importert»')
  })

  it('what is exported comes back unchanged, those who have left too', async () => {
    const exported = (await admin.get('/systemer/utdrag/xlsx?kolonner=purpose.ownerUnit.owner.superUser.dataKinds.inUse')).bytes
    const { page } = await looked(exported)
    const [added, changed, , refused] = facts(page.text)
    expect([added, changed, refused]).toEqual(['Blir lagde til: 0', 'Blir endra: 0', 'Avviste: 0'])
  })

  it('formulas, dates, joined cells, faults, blank lines and headings further down are each told of', async () => {
    const cells = new Map<string, object>([
      ['4,1', { formula: 'A1&"x"', formulaResult: 'ja', value: 'ja', type: 'formula' }],
      ['5,1', { formula: 'A1&"y"', type: 'formula' }],
    ])
    const rows: Rows = [
      ['Systemer i Sauda', null, null],
      [null, null, null],
      ['Namn', 'Er systemet i bruk?', 'Namn'],
      [null, null, null],
      ['Rart 1', 'x', null],
      ['Rart 2', null, null],
      ['Rart 3', null, null],
      ['Rart 4', '#REF!', null],
      ['Rart 5', true, null],
    ]
    const { columns, page } = await looked(await sheet(rows, { cells, merges: [{ startRow: 5, startCol: 1, endRow: 6, endCol: 1 }] }))
    expect(columns.text).toContain('Overskriftene ser ut til å stå på rad 3.')
    expect(columns.text).toContain('Overskrifta «Namn» står fleire gonger.')
    expect(columns.text).toContain('2 celler er formlar.')
    expect(columns.text).toContain('1 stader er celler slått saman.')
    expect(columns.text).toContain('2 tomme rader er hoppa over.')
    expect(facts(page.text)).toEqual(['Blir lagde til: 2', 'Blir endra: 0', 'Uendra: 0', 'Avviste: 3'])
    expect(page.text).toContain('cella er ein formel utan verdi')
    expect(page.text).toContain('cella er slått saman med ei anna')
    expect(page.text).toContain('cella viser feilen #REF!')
  })

  it('two columns for one question, or none for the key, is said where it is', async () => {
    const file = csv('Namn\tSkildring\nA\tB\n')
    const twice = await looked(file, { 'kolonne.0': 'name', 'kolonne.1': 'name' })
    expect(twice.answer.status).toBe(422)
    expect(twice.answer.text).toContain('To kolonnar er valde til «Namn».')
    expect((await looked(file, { 'kolonne.0': '', 'kolonne.1': 'purpose' })).answer.text).toContain('Ingen kolonne er vald til «Namn».')
  })

  it('what a column was chosen to be is remembered, for this organisation alone', async () => {
    await looked(csv('Fagsystem;Ditt og datt\nA;B\n'), { 'kolonne.0': 'name', 'kolonne.1': 'purpose' })
    const at = (await send(csv('FAGSYSTEM;Ditt og datt\nA;B\n'))).location ?? ''
    const { text } = await admin.get(at)
    expect(text).toMatch(/name="kolonne\.0"[\s\S]*?selected value="name"/)
    expect(text).toMatch(/name="kolonne\.1"[\s\S]*?selected value="purpose"/)
    const other = await app.as('sandnes-administrator')
    const theirs = await other.get((await send(csv('Fagsystem;Ditt og datt\nA;B\n'), other)).location ?? '')
    expect(theirs.text).not.toMatch(/selected value="name"/)
  })

  it.each([
    ['UTF-8 with its mark, semicolons', csv('\ufeffNamn;Er systemet i bruk?\nÆøå 1;ja\n')],
    ['Latin-1, commas', Buffer.from('Namn,Er systemet i bruk?\n\u00c6\u00f8\u00e5 1,ja\n', 'latin1')],
    ['UTF-8, tabs', csv('Namn\tEr systemet i bruk?\nÆøå 1\tja\n')],
    [
      'UTF-16, as Excel writes Unicode text',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Namn\tEr systemet i bruk?\nÆøå 1\tja\n', 'utf16le')]),
    ],
    ['a line that says what stands between', csv('sep=;\r\nNamn;Er systemet i bruk?\r\n"Æøå 1";ja\r\n')],
  ])('text is read as it was written: %s', async (_, content) => {
    const { page } = await looked(content)
    expect(facts(page.text)).toEqual(['Blir lagde til: 1', 'Blir endra: 0', 'Uendra: 0', 'Avviste: 0'])
    expect(page.text).toContain('Æøå 1')
  })

  it('what is no table is refused with what to do, and leaves nothing', async () => {
    const cases: readonly [Uint8Array, string][] = [
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'gamle Excel-formatet'],
      [Buffer.from('%PDF-1.7\u0000\u0001'), 'ikkje ein tabell'],
      [Buffer.from('PK\u0003\u0004tull'), 'ikkje ein tabell'],
      [csv('\n\n'), 'fann ingen rader'],
      [csv(Array.from({ length: 10_100 }, (_, n) => `Rad ${n}`).join('\n')), 'for mange rader'],
      [csv(Array.from({ length: 70 }, (_, n) => `K${n}`).join(';')), 'for mange kolonnar'],
    ]
    for (const [content, says] of cases) {
      const answer = await send(content)
      expect([answer.status, answer.text.includes(says)], says).toEqual([422, true])
    }
    expect((await admin.send('/systemer/import', [])).text).toContain('Vel ei fil først.')
    const left = await app.ctx('sauda-administrator', (ctx) => ctx.tx.selectFrom('register_import').select('id').execute())
    expect(left).toEqual([])
  }, 180_000)

  it('an import is undone as a whole within a day; what somebody changed meanwhile is left and named', async () => {
    await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Angre 0', purpose: 'Før' }))
    const { at } = await looked(
      csv('Namn;Kva blir systemet brukt til?;Er systemet i bruk?\nAngre 0;Etter;ja\nAngre 1;x;ja\nAngre 2;x;ja\nAngre 3;x;ja\n'),
    )
    await admin.post(`${at}/gjennomforing`)
    const [, one, two] = await systemRows('Angre')
    await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx
        .updateTable('system')
        .set({ version: 2 })
        .where('id', '=', one?.id ?? '')
        .execute(),
    )
    await admin.send(`/filer/system/${two?.id}/nye`, [{ name: 'a.txt', content: csv('hei') }])
    await admin.post(`${at}/angring`)
    const { text } = await admin.get(at)
    expect(facts(text)).toEqual(['Angra: 2', 'Vart ståande: 2'])
    expect(text).toContain('Nokon har endra posten i mellomtida.')
    expect(text).toContain('nokon har lagt noko til han.')
    expect(await systemRows('Angre')).toMatchObject([
      { name: 'Angre 0', purpose: 'Før', version: 3 },
      { name: 'Angre 1' },
      { name: 'Angre 2' },
    ])
    const log = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.selectFrom('audit_event').select(['type']).where('type', 'like', 'system.%').orderBy('id', 'desc').limit(3).execute(),
    )
    expect(log.map(({ type }) => type)).toEqual(['system.importUndone', 'system.edited', 'system.takenBack'])
  })

  it('after a day nothing is undone, and what the rows said is deleted', async () => {
    const { at } = await looked(csv('Namn;Er systemet i bruk?\nDøgnet 1;ja\n'))
    await admin.post(`${at}/gjennomforing`)
    app.clock.now = new Date('2026-03-03T07:59:59Z')
    admin = await app.as('sauda-administrator')
    expect((await admin.get(at)).text).toContain(`${at}/angring`)
    app.clock.now = new Date('2026-03-03T08:00:00Z')
    admin = await app.as('sauda-administrator')
    expect((await admin.get(at)).text).not.toContain(`${at}/angring`)
    await admin.post(`${at}/angring`)
    expect(await systemRows('Døgnet')).toHaveLength(1)
    app.clock.now = new Date('2026-03-03T09:00:00Z')
    admin = await app.as('sauda-administrator')
    await importSweep.run(await app.round('sauda-administrator'))
    const rows = await app.ctx('sauda-administrator', (ctx) => ctx.tx.selectFrom('register_import_row').select('row').execute())
    expect(rows).toEqual([])
    expect((await admin.get(at)).text).toContain('Radene er sletta.')
  })

  const inOrganisation: InOrganisation = (organisationId, work) => app.inOrganisation(organisationId, work)
  const handler = importHandler(
    inOrganisation,
    async ({ tx, actor, now }, personId) => (await loadActor(tx, actor.organisationId, personId, now))?.actor,
    importSteps,
  )

  it('a large one goes on in the worker after the first rows, and after a worker that was killed from where it was', async () => {
    const many = Array.from({ length: 225 }, (_, n) => `Stort ${String(n).padStart(3, '0')};ja`).join('\n')
    const { at, page } = await looked(csv(`Namn;Er systemet i bruk?\n${many}\n`))
    expect(page.text).toContain('50 av 225 rader er ferdige.')
    expect(page.text).toMatch(/<noscript><meta http-equiv="refresh" content="3"\/><\/noscript>/)
    const job = { organisationId: (await app.person('sauda-administrator')).organisationId, id: at.split('/').at(-1) }
    await handler(job, { number: 1, last: false })
    expect(facts((await admin.get(at)).text)[0]).toBe('Blir lagde til: 225')
    await admin.post(`${at}/gjennomforing`)
    expect(await systemRows('Stort')).toHaveLength(50)
    // The worker dies in the middle of its rows: its transaction is undone, the one before stands.
    let transactions = 0
    const dying: InOrganisation = (organisationId, work) =>
      inOrganisation(organisationId, async (ctx) => {
        const came = await work(ctx)
        transactions += 1
        if (transactions === 2) throw new Error('killed')
        return came
      })
    const steps = importHandler(
      dying,
      async ({ tx, actor, now }, personId) => (await loadActor(tx, actor.organisationId, personId, now))?.actor,
      importSteps,
    )
    await expect(steps(job, { number: 1, last: false })).rejects.toThrow('killed')
    expect(await systemRows('Stort')).toHaveLength(55)
    await handler(job, { number: 2, last: false })
    expect(await systemRows('Stort')).toHaveLength(225)
    expect(facts((await admin.get(at)).text)).toEqual(['Lagde til: 225', 'Endra: 0', 'Uendra: 0', 'Avviste: 0'])
    const events = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.selectFrom('audit_event').select(['data']).where('type', '=', 'system.imported').execute(),
    )
    // Its clock stands still here, and the others stand beside it in no order.
    expect(events.map(({ data }) => data)).toContainEqual(expect.objectContaining({ done: 225, refused: 0 }))
  }, 180_000)

  it('one that cannot go on says where it stopped, and goes on when somebody says so', async () => {
    const many = Array.from({ length: 95 }, (_, n) => `Stans ${String(n).padStart(3, '0')};ja`).join('\n')
    const { at } = await looked(csv(`Namn;Er systemet i bruk?\n${many}\n`))
    const job = { organisationId: (await app.person('sauda-administrator')).organisationId, id: at.split('/').at(-1) }
    await handler(job, { number: 1, last: false })
    await admin.post(`${at}/gjennomforing`)
    let first = true
    const failing: InOrganisation = (organisationId, work) => {
      if (!first) return inOrganisation(organisationId, work)
      first = false
      return Promise.reject(new Error('no database'))
    }
    await expect(importHandler(failing, async () => undefined, importSteps)(job, { number: 6, last: true })).rejects.toThrow('no database')
    expect((await admin.get(at)).text).toContain('Han kom til rad 51.')
    await admin.post(`${at}/fortsettelse`)
    expect(await systemRows('Stans')).toHaveLength(95)
  }, 180_000)

  it('only whoever may add imports, and each row is done with the rights they have then', async () => {
    const employee = await app.as('sauda-ansatt')
    for (const path of ['/systemer/import', '/systemer/import/mal']) expect((await employee.get(path)).status).toBe(403)
    expect((await employee.send('/systemer/import', [{ name: 'x.csv', content: csv('Namn\nX\n') }])).status).toBe(403)
    const { at } = await looked(csv('Namn;Er systemet i bruk?\nRettar 1;ja\n'))
    expect((await employee.get(at)).status).toBe(403)
    expect((await (await app.as('sandnes-administrator')).get(at)).status).toBe(404)
    await admin.post(`${at}/sletting`)
    expect((await admin.get(at)).status).toBe(404)
    expect(await systemRows('Rettar')).toEqual([])
  })

  it('the worker does the rows with the rights of whoever set them going, and none for one who has left', async () => {
    const many = Array.from({ length: 225 }, (_, n) => `Retten ${String(n).padStart(3, '0')};ja`).join('\n')
    const { at } = await looked(csv(`Namn;Er systemet i bruk?\n${many}\n`))
    const { organisationId, personId } = await app.person('sauda-administrator')
    const job = { organisationId, id: at.split('/').at(-1) }
    await handler(job, { number: 1, last: false })
    await admin.post(`${at}/gjennomforing`)
    const actor = (await app.ctx('sauda-ansatt', async (ctx) => ctx)).actor
    await importHandler(inOrganisation, async () => undefined, importSteps)(job, { number: 1, last: false })
    expect(await systemRows('Retten')).toHaveLength(50)
    await admin.post(`${at}/fortsettelse`)
    expect(await systemRows('Retten')).toHaveLength(100)
    await importHandler(inOrganisation, async () => actor, importSteps)(job, { number: 1, last: false })
    expect(await systemRows('Retten')).toHaveLength(100)
    expect(facts((await admin.get(at)).text)).toEqual(['Lagde til: 100', 'Endra: 0', 'Uendra: 0', 'Avviste: 125'])
    const log = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.selectFrom('audit_event').select('actor_id').where('type', '=', 'system.added').orderBy('id', 'desc').limit(1).execute(),
    )
    expect(log).toEqual([{ actor_id: personId }])
  }, 180_000)

  it('one that a worker left lying is put in the queue again; one that is done is not thrown away, nor opened by another register', async () => {
    const many = Array.from({ length: 250 }, (_, n) => `Ligg ${String(n).padStart(3, '0')};ja`).join('\n')
    const { at } = await looked(csv(`Namn;Er systemet i bruk?\n${many}\n`))
    const id = at.split('/').at(-1)
    const queued: object[] = []
    const round = await app.round('sauda-administrator')
    const sweep = (now: Date) =>
      importSweep.run({
        ...round,
        now,
        inOrganisation: (organisationId, work) =>
          inOrganisation(organisationId, (ctx) =>
            work({ ...ctx, house: { ...ctx.house, enqueue: async (_, queue, data) => void queued.push({ queue, ...data }) } }),
          ),
      })
    await sweep(new Date(app.clock.now.getTime() + 30_000))
    expect(queued).toEqual([])
    await sweep(new Date(app.clock.now.getTime() + 61_000))
    expect(queued).toEqual([{ queue: 'import', organisationId: round.organisationIds[0], id }])
    const { at: done } = await looked(csv('Namn;Er systemet i bruk?\nLigg ferdig;ja\n'))
    await admin.post(`${done}/gjennomforing`)
    await admin.post(`${done}/sletting`)
    expect((await admin.get(done)).status).toBe(200)
    expect((await admin.get(done.replace('/systemer/', '/personer/'))).status).toBe(404)
    // Nor is what a column means in one register taken in another.
    await looked(csv('Fagsystem;Ditt og datt\nA;B\n'), { 'kolonne.0': 'name', 'kolonne.1': '' })
    const people = await admin.send('/personer/import', [{ name: 'p.csv', content: csv('Fagsystem;Ditt og datt\nA;B\n') }])
    const columns = (await admin.get(people.location ?? '')).text
    expect(columns).toContain('name="kolonne.0"')
    expect(columns).not.toMatch(/selected value="name"/)
  }, 180_000)
})
