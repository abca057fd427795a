import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { heldBy } from '../../../test/support/held.ts'
import { expirings, modules } from '../../app/modules.ts'
import { ofKind } from '../../app/of-kind.ts'
import { formatInstant } from '../../kernel/calendar/words.ts'
import { newId } from '../../kernel/ids.ts'
import { clockStart } from '../deviation/clock.ts'
import { decideWhetherBreach } from '../deviation/commands.ts'
import { editSentReport, redactField } from '../deviation/report/commands.ts'
import { load } from '../deviation/store.ts'
import { ownSweep } from '../retention/jobs.ts'
import { tasksOf } from '../tasks/public.ts'
import { share, withdraw } from './commands.ts'
import { answer, take } from './commands-take.ts'
import { decline } from './commands-told.ts'
import { makeCircle, shareRecord } from './factory.ts'
import { sharingSweep } from './jobs.ts'
import { findShared, takenFromSource, toldOf } from './queries.ts'
import type { Choice, Shareables } from './sharing.ts'

const kinds: Shareables = (type) =>
  ofKind(
    modules.map((one) => one.shared),
    type,
  )
const host = 'sandnes-personvernombud'
const [first, second, stranger] = ['sauda-personvernombud', 'oslomet-sikkerhet', 'uio-cert'] as const
const hour = 3_600_000

describeExample('one incident with many controllers', (db) => {
  let app: TestApp
  let circle: string
  let id: string
  beforeAll(async () => {
    app = await testApp(db())
    circle = await app.ctx('sandnes-administrator', (ctx) => makeCircle(ctx, 'Vertssamarbeidet', 'sauda', 'oslomet'))
    id = await openCase(app, 'sandnes')
  }, 120_000)
  afterAll(() => app.stop())

  const organisation = async (slug: string) => (await app.person(slug)).organisationId
  const source = async () => ({ organisation: await organisation(host), type: 'deviation', id })
  const swept = async (slug: string) => sharingSweep(kinds).run(await app.round(slug))
  const caseOf = async (slug: string, own: string) => {
    const found = await app.ctx(slug, (ctx) => load(ctx, own))
    if (!found) throw new Error('no case')
    return found
  }
  const taken = async (slug: string) => {
    const own = newId(app.clock.now)
    const outcome = await app.ctx(slug, async (ctx) => {
      const { id: unit } = await ctx.tx.selectFrom('unit').select('id').orderBy('name').executeTakeFirstOrThrow()
      return take(ctx, kinds, await source(), own, { edition: 1, name: '-', unit, owner: ctx.actor.personId, due: null })
    })
    return { own, outcome }
  }
  const told = async (slug: string) => app.ctx(slug, async (ctx) => toldOf(ctx, await source()))
  const openTasks = async (slug: string, subject: string) =>
    app.ctx(slug, async (ctx) =>
      (await tasksOf(ctx, subject)).filter(({ status, kind }) => status === 'open' && kind.startsWith('sharing.')),
    )
  const answering = async (slug: string, own: string, edition: number, choice: (name: string) => Choice | undefined) => {
    const { version } = await caseOf(slug, own)
    return app.ctx(slug, (ctx) => answer(ctx, kinds, { type: 'deviation', id: own }, { edition, version, choice }))
  }

  it('is shared with those who are named alone, by those who have the case; they are told once, within the minute, with a task of a day', async () => {
    const before = await caseOf(host, id)
    const at = (slug: string, audience: Parameters<typeof share>[3]['audience']) =>
      app.ctx(slug, (ctx) => share(ctx, kinds, { type: 'deviation', id }, { version: before.version, audience, note: null }))
    expect(await at(host, { to: 'own' })).toMatchObject({ why: 'onlyCircle' })
    expect(await at(host, { to: 'everyone' })).toMatchObject({ why: 'onlyNamed' })
    expect(await at('sandnes-ansatt', { to: 'circle', circle })).toMatchObject({ why: 'notAllowed' })
    await app.ctx(host, (ctx) => shareRecord(ctx, kinds, { type: 'deviation', id }, { to: 'circle', circle }))
    for (const slug of [first, second, stranger]) {
      await swept(slug)
      await swept(slug)
    }
    expect(await told(stranger)).toBeNull()
    for (const slug of [first, second]) {
      const mine = await told(slug)
      const tasks = await openTasks(slug, mine?.id ?? '')
      expect([slug, tasks.length, tasks[0]?.dueAt?.getTime()]).toEqual([slug, 1, (mine?.at.getTime() ?? 0) + 24 * hour])
      expect((await (await app.as(slug)).get('/varsler')).text).toContain(`/delt/fra/${await organisation(host)}/deviation/${id}`)
    }
  })

  it('one that is withdrawn before it is answered leaves no task, and says so; shared again it is told again, with when they first knew', async () => {
    const other = await openCase(app, 'sandnes')
    const at = { organisation: await organisation(host), type: 'deviation', id: other }
    const here = async () => app.ctx(second, (ctx) => toldOf(ctx, at))
    const shareAgain = () => app.ctx(host, (ctx) => shareRecord(ctx, kinds, { type: 'deviation', id: other }, { to: 'circle', circle }))
    await shareAgain()
    await swept(second)
    const mine = (await here())?.id ?? ''
    expect(await openTasks(second, mine)).toHaveLength(1)
    await app.ctx(host, (ctx) => withdraw(ctx, kinds, { type: 'deviation', id: other }))
    const first = app.clock.now
    app.clock.now = new Date(first.getTime() + hour)
    await swept(second)
    await swept(second)
    expect(await openTasks(second, mine)).toEqual([])
    const inbox = (await (await app.as(second)).get('/varsler')).text
    expect(inbox.split('er trukket tilbake').length - 1).toBe(1)
    await shareAgain()
    await swept(second)
    const [task] = await openTasks(second, mine)
    expect([(await here())?.at, task?.dueAt]).toEqual([first, new Date(first.getTime() + 24 * hour)])
    await app.ctx(host, (ctx) => withdraw(ctx, kinds, { type: 'deviation', id: other }))
    await swept(second)
    app.clock.now = first
  })

  it('each makes one case of its own, with its own clock from when it was told and its own decision', async () => {
    const knew = (await told(first))?.at
    app.clock.now = new Date(app.clock.now.getTime() + 2 * hour)
    const page = (await (await app.as(first)).get(`/delt/fra/${await organisation(host)}/deviation/${id}`)).text
    const theirsKnew = await app.ctx(host, async (ctx) => clockStart((await load(ctx, id)) ?? expect.unreachable()))
    // From whom, what they call it, when they knew, and when we did: nobody takes another's clock for their own.
    const said = [theirsKnew, knew].map((at) => formatInstant(at ?? new Date(0), 'nn'))
    expect(new Set(said).size).toBe(2)
    for (const word of ['Hending hos Sandnes kommune', 'Saksnummeret hos dei', ...said])
      expect([word, page.includes(word)]).toEqual([word, true])
    for (const word of ['Lag ei sak', 'Hendinga gjeld ikkje oss', 'Hending'])
      expect([word, page.toLowerCase().includes(word.toLowerCase())]).toEqual([word, true])
    const both = await Promise.all([taken(first), taken(first)])
    expect(both.map(({ outcome }) => (outcome.ok ? 'taken' : outcome.why)).sort()).toEqual(['alreadyTaken', 'taken'])
    const own = both.find(({ outcome }) => outcome.ok)?.own ?? ''
    const theirs = await caseOf(host, id)
    const ours = await caseOf(first, own)
    expect(ours).toMatchObject({ status: 'received', report: { whatHappened: theirs.report.whatHappened, discoveredAt: knew } })
    expect(ours.notifyBy?.getTime()).toBe((knew?.getTime() ?? 0) + 72 * hour)
    expect([ours.report.affectedCount, ours.assessedAt, ours.decisions]).toEqual([null, null, []])
    const caseIn = (await (await app.as(first)).get(`/avvik/${own}`)).text
    for (const word of ['Delt av Sandnes kommune', `rekna frå ${said[1]}`, `Dei fekk vite om hendinga ${said[0]}`])
      expect([word, caseIn.includes(word)]).toEqual([word, true])
    expect(await openTasks(first, (await told(first))?.id ?? '')).toEqual([])
    const other = await taken(second)
    expect(other.outcome).toMatchObject({ ok: true })
    // One decides that it is no breach: nothing follows for the others.
    await app.ctx(first, (ctx) => decideWhetherBreach(ctx, own, null, 'no', 'Vi hadde ingen data der.'))
    expect([(await caseOf(second, other.own)).breach, (await caseOf(host, id)).breach]).toEqual([null, theirs.breach])
    expect(await taken(stranger)).toMatchObject({ outcome: { why: 'notFound' } })
  })

  it('later facts reach each as a change that it takes or not; nothing of one is seen by another', async () => {
    const ownOf = async (slug: string) =>
      app.ctx(slug, async ({ tx, actor }) => {
        const rows = tx.selectFrom('taken_record').select('subject_id').where('organisation_id', '=', actor.organisationId)
        return (await rows.where('source_id', '=', id).executeTakeFirstOrThrow()).subject_id
      })
    const [mine, theirs] = [await ownOf(first), await ownOf(second)]
    const canary = 'Kanarifuglen sang i Sauda.'
    expect(await app.ctx(first, (ctx) => editSentReport(ctx, mine, null, { whereNow: canary }))).toMatchObject({ ok: true })
    expect(
      await app.ctx(host, (ctx) =>
        editSentReport(ctx, id, null, { whatHappened: 'Også passord kom ut.', whereNow: 'Slettet.', dataTypes: ['password'] }),
      ),
    ).toMatchObject({ ok: true })
    await app.ctx(host, (ctx) => shareRecord(ctx, kinds, { type: 'deviation', id }, { to: 'circle', circle }))
    for (const slug of [first, second]) await swept(slug)
    for (const [slug, own] of [
      [first, mine],
      [second, theirs],
    ] as const)
      expect((await openTasks(slug, own)).map(({ kind }) => kind)).toEqual(['sharing.changed'])
    const choice = (name: string) => (name.endsWith('whereNow') ? ('keep' as const) : ('accept' as const))
    expect(await answering(first, mine, 2, choice)).toMatchObject({ ok: true })
    expect((await caseOf(first, mine)).report).toMatchObject({
      whatHappened: 'Også passord kom ut.',
      whereNow: canary,
      dataTypes: ['password'],
    })
    expect((await caseOf(second, theirs)).report.whatHappened).not.toBe('Også passord kom ut.')
    expect(await answering(second, theirs, 2, () => 'keep')).toMatchObject({ ok: true })
    for (const slug of [host, second, stranger]) {
      const held = (await heldBy(db(), await organisation(slug))).filter(
        // The index of words is read whole by its owner, and by no page.
        ({ name, text }) => name !== 'public.word_index' && (text.includes('Kanarifuglen') || text.includes(mine)),
      )
      expect([slug, held]).toEqual([slug, []])
      for (const path of [`/avvik/${mine}`, `/delt/deviation/${mine}/endringer`, `/delt/deviation/${mine}/deling`])
        expect([slug, path, (await (await app.as(slug)).get(path)).status]).toEqual([slug, path, 404])
    }
    expect((await (await app.as(host)).get('/delt/fra-oss')).text).not.toContain('Sauda')
  })

  it('S1-42 what is taken out of the case is taken out of what is shared of it, and of what was taken', async () => {
    const removed = 'Passordet var hestehov.'
    await app.ctx(host, (ctx) => editSentReport(ctx, id, null, { whatHappened: `Også passord kom ut. ${removed}` }))
    await app.ctx(host, (ctx) => shareRecord(ctx, kinds, { type: 'deviation', id }, { to: 'circle', circle }, `Merk: ${removed}`))
    const shown = async () => (await (await app.as(first)).get(`/delt/fra/${await organisation(host)}/deviation/${id}`)).text
    expect(await shown()).toContain('hestehov')
    for (const slug of [first, second]) await swept(slug)
    const redacted = await app.ctx(host, (ctx) => redactField(ctx, id, null, 'whatHappened', 'Også passord kom ut.', 'confidential', 'nb'))
    // Whoever removes is told with whom it is shared, and not which of them have made a case of it.
    expect(redacted).toMatchObject({ ok: true })
    expect(JSON.stringify(redacted)).toMatch(/det som er delt av saken.*(OsloMet.*Sauda|Sauda.*OsloMet)/)
    expect(await shown()).not.toContain('hestehov')
    // Each that has made a case of it is to look at its own within a day, and decides for itself.
    const mine = await app.ctx(first, async (ctx) => (await takenFromSource(ctx, await source()))[0]?.subject.id ?? '')
    await swept(first)
    await swept(first)
    const [task, ...more] = await openTasks(first, mine)
    expect([task?.kind, more]).toEqual(['sharing.redacted', []])
    expect((task?.dueAt?.getTime() ?? 0) - app.clock.now.getTime()).toBeLessThan(2 * 24 * hour)
    const officer = await app.as(first)
    const page = (await officer.get(`/delt/deviation/${mine}/endringer`)).text
    expect(page).toContain('Kjelda har fjerna opplysningar')
    expect(page).toContain(`href="/avvik/${mine}"`)
    // Shared once more, with other words to those it is for: what was taken away before is still to be looked for.
    await app.ctx(host, (ctx) => shareRecord(ctx, kinds, { type: 'deviation', id }, { to: 'circle', circle }, 'Se vår sak.'))
    expect((await officer.get(`/delt/deviation/${mine}/endringer`)).text).toContain('Kjelda har fjerna opplysningar')
    const { edition } = await app.ctx(first, async (ctx) => (await findShared(ctx, await source())) ?? { edition: 0 })
    expect(await answering(first, mine, edition, () => 'keep')).toMatchObject({ ok: true })
    expect(await openTasks(first, mine)).toEqual([])
    expect((await officer.get(`/delt/deviation/${mine}/endringer`)).text).not.toContain('Kjelda har fjerna opplysningar')
    // Once more the same: nothing was taken out of what is shared, and nobody is asked again.
    await app.ctx(host, (ctx) => redactField(ctx, id, null, 'whereNow', 'Slettet.', 'confidential', 'nb'))
    await swept(first)
    expect((await openTasks(first, mine)).filter(({ kind }) => kind === 'sharing.redacted')).toEqual([])
  })

  it('is shared by whoever speaks for the organisation to Datatilsynet, as its profile says', async () => {
    const its = await openCase(app, 'oslomet')
    const own = await app.ctx('oslomet-administrator', (ctx) => makeCircle(ctx, 'Fellesskapet', 'sauda'))
    const central = await app.as(second)
    expect((await central.get(`/avvik/${its}`)).text).toContain(`/delt/deviation/${its}/deling`)
    expect((await central.get(`/delt/deviation/${its}/deling`)).status).toBe(200)
    await app.ctx(second, (ctx) => shareRecord(ctx, kinds, { type: 'deviation', id: its }, { to: 'circle', circle: own }))
    for (const slug of ['oslomet-ansatt', 'oslomet-leder'])
      expect([slug, [403, 404].includes((await (await app.as(slug)).get(`/delt/deviation/${its}/deling`)).status)]).toEqual([slug, true])
    // Other records are shared by those who answer for what leaves the organisation, as before.
    expect((await central.get('/delt/fra-oss')).status).toBe(403)
    const away = () => app.ctx(second, (ctx) => withdraw(ctx, kinds, { type: 'deviation', id: its }))
    expect(await away()).toMatchObject({ ok: true })
  })

  it('it may be said not to be ours, with a reason that stays in the house; withdrawn it is there no more', async () => {
    id = await openCase(app, 'sandnes')
    await app.ctx(host, (ctx) => shareRecord(ctx, kinds, { type: 'deviation', id }, { to: 'circle', circle }))
    await swept(first)
    const mine = await told(first)
    const at = (slug: string, reason: string | null) => app.ctx(slug, async (ctx) => decline(ctx, kinds, await source(), reason))
    expect(await at('sauda-ansatt', 'Nei')).toMatchObject({ why: 'notAllowed' })
    expect(await at(first, null)).toMatchObject({ why: 'incomplete' })
    const path = `/delt/fra/${await organisation(host)}/deviation/${id}`
    const officer = await app.as(first)
    expect((await officer.post(`${path}/avvisning`, { reason: '' })).status).toBe(422)
    for (const _ of [1, 2])
      expect((await officer.post(`${path}/avvisning`, { reason: 'Hestehov AS bruker vi ikkje.' })).location).toBe('/delt')
    expect(await openTasks(first, mine?.id ?? '')).toEqual([])
    expect((await officer.get(path)).text).toContain('Hestehov AS')
    expect((await heldBy(db(), await organisation(host))).filter(({ text }) => text.includes('Hestehov AS'))).toEqual([])
    expect((await (await app.as(second)).get(path)).text).not.toContain('Hestehov AS')
  })

  it('S2-58 who said that it is not ours, and why, goes when its time is out; nobody is told anew of what is still shared', async () => {
    const mine = await told(first)
    const officer = await app.as(first)
    const path = `/delt/hendelser/${mine?.id}`
    expect((await officer.get('/delt/hendelser')).text).toContain(path)
    expect((await officer.get(path)).text).toContain('Hestehov AS')
    for (const slug of ['sauda-ansatt', second]) expect([slug, (await (await app.as(slug)).get(path)).status < 400]).toEqual([slug, false])
    const held = async () => (await heldBy(db(), await organisation(first))).filter(({ text }) => text.includes('Hestehov AS'))
    expect(await held()).toHaveLength(1)
    const began = app.clock.now
    app.clock.now = new Date('2031-03-05T08:00:00Z')
    await ownSweep(expirings).run(await app.round(first))
    await swept(first)
    const left = await told(first)
    expect([left?.declined, left?.at]).toEqual([null, mine?.at])
    expect([left?.id === mine?.id, await openTasks(first, left?.id ?? '')]).toEqual([false, []])
    app.clock.now = began
    expect(await held()).toEqual([])
    expect([(await officer.get(path)).status, (await officer.get('/delt/hendelser')).text.includes('/delt/hendelser/')]).toEqual([
      404,
      false,
    ])
  })

  it('what is shared no more may lie with those who took it while it was', async () => {
    const path = `/delt/fra/${await organisation(host)}/deviation/${id}`
    await app.ctx(host, (ctx) => withdraw(ctx, kinds, { type: 'deviation', id }))
    // Those who took it may still have what is taken out of it now: whoever takes it out is told so.
    const redacted = await app.ctx(host, (ctx) => redactField(ctx, id, null, 'whatHappened', 'Ett passord.', 'confidential', 'nb'))
    expect(JSON.stringify(redacted)).toContain('de som tok det i bruk mens det var delt')
    expect((await (await app.as(first)).get(path)).status).toBe(404)
  })
})
