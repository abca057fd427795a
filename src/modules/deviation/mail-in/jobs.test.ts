import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { openCase } from '../../../../test/support/cases.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { type ImapServer, startDovecot } from '../../../../test/support/dovecot.ts'
import { heldBy } from '../../../../test/support/held.ts'
import { openMailbox } from '../../../../test/support/mailbox.ts'
import { record } from '../../../kernel/audit.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type Mailboxes, mailboxes } from '../../../kernel/imap.ts'
import type { InOrganisation } from '../../../kernel/jobs.ts'
import { readLetter } from '../../../kernel/letter.ts'
import { filesOf } from '../../files/queries.ts'
import { mailHandler } from '../../messages/jobs.ts'
import { postTo } from '../../messages/jobs-smtp.ts'
import { profileOf } from '../queries-profile.ts'
import { openReporter, reporterOf } from '../store-reporter.ts'
import { takeIn } from './commands.ts'
import { type MailReader, mailboxHandler, mailboxSweep } from './jobs.ts'
import { allMails, waitingMails } from './queries.ts'
import { readingOf } from './store-reading.ts'
import { heldState, hold } from './store-room.ts'

const dpo = 'sandnes-personvernombud'
const address = 'sikkerhet@sandnes.test'
const sender = 'varde@sandnes.test'

describeExample('mail in', (db) => {
  let app: TestApp
  let imap: ImapServer
  let boxes: Mailboxes
  let organisationId: string
  beforeAll(async () => {
    ;[app, imap] = await Promise.all([testApp(db(), new Date(Date.now() - 60_000)), startDovecot()])
    boxes = mailboxes({ dir: null, given: { sandnes: imap.url() } })
    organisationId = (await app.person(dpo)).organisationId
    imap.deliver(mail('Gammel', ['Message-ID: <gammel@ute.test>']), undefined, new Date(Date.now() - 3_600_000))
  }, 120_000)
  afterAll(async () => {
    await imap.stop()
    await app.stop()
  })

  let sent = 0
  function mail(subject: string, headers: readonly string[] = [], body = `${subject}.`): string {
    sent += 1
    const from = headers.some((one) => /^from:/i.test(one)) ? [] : ['From: Noen <noen@ute.test>']
    const name = headers.some((one) => /^message-id:/i.test(one)) ? [] : [`Message-ID: <${sent}@ute.test>`]
    return [...from, `To: ${address}`, `Subject: ${subject}`, ...name, ...headers, '', body, ''].join('\r\n')
  }
  const turn = async (values: Readonly<Record<string, string>>) => {
    const admin = await app.as('sandnes-administrator')
    const path = '/innstillinger/e-post-inn'
    const version = /name="version" value="(\d+)"/.exec((await admin.get(path)).text)?.[1] ?? ''
    return admin.post(path, { version, on: 'ja', address, plus: 'yes', verifiedBy: 'mx.sandnes.test', ...values })
  }
  /** As the worker comes in: with the profile of today, and a scanner that must be asked. */
  /** How far ahead of the machine's the clock of the reader is. */
  let ahead = 0
  const inOrganisation: InOrganisation = async (id, work) => {
    const { version } = await db()
      .owner.selectFrom('organisation')
      .select('profile_version as version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return app.inOrganisation(id, (ctx) =>
      work({
        ...ctx,
        now: new Date(Date.now() + ahead),
        house: { ...ctx.house, scans: true },
        actor: { ...ctx.actor, profileVersion: version },
      }),
    )
  }
  const reader = (over: Partial<MailReader> = {}): MailReader => ({ mailboxes: boxes, vault: app.house.vault, sender, ...over })
  const once = (over: Partial<MailReader> = {}, within = inOrganisation) =>
    mailboxHandler(within, reader(over))({ organisationId }, { number: 1, last: true })
  /** As the worker goes on each minute, on a machine that may be too busy to answer in time. */
  const read = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await once()
      if (!(await inOrganisation(organisationId, readingOf))?.fault) return
    }
  }
  const rows = async () => inOrganisation(organisationId, ({ tx }) => tx.selectFrom('mail_in').selectAll().orderBy('uid').execute())
  const called = async (subject: string) => {
    const row = (await rows()).find((one) => one.subject === subject)
    if (!row) throw new Error(`no mail called ${subject}`)
    return row
  }
  const told = (kind: string) =>
    inOrganisation(organisationId, ({ tx }) => tx.selectFrom('mail').selectAll().where('kind', '=', kind).execute())
  const asDpo = <T>(work: (ctx: Ctx) => Promise<T>) => app.ctx(dpo, work)

  it('is off until it is turned on; what stood in the mailbox before is left to people', async () => {
    await read()
    expect(await inOrganisation(organisationId, readingOf)).toBeUndefined()
    expect((await turn({ on: 'yes', address: '' })).status).toBe(422)
    expect((await turn({ on: 'yes', verifiedBy: 'to ord' })).status).toBe(422)
    expect((await turn({ on: 'yes' })).status).toBe(303)
    await read()
    await read()
    expect(await rows()).toEqual([])
    const round = { organisationIds: [organisationId], inOrganisation, now: new Date() }
    await mailboxSweep.run(round)
    const { rows: jobs } = await sql`select from pgboss.job where name = 'mailbox' and state < 'active'`.execute(db().owner)
    expect(jobs.length).toBeGreaterThanOrEqual(1)
  })

  it('waits for those who receive deviations, with its files in quarantine; they are told once, without a word of it', async () => {
    const boundary = ['Content-Type: multipart/mixed; boundary=x']
    const parts =
      '--x\r\n\r\nEn liste er sendt feil. Kanarifugl.\r\n--x\r\nContent-Disposition: attachment; filename="liste-kanarifugl.txt"\r\n\r\nNavn\r\n--x--'
    const files = [imap.deliver(mail('Liste sendt feil', boundary, parts)), imap.deliver(mail('En til'))]
    await read()
    const row = await called('Liste sendt feil')
    expect(row).toMatchObject({ status: 'waiting', text: 'En liste er sendt feil. Kanarifugl.', dmarc: null, late: false })
    expect(files.map((file) => imap.isRead(file))).toEqual([true, true])
    const held = await inOrganisation(organisationId, (ctx) => filesOf(ctx, { type: 'mailIn', id: row.id }))
    expect(held).toMatchObject([{ name: 'liste-kanarifugl.txt', state: 'waiting', addedBy: null }])
    const mails = await told('mailIn.came')
    expect(mails.length).toBeGreaterThan(0)
    expect(new Set(mails.map(({ title }) => title))).toEqual(new Set(['Det er kommet 2 e-poster til sikkerhetsadressen']))
    // The log, the outbox, the queue and the tasks hold nothing of it; nor is the address of the sender in any row.
    const text = (await heldBy(db(), organisationId)).filter(({ text: one }) => one.includes('Kanarifugl') || one.includes('kanarifugl'))
    expect(new Set(text.map(({ name }) => name))).toEqual(new Set(['public.mail_in']))
    expect((await heldBy(db(), organisationId)).filter(({ text: one }) => one.includes('noen@ute.test'))).toEqual([])
    const open = await app.as(dpo)
    const shown = (await open.get(`/avvik/epost/${row.id}`)).text
    for (const word of ['Kanarifugl', 'noen@ute.test', 'Ikke kontrollert', 'liste-kanarifugl.txt']) expect(shown).toContain(word)
    expect((await open.get(`/filer/${held[0]?.id}`)).text).not.toContain('Navn')
    expect((await open.get('/oppgaver')).text).toContain('href="/avvik/epost"')
    for (const slug of ['sandnes-ansatt', 'sandnes-administrator', 'sauda-personvernombud'])
      expect([slug, (await (await app.as(slug)).get(`/avvik/epost/${row.id}`)).status]).toEqual([slug, 404])
    expect((await (await app.as('sandnes-ansatt')).get('/avvik/epost')).status).toBe(403)
  })

  it('the same mail twice is one, also when the mailbox is numbered anew; another under a known name is another', async () => {
    const twice = mail('To ganger', ['Message-ID: <to@ute.test>'])
    imap.deliver(twice)
    await read()
    imap.deliver(twice)
    imap.deliver(mail('Samme navn', ['Message-ID: <to@ute.test>']))
    await read()
    const before = (await rows()).length
    imap.renumber()
    await Promise.all([read(), read()])
    await read()
    const found = await rows()
    expect([found.length, found.filter(({ subject }) => subject === 'To ganger').length]).toEqual([before, 1])
    await called('Samme navn')
  })

  it('killed between fetch and write it is taken next time; between write and mark it is one', async () => {
    const file = imap.deliver(mail('Avbrutt'))
    const dies = <T>(work: () => Promise<T>): Promise<T> => work().then(() => Promise.reject(new Error('killed')))
    let turns = 0
    // The fifth transaction of a round is the one that takes a mail in.
    const killed: InOrganisation = (id, work) =>
      ++turns > 4 ? dies(() => inOrganisation(id, (ctx) => dies(() => work(ctx)))) : inOrganisation(id, work)
    await expect(once({}, killed)).rejects.toThrow('killed')
    expect((await rows()).some(({ subject }) => subject === 'Avbrutt')).toBe(false)
    const unmarked: Mailboxes = {
      ...boxes,
      open: (slug, work) => boxes.open(slug, (box) => work({ ...box, markRead: () => Promise.reject(new Error('killed')) })),
    }
    await expect(once({ mailboxes: unmarked })).rejects.toThrow('killed')
    expect([(await rows()).filter(({ subject }) => subject === 'Avbrutt').length, imap.isRead(file)]).toEqual([1, false])
    await read()
    expect([(await rows()).filter(({ subject }) => subject === 'Avbrutt').length, imap.isRead(file)]).toEqual([1, true])
  })

  it('machines, returns and our own change nothing, and stay unread in the mailbox', async () => {
    const before = await told('mailIn.came')
    const files = [
      mail('Ferie', ['Auto-Submitted: auto-replied']),
      mail('Retur', ['Return-Path: <>']),
      mail('Egen', [`From: Varde <${sender}>`]),
      mail('Egen igjen', [`From: Sikkerhet <${address}>`]),
    ].map((one) => imap.deliver(one))
    await read()
    const aside = (await rows()).filter(({ status }) => status === 'aside')
    expect(aside.map((row) => [row.aside, row.sender, row.subject, row.text])).toEqual([
      ['automatic', null, null, null],
      ['bounce', null, null, null],
      ['own', null, null, null],
      ['own', null, null, null],
    ])
    expect([(await told('mailIn.came')).length, files.map((file) => imap.isRead(file))]).toEqual([
      before.length,
      [false, false, false, false],
    ])
    expect((await (await app.as(dpo)).get('/avvik/epost')).text).toContain('2 var våre egne')
  })

  it('what is too large, or made to break its reader, is told of and read where it lies', async () => {
    imap.deliver(mail('Stor', [], 'x'.repeat(5_000)))
    imap.deliver(`Subject: Bombe\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n'.repeat(50_000)}`)
    await once({ most: 4_000 })
    expect(await called('Stor')).toMatchObject({ unread: 'tooLarge', text: '' })
    imap.deliver(`Subject: Bombe 2\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n'.repeat(50_000)}`)
    await read()
    expect((await rows()).at(-1)).toMatchObject({ status: 'waiting', unread: 'broken', text: null })
  })

  it('becomes a report of its own time, by somebody outside, whoever it says it is from; its files go with it', async () => {
    const { email } = await asDpo(({ tx, actor }) =>
      tx.selectFrom('person').select('email').where('id', '=', actor.personId).executeTakeFirstOrThrow(),
    )
    const passed = 'Authentication-Results: mx.ute.test; dmarc=pass header.from=sandnes.test'
    imap.deliver(
      mail('Falsk', [`From: Personvernombudet <${email ?? 'ombud@sandnes.test'}>`, passed], 'Jeg er personvernombudet. Lukk saken.'),
    )
    await read()
    const row = await called('Falsk')
    expect(row.dmarc).toBeNull()
    app.clock.now = new Date()
    const open = await app.as(dpo)
    const page = (await open.get(`/avvik/epost/${row.id}`)).text
    expect(page).toContain('Ikke kontrollert')
    const unit = await asDpo(async ({ tx }) => (await tx.selectFrom('unit').select('id').orderBy('name').executeTakeFirstOrThrow()).id)
    const at = /name="discoveredAt" value="([^"]*)"|value="([^"]*)"[^>]*name="discoveredAt"/.exec(page)
    const form = {
      version: '1',
      whatHappened: 'Noen utgir seg for å være ombudet.',
      affectedUnit: unit,
      discoveredAt: at?.[1] ?? at?.[2] ?? '',
      personalData: 'yes',
    }
    expect((await open.post(`/avvik/epost/${row.id}/avvik`, { ...form, affectedUnit: '' })).status).toBe(422)
    const heldBack = await open.post(`/avvik/epost/${row.id}/avvik`, { ...form, whatHappened: 'Gjelder 15838530181.' })
    expect(heldBack.status).toBe(422)
    const made = [await open.post(`/avvik/epost/${row.id}/avvik`, form), await open.post(`/avvik/epost/${row.id}/avvik`, form)]
    expect(made.map(({ status }) => status)).toEqual([303, 303])
    expect(made[0]?.location).toBe(`/avvik/${row.id}`)
    const [reporter, sealed, kase] = await asDpo(async (ctx) => [
      await reporterOf(ctx, row.id),
      await openReporter(ctx, row.id),
      await ctx.tx.selectFrom('deviation').select(['channel', 'received_at']).where('id', '=', row.id).executeTakeFirst(),
    ])
    expect([reporter.kind === 'outside' || reporter.kind === 'protected', sealed ?? (reporter as { who?: string }).who]).toEqual([
      true,
      email ?? 'ombud@sandnes.test',
    ])
    expect(kase).toMatchObject({ channel: 'email', received_at: row.received_at })
    const after = (await rows()).find(({ id }) => id === row.id)
    expect(after).toMatchObject({ status: 'made', sender: null, subject: null, text: null })
    // The one with a file: it hangs on the report.
    const other = await called('Liste sendt feil')
    await open.post(`/avvik/epost/${other.id}/avvik`, { ...form, whatHappened: 'Liste.' })
    expect((await open.get(`/avvik/${other.id}`)).text).toContain('liste-kanarifugl.txt')
    const dismissed = await called('En til')
    expect((await open.post(`/avvik/epost/${dismissed.id}/avvisning`, { version: '1', dismissal: '' })).status).toBe(422)
    expect((await open.post(`/avvik/epost/${dismissed.id}/avvisning`, { version: '1', dismissal: 'spam' })).status).toBe(303)
    expect((await rows()).find(({ id }) => id === dismissed.id)).toMatchObject({ status: 'dismissed', sender: null, text: null })
    expect((await open.post(`/avvik/epost/${dismissed.id}/sak`, { version: '2', into: '2026-0001' })).status).toBe(422)
    expect((await open.get('/oppgaver')).text).not.toContain(dismissed.id)
  })

  it('an answer reaches the case it answers, by a token that nobody can guess and that ends with the case', async () => {
    const id = await openCase(app, 'sandnes')
    const [notice] = (await told('deviation.received')).filter(({ href }) => href === `/avvik/${id}`)
    const box = await openMailbox()
    const from = 'varde@sandnes.test'
    const send = mailHandler(inOrganisation, postTo(`smtp://${box.host}:${box.port}`, { from }), from)
    await send({ organisationId, id: notice?.id ?? '' }, { number: 1, last: false })
    const [went] = box.mails
    await box.close()
    expect(went?.headers['reply-to']).toMatch(/^sikkerhet\+[a-z2-7]{26}@sandnes\.test$/)
    const token = /\+([a-z2-7]{26})@/.exec(went?.headers['reply-to'] ?? '')?.[1] ?? ''
    expect(went?.headers['message-id']).toBe(`<${notice?.id}.${token}@sandnes.test>`)
    // It lets whoever has it write into the case: no row holds it, neither what is sent nor what waits.
    expect((await heldBy(db(), organisationId)).filter(({ text }) => text.includes(token))).toEqual([])
    expect((await told('deviation.received')).find(({ id: one }) => one === notice?.id)?.reply).toBeNull()
    const guessed = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`
    imap.deliver(mail('Svar én', [`Cc: sikkerhet+${token}@sandnes.test`], 'Det gjelder linje 11. Kari.'))
    imap.deliver(mail('Svar to', [`References: <${notice?.id}.${token}@sandnes.test>`]))
    imap.deliver(mail('Gjettet', [`Cc: sikkerhet+${guessed}@sandnes.test`]))
    imap.deliver(mail('Svar fra en maskin', [`Cc: sikkerhet+${token}@sandnes.test`, 'Auto-Submitted: auto-replied']))
    await read()
    expect(
      [await called('Svar én'), await called('Svar to'), await called('Gjettet')].map((one) => [one.status, one.deviation_id, one.late]),
    ).toEqual([
      ['joined', id, false],
      ['joined', id, false],
      ['waiting', null, true],
    ])
    const shown = (await (await app.as(dpo)).get(`/avvik/${id}`)).text
    for (const word of ['E-post i saken', 'Det gjelder linje 11.', 'Ingen har kontrollert hvem som skrev dette.'])
      expect(shown).toContain(word)
    expect((await told('mailIn.answered')).length).toBeGreaterThan(0)
    // Laid to it by hand, and not to one that whoever does it does not handle.
    const guess = await called('Gjettet')
    const open = await app.as(dpo)
    const number = /2026-\d{4}|20\d\d-\d{4}/.exec(shown)?.[0] ?? ''
    expect((await open.post(`/avvik/epost/${guess.id}/sak`, { version: '1', into: '2026-9999' })).status).toBe(422)
    expect((await open.post(`/avvik/epost/${guess.id}/sak`, { version: '1', into: number })).location).toBe(`/avvik/${id}`)
    // The case is closed: the token leads nowhere, also when it is opened again.
    await asDpo(async (ctx) => {
      await record(ctx, { type: 'deviation', id }, [{ type: 'deviation.closed' }])
      await ctx.tx.updateTable('deviation').set({ status: 'closed' }).where('id', '=', id).execute()
    })
    imap.deliver(mail('For sent', [`Cc: sikkerhet+${token}@sandnes.test`]))
    await read()
    expect(await called('For sent')).toMatchObject({ status: 'waiting', deviation_id: null, late: true })
    await asDpo(({ tx }) => tx.updateTable('deviation').set({ status: 'open' }).where('id', '=', id).execute())
    imap.deliver(mail('Gjenåpnet', [`Cc: sikkerhet+${token}@sandnes.test`]))
    await read()
    expect((await rows()).at(-1)).toMatchObject({ subject: 'Gjenåpnet', status: 'waiting', late: true })
  })

  it('a mailbox that is exchanged for another with the same numbers loses no mail, and marks none by the numbers of the other', async () => {
    await read()
    const { nextUid = 0 } = (await inOrganisation(organisationId, readingOf)) ?? {}
    expect(nextUid).toBeGreaterThan(5)
    imap.exchange()
    const files = [imap.deliver(mail('I den nye')), imap.deliver(mail('I den nye igjen'))]
    await read()
    expect([(await called('I den nye')).status, (await called('I den nye igjen')).status]).toEqual(['waiting', 'waiting'])
    await read()
    imap.deliver(mail('Etterpå'))
    await read()
    await called('Etterpå')
    expect(files.map((file) => imap.isRead(file))).toEqual([true, true])
    // Exchanged again, and filled up beyond what was read.
    imap.exchange()
    for (let n = 0; n < 6; n++) imap.deliver(mail(`Flyttet ${n}`))
    await read()
    const found = (await rows()).map(({ subject }) => subject)
    expect(Array.from({ length: 6 }, (_, n) => found.includes(`Flyttet ${n}`))).toEqual(Array.from({ length: 6 }, () => true))
  })

  it('a sender of sixty kilobytes is none; the mail is read as any', async () => {
    imap.deliver(mail('Lang avsender', [`From: ${'x'.repeat(60_000)}@ute.test`]))
    imap.deliver(mail('Ingen adresse', ['From: "noen" <ikke en adresse>']))
    await read()
    expect([(await called('Lang avsender')).sender, (await called('Ingen adresse')).sender]).toEqual([null, null])
    expect((await (await app.as(dpo)).get(`/avvik/epost/${(await called('Lang avsender')).id}`)).text).toContain('Ikke oppgitt')
  })

  it('a flood hides no mail: what is over in an hour waits in the mailbox, is told of, and is taken by turn; the others come through', async () => {
    const hourly = { sender: 3, unknown: 40, known: 40, reply: 5 }
    const held = () => inOrganisation(organisationId, ({ tx }) => tx.selectFrom('mail_held').selectAll().execute())
    const waits = async (name: RegExp) => (await rows()).filter(({ subject }) => name.test(subject ?? '')).length
    ahead = 2 * 3_600_000
    const files = Array.from({ length: 20 }, (_, n) => imap.deliver(mail(`Flom ${n}`, ['From: flom@ute.test'])))
    const real = imap.deliver(mail('Den ekte', ['From: innbygger@ute.test']))
    await once({ hourly })
    expect([await waits(/^Flom/), await waits(/^Den ekte/), (await held()).length]).toEqual([3, 1, 17])
    expect([imap.isRead(real), files.filter((file) => imap.isRead(file)).length]).toEqual([true, 3])
    expect(new Set((await told('mailIn.held')).map(({ href }) => href))).toEqual(new Set(['/avvik/epost', '/innstillinger#postkasse']))
    const open = await app.as(dpo)
    expect((await open.get('/avvik/epost')).text).toContain('17 e-poster venter i postkassen')
    expect((await (await app.as('sandnes-administrator')).get('/innstillinger')).text).toContain('Venter i postkassen')
    // Nothing of it is in any row: not even whom it is from.
    expect((await heldBy(db(), organisationId)).filter(({ text }) => text.includes('flom@ute.test'))).toEqual([])
    const heard = (await told('mailIn.held')).length
    // Within the hour no more; told once; the next hour three more; what is taken out of the mailbox is let go.
    await once({ hourly })
    expect([await waits(/^Flom/), (await held()).length, (await told('mailIn.held')).length]).toEqual([3, 17, heard])
    ahead += 3_600_000 + 1_000
    for (const file of files.slice(3, 8)) imap.remove(file)
    await once({ hourly })
    expect([await waits(/^Flom/), (await held()).length]).toEqual([6, 9])
    // The whole of it is taken in the end, each once.
    for (let hour = 0; hour < 3; hour++) {
      ahead += 3_600_000 + 1_000
      await once({ hourly })
    }
    expect([await waits(/^Flom/), (await held()).length]).toEqual([15, 0])
  })

  it('lists known senders first and each the newest first, a page at a time; several are put away at once, after they are shown', async () => {
    ahead += 2 * 3_600_000
    const { email } = await asDpo(({ tx, actor }) =>
      tx.selectFrom('person').select('email').where('id', '=', actor.personId).executeTakeFirstOrThrow(),
    )
    imap.deliver(mail('Fra en kollega', [`From: ${email}`]))
    for (let n = 0; n < 45; n++) imap.deliver(mail(`Reklame ${n}`, [`From: reklame${n}@ute.test`]))
    for (let n = 0; n < 12; n++) imap.deliver(mail(`Samme ${n}`, ['From: samme@ute.test']))
    const hourly = { sender: 8, unknown: 100, known: 100, reply: 5 }
    await once({ hourly })
    const open = await app.as(dpo)
    const subjects = (html: string) =>
      [...html.matchAll(/href="\/avvik\/epost\/[0-9a-f-]{36}"[^>]*>([^<]*)</g)].map(([, subject]) => subject)
    const first = (await open.get('/avvik/epost')).text
    expect(subjects(first)).toHaveLength(50)
    const all = await inOrganisation(organisationId, ({ tx }) =>
      tx
        .selectFrom('mail_in')
        .select(['id', 'subject', 'known'])
        .where('status', '=', 'waiting')
        .orderBy('known', 'desc')
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    )
    const next = /href="(\/avvik\/epost\?etter=[0-9a-f-]{36})"/.exec(first)?.[1] ?? ''
    expect([...subjects(first), ...subjects((await open.get(next)).text)]).toEqual(
      all.slice(0, 100).map(({ subject }) => subject ?? 'Uten emne'),
    )
    // Where nobody may know who reports, nobody is told whose address is known (S4-131).
    expect(all.some(({ known }) => known)).toBe(false)
    // Chosen, shown, put away with a reason; what came meanwhile stands.
    const two = all.filter(({ subject }) => /^Reklame [01]$/.test(subject ?? ''))
    const valgt = two.map(({ id }) => `${id}.1`)
    expect((await open.post('/avvik/epost/avvisning', {})).location).toBe('/avvik/epost')
    const preview = await open.post('/avvik/epost/avvisning', { valgt })
    for (const word of ['2 e-poster blir avvist', 'Reklame 0', 'Reklame 1', 'Avvis 2 e-poster']) expect(preview.text).toContain(word)
    expect((await rows()).filter(({ subject }) => /^Reklame [01]$/.test(subject ?? ''))).toHaveLength(2)
    expect((await open.post('/avvik/epost/avvisning', { valgt, gjor: 'ja', dismissal: '' })).status).toBe(422)
    const colleague = await app.as('sandnes-ansatt')
    expect((await colleague.post('/avvik/epost/avvisning', { valgt, gjor: 'ja', dismissal: 'spam' })).status).toBe(403)
    const both = await Promise.all([1, 2].map(() => open.post('/avvik/epost/avvisning', { valgt, gjor: 'ja', dismissal: 'spam' })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const settled = (await rows()).filter(({ id }) => two.some((one) => one.id === id))
    expect(settled.map((row) => [row.status, row.text, row.dismissal])).toEqual([
      ['dismissed', null, 'spam'],
      ['dismissed', null, 'spam'],
    ])
    // All of one sender, with those that wait in the mailbox.
    const same = all.find(({ subject }) => /^Samme \d/.test(subject ?? ''))
    const held = () => inOrganisation(organisationId, ({ tx }) => tx.selectFrom('mail_held').selectAll().execute())
    expect(await held()).toHaveLength(4)
    const shown = await open.post('/avvik/epost/avvisning', { alle: 'ja', fra: same?.id ?? '' })
    const ticks = [...shown.text.matchAll(/name="valgt" value="([^"]*)"/g)].map(([, tick]) => tick ?? '')
    expect(ticks).toHaveLength(8)
    // Whoever may not see who sends learns not by this either how many more there are of one (S4-131).
    const another = all.find(({ subject }) => subject === 'Reklame 2')
    const reader = await app.as('sandnes-personvern-gdpr')
    const tried = await reader.post('/avvik/epost/avvisning', {
      ...{ valgt: `${another?.id}.1`, gjor: 'ja', dismissal: 'spam', fra: same?.id ?? '' },
    })
    expect([tried.status, (await rows()).find(({ id }) => id === another?.id)?.status]).toEqual([303, 'dismissed'])
    expect([(await reader.get(tried.location ?? '')).text.includes('blir ikke hentet inn'), (await held()).length]).toEqual([false, 4])
    await open.post('/avvik/epost/avvisning', { valgt: ticks, gjor: 'ja', dismissal: 'spam', fra: same?.id ?? '' })
    expect([(await rows()).filter(({ subject }) => /^Samme \d/.test(subject ?? '')), await held()]).toEqual([[], []])
    await once({ hourly })
    expect((await rows()).filter(({ subject }) => /^Samme \d/.test(subject ?? ''))).toEqual([])
    // It has its place in the menu of those who read it, and of nobody else.
    expect([first.includes('href="/avvik/epost"'), (await colleague.get('/')).text.includes('href="/avvik/epost"')]).toEqual([true, false])
    ahead = 0
  })

  it('the address of somebody who works here, comes first, and can be looked at alone', async () => {
    const sauda = 'sauda-personvernombud'
    const own = (await app.person(sauda)).organisationId
    const takenIn = (subject: string, from: string, results: readonly string[] = []) =>
      app.inOrganisation(own, async (ctx) => {
        const letter = await readLetter(Buffer.from(mail(subject, [`From: ${from}`, ...results])), { bytes: 0, files: 0 })
        const place = { validity: '1', uid: sent, unread: null, digest: '', files: [] }
        await takeIn(
          { ...ctx, now: new Date(ctx.now.getTime() + sent * 1_000) },
          { ...place, at: new Date(ctx.now.getTime() - 60_000 + sent * 1_000), letter },
          sender,
        )
      })
    const { email } = await app.ctx(sauda, ({ tx, actor }) =>
      tx.selectFrom('person').select('email').where('id', '=', actor.personId).executeTakeFirstOrThrow(),
    )
    await takenIn('Fra en kollega', email ?? '')
    await takenIn('Fra en innbygger', 'innbygger@ute.test')
    await takenIn('Fra en kollega til', email ?? '')
    const seen = () =>
      app.ctx(sauda, async (ctx) =>
        (await waitingMails(ctx, await profileOf(ctx), allMails)).mails.map(({ subject, known }) => [subject, known]),
      )
    expect(await seen()).toEqual([
      ['Fra en kollega til', true],
      ['Fra en kollega', true],
      ['Fra en innbygger', false],
    ])
    const page = (await (await app.as(sauda)).get('/avvik/epost')).text
    for (const word of ['Kjende avsendarar', 'Kjend avsendar']) expect([word, page.includes(word)]).toEqual([word, true])
    const known = (await (await app.as(sauda)).get('/avvik/epost?kjent=nei')).text
    expect([known.includes('Fra en innbygger'), known.includes('Fra en kollega')]).toEqual([true, false])
  })

  it('says when it was last read, and what went wrong; turned off it is not read', async () => {
    const admin = await app.as('sandnes-administrator')
    const state = async () => /id="postkasse"[\s\S]*?<\/section>/.exec((await admin.get('/innstillinger')).text)?.[0] ?? ''
    expect(await state()).toContain('Sist lest')
    await once({ mailboxes: mailboxes({ dir: null, given: { sandnes: imap.url().replace('hemmelig', 'feil') } }) })
    expect(await state()).toContain('godtok ikke påloggingen til Varde')
    await once({ mailboxes: mailboxes({ dir: null, given: { sandnes: 'imap://a:b@127.0.0.1:9' } }) })
    expect(await state()).toContain('svarte ikke')
    const byToken = `${imap.url()}?client=x&token=${encodeURIComponent('http://127.0.0.1:1/token')}`
    await once({ mailboxes: mailboxes({ dir: null, given: { sandnes: byToken } }) })
    expect(await state()).toContain('Tjenesten som gir Varde lov til å lese postkassen, svarte ikke')
    await read()
    expect(await state()).not.toContain('svarte ikke')
    await inOrganisation(organisationId, (ctx) => hold(ctx, '1', { uid: 999, size: 1, at: ctx.now, mark: Buffer.alloc(32), known: false }))
    await turn({ on: 'no' })
    imap.deliver(mail('Av'))
    await read()
    // Of what waited for its turn nothing is left here: not even whose mark it had.
    await mailboxSweep.run({ organisationIds: [organisationId], inOrganisation, now: new Date() })
    expect(await inOrganisation(organisationId, heldState)).toEqual({ count: 0, oldest: null })
    expect((await rows()).some(({ subject }) => subject === 'Av')).toBe(false)
  })
})
