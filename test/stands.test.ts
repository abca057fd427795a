import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner, inOrganisations } from '../src/db/transaction.ts'
import { sealWaiting } from '../src/modules/audit/commands.ts'
import {
  makeMessage,
  makeNotice,
  registerCopy,
  registerLetterOf,
  registerMessageSent,
  registerNoticeSent,
  registerOrderFollowed,
  saveMessage,
  saveNotice,
  signMessageOf,
  withdrawSignatureOf,
} from '../src/modules/notices/commands.ts'
import { must, plainSending, wholeMessage, wholeNotice } from '../src/modules/notices/factory.ts'
import { type TestApp, testApp } from './support/app.ts'
import { assessCase, openCase } from './support/cases.ts'
import { describeExample } from './support/database.ts'

/**
 * What was sent, signed, kept or logged cannot be changed by anybody who has the database open: neither by the role that serves
 * the pages, nor by the owner of the tables, who is bound by no grant.
 */
describeExample('what stands', (db) => {
  let app: TestApp
  let organisation: string
  /** A whole sent notice with its copy, letter and promise; a message that is sent, and one that is signed. */
  let sent: { readonly notice: string; readonly message: string; readonly signed: string; readonly order: string }
  const dpo = 'sauda-personvernombud'

  beforeAll(async () => {
    app = await testApp(db())
    organisation = (await app.person(dpo)).organisationId
    const id = await openCase(app, 'sauda', { affectedKnown: 'exact', affectedCount: 4, dataTypes: ['contact'], relation: ['others'] })
    await assessCase(app, 'sauda', id, { level: 'high', levelReason: 'Mange.', largeScale: 'no', newTechnology: 'no' })
    const message = async (language: 'nb' | 'nn') => {
      const made = await app.ctx(dpo, async (ctx) => {
        const one = must(await makeMessage(ctx, id, language)).messages.find((each) => each.language === language)?.id ?? ''
        must(await saveMessage(ctx, id, one, null, wholeMessage))
        return one
      })
      await app.ctx('sauda-kommunedirektor', async (ctx) => must(await signMessageOf(ctx, id, made, null)))
      return made
    }
    const [done, signed] = [await message('nn'), await message('nb')]
    sent = await app.ctx(dpo, async (ctx) => {
      const sending = { channels: ['letter'] as const, reach: 'Alle.', told: 'count' as const, toldCount: 4, sentAt: ctx.now }
      must(await registerMessageSent(ctx, id, done, null, sending))
      const promised = [
        { id: null, what: 'Kor mange', dueOn: '2026-04-01' },
        { id: null, what: 'Når', dueOn: '2026-04-02' },
      ]
      const draft = must(await makeNotice(ctx, id, 'preliminary')).notices.at(-1)?.id ?? ''
      must(await saveNotice(ctx, id, draft, null, { ...wholeNotice, stepwise: 'Meir kjem.' }, promised))
      const first = must(await registerNoticeSent(ctx, id, draft, null, plainSending(ctx.now)))
      const next = must(await makeNotice(ctx, id, 'supplementary')).notices.at(-1)?.id ?? ''
      must(await registerNoticeSent(ctx, id, next, null, plainSending(ctx.now, { supplies: [first.owed[0]?.id ?? ''] })))
      must(await registerCopy(ctx, id, draft, { party: 'Leverandøren AS', partyRole: 'processor', sentAt: ctx.now }))
      const letter = { at: ctx.now, reference: null, question: null, content: 'Gjer dette.', dueOn: '2026-05-01' }
      const order = must(await registerLetterOf(ctx, id, { ...letter, kind: 'order' })).letters.at(-1)?.id ?? ''
      return { notice: draft, message: done, signed, order }
    })
  }, 120_000)
  afterAll(() => app.stop())

  it('S4-024 there is a seal to try', async () => {
    expect(await app.ctx(dpo, (ctx) => sealWaiting(ctx, 1000))).toBeGreaterThan(0)
  })

  const asPages = (deed: string) => inOrganisations(db(), [organisation], (tx) => sql.raw(deed).execute(tx))
  const asOwnerOfAll = (deed: string) =>
    asOwner(db(), async (tx) => {
      await sql`select set_config('varde.organisations', ${organisation}, true)`.execute(tx)
      return sql.raw(deed).execute(tx)
    })

  const forbidden = (): readonly (readonly [string, string])[] => [
    ['a line of the log', `update audit_event set data = '{}'`],
    ['a line of the log', 'delete from audit_event'],
    ['a seal of the log', `update audit_seal set text = ''`],
    ['a seal of the log', 'delete from audit_seal'],
    ['what lies under a seal', 'update audit_sealed set place = place + 1'],
    ['what lies under a seal', 'delete from audit_sealed'],
    ['a kept document', `update document set content = '{}'`],
    ['a kept document', 'delete from document'],
    ['a sent notice', `update authority_notice set affected = '1' where id = '${sent.notice}'`],
    ['a sent notice made a draft', `update authority_notice set status = 'draft', sent_at = null where id = '${sent.notice}'`],
    ['when it was sent', `update authority_notice set sent_at = sent_at - interval '1 day' where id = '${sent.notice}'`],
    ['a sent notice', `delete from authority_notice where id = '${sent.notice}'`],
    ['a promise that was kept', `update notice_owed set supplied_at = null, supplied_by = null where supplied_at is not null`],
    ['a promise that was kept', 'delete from notice_owed where supplied_at is not null'],
    ['who got a copy', `update notice_copy set party = 'En annen'`],
    ['who got a copy', 'delete from notice_copy'],
    ['what Datatilsynet wrote', `update authority_letter set content = 'Noe annet' where id = '${sent.order}'`],
    ['what Datatilsynet wrote', `delete from authority_letter where id = '${sent.order}'`],
    ['a sent message', `update subject_message set reach = 'Ingen' where id = '${sent.message}'`],
    ['a sent message', `delete from subject_message where id = '${sent.message}'`],
    ['the text of a signed message', `update subject_message set consequences = 'Ingen' where id = '${sent.signed}'`],
    ['who signed', `update subject_message set signed_at = signed_at - interval '1 day' where id = '${sent.signed}'`],
    ['a signed message', `delete from subject_message where id = '${sent.signed}'`],
    ['a decision', `update deviation_decision set outcome = 'no'`],
    ['a decision', 'delete from deviation_decision'],
  ]

  it('S4-144 S4-024 is changed and deleted by nobody, not even the owner of the tables', async () => {
    await app.ctx(dpo, (ctx) =>
      ctx.tx
        .insertInto('deviation_decision')
        .values({
          organisation_id: organisation,
          id: sent.notice,
          deviation_id: sql`(select deviation_id from authority_notice where id = ${sent.notice})`,
          kind: 'breach',
          outcome: 'yes',
          reason: 'x',
          ground: null,
          decided_by: ctx.actor.personId,
          decided_at: ctx.now,
        })
        .execute(),
    )
    for (const [what, deed] of forbidden()) {
      await expect(asOwnerOfAll(deed), `${what}, by the owner: ${deed}`).rejects.toMatchObject({ code: '23001' })
      await expect(asPages(deed), `${what}, by the pages: ${deed}`).rejects.toThrow(/stands|permission denied/)
    }
  })

  it.each([
    'audit_event',
    'audit_seal',
    'audit_sealed',
    'document',
    'authority_notice',
    'authority_letter',
    'notice_owed',
    'notice_copy',
    'subject_message',
    'deviation_decision',
  ])('%s is not emptied', async (table) => {
    await expect(asOwnerOfAll(`truncate ${table} cascade`)).rejects.toMatchObject({ code: '23001' })
  })

  it('S3-21 S4-159 what comes afterwards is added: how an order was followed, once; a signature can be taken back', async () => {
    const id = await app.ctx(dpo, async (ctx) => {
      const row = await ctx.tx.selectFrom('authority_letter').select('deviation_id').where('id', '=', sent.order).executeTakeFirstOrThrow()
      must(await registerOrderFollowed(ctx, row.deviation_id, sent.order, ctx.now, 'Rutinen er endra.'))
      return row.deviation_id
    })
    await expect(asOwnerOfAll(`update authority_letter set followed_how = 'Annleis' where id = '${sent.order}'`)).rejects.toThrow('stands')
    await app.ctx('sauda-kommunedirektor', async (ctx) => must(await withdrawSignatureOf(ctx, id, sent.signed, null)))
    await app.ctx(dpo, async (ctx) => must(await saveMessage(ctx, id, sent.signed, null, { ...wholeMessage, consequences: 'Nye.' })))
  })
})
