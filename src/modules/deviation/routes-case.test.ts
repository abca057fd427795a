import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { reportBy } from '../../../test/support/cases.ts'
import { describeDatabase } from '../../../test/support/database.ts'
import { asOwner } from '../../db/transaction.ts'
import { localInput } from '../../kernel/calendar/calendar.ts'
import { newId } from '../../kernel/ids.ts'
import { forgetKeys } from '../../kernel/keys.ts'
import { forgetIn } from '../../kernel/lasting.ts'
import type { Preset } from '../../kernel/profile.ts'
import { cutOf, listing, pageSize } from '../../register/listing.ts'
import { type List, type View, viewOf } from '../../register/view.ts'
import { makeArticle, makePublished } from '../guidance/factory.ts'
import { takeCase } from './commands.ts'
import { hoursFrom, someMonday } from './factory.ts'
import type { Report } from './fields-report.ts'
import { list } from './overview/list.tsx'
import { reportOffers } from './queries-references.ts'

const assessors: Readonly<Record<Preset, string>> = {
  oslomet: 'oslomet-sikkerhet',
  uio: 'uio-cert',
  sauda: 'sauda-personvernombud',
  sandnes: 'sandnes-personvernombud',
}
const text = 'En liste ble sendt til feil mottaker.'

describeDatabase('the worklist and the case page', (db, kind) => {
  let app: TestApp
  let dpo: Client
  beforeAll(async () => {
    app = await testApp(db(), someMonday)
    dpo = await app.as('sauda-personvernombud')
  })
  afterAll(() => app.stop())
  afterEach(() => {
    app.clock.now = someMonday
  })

  /** Closed without the way there, for what a closed case allows. */
  const shut = (slug: string, id: string) =>
    app.ctx(slug, (ctx) =>
      ctx.tx
        .updateTable('deviation')
        .set({ status: 'closed' })
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('id', '=', id)
        .execute(),
    )
  /** A report sent by one of the example people, discovered two hours before `now`. */
  const report = async (slug: string, over: Partial<Report> = {}, hoursAgo = 0): Promise<string> =>
    (await reportBy(app, slug, { categories: ['MISSENT_EMAIL'], whatHappened: text, ...over }, hoursFrom(someMonday, -hoursAgo))).id
  const eventsOf = (slug: string, id: string | null, type: string) =>
    app.ctx(slug, (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select(['type', 'data', 'actor_id', 'actor_kind'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', id === null ? 'is' : '=', id)
        .where('type', '=', type)
        .execute(),
    )
  const version = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

  const searched = async (ord: string) => (await dpo.get((await dpo.post('/avvik/sok', { ord })).location ?? '')).text

  describe('the list', () => {
    it('says what to do where there is nothing', async () => {
      const page = await (await app.as('uio-cert')).get('/avvik')
      expect(page.status).toBe(200)
      expect(page.text).toContain('Ingen åpne avvik')
      expect(page.text).toContain('href="/avvik/ny"')
    })

    it('the menu marks the cases for whoever handles one, and the own reports for whoever reported it', async () => {
      const href = `/avvik/${await report('sauda-personvernombud')}`
      const other = `/avvik/${await report('sauda-ansatt')}`
      // An errand with several pages and the first of its pages have one address.
      const marked = async (client: Client, address: string) => [
        ...new Set([...(await client.get(address)).text.matchAll(/<a href="([^"]+)" aria-current="page"/g)].map(([, place]) => place)),
      ]
      expect(await marked(dpo, other)).toEqual(['/avvik'])
      expect(await marked(await app.as('sauda-ansatt'), other)).toEqual(['/avvik/mine'])
      expect(await marked(await app.as('sauda-ansatt'), `${other}/kvittering`)).toEqual(['/avvik/mine'])
      expect(await marked(dpo, `${href}/dokumenter`)).toEqual(['/avvik'])
    })

    it('F53 S3-11 shows a case to those with a part in it, and to nobody else in this organisation or another', async () => {
      const id = await report('sauda-ansatt')
      const href = `/avvik/${id}`
      expect((await dpo.get('/avvik')).text).toContain(href)
      for (const slug of [
        'sauda-ansatt',
        'sauda-leder',
        'sauda-revisor',
        'sauda-administrator',
        'sandnes-personvernombud',
        'oslomet-sikkerhet',
      ]) {
        expect((await (await app.as(slug)).get('/avvik')).text, slug).not.toContain(href)
      }
    })

    const referenceOf = (id: string): Promise<string> =>
      app.ctx('sauda-personvernombud', async (ctx) => {
        const row = await ctx.tx.selectFrom('deviation').select(['year', 'number']).where('id', '=', id).executeTakeFirstOrThrow()
        return `${row.year}-${String(row.number).padStart(4, '0')}`
      })

    it('S3-08 finds a case by its number in another system, by its own, and by no other', async () => {
      const id = await report('sauda-ansatt', { externalReference: 'C-4711' })
      const found = async (search: string) => (await searched(search)).includes(`/avvik/${id}`)
      expect(await found('c-4711')).toBe(true)
      const number = /(2026-\d{4})/.exec(await searched('C-4711'))?.[1]
      expect(number).toBe(await referenceOf(id))
      expect(await found(number ?? '')).toBe(true)
      expect(await found('C-9')).toBe(false)
      expect(await found('2025-0001')).toBe(false)
      // The number stands in the case, and the case is found when it is closed too.
      expect((await dpo.get(`/avvik/${id}`)).text).toContain('<dd>C-4711</dd>')
      await shut('sauda-personvernombud', id)
      expect((await dpo.get('/avvik')).text).not.toContain(`/avvik/${id}`)
      expect(await found('C-4711')).toBe(true)
    })

    it('narrows by each filter, and every narrowed view is logged by its filters and hits, never by what was looked for', async () => {
      const urgent = await report('sauda-sykepleier', { serious: 'yes', categories: ['LOST_ITEM'] }, 100)
      const plain = await report('sauda-ansatt')
      const shows = async (query: string) => {
        const page = (await dpo.get(`/avvik?${query}`)).text
        return [page.includes(`/avvik/${urgent}`), page.includes(`/avvik/${plain}`)]
      }
      expect(await shows('haster=ja')).toEqual([true, false])
      expect(await shows('frist=over')).toEqual([true, false])
      expect(await shows('kategori=MISSENT_EMAIL')).toEqual([false, true])
      expect(await shows('venter=meg')).toEqual([true, true])
      expect(await shows('status=mottatt')).toEqual([true, true])
      expect(await shows('status=under-behandling')).toEqual([false, false])
      expect(await shows('aar=2025')).toEqual([false, false])
      expect(await shows('type=itEquipment')).toEqual([false, false])
      const unit = await app.ctx('sauda-sykepleier', async (ctx) => ctx.actor.unitId)
      expect(await shows(`enhet=${unit}`)).toEqual([true, false])
      const logged = await eventsOf('sauda-personvernombud', null, 'deviation.listed')
      expect(logged).toContainEqual(expect.objectContaining({ data: { filters: ['urgent'], hits: 1, more: false } }))
      await searched('C-4711')
      expect(JSON.stringify(await eventsOf('sauda-personvernombud', null, 'deviation.listed'))).not.toContain('4711')
    })

    it('logs no plain list: that is no search', async () => {
      const before = (await eventsOf('sauda-personvernombud', null, 'deviation.listed')).length
      await dpo.get('/avvik')
      expect((await eventsOf('sauda-personvernombud', null, 'deviation.listed')).length).toBe(before)
    })
  })

  describe('a long list', () => {
    const many = 2 * pageSize + 7
    beforeAll(async () => {
      for (let n = 0; n < many; n++) await report('oslomet-ansatt', n % 5 === 0 ? { personalData: 'no' } : {}, n % 7)
      // Told already: its deadline is no longer what is nearest.
      await app.ctx('oslomet-sikkerhet', (ctx) =>
        sql`update deviation set authority_track = 'notOwed' where organisation_id = ${ctx.actor.organisationId} and number % 11 = 0`.execute(
          ctx.tx,
        ),
      )
    })
    const cases = listing(list)
    const allPages = (filters: View['filters'] = {}) =>
      app.ctx('oslomet-sikkerhet', async (ctx) => {
        const pages: (typeof list extends List<infer R> ? readonly R[] : never)[] = []
        let after: string | null = null
        do {
          const { rows, more, count } = await cases.page(ctx, { ...viewOf(list, filters), after })
          expect(count).toBe(many)
          pages.push(rows)
          after = more ? (rows.at(-1)?.id ?? null) : null
        } while (after)
        return pages
      })

    it('is paged without a gap and without a double, in both orders', async () => {
      for (const filters of [{}, { status: 'alle' }]) {
        const pages = await allPages(filters)
        expect(pages.map((page) => page.length)).toEqual([pageSize, pageSize, many - 2 * pageSize])
        expect(new Set(pages.flat().map((row) => row.id)).size).toBe(many)
      }
    })

    it('puts what is nearest its deadline first, and what has no clock running last', async () => {
      const rows = (await allPages()).flat()
      const running = rows.filter((row) => row.running)
      expect(rows.slice(0, running.length)).toEqual(running)
      const due = running.map((row) => row.notifyBy?.getTime() ?? 0)
      expect(due).toEqual(due.toSorted((a, b) => a - b))
    })

    it('has a next page and a way back to the first', async () => {
      const team = await app.as('oslomet-sikkerhet')
      const first = await team.get('/avvik')
      const next = /href="(\/avvik\?etter=[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&')
      const second = await team.get(next ?? 'there is no next page')
      expect(second.status).toBe(200)
      expect(second.text).toContain('Til starten')
      const refs = (page: string): readonly string[] => page.match(/2026-\d{4}(?=<)/g) ?? []
      expect(refs(first.text)).toHaveLength(pageSize)
      expect(refs(first.text).filter((one) => refs(second.text).includes(one))).toEqual([])
    })

    if (kind === 'postgres')
      it('is read by the index on deadlines, also with twenty thousand cases', async () => {
        await app.ctx('oslomet-sikkerhet', async (ctx) => {
          // The words of each are indexed as it comes: twenty thousand at once take longer than any request may.
          await sql`set local statement_timeout = 0`.execute(ctx.tx)
          await sql`insert into deviation (organisation_id, id, status, profile_version, year, number, language, channel, created_at, received_at,
              notify_by, access_roles, personal_data, discovered_at)
            select ${ctx.actor.organisationId}, gen_random_uuid(), case when n % 10 = 0 then 'open' else 'closed' end, 1, 2020, n, 'nb', 'form',
              now(), now(), date_trunc('milliseconds', now()) + n * interval '1 minute', '{centralAssessor}', 'yes', now()
            from generate_series(1, 20000) n`.execute(ctx.tx)
        })
        await sql`analyze deviation`.execute(db().owner)
        const plan = await app.ctx('oslomet-sikkerhet', async (ctx) => {
          const view = viewOf(list)
          const { cut } = await cutOf(list, ctx, view, await list.rows(ctx, view), pageSize + 1)
          const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${cut}`.execute(ctx.tx)
          return rows.map((row) => row['QUERY PLAN']).join('\n')
        })
        await app.ctx('oslomet-sikkerhet', async (ctx) => {
          await sql`set local statement_timeout = 0`.execute(ctx.tx)
          await ctx.tx.deleteFrom('deviation').where('year', '=', 2020).execute()
        })
        expect(plan).toContain('deviation_by_deadline')
      }, 180_000)
  })

  describe('the page of a case', () => {
    const presets = Object.keys(assessors) as Preset[]

    it.each(presets)('S1-33 S3-24 S4-066 shows the clock, both open tasks and the delay of the report, in %s', async (preset) => {
      // A period that is over when somebody sees it: neither its beginning nor its end counts.
      const period = { periodFrom: hoursFrom(someMonday, -50), periodTo: hoursFrom(someMonday, -20), periodState: 'ended' } as const
      const id = await report(`${preset}-ansatt`, period, 8)
      const page = await (await app.as(assessors[preset])).get(`/avvik/${id}`)
      expect(page.status).toBe(200)
      // Discovered ten hours ago: 62 of the 72 are left.
      expect(page.text).toMatch(/62 tim(er|ar) (igjen|att)/)
      const tasks = (id: string, before: string) => page.text.slice(page.text.indexOf(`id="${id}"`), page.text.indexOf(`id="${before}"`))
      expect(tasks('behandling', 'vurdering')).toMatch(/v-tasks.*Stans og (begrens|avgrens) skaden/s)
      expect(tasks('vurdering', 'varsling')).toMatch(/v-tasks.*Vurder risikoen/s)
      // Said on the folded lines too, without opening them.
      const line = (title: string) => new RegExp(`<h2[^>]*>${title}</h2>.*?</summary>`, 's').exec(page.text)?.[0]
      expect(line('Stans og behandling')).toMatch(/Vent(er|ar) på deg/)
      expect(line('Vurdering')).toMatch(/Vent(er|ar) på deg/)
      expect(page.text).toMatch(/2 tim(er|ar) etter at det (ble|vart) oppdag(et|a)/)
      for (const time of ['tidspunkter', 'hvem', 'i-saken', 'hendelser']) expect(page.text).toContain(`id="${time}"`)
    })

    it('S4-066 S3-09 discovered at 08.00 and reported at 11.30: the case says three and a half hours, also where it was no personal data', async () => {
      const at = (time: string) => new Date(`2026-03-02T${time}:00+01:00`)
      const reported = async (over: Partial<Report>) => {
        const hoursAgo = (someMonday.getTime() - at('11:30').getTime()) / 3_600_000
        return report('sandnes-ansatt', { discoveredAt: at('08:00'), periodFrom: at('03:00'), periodTo: at('07:00'), ...over }, hoursAgo)
      }
      app.clock.now = at('15:00')
      const officer = await app.as('sandnes-personvernombud')
      const desk = await app.as('sandnes-servicedesk')
      const times = async (who: Client, id: string) => {
        const { text } = await who.get(`/avvik/${id}`)
        return text.slice(text.indexOf('id="tidspunkter"'), text.indexOf('id="i-saken"'))
      }
      expect(await times(officer, await reported({}))).toContain('3 timer og 30 minutter etter at det ble oppdaget')
      expect(await times(desk, await reported({ caseType: 'itEquipment', personalData: 'no' }))).toContain('3 timer og 30 minutter')
    })

    it('S3-19 shows severity and number affected on top, and says where they are not assessed or not known', async () => {
      const id = await report('sauda-ansatt', { affectedKnown: 'unknown' })
      const strip = (page: string) => page.slice(page.indexOf('v-inline-facts'), page.indexOf('v-next'))
      const before = await dpo.get(`/avvik/${id}`)
      expect(strip(before.text)).toMatch(/Alvorsgrad.*Ikkje sett.*Talet på råka.*Ikkje kjent/s)
      await dpo.post(`/avvik/${id}/behandling`, { version: version((await dpo.get(`/avvik/${id}/behandling`)).text), severity: 'serious' })
      expect(strip((await dpo.get(`/avvik/${id}`)).text)).toMatch(/Alvorsgrad.*Alvorleg/s)
    })

    it('the page of the one answer says how it stands: what the report says is chosen, and nothing is taken for safety any more', async () => {
      const answered = (await dpo.get(`/avvik/${await report('sauda-ansatt', { personalData: 'yes' })}/personopplysninger`)).text
      expect(answered).toMatch(/<input(?=[^>]*name="personalData")(?=[^>]*value="yes")[^>]*checked/)
      expect(answered).not.toContain('for tryggleiks skuld')
      const open = (await dpo.get(`/avvik/${await report('sauda-ansatt', { personalData: 'unsure', dataTypes: [] })}/personopplysninger`))
        .text
      expect(open).not.toMatch(/<input(?=[^>]*name="personalData")[^>]*checked/)
      expect(open).toContain('for tryggleiks skuld')
    })

    it('begins with what happened, cut between two words and read whole one press below; what is said whole is not said again', async () => {
      const long = `Eit brev vart lagt i feil konvolutt. ${'Det gjaldt fleire elevar på skulen. '.repeat(8)}Slutt.`
      const id = await report('sauda-ansatt', { whatHappened: long })
      const page = (await dpo.get(`/avvik/${id}`)).text
      const head = page.slice(page.indexOf('v-record__head'), page.indexOf('v-record__body'))
      expect(head).toMatch(/Eit brev vart lagt i feil konvolutt\..*[a-zøåæ.] … <a href="#melding">/s)
      expect(page.slice(page.indexOf('id="melding"'))).toContain('Slutt.')
      const short = await report('sauda-ansatt', { whatHappened: 'Permen låg att på bussen.' })
      expect((await dpo.get(`/avvik/${short}`)).text.split('Permen låg att på bussen.')).toHaveLength(2)
    })

    it('is one clock and one next step, not in green once the clock has run out', async () => {
      const id = await report('sauda-ansatt', {}, 80)
      const page = (await dpo.get(`/avvik/${id}`)).text
      expect(page.match(/data-state="overdue"/g)).toHaveLength(1)
      expect(page).toMatch(/<section class="v-next"[^>]*data-tone="danger"/)
      const running = (await dpo.get(`/avvik/${await report('sauda-ansatt', {}, 2)}`)).text
      expect(running).not.toMatch(/<section class="v-next"[^>]*data-tone="danger"/)
    })

    it('S3-11 F53 is not there for a user without access to the case: the same page as for a case that does not exist', async () => {
      const id = await report('sauda-ansatt')
      const strangers = ['sauda-leder', 'sauda-revisor', 'sauda-servicedesk', 'sandnes-personvernombud', 'oslomet-sikkerhet', 'uio-cert']
      for (const slug of strangers) {
        const client = await app.as(slug)
        const hidden = await client.get(`/avvik/${id}`)
        const absent = await client.get(`/avvik/${newId(someMonday)}`)
        expect([slug, hidden.status]).toEqual([slug, 404])
        expect(hidden.text.replaceAll(id, '')).toBe(absent.text.replace(/\/avvik\/[0-9a-f-]{36}/g, '/avvik/'))
        for (const path of ['tidspunkter', 'brudd', 'melder', 'behandling', 'sporsmal'])
          expect((await client.get(`/avvik/${id}/${path}`)).status, `${slug} ${path}`).toBe(404)
        expect((await client.post(`/avvik/${id}/behandler`)).status).toBe(404)
        expect((await client.post(`/avvik/${id}/brudd`, { breach: 'no', reason: 'x' })).status).toBe(404)
      }
      expect((await dpo.get('/avvik/tull')).status).toBe(404)
    })

    it('shows the reporter the own report, not what others think of it; and that is no view to be logged', async () => {
      const id = await report('sauda-ansatt')
      const own = await (await app.as('sauda-ansatt')).get(`/avvik/${id}`)
      expect(own.status).toBe(200)
      expect(own.text).toContain(text)
      for (const part of ['v-inline-facts', 'id="hendelser"', 'id="varsling"', 'Risikovurdering']) expect(own.text).not.toContain(part)
      expect(await eventsOf('sauda-personvernombud', id, 'deviation.viewed')).toEqual([])
    })

    it('S1-21 shows the leader who was told the report and where it stands, and nothing of the assessment', async () => {
      const id = await report('oslomet-ansatt')
      const leader = await (await app.as('oslomet-leder')).get(`/avvik/${id}`)
      expect(leader.status).toBe(200)
      expect(leader.text).toContain(text)
      for (const part of ['Risikovurdering', 'id="hendelser"', 'id="varsling"', 'v-inline-facts']) expect(leader.text).not.toContain(part)
      expect((await (await app.as('oslomet-leder')).get(`/avvik/${id}/brudd`)).status).toBe(403)
    })

    it('M23 openings of one person in one minute are one line, with how many', async () => {
      const id = await report('sauda-ansatt')
      await dpo.get(`/avvik/${id}`)
      await app.ctx('sauda-personvernombud', ({ tx }) =>
        sql`insert into audit_event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
          from audit_event e, generate_series(1, 2) where e.subject_id = ${id} and e.type = 'deviation.viewed'`.execute(tx),
      )
      const { text } = await dpo.get(`/avvik/${id}`)
      const list = /Kven har opna saka[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/.exec(text)?.[1] ?? ''
      expect(list.match(/<li>/g)).toHaveLength(1)
      expect(list).toContain('3 gonger')
    })

    it('M23 logs a view by anybody but the reporter, and reading on as one', async () => {
      const id = await report('sauda-ansatt')
      await dpo.get(`/avvik/${id}`)
      await dpo.get(`/avvik/${id}`)
      const { personId } = await app.person('sauda-personvernombud')
      expect(await eventsOf('sauda-personvernombud', id, 'deviation.viewed')).toEqual([expect.objectContaining({ actor_id: personId })])
      app.clock.now = hoursFrom(someMonday, 0.25)
      await dpo.get(`/avvik/${id}`)
      expect(await eventsOf('sauda-personvernombud', id, 'deviation.viewed')).toHaveLength(2)
    })

    it('S4-125 lists cases like it, of the same system first and then of the same kind', async () => {
      const system = newId(someMonday)
      await app.ctx('uio-cert', (ctx) =>
        ctx.tx
          .insertInto('system')
          .values({ organisation_id: ctx.actor.organisationId, id: system, name: 'Timeplan', purpose: 'Planer' })
          .execute(),
      )
      const first = await report('uio-ansatt', { categories: ['OPEN_DATA', 'RULE_BREACH'], system })
      const sameSystem = await report('uio-ansatt', { categories: ['LOST_ITEM'], system })
      const like = await report('uio-ansatt', { categories: ['OPEN_DATA', 'MISSENT_EMAIL'] })
      await report('uio-ansatt', { categories: ['LOST_ITEM'] })
      const cert = await app.as('uio-cert')
      const section = async (id: string) => {
        const page = (await cert.get(`/avvik/${id}`)).text
        return page.slice(page.indexOf('id="lignende"'), page.indexOf('</main>'))
      }
      const listed = (html: string) => [...html.matchAll(/href="\/avvik\/([0-9a-f-]{36})"/g)].map((match) => match[1])
      const similar = await section(first)
      expect(listed(similar)).toEqual([sameSystem, like])
      expect(similar.match(/Samme system/g)).toHaveLength(1)
      // A case of no kind that says anything has its system still.
      expect(listed(await section(await report('uio-ansatt', { categories: ['OTHER_UNSURE'], system })))).toEqual([sameSystem, first])
    })

    it('S1-10 a case names the routine that was broken, and the routine’s page counts the cases for those who may see them', async () => {
      const editor = 'uio-personvernombud'
      const routine = await app.ctx(editor, (ctx) => makePublished(ctx, { name: 'Rutine for utlån av PC', kind: 'routine' }))
      const draft = await app.ctx(editor, (ctx) => makeArticle(ctx, { name: 'Utkast til rutine', kind: 'routine' }))
      const named = await report('uio-ansatt', { categories: ['RULE_BREACH'], routine })
      await report('uio-ansatt', { categories: ['RULE_BREACH'], routine })
      await report('uio-ansatt', { categories: ['RULE_BREACH'] })
      const cert = await app.as('uio-cert')
      expect((await cert.get(`/avvik/${named}`)).text).toContain('Rutine for utlån av PC')
      const cases = async (slug: string) => {
        const page = (await (await app.as(slug)).get(`/artikler/${routine}`)).text
        return [...page.matchAll(/href="\/avvik\/([0-9a-f-]{36})"/g)].length
      }
      expect(await cases('uio-cert')).toBe(2)
      expect(await cases('uio-ansatt')).toBe(0)
      // What is chosen from is in force: no draft is.
      const { choices } = (await app.ctx('uio-ansatt', (ctx) => reportOffers(ctx))).routine
      expect(choices.map(({ id }) => id)).toContain(routine)
      expect(choices.map(({ id }) => id)).not.toContain(draft)
    })

    it('S1-13 the page of a system lists the deviations that name it, the newest first, to those who may see them', async () => {
      const [system, other] = [newId(someMonday), newId(someMonday)]
      await app.ctx('uio-cert', (ctx) =>
        ctx.tx
          .insertInto('system')
          .values(
            [system, other].map((id) => ({
              organisation_id: ctx.actor.organisationId,
              id,
              name: `Lab ${id.slice(-4)}`,
              purpose: 'Prøver',
            })),
          )
          .execute(),
      )
      const listed = async (who: Client, id: string) => [
        ...(await who.get(`/systemer/${id}`)).text.matchAll(/href="\/avvik\/([0-9a-f-]{36})"/g),
      ]
      const cert = await app.as('uio-cert')
      expect(await listed(cert, system)).toEqual([])
      const first = await report('uio-ansatt', { categories: ['ACCESS_EQUIPMENT_SOFTWARE_FAULT'], system })
      const second = await report('uio-ansatt', { categories: ['OPEN_DATA'], system })
      await report('uio-ansatt', { system: other })
      await report('uio-ansatt')
      expect((await listed(cert, system)).map(([, id]) => id)).toEqual([second, first])
      expect(await listed(await app.as('uio-ansatt'), system)).toEqual([])
      // What has been closed is a part of the system's history.
      for (const status of ['open', 'proposed', 'closed'] as const) {
        await app.ctx('uio-cert', (ctx) => ctx.tx.updateTable('deviation').set({ status }).where('id', '=', first).execute())
        expect([status, (await listed(cert, system)).map(([, id]) => id)]).toEqual([status, [second, first]])
      }
    })

    it('S4-125 lists no case that the reader may not see', async () => {
      const equipment = { caseType: 'itEquipment', personalData: 'no', categories: ['LOST_ITEM'] } as const
      const [one, other] = [await report('sandnes-ansatt', equipment), await report('sandnes-ansatt', equipment)]
      const hidden = await report('sandnes-ansatt', { categories: ['LOST_ITEM'] })
      const page = (await (await app.as('sandnes-servicedesk')).get(`/avvik/${one}`)).text
      expect(page.slice(page.indexOf('id="lignende"'))).toContain(`/avvik/${other}`)
      expect(page).not.toContain(hidden)
    })

    it('OVERDUE is not LATE: past the 72 hours and not told, told late, and told in time are three different things', async () => {
      const id = await report('sauda-ansatt', {}, 80)
      const state = async () => /v-record__head.*?data-state="(\w+)"/s.exec((await dpo.get(`/avvik/${id}`)).text)?.[1]
      const set = (at: Date) =>
        app.ctx('sauda-personvernombud', (ctx) =>
          ctx.tx
            .updateTable('deviation')
            .set({ authority_notified_at: at, authority_track: 'notified' })
            .where('organisation_id', '=', ctx.actor.organisationId)
            .where('id', '=', id)
            .execute(),
        )
      expect(await state()).toBe('overdue')
      await set(hoursFrom(someMonday, -1))
      expect(await state()).toBe('late')
      await set(hoursFrom(someMonday, -60))
      expect(await state()).toBe('met')
    })

    it('keeps a draft to whoever writes it', async () => {
      const teacher = await app.as('sauda-ansatt')
      const id = newId(someMonday)
      await teacher.post(`/avvik/${id}/utkast`, { whatHappened: 'Utkast' })
      expect((await dpo.get(`/avvik/${id}`)).status).toBe(404)
      expect((await dpo.get(`/avvik/${id}/brudd`)).status).toBe(404)
    })
  })

  describe('taking a case', () => {
    it('a double press takes it once, and both presses come back to the case', async () => {
      const id = await report('sauda-ansatt')
      const form = { version: version((await dpo.get(`/avvik/${id}`)).text) }
      const [first, second] = [await dpo.post(`/avvik/${id}/behandler`, form), await dpo.post(`/avvik/${id}/behandler`, form)]
      expect([first.status, second.status]).toEqual([303, 303])
      expect([first.location, second.location]).toEqual([`/avvik/${id}`, `/avvik/${id}`])
      expect(await eventsOf('sauda-personvernombud', id, 'deviation.taken')).toHaveLength(1)
    })

    it('shows the case as it stands where another took it meanwhile', async () => {
      const id = await report('uio-ansatt')
      const director = await app.as('uio-universitetsdirektor')
      const form = { version: version((await director.get(`/avvik/${id}`)).text) }
      await app.ctx('uio-cert', (ctx) => takeCase(ctx, id, null))
      const late = await director.post(`/avvik/${id}/behandler`, form)
      expect(late.status).toBe(409)
      expect(late.text).toContain('UiO-CERT')
    })
  })

  describe('breach or not', () => {
    it('S1-44 is decided by the assessor with reasons; a leader cannot', async () => {
      const id = await report('oslomet-ansatt')
      const team = await app.as('oslomet-sikkerhet')
      const leader = await app.as('oslomet-leder')
      expect((await leader.post(`/avvik/${id}/brudd`, { breach: 'no', reason: 'Nei' })).status).toBe(403)
      const form = { version: version((await team.get(`/avvik/${id}/brudd`)).text), breach: 'yes' }
      const without = await team.post(`/avvik/${id}/brudd`, { ...form, reason: ' ' })
      expect(without.status).toBe(422)
      expect(without.text).toContain('href="#reason"')
      expect(without.text).toMatch(/checked[^>]*value="yes"|value="yes"[^>]*checked/)
      const decided = await team.post(`/avvik/${id}/brudd`, { ...form, reason: 'Opplysningene er på avveie.' })
      expect(decided.status).toBe(303)
      expect((await team.get(`/avvik/${id}`)).text).toContain('Opplysningene er på avveie.')
      // The same press once more is the same decision.
      expect((await team.post(`/avvik/${id}/brudd`, { ...form, reason: 'Opplysningene er på avveie.' })).status).toBe(303)
      expect(await eventsOf('oslomet-sikkerhet', id, 'deviation.decided')).toHaveLength(1)
    })

    it('S4-023 shows both where two decide at the same time, and saves neither unseen', async () => {
      const id = await report('uio-ansatt')
      const [cert, director] = [await app.as('uio-cert'), await app.as('uio-universitetsdirektor')]
      const form = { version: version((await cert.get(`/avvik/${id}/brudd`)).text) }
      await cert.post(`/avvik/${id}/brudd`, { ...form, breach: 'yes', reason: 'Listen kom fram.' })
      const late = await director.post(`/avvik/${id}/brudd`, { ...form, breach: 'no', reason: 'Listen var tom.' })
      expect(late.status).toBe(409)
      expect(late.text).toContain('Listen kom fram.')
      expect(late.text).toContain('Listen var tom.')
      // An answer that cannot be read does not hide that another was there: the page shown again carries the new version.
      const unread = await director.post(`/avvik/${id}/brudd`, { ...form, breach: 'no', reason: ' ' })
      expect(unread.status).toBe(409)
      expect(unread.text).toContain('Listen kom fram.')
      const again = await director.post(`/avvik/${id}/brudd`, { version: version(late.text), breach: 'no', reason: 'Listen var tom.' })
      expect(again.status).toBe(303)
    })
  })

  describe('the times', () => {
    const post = (client: Client, id: string, form: Readonly<Record<string, string>>) => client.post(`/avvik/${id}/tidspunkter`, form)

    it('the organisation became aware: a named person sets it with a reason, and the 72 hours count from there', async () => {
      const id = await report('sauda-ansatt', {}, 8)
      const form = { deed: 'aware', version: version((await dpo.get(`/avvik/${id}/tidspunkter`)).text) }
      const at = localInput(hoursFrom(someMonday, -4))
      const missing = await post(dpo, id, { ...form, awareAt: at })
      expect(missing.status).toBe(422)
      expect(missing.text).toContain('href="#reason"')
      const future = await post(dpo, id, { ...form, awareAt: localInput(hoursFrom(someMonday, 2)), reason: 'x' })
      expect(future.status).toBe(422)
      expect(future.text).toContain('href="#awareAt"')
      expect((await post(dpo, id, { ...form, awareAt: at, reason: 'Leiaren stadfesta det.' })).status).toBe(303)
      const page = (await dpo.get(`/avvik/${id}`)).text
      expect(page).toMatch(/68 tim(er|ar) (igjen|att)/)
      expect(page).toContain('Leiaren stadfesta det.')
      expect(page).toContain('Personvernombod, Sauda')
    })

    it('a time that never was, or was twice, is asked back', async () => {
      app.clock.now = new Date('2026-11-02T08:00:00Z')
      const officer = await app.as('sauda-personvernombud')
      const id = await report('sauda-ansatt')
      const form = { deed: 'aware', version: version((await officer.get(`/avvik/${id}/tidspunkter`)).text), reason: 'Derfor.' }
      expect((await post(officer, id, { ...form, awareAt: '2026-03-29T02:30' })).status).toBe(422)
      const twice = await post(officer, id, { ...form, awareAt: '2026-10-25T02:30' })
      expect(twice.status).toBe(422)
      expect(twice.text).toContain('name="awareAt.fold"')
      expect((await post(officer, id, { ...form, awareAt: '2026-10-25T02:30', 'awareAt.fold': 'second' })).status).toBe(303)
      expect((await officer.get(`/avvik/${id}`)).text).toContain('normaltid')
    })

    it('the extent is confirmed beside it, and a stale form shows both', async () => {
      const id = await report('sauda-ansatt', {}, 8)
      const form = { deed: 'extent', version: version((await dpo.get(`/avvik/${id}/tidspunkter`)).text) }
      const first = { ...form, extentConfirmedAt: localInput(hoursFrom(someMonday, -3)) }
      expect((await post(dpo, id, first)).status).toBe(303)
      expect((await post(dpo, id, first)).status).toBe(303)
      const late = await post(dpo, id, { ...form, extentConfirmedAt: localInput(hoursFrom(someMonday, -2)) })
      expect(late.status).toBe(409)
    })

    it('is not the leader’s to set, and not to be set in a closed case', async () => {
      const id = await report('oslomet-ansatt')
      expect((await (await app.as('oslomet-leder')).get(`/avvik/${id}/tidspunkter`)).status).toBe(403)
      await shut('oslomet-sikkerhet', id)
      const team = await app.as('oslomet-sikkerhet')
      expect((await team.get(`/avvik/${id}/tidspunkter`)).status).toBe(409)
      expect((await team.get(`/avvik/${id}`)).status).toBe(200)
    })
  })

  describe('a protected reporter', () => {
    const name = 'Lærer, Sandnes'

    it('S4-131 is masked for everyone in the case, in the page and in the log', async () => {
      const id = await report('sandnes-ansatt')
      for (const slug of [
        'sandnes-personvernombud',
        'sandnes-personvern-gdpr',
        'sandnes-kommunedirektor',
        'sandnes-informasjonssikkerhetssjef',
      ]) {
        const page = await (await app.as(slug)).get(`/avvik/${id}`)
        expect([slug, page.status]).toEqual([slug, 200])
        expect(page.text).toContain('Melderen er beskyttet')
        expect(page.text).toContain('Beskyttet melder')
        expect(page.text).not.toContain(name)
      }
    })

    it('S4-131 is opened by the data protection officer alone, with a reason, and shown once', async () => {
      const id = await report('sandnes-ansatt')
      const officer = await app.as('sandnes-personvernombud')
      const unit = await app.as('sandnes-personvern-gdpr')
      expect((await unit.get(`/avvik/${id}/melder`)).status).toBe(403)
      expect((await unit.post(`/avvik/${id}/melder`, { why: 'contact' })).status).toBe(403)
      expect((await officer.get(`/avvik/${id}/melder?vis`)).text).not.toContain(name)
      const without = await officer.post(`/avvik/${id}/melder`, {})
      expect(without.status).toBe(422)
      expect(await eventsOf('sandnes-personvernombud', id, 'deviation.reporterOpened')).toEqual([])

      const opened = await officer.post(`/avvik/${id}/melder`, { why: 'contact' })
      expect(opened.status).toBe(303)
      expect(opened.location).not.toContain('L')
      const shown = await officer.get(opened.location ?? '')
      expect(shown.text).toContain(name)
      expect(shown.headers.get('cache-control')).toBe('no-store')
      expect((await officer.get(opened.location ?? '')).text).not.toContain(name)
      const { personId } = await app.person('sandnes-personvernombud')
      const log = await eventsOf('sandnes-personvernombud', id, 'deviation.reporterOpened')
      expect(log).toContainEqual(expect.objectContaining({ actor_id: personId, data: { what: 'contact' } }))
    })

    it('S4-131 waits no longer than two minutes to be shown', async () => {
      const id = await report('sandnes-ansatt')
      const officer = await app.as('sandnes-personvernombud')
      const opened = await officer.post(`/avvik/${id}/melder`, { why: 'danger' })
      app.clock.now = hoursFrom(someMonday, 0.05)
      const late = await officer.get(opened.location ?? '')
      expect(late.text).not.toContain(name)
    })

    it('whose key has been deleted for good is said to be so, and nothing is changed by asking', async () => {
      const id = await report('sandnes-ansatt')
      const officer = await app.as('sandnes-personvernombud')
      const { organisationId } = await app.person('sandnes-personvernombud')
      await asOwner(db(), async (tx) => {
        await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
        expect((await forgetKeys({ tx, actor: { organisationId } })).length).toBeGreaterThan(0)
      })
      // The pages remember what they have read for a minute.
      await app.ctx('sandnes-personvernombud', async ({ tx }) => forgetIn(tx, 'keys', organisationId))
      const asked = await officer.post(`/avvik/${id}/melder`, { why: 'contact' })
      const answer = await officer.get(asked.location ?? '')
      expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('nøkkel som er slettet')])
      // Nobody can reach them any more; the case goes on all the same.
      const { text } = await officer.get(`/avvik/${id}/sporsmal`)
      const hidden = Object.fromEntries(
        [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']),
      )
      expect(
        (
          await officer.post(`/avvik/${id}/sporsmal`, {
            ...hidden,
            to: 'reporter',
            question: 'Hva sto i e-posten?',
            dueAt: localInput(hoursFrom(someMonday, 20)),
          })
        ).status,
      ).toBe(303)
    })

    it('has nothing to open where the reporter is not protected', async () => {
      const id = await report('sauda-ansatt')
      expect((await dpo.get(`/avvik/${id}/melder`)).status).toBe(404)
    })
  })
})
