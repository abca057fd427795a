import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../../test/support/app.ts'
import { assessCase, openCase, who } from '../../test/support/cases.ts'
import { describeExample } from '../../test/support/database.ts'
import { readPdf } from '../../test/support/read-pdf.ts'
import { newId } from '../kernel/ids.ts'
import { removeFromKept } from '../modules/kept/commands.ts'
import { keepForm } from '../modules/kept/store.ts'

// Synthetic: the month is 80 more than any real one.
const number = '15838530181'
const name = 'Fjellhamar'
const canary = `Tirsdag fekk ein forelder karakterane til Kari ${name}, nummer ${number}, på e-post.`
const instead = 'Ein forelder fekk karakterane til ein elev.'
/** The same number as others write it further. */
const otherwise = `Eleven (158385 30181), ${name}s mor, ringte.`

describeExample('Removed text', (db) => {
  let app: TestApp
  let ombud: Client
  beforeAll(async () => {
    app = await testApp(db())
    ombud = await app.as(who.sauda.assessor)
  }, 120_000)
  afterAll(() => app.stop())

  const run = (statement: RawBuilder<unknown>) => app.ctx(who.sauda.assessor, (ctx) => statement.execute(ctx.tx).then(() => undefined))

  /** Every row of every table where one of the marks stands, as text, and in binary as bytes. */
  const places = async (): Promise<readonly string[]> =>
    db()
      .owner.transaction()
      .execute(async (tx) => {
        const { organisationId } = await app.person(who.sauda.assessor)
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        const { rows } = await sql<{ schema: string; name: string }>`
          select table_schema as schema, table_name as name from information_schema.tables
          where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(tx)
        const found: string[] = []
        for (const { schema, name: table } of rows)
          for (const mark of [name, number, '158385 30181', Buffer.from(number).toString('hex'), Buffer.from(name).toString('hex')]) {
            const counted = await sql<{ n: number }>`
              select count(*)::integer as n from ${sql.table(`${schema}.${table}`)} t where t::text ilike ${`%${mark}%`}`.execute(tx)
            if (counted.rows[0]?.n) found.push(table)
          }
        return [...new Set(found)].sort()
      })

  /** Pages, files and documents that can be reached from the case, and show it still. */
  const showing = async (reader: Client, id: string): Promise<readonly string[]> => {
    const seen = new Set<string>()
    const found: string[] = []
    const ways = [`/avvik/${id}`, '/avvik', '/', '/oppgaver', '/meldinger', '/logg']
    for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      const answer = await reader.get(path)
      const text = answer.headers.get('content-type')?.includes('pdf') ? readPdf(answer.bytes).pages.join('') : answer.text
      if (text.includes(name) || text.includes(number)) found.push(path)
      for (const [, href = ''] of answer.text.matchAll(/(?:href|src|action)="([^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&')
        if (next.startsWith(`/avvik/${id}`) || next.startsWith('/dokumenter/')) ways.push(next)
      }
    }
    return found.sort()
  }

  /** A case with the text copied, quoted and written again in everything a handler may write. */
  const full = async () => {
    const id = await openCase(app, 'sauda', { affectedKnown: 'exact', affectedCount: 1, whatHappened: canary, mainCause: otherwise })
    await assessCase(app, 'sauda', id, {
      level: 'medium',
      levelReason: `Fordi: ${canary}`,
      largeScale: 'no',
      newTechnology: 'no',
      advice: otherwise,
    })
    for (const kind of ['preliminary', 'complete']) {
      const made = await ombud.post(`/avvik/${id}/datatilsynet`, { kind })
      expect(made.status).toBe(303)
      // The first is put away: it was never sent, and must lose the text too.
      if (kind === 'preliminary') await run(sql`update authority_notice set status = 'discarded' where deviation_id = ${id}`)
    }
    expect((await ombud.post(`/avvik/${id}/berorte`, { language: 'nn' })).status).toBe(303)
    await run(sql`update subject_message set advice = ${otherwise} where deviation_id = ${id}`)
    await run(sql`update authority_notice set documentation = ${otherwise} where deviation_id = ${id} and status = 'draft'`)
    const { organisationId, personId } = await app.person(who.sauda.assessor)
    await run(sql`insert into deviation_handling (organisation_id, deviation_id, short_name, extent, containment)
      values (${organisationId}, ${id}, ${`Saka om ${name}`}, ${canary}, ${otherwise})
      on conflict (organisation_id, deviation_id) do update set short_name = excluded.short_name, extent = excluded.extent, containment = excluded.containment`)
    await run(sql`insert into deviation_closing (organisation_id, deviation_id, circumstances, memo_incident, lessons)
      values (${organisationId}, ${id}, ${canary}, ${`Faktum:\n${canary.replaceAll(' ', '\n')}`}, ${otherwise})
      on conflict (organisation_id, deviation_id) do update set circumstances = excluded.circumstances, memo_incident = excluded.memo_incident`)
    const key = () => newId(app.clock.now)
    await run(sql`insert into deviation_measure (organisation_id, id, deviation_id, position, what, state)
      values (${organisationId}, ${key()}, ${id}, 0, ${otherwise}, 'planned')`)
    await run(sql`insert into deviation_inquiry (organisation_id, id, deviation_id, to_reporter, person_id, question, asked_by, asked_at, answer, answered_at)
      values (${organisationId}, ${key()}, ${id}, false, ${personId}, ${canary}, ${personId}, ${app.clock.now}, ${otherwise}, ${app.clock.now})`)
    await run(sql`insert into deviation_meeting (organisation_id, id, deviation_id, at, place, agenda, participants, called_by, called_at)
      values (${organisationId}, ${key()}, ${id}, ${app.clock.now}, 'Rom 1', ${canary}, '[]', ${personId}, ${app.clock.now})`)
    return id
  }

  const redact = async (id: string) => {
    const version = /name="version" value="(\d+)"/.exec((await ombud.get(`/avvik/${id}/sladding?felt=whatHappened`)).text)?.[1] ?? ''
    const answer = await ombud.post(`/avvik/${id}/sladding`, { felt: 'whatHappened', version, how: 'replace', text: instead, why: 'name' })
    expect(answer.status).toBe(303)
    return (await ombud.get(answer.location ?? '')).text
  }

  test('S1-42 what is removed for ever stands in no table, page, document or file of the case, however it was copied or written', async () => {
    const id = await full()
    const before = await places()
    // The search itself finds what is there: a table that is not searched would pass without a word.
    for (const table of [
      'deviation',
      'deviation_assessment',
      'deviation_closing',
      'deviation_handling',
      'deviation_inquiry',
      'deviation_measure',
    ])
      expect(before).toContain(table)
    for (const table of ['deviation_meeting', 'authority_notice', 'subject_message']) expect(before).toContain(table)
    expect((await showing(ombud, id)).length).toBeGreaterThan(6)
    const said = await redact(id)
    expect(await places()).toEqual([])
    expect(await showing(ombud, id)).toEqual([])
    expect(said).toContain('alt i saka som kan endrast')
    expect(said).not.toContain('Men han står framleis i det som er sendt, signert eller avgjort')
    expect((await ombud.get(`/avvik/${id}`)).text).toContain('karakterane til ein elev')
  }, 120_000)

  test('S1-42 forms kept of the case and names of its files lose the text; what a file holds nobody has read, and that is said', async () => {
    const id = await openCase(app, 'sauda', { affectedKnown: 'exact', affectedCount: 1, whatHappened: canary })
    const elsewhere = await openCase(app, 'sauda')
    const writer = await app.person(who.sauda.assessor)
    const keep = (of: string) =>
      app.ctx(who.sauda.assessor, (ctx) =>
        keepForm(
          ctx.tx,
          app.house,
          writer,
          { address: `/avvik/${of}/behandling`, form: { extent: canary, mark: ['x'] }, posted: true },
          ctx.now,
        ),
      )
    await keep(id)
    const sent = await ombud.send(`/filer/deviation/${id}/nye`, [
      { name: `Vurdering ${name}.txt`, content: Buffer.from('a') },
      { name: `Vurdering ${name} ${number}.txt`, content: Buffer.from('a') },
    ])
    expect(sent.status).toBe(303)
    expect((await ombud.get('/beholdt')).text).toContain(name)
    expect((await ombud.get(`/avvik/${id}`)).text).toContain(`Vurdering ${name}`)
    expect(await places()).not.toContain('file')
    const said = await redact(id)
    expect(await places()).toEqual([])
    expect(said).toContain('2 filer er lagde ved saka. Innhaldet er ikkje lese.')
    expect(said).not.toContain('Men han står framleis')
    const kept = (await ombud.get('/beholdt')).text
    expect(kept).not.toContain(name)
    expect(kept).toContain('karakterane til ein elev')
    expect((await ombud.get(`/avvik/${id}`)).text).toContain('Vurdering [fjerna')
    // What is kept of another case is somebody else's text.
    await keep(elsewhere)
    await app.ctx(who.sauda.assessor, (ctx) => removeFromKept(ctx, id, () => 'borte'))
    expect((await ombud.get('/beholdt')).text).toContain(name)
  }, 120_000)

  test('S1-42 what is sent, signed or decided stands, and the redaction says what it is and who has it', async () => {
    const id = await openCase(app, 'sauda', { affectedKnown: 'exact', affectedCount: 1, whatHappened: canary })
    await assessCase(app, 'sauda', id, { level: 'medium', levelReason: 'Fordi.', largeScale: 'no', newTechnology: 'no' })
    expect((await ombud.post(`/avvik/${id}/datatilsynet`, { kind: 'complete' })).status).toBe(303)
    const { organisationId, personId } = await app.person(who.sauda.assessor)
    await run(sql`update authority_notice set status = 'sent', sent_at = ${app.clock.now}, registered_at = ${app.clock.now}, registered_by = ${personId}
      where deviation_id = ${id}`)
    await run(sql`insert into deviation_decision (organisation_id, id, deviation_id, kind, outcome, reason, decided_by, decided_at)
      values (${organisationId}, ${newId(app.clock.now)}, ${id}, 'breach', 'yes', ${otherwise}, ${personId}, ${app.clock.now})`)
    const said = await redact(id)
    expect(said).toContain('Men han står framleis i det som er sendt, signert eller avgjort')
    expect(said).toMatch(/melding 1 til Datatilsynet, send [^(]*\(Datatilsynet har ho\)/)
    expect(said).toMatch(/avgjerda [^(]*\(står i saka\)/)
    expect(await places()).toEqual(['authority_notice', 'deviation_decision'])
  }, 120_000)
})
