import { describe, expect, it } from 'vitest'
import type { Locale } from '../../kernel/texts.ts'
import { hoursFrom, someMonday } from '../deviation/factory.ts'
import { byIn, fileOf, must, wholeMessage } from './factory.ts'
import { messageChannels } from './fields.ts'
import { newsOf } from './news.ts'
import type { MessageTexts, NoticeFile } from './notice.ts'
import {
  discardMessage,
  draftMessage,
  editMessage,
  type MessageSending,
  sendMessage,
  signaturesAfter,
  signMessage,
  withdrawSignature,
} from './rules-message.ts'
import { dueNoticeTasks } from './tasks.ts'

const dpo = (file: NoticeFile, now = someMonday) => byIn(file, 'sandnes', ['dpo'], { now })
const director = (file: NoticeFile, now = someMonday) => byIn(file, 'sandnes', ['controller'], { now })
const drafted = (texts: MessageTexts = wholeMessage, language: Locale = 'nb') => {
  const empty = fileOf('sandnes')
  const file = must(draftMessage(empty, language, texts, dpo(empty)))
  return { file, id: file.messages[0]?.id ?? '' }
}
const signed = () => {
  const { file, id } = drafted()
  return { file: must(signMessage(file, id, 1, director(file))), id }
}
const sending = (over: Partial<MessageSending> = {}): MessageSending => ({
  channels: ['email'],
  reach: 'E-post til alle på listen.',
  told: 'count',
  toldCount: 40,
  sentAt: hoursFrom(someMonday, 1),
  ...over,
})
const later = hoursFrom(someMonday, 2)

describe('drafting', () => {
  it('S4-143 the DPO drafts in Sandnes; others do not', () => {
    const file = fileOf('sandnes')
    expect(draftMessage(file, 'nb', wholeMessage, dpo(file)).ok).toBe(true)
    for (const role of ['controller', 'gdprUnit', 'employee'] as const)
      expect(draftMessage(file, 'nb', wholeMessage, byIn(file, 'sandnes', [role]))).toMatchObject({ why: 'notAllowed' })
  })
  it('has one open message a language', () => {
    const { file } = drafted()
    expect(draftMessage(file, 'nb', wholeMessage, dpo(file))).toMatchObject({ why: 'messageOpen' })
    expect(draftMessage(file, 'en', wholeMessage, dpo(file)).ok).toBe(true)
  })
  it('S1-41 makes none where it is decided not to inform', () => {
    const file = fileOf('sandnes', { subjectsTrack: 'notOwed' })
    expect(draftMessage(file, 'nb', wholeMessage, dpo(file))).toMatchObject({ why: 'subjectsNotOwed' })
  })
  it('refuses another version than the one seen, and no change', () => {
    const { file, id } = drafted()
    expect(editMessage(file, id, 9, { ...wholeMessage, advice: 'Bytt passord.' }, dpo(file))).toMatchObject({ why: 'stale' })
    expect(editMessage(file, id, 1, wholeMessage, dpo(file))).toMatchObject({ why: 'nothingChanged' })
  })
  it('a draft can be taken away, a signed one not', () => {
    const one = drafted()
    expect(must(discardMessage(one.file, one.id, 1, dpo(one.file))).messages).toEqual([])
    const two = signed()
    expect(discardMessage(two.file, two.id, null, dpo(two.file))).toMatchObject({ why: 'notNow' })
  })
})

describe('the five parts', () => {
  const parts: readonly (readonly [string, keyof MessageTexts])[] = [
    ['S4-162 what has happened', 'whatHappened'],
    ['S4-163 consequences', 'consequences'],
    ['S4-164 measures', 'measures'],
    ['S4-166 contacts', 'contacts'],
  ]
  it.each(parts)('%s: empty, it cannot be signed; filled in, it can', (_, name) => {
    const gap = drafted({ ...wholeMessage, [name]: null })
    expect(signMessage(gap.file, gap.id, 1, director(gap.file))).toMatchObject({ ok: false, why: 'incomplete', fields: [name] })
    const whole = must(editMessage(gap.file, gap.id, 1, wholeMessage, dpo(gap.file)))
    expect(signMessage(whole, gap.id, null, director(whole)).ok).toBe(true)
  })
  it('S4-165 with and without advice it can be signed', () => {
    for (const advice of [null, 'Bytt passord.']) {
      const { file, id } = drafted({ ...wholeMessage, advice })
      expect(signMessage(file, id, 1, director(file)).ok).toBe(true)
    }
  })
})

describe('signing', () => {
  it('S4-144 the DPO cannot sign in Sandnes, nor register as sent before the controller has', () => {
    const { file, id } = drafted()
    expect(signMessage(file, id, 1, dpo(file))).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(sendMessage(file, id, 1, sending(), dpo(file, later))).toMatchObject({ ok: false, why: 'notSigned' })
    const signedAt = hoursFrom(someMonday, 0.5)
    const next = must(signMessage(file, id, 1, byIn(file, 'sandnes', ['controller'], { now: signedAt })))
    expect(next.messages[0]).toMatchObject({ status: 'signed', createdAt: someMonday, signedAt })
    expect(sendMessage(next, id, null, sending(), dpo(next, later)).ok).toBe(true)
  })
  it('S4-144 a signed text stands until the signature is withdrawn', () => {
    const { file, id } = signed()
    const other = { ...wholeMessage, advice: 'Bytt passord.' }
    expect(editMessage(file, id, null, other, dpo(file))).toMatchObject({ why: 'signed' })
    const back = must(withdrawSignature(file, id, null, dpo(file)))
    expect(back.messages[0]).toMatchObject({ status: 'draft', signedBy: null, signedAt: null })
    expect(editMessage(back, id, null, other, dpo(back)).ok).toBe(true)
  })
  it('asks the signer when there is something to sign, and the drafter when it is signed', () => {
    const { profile } = dpo(fileOf('sandnes'))
    const gap = drafted({ ...wholeMessage, measures: null })
    const kinds = (file: NoticeFile) => dueNoticeTasks(file, profile).subjects.map((task) => [task.kind, task.roles])
    expect(kinds(gap.file)).toEqual([])
    const whole = must(editMessage(gap.file, gap.id, 1, wholeMessage, dpo(gap.file)))
    expect(kinds(whole)).toEqual([['notices.subjects.sign', ['controller']]])
    expect(newsOf(gap.file, whole, profile).map((news) => news.roles)).toEqual([['controller']])
    const done = must(signMessage(whole, gap.id, null, director(whole)))
    expect(kinds(done)).toEqual([['notices.subjects.send', ['dpo']]])
    expect(newsOf(whole, done, profile).map((news) => news.roles)).toEqual([['dpo']])
    expect(newsOf(done, done, profile)).toEqual([])
  })
})

describe('sending', () => {
  const send = (over: Partial<MessageSending>, now = later) => {
    const { file, id } = signed()
    return sendMessage(file, id, null, sending(over), dpo(file, now))
  }
  it('S4-145 e-mail, press release and other written message can each be registered, and several at once', () => {
    for (const channel of messageChannels) expect(send({ channels: [channel] })).toMatchObject({ ok: true })
    const outcome = send({ channels: ['email', 'pressRelease', 'otherWritten'] })
    expect(outcome.ok && outcome.next.messages[0]?.channels).toEqual(['email', 'pressRelease', 'otherWritten'])
  })
  it('S4-145 asks for the ways, how all are reached, how many and when', () => {
    expect(send({ channels: [], reach: null, told: null, toldCount: null, sentAt: null })).toMatchObject({
      why: 'incomplete',
      fields: ['channels', 'reach', 'told', 'sentAt'],
    })
  })
  it('S4-145 a number that is not known is said to be unknown, and is never 0 by default', () => {
    expect(send({ told: 'count', toldCount: null })).toMatchObject({ why: 'incomplete', fields: ['toldCount'] })
    const unknown = send({ told: 'unknown', toldCount: 40 })
    expect(unknown.ok && unknown.next.messages[0]).toMatchObject({ toldCount: null, toldUnknown: true })
    const none = send({ toldCount: 0 })
    expect(none.ok && none.next.messages[0]).toMatchObject({ toldCount: 0, toldUnknown: false })
  })
  it('refuses a time to come, and one before the signature; the same minute is after it', () => {
    expect(send({ sentAt: hoursFrom(someMonday, 3) })).toMatchObject({ why: 'future' })
    expect(send({ sentAt: hoursFrom(someMonday, -1) })).toMatchObject({ why: 'beforeSignature' })
    expect(send({ sentAt: someMonday }).ok).toBe(true)
  })
  it('a sent message takes no change', () => {
    const { file, id } = signed()
    const sent = must(sendMessage(file, id, null, sending(), dpo(file, later)))
    expect(editMessage(sent, id, null, { ...wholeMessage, advice: 'x' }, dpo(sent))).toMatchObject({ why: 'notNow' })
    expect(withdrawSignature(sent, id, null, dpo(sent))).toMatchObject({ why: 'notNow' })
  })
})

describe('each refusal says which answer it is about, and each deed says in the log what it did', () => {
  const no = (why: string, ...fields: readonly string[]) => ({ ok: false, why, fields })
  const both = () => {
    const { file } = drafted()
    return must(draftMessage(file, 'en', wholeMessage, { ...dpo(file), newId: 'english' }))
  }
  const notOwed = (file: NoticeFile): NoticeFile => ({ ...file, deviation: { ...file.deviation, subjectsTrack: 'notOwed' } })

  it('a new letter stands beside the others, open, unsigned and sent by no way', () => {
    const { file } = drafted()
    expect(draftMessage(file, 'nb', wholeMessage, dpo(file))).toEqual(no('messageOpen', 'language'))
    const outcome = draftMessage(file, 'en', wholeMessage, dpo(file))
    expect(outcome).toMatchObject({ ok: true, events: [{ type: 'notices.messageDrafted', language: 'en' }] })
    expect(outcome.ok && outcome.next.messages.map(({ language, status }) => [language, status])).toEqual([
      ['nb', 'draft'],
      ['en', 'draft'],
    ])
    expect(outcome.ok && outcome.next.messages[1]).toMatchObject({ channels: [], toldUnknown: false, signedBy: null, restsOn: null })
    expect(outcome.ok && outcome.next.notices).toBe(file.notices)
  })

  it('one is edited, signed, unsigned and taken away alone', () => {
    const file = both()
    const edited = editMessage(file, 'english', null, { ...wholeMessage, advice: 'Change it.' }, dpo(file))
    expect(edited).toMatchObject({ ok: true, events: [{ type: 'notices.messageEdited', language: 'en', fields: ['advice'] }] })
    expect(edited.ok && edited.next.messages.map(({ texts }) => texts.advice)).toEqual([wholeMessage.advice, 'Change it.'])
    const signedNow = signMessage(file, 'english', null, director(file))
    expect(signedNow).toMatchObject({ ok: true, events: [{ type: 'notices.messageSigned', language: 'en' }] })
    expect(signedNow.ok && signedNow.next.messages.map(({ status }) => status)).toEqual(['draft', 'signed'])
    const back = signedNow.ok && withdrawSignature(signedNow.next, 'english', null, dpo(signedNow.next))
    expect(back).toMatchObject({ ok: true, events: [{ type: 'notices.signatureWithdrawn', language: 'en' }] })
    const gone = discardMessage(file, 'english', null, dpo(file))
    expect(gone).toMatchObject({ ok: true, events: [{ type: 'notices.messageDiscarded', language: 'en' }] })
    expect(gone.ok && gone.next.messages.map(({ language }) => language)).toEqual(['nb'])
    for (const outcome of [edited, signedNow, gone]) expect(outcome.ok && outcome.next.deviation).toBe(file.deviation)
    expect(editMessage(file, 'none', null, wholeMessage, dpo(file))).toEqual(no('notFound'))
  })

  it('where nobody is to be informed a letter is neither signed nor sent, and may still be edited and taken away', () => {
    const one = drafted()
    expect(signMessage(notOwed(one.file), one.id, 1, director(one.file))).toEqual(no('subjectsNotOwed'))
    expect(editMessage(notOwed(one.file), one.id, 1, { ...wholeMessage, advice: 'Nytt' }, dpo(one.file))).toMatchObject({ ok: true })
    expect(discardMessage(notOwed(one.file), one.id, 1, dpo(one.file))).toMatchObject({ ok: true })
    const two = signed()
    expect(sendMessage(notOwed(two.file), two.id, null, sending(), dpo(two.file, later))).toEqual(no('subjectsNotOwed'))
  })

  it('a time of sending is neither to come, nor before the breach was found, nor before the signature', () => {
    const { file, id } = signed()
    const send = (over: Partial<MessageSending>, of = file) => sendMessage(of, id, null, sending(over), dpo(of, later))
    expect(send({ sentAt: hoursFrom(someMonday, 3) })).toEqual(no('future', 'sentAt'))
    expect(send({ sentAt: later })).toMatchObject({ ok: true })
    expect(send({ sentAt: hoursFrom(someMonday, -1) })).toEqual(no('beforeSignature', 'sentAt'))
    const found = (at: Date): NoticeFile => ({
      ...file,
      deviation: { ...file.deviation, report: { ...file.deviation.report, discoveredAt: at } },
    })
    expect(send({}, found(hoursFrom(someMonday, 1.5)))).toEqual(no('sentBeforeDiscovered', 'sentAt'))
    expect(send({}, found(hoursFrom(someMonday, 1)))).not.toMatchObject({ why: 'sentBeforeDiscovered' })
    const sent = send({})
    expect(sent).toMatchObject({
      ok: true,
      events: [{ type: 'notices.messageSent', language: 'nb', channels: ['email'], at: hoursFrom(someMonday, 1).toISOString() }],
      next: { messages: [{ status: 'sent' }] },
    })
  })

  it('a signature falls with what the letter rested on: the letter is open again, the other stands, and nothing is sent meanwhile', () => {
    const one = both()
    const file = ['english', one.messages[0]?.id ?? ''].reduce((now, id) => must(signMessage(now, id, null, director(now))), one)
    expect(signaturesAfter(file)).toBeNull()
    expect(signaturesAfter(one)).toBeNull()
    const { report } = file.deviation
    const changedCase: NoticeFile = { ...file, deviation: { ...file.deviation, report: { ...report, dataTypes: ['health'] } } }
    const onlyEnglish: NoticeFile = {
      ...changedCase,
      messages: changedCase.messages.map((message) => (message.language === 'nb' ? { ...message, status: 'draft' } : message)),
    }
    const fell = signaturesAfter(onlyEnglish)
    expect(fell).toMatchObject({ ok: true, events: [{ type: 'notices.signatureFell', language: 'en' }] })
    expect(fell?.ok && fell.events).toHaveLength(1)
    expect(fell?.ok && fell.events[0]).toMatchObject({ because: [expect.any(String)] })
    expect(fell?.ok && fell.next.messages.map(({ status, signedBy }) => [status, signedBy !== null])).toEqual([
      ['draft', true],
      ['draft', false],
    ])
    const all = signaturesAfter(changedCase)
    expect(all?.ok && all.events.map((event) => 'language' in event && event.language)).toEqual(['nb', 'en'])
    expect(all?.ok && all.next.notices).toBe(file.notices)
    expect(sendMessage(changedCase, 'english', null, sending(), dpo(changedCase, later))).toEqual(no('signatureFell'))
  })
})
