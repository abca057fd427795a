import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { assessCase, openCase, openTasksOf, stored } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import type { Preset } from '../../kernel/profile.ts'
import { timelineOf } from '../audit/public.ts'
import { saveClosing } from '../deviation/closing/commands.ts'
import { closingGaps } from '../deviation/closing/rules.ts'
import { profiles } from '../deviation/presets.ts'
import { clockState } from '../deviation/public.ts'
import { storedDocuments, storedPdf } from '../documents/public.ts'
import {
  makeMessage,
  makeNotice,
  refillNotice,
  registerCopy,
  registerLetterOf,
  registerMessageSent,
  registerNoticeSent,
  registerOrderFollowed,
  saveMessage,
  saveNotice,
  signMessageOf,
} from './commands.ts'
import { must, plainSending, wholeMessage, wholeNotice } from './factory.ts'
import type { NoticeFile, NoticeKind } from './notice.ts'
import { noticesView } from './queries.ts'
import type { NoticeOutcome } from './rules.ts'
import { apply, load } from './store.ts'

const hours = (at: Date, n: number) => new Date(at.getTime() + n * 3_600_000)
const sender = {
  oslomet: 'oslomet-sikkerhet',
  uio: 'uio-universitetsdirektor',
  sauda: 'sauda-personvernombud',
  sandnes: 'sandnes-personvern-gdpr',
} as const
const lastOf = (file: NoticeFile) => file.notices.at(-1)?.id ?? ''

describeExample('Notices', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 120_000)
  afterAll(() => app.stop())

  /** Discovered ten hours ago, found to be a medium risk: Datatilsynet is to be told. */
  const owedCase = async (preset: Preset, level: 'medium' | 'high' = 'medium') => {
    const id = await openCase(app, preset, { affectedKnown: 'exact', affectedCount: 40, dataTypes: ['contact'], relation: ['others'] })
    const effects = preset === 'sandnes' ? ({ effectAstray: 'yes', effectChanged: 'no', effectLost: 'no' } as const) : {}
    await assessCase(app, preset, id, { level, levelReason: 'Mange.', largeScale: 'no', newTechnology: 'no', ...effects })
    return id
  }
  const drafted = (preset: Preset, id: string, kind: NoticeKind) =>
    app.ctx(sender[preset], async (ctx) => must(await makeNotice(ctx, id, kind)))
  const filled = async (preset: Preset, id: string, kind: NoticeKind, promised: Parameters<typeof saveNotice>[5] = []) => {
    const file = await drafted(preset, id, kind)
    return app.ctx(sender[preset], async (ctx) =>
      must(await saveNotice(ctx, id, lastOf(file), null, { ...wholeNotice, stepwise: 'Mer kommer.' }, promised)),
    )
  }
  const send = (preset: Preset, id: string, notice: string, over = {}): Promise<NoticeOutcome> =>
    app.ctx(sender[preset], (ctx) => registerNoticeSent(ctx, id, notice, null, plainSending(app.clock.now, over)))
  const tasks = async (preset: Preset, id: string) => (await openTasksOf(app, preset, id)).map((task) => task.kind)

  test('S3-16 S3-17 S3-21 a notice is drafted from the case, sent once, kept as a file, and answered', async () => {
    const id = await owedCase('sauda')
    expect(await tasks('sauda', id)).toContain('deviation.notifyAuthority')
    const draft = await drafted('sauda', id, 'complete')
    expect(draft.notices[0]?.texts).toMatchObject({ whatHappened: 'En liste ble sendt til feil mottaker.', whereNow: null })
    expect(draft.notices[0]?.texts.affected).toContain('40')
    expect(await send('sauda', id, lastOf(draft))).toMatchObject({ ok: false, why: 'incomplete' })

    await app.ctx(sender.sauda, async (ctx) => must(await saveNotice(ctx, id, lastOf(draft), 1, wholeNotice, [])))
    const sent = must(await send('sauda', id, lastOf(draft)))
    const deviation = await stored(app, 'sauda', id)
    expect(deviation).toMatchObject({ authorityTrack: 'notified', authorityNotifiedAt: app.clock.now })
    expect(await tasks('sauda', id)).toEqual(expect.arrayContaining(['notices.authority.receipt', 'notices.authority.answer']))
    expect(await tasks('sauda', id)).not.toContain('deviation.notifyAuthority')

    await app.ctx(sender.sauda, async (ctx) => {
      const [kept] = await storedDocuments(ctx, id)
      expect(kept).toMatchObject({ id: sent.notices[0]?.documentId, kind: 'authorityNotice', number: 1 })
      expect(kept?.content).toMatchObject({ draft: false, accessCode: null })
      const pdf = await storedPdf(ctx, id, kept?.id ?? '')
      expect(
        Buffer.from(pdf ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
      for (const kind of ['receipt', 'answer'] as const)
        must(await registerLetterOf(ctx, id, { kind, at: ctx.now, reference: '24/1', question: null, content: 'Mottatt.', dueOn: null }))
    })
    expect((await tasks('sauda', id)).filter((kind) => kind.startsWith('notices.'))).toEqual([])
  })

  test('S1-50 S4-136 a preliminary notice at 60 hours meets the clock; the rest has a task, and the supplement closes it', async () => {
    const id = await owedCase('oslomet')
    const file = await filled('oslomet', id, 'preliminary', [{ id: null, what: 'Hvor mange det gjelder', dueOn: '2026-04-01' }])
    const before = app.clock.now
    app.clock.now = hours(before, 50)
    must(await send('oslomet', id, lastOf(file)))
    const told = await stored(app, 'oslomet', id)
    expect(told.authorityTrack).toBe('preliminary')
    expect(clockState(told, hours(before, 500))).toBe('met')
    const open = (await openTasksOf(app, 'oslomet', id)).find((task) => task.kind === 'notices.authority.supply')
    expect(open).toMatchObject({ roles: ['centralAssessor'], dueAt: new Date('2026-04-01T21:59:00Z') })
    expect(await tasks('oslomet', id)).not.toContain('deviation.notifyAuthority')

    app.clock.now = hours(before, 100)
    const next = await drafted('oslomet', id, 'supplementary')
    must(await send('oslomet', id, lastOf(next), { supplies: [next.owed[0]?.id] }))
    expect(await tasks('oslomet', id)).not.toContain('notices.authority.supply')
    expect((await stored(app, 'oslomet', id)).authorityTrack).toBe('notified')
    app.clock.now = before
  })

  test('S4-136 sent at 73 hours: late, with the reason in the kept document', async () => {
    const id = await owedCase('sandnes')
    const file = await filled('sandnes', id, 'complete')
    const before = app.clock.now
    app.clock.now = hours(before, 63)
    expect(await send('sandnes', id, lastOf(file))).toMatchObject({ why: 'lateReasonMissing' })
    expect((await stored(app, 'sandnes', id)).authorityTrack).toBe('owed')
    must(await send('sandnes', id, lastOf(file), { lateReason: 'Omfanget ble kjent sent.' }))
    const deviation = await stored(app, 'sandnes', id)
    expect(clockState(deviation, app.clock.now)).toBe('late')
    await app.ctx(sender.sandnes, async (ctx) => {
      expect(JSON.stringify((await storedDocuments(ctx, id))[0]?.content)).toContain('Omfanget ble kjent sent.')
      const events = await timelineOf(ctx, id)
      expect(events.find((event) => event.type === 'notices.sent')?.data).toMatchObject({ late: true, number: 1 })
      expect(events.find((event) => event.type === 'deviation.authorityTrack' && event.data.track === 'notified')?.data).toMatchObject({
        late: true,
      })
    })
    app.clock.now = before
  })

  test('a sent version cannot be changed in the database, nor its document', async () => {
    const id = await owedCase('sauda')
    const file = await filled('sauda', id, 'complete')
    must(await send('sauda', id, lastOf(file)))
    const deviation = await stored(app, 'sauda', id)
    const rewrite = app.ctx(sender.sauda, async (ctx) => {
      const before = await load(ctx, deviation)
      const notices = before.notices.map((notice) => ({ ...notice, texts: { ...notice.texts, affected: '1' } }))
      await apply(
        ctx,
        { ok: true, next: { ...before, notices }, events: [{ type: 'notices.discarded', kind: 'complete', number: 1 }] },
        before,
      )
    })
    await expect(rewrite).rejects.toThrow('A notice that has been sent cannot be changed')
    const forge = app.ctx(sender.sauda, (ctx) => sql`update document set kind = 'x' where subject_id = ${id}`.execute(ctx.tx))
    await expect(forge).rejects.toThrow(/permission denied/)
  })

  test('S4-137 S3-16 a refusal leaves nothing behind but a line in the log', async () => {
    const id = await owedCase('sandnes')
    const file = await filled('sandnes', id, 'complete')
    const exempt = { access: 'exempt', accessGround: 'offl. § 13' }
    expect(await send('sandnes', id, lastOf(file), exempt)).toMatchObject({ ok: false, why: 'publicLocked' })
    const dpo = await app.ctx('sandnes-personvernombud', (ctx) =>
      registerNoticeSent(ctx, id, lastOf(file), null, plainSending(app.clock.now)),
    )
    expect(dpo).toMatchObject({ ok: false, why: 'notAllowed' })
    await app.ctx(sender.sandnes, async (ctx) => {
      expect(await storedDocuments(ctx, id)).toEqual([])
      const refused = (await timelineOf(ctx, id)).filter((event) => event.type === 'notices.refused')
      expect(refused.map((event) => event.data.why).sort()).toEqual(['notAllowed', 'publicLocked'])
    })
    expect((await stored(app, 'sandnes', id)).authorityNotifiedAt).toBeNull()
  })

  test('S3-18 S4-142 S4-159 copies, contacts and orders are kept, and logged without what was written', async () => {
    const id = await owedCase('sauda')
    const file = await filled('sauda', id, 'complete')
    must(await send('sauda', id, lastOf(file)))
    await app.ctx(sender.sauda, async (ctx) => {
      const copy = (partyRole: 'processor' | 'dataSubject') =>
        registerCopy(ctx, id, lastOf(file), { party: 'Leverandøren AS', partyRole, sentAt: ctx.now })
      expect(await copy('dataSubject')).toMatchObject({ ok: false, why: 'subjectsHaveOwn' })
      must(await copy('processor'))
      const letter = { at: ctx.now, reference: null, content: 'Ja, hemmelig svar.', dueOn: null }
      must(await registerLetterOf(ctx, id, { ...letter, kind: 'contact', question: 'Hemmelig spørsmål?' }))
      const ordered = must(await registerLetterOf(ctx, id, { ...letter, kind: 'order', question: null, dueOn: '2026-05-01' }))
      const order = ordered.letters.find((one) => one.kind === 'order')
      must(await registerOrderFollowed(ctx, id, order?.id ?? '', ctx.now, 'Hemmelig måte.'))
      const view = await noticesView(ctx, id)
      expect(view?.file.copies).toMatchObject([{ party: 'Leverandøren AS', partyRole: 'processor' }])
      expect(view?.file.letters.map((one) => one.kind).sort()).toEqual(['contact', 'order'])
      expect(view?.file.letters.find((one) => one.kind === 'order')?.followedHow).toBe('Hemmelig måte.')
      // The memo has the words, by day.
      expect(await ctx.house.addenda(ctx, { type: 'deviation', id }, 'nn')).toEqual([
        {
          heading: 'Kontakt med Datatilsynet',
          items: [expect.stringMatching(/^måndag 2\. mars 2026 .*\n.*: Hemmelig spørsmål\?\n.*: Ja, hemmelig svar\.$/)],
        },
        {
          heading: 'Kvittering, svar og pålegg',
          items: [
            expect.stringMatching(
              /^Pålegg frå Datatilsynet, måndag 2\. mars 2026 .*\nJa, hemmelig svar\.\nFølgt måndag 2\. mars 2026 .*: Hemmelig måte\.$/,
            ),
          ],
        },
        { heading: 'Kopiar til andre', items: [expect.stringMatching(/^Leverandøren AS \(databehandlar\), måndag 2\. mars 2026 /)] },
      ])
      const log = JSON.stringify(await timelineOf(ctx, id))
      expect(log).toContain('notices.copied')
      expect(log).toContain('notices.orderFollowed')
      expect(log).not.toContain('Hemmelig')
      expect(log).not.toContain('hemmelig')
    })
    // And all of it stands in the whole case, with no memo written yet.
    const dpo = await app.as(sender.sauda)
    const whole = await dpo.get(`/avvik/${id}/dokumenter/hele-saken.txt`)
    expect(whole.status).toBe(200)
    for (const words of ['Spørsmål: Hemmelig spørsmål?', 'Svar: Ja, hemmelig svar.', 'Hemmelig måte.', 'Leverandøren AS'])
      expect(whole.text).toContain(words)
    // And it stands in the memo, with its date, under the six parts.
    const briefing = await app.ctx(sender.sauda, (ctx) => saveClosing(ctx, id, null, { memoBriefing: 'Orientering.' }))
    expect(briefing).toMatchObject({ ok: true })
    const memo = await dpo.get(`/avvik/${id}/dokumenter/notat.txt`)
    expect(memo.status).toBe(200)
    for (const words of ['Kontakt med Datatilsynet', '2. mars 2026', 'Spørsmål: Hemmelig spørsmål?', 'Svar: Ja, hemmelig svar.'])
      expect(memo.text).toContain(words)
  })

  test('a draft follows the case where it is empty, and keeps what was written', async () => {
    const id = await owedCase('sauda')
    const file = await drafted('sauda', id, 'complete')
    await app.ctx(sender.sauda, async (ctx) => {
      const texts = { ...(file.notices[0]?.texts ?? wholeNotice), affected: 'Førti.', relation: null }
      must(await saveNotice(ctx, id, lastOf(file), null, texts, []))
      const refilled = must(await refillNotice(ctx, id, lastOf(file), null)).notices[0]?.texts
      expect(refilled).toMatchObject({ affected: 'Førti.', relation: 'Andre' })
    })
  })

  describe('those affected', () => {
    test('S4-128 S4-143 S4-144 S4-145 drafted by the DPO, signed by the controller, sent, and the case is told', async () => {
      const id = await owedCase('sandnes', 'high')
      expect(await tasks('sandnes', id)).toContain('deviation.informSubjects')
      const dpo = 'sandnes-personvernombud'
      const sending = {
        channels: ['email', 'pressRelease'] as const,
        reach: 'Alle på listen.',
        told: 'unknown' as const,
        toldCount: null,
        sentAt: app.clock.now,
      }
      const message = await app.ctx(dpo, async (ctx) => {
        const file = must(await makeMessage(ctx, id, 'nb'))
        const made = file.messages[0]?.id ?? ''
        expect(file.messages[0]?.texts.whatHappened).toContain('En liste ble sendt til feil mottaker.')
        must(await saveMessage(ctx, id, made, 1, wholeMessage))
        expect(await registerMessageSent(ctx, id, made, null, sending)).toMatchObject({ ok: false, why: 'notSigned' })
        expect(await signMessageOf(ctx, id, made, null)).toMatchObject({ ok: false, why: 'notAllowed' })
        return made
      })
      expect(await tasks('sandnes', id)).toContain('notices.subjects.sign')
      await app.ctx('sandnes-kommunedirektor', async (ctx) => must(await signMessageOf(ctx, id, message, null)))
      expect(await tasks('sandnes', id)).toContain('notices.subjects.send')
      const stops = async () => closingGaps(await stored(app, 'sandnes', id), profiles.sandnes).map((gap) => gap.code)
      expect(await stops()).toContain('subjectsOpen')
      await app.ctx(dpo, async (ctx) => must(await registerMessageSent(ctx, id, message, null, sending)))
      const deviation = await stored(app, 'sandnes', id)
      expect(deviation).toMatchObject({ subjectsTrack: 'informed', subjectsInformedAt: app.clock.now })
      expect(await stops()).not.toContain('subjectsOpen')
      expect((await tasks('sandnes', id)).filter((kind) => /subjects|informSubjects/.test(kind))).toEqual([])
      await app.ctx(dpo, async (ctx) => {
        const [kept] = await storedDocuments(ctx, id)
        expect(kept).toMatchObject({ kind: 'subjectMessage', language: 'nb', number: 1 })
        expect(kept?.content.signature?.lines.join(' ')).toContain('Kommunedirektør')
        const [saved] = (await noticesView(ctx, id))?.file.messages ?? []
        expect(saved).toMatchObject({ channels: ['email', 'pressRelease'], toldCount: null, toldUnknown: true, status: 'sent' })
      })
    })
  })

  test('the notices of a case exist for those who take part in it, and for no others', async () => {
    const id = await owedCase('sauda')
    const seen = (slug: string) => app.ctx(slug, async (ctx) => (await noticesView(ctx, id)) !== undefined)
    expect(await seen('sauda-personvernombud')).toBe(true)
    for (const slug of ['sauda-ansatt', 'sauda-servicedesk', 'sauda-administrator', 'sandnes-personvernombud', 'oslomet-sikkerhet'])
      expect([slug, await seen(slug)]).toEqual([slug, false])
    expect(await app.ctx('sandnes-personvern-gdpr', (ctx) => makeNotice(ctx, id, 'complete'))).toMatchObject({ why: 'notFound' })
    expect(await app.ctx('sauda-ansatt', (ctx) => makeNotice(ctx, id, 'complete'))).toMatchObject({ why: 'notFound' })
  })

  test('two who register at once: one does it', async () => {
    const id = await owedCase('sauda')
    const file = await filled('sauda', id, 'complete')
    const outcomes = await Promise.all([send('sauda', id, lastOf(file)), send('sauda', id, lastOf(file))])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ why: 'notNow' })
  })
})
