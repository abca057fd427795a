import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import type { Preset } from '../../kernel/profile.ts'
import { hoursFrom, someMonday } from '../deviation/factory.ts'
import { clockState } from '../deviation/public.ts'
import { byIn, fileOf, must, plainSending, promise, sentIn, wholeNotice } from './factory.ts'
import type { LetterKind } from './fields.ts'
import type { NoticeFile, NoticeKind, NoticeTexts } from './notice.ts'
import { partsOfNotice, readinessOf } from './parts.ts'
import {
  copyNotice,
  discardNotice,
  draftNotice,
  editNotice,
  followOrder,
  isLate,
  type NewLetter,
  openOrders,
  type Promised,
  possibleKinds,
  registerLetter,
  sendNotice,
  trackAfter,
} from './rules.ts'
import { dueNoticeTasks } from './tasks.ts'

/** 72 hours after discovery. */
const limit = hoursFrom(someMonday, 62)

const draftIn = (file: NoticeFile, preset: Preset, kind: NoticeKind, texts: NoticeTexts = wholeNotice) => {
  const next = must(draftNotice(file, kind, texts, byIn(file, preset)))
  return { file: next, id: next.notices.at(-1)?.id ?? '' }
}
const send = (file: NoticeFile, id: string, preset: Preset, sentAt: Date, over = {}) =>
  sendNotice(file, id, 1, plainSending(sentAt, over), byIn(file, preset, undefined, { now: sentAt }))

describe('which version may come next', () => {
  const possibleAfter = (kinds: readonly NoticeKind[]) =>
    possibleKinds(
      kinds.reduce(
        (file, kind) => sentIn(file, 'sauda', kind, kind === 'preliminary' ? { promised: [promise(1, '2026-03-20')] } : {}),
        fileOf('sauda'),
      ).notices,
    )

  it('begins with a preliminary or a complete one', () => {
    expect(possibleAfter([])).toEqual(['complete', 'preliminary'])
  })
  it('goes on after a preliminary one with a supplement, the complete one, or a withdrawal', () => {
    expect(possibleAfter(['preliminary'])).toEqual(['supplementary', 'complete', 'withdrawn'])
  })
  it('after a complete one takes a supplement or a withdrawal', () => {
    expect(possibleAfter(['complete'])).toEqual(['supplementary', 'withdrawn'])
  })
  it('begins anew after a withdrawal', () => {
    expect(possibleAfter(['complete', 'withdrawn'])).toEqual(['complete', 'preliminary'])
  })
  it('refuses a supplement to nothing', () => {
    const file = fileOf('sauda')
    expect(draftNotice(file, 'supplementary', wholeNotice, byIn(file, 'sauda'))).toMatchObject({ ok: false, why: 'kindNotNow' })
  })
  it('keeps one draft at a time', () => {
    const { file } = draftIn(fileOf('sauda'), 'sauda', 'complete')
    expect(draftNotice(file, 'preliminary', wholeNotice, byIn(file, 'sauda'))).toMatchObject({ ok: false, why: 'draftOpen' })
  })
  it('makes none where it is decided that none is owed, nor in a closed case', () => {
    const notOwed = fileOf('sauda', { authorityTrack: 'notOwed' })
    expect(draftNotice(notOwed, 'complete', wholeNotice, byIn(notOwed, 'sauda'))).toMatchObject({ why: 'notOwed' })
    const closed = fileOf('sauda', { status: 'closed' })
    expect(draftNotice(closed, 'complete', wholeNotice, byIn(closed, 'sauda'))).toMatchObject({ why: 'notNow' })
  })
})

describe('who', () => {
  const mayDraft = (preset: Preset, roles: readonly Role[]) => {
    const file = fileOf(preset)
    return draftNotice(file, 'complete', wholeNotice, byIn(file, preset, roles)).ok
  }
  const maySend = (preset: Preset, roles: readonly Role[]) => {
    const { file, id } = draftIn(fileOf(preset), preset, 'complete')
    return sendNotice(file, id, 1, plainSending(someMonday), byIn(file, preset, roles)).ok
  }

  it('S3-16 in Sauda the DPO prepares and registers, and nobody else', () => {
    expect([mayDraft('sauda', ['dpo']), maySend('sauda', ['dpo'])]).toEqual([true, true])
    for (const role of ['controller', 'leader', 'serviceDesk', 'admin', 'employee', 'privacyAdviser'] as const)
      expect([role, mayDraft('sauda', [role]), maySend('sauda', [role])]).toEqual([role, false, false])
  })
  it('S4-135 in Sandnes members of Personvern GDPR prepare and register; others cannot, the DPO among them', () => {
    expect([mayDraft('sandnes', ['gdprUnit']), maySend('sandnes', ['gdprUnit'])]).toEqual([true, true])
    for (const role of ['dpo', 'controller', 'ciso', 'admin', 'employee'] as const)
      expect([role, mayDraft('sandnes', [role]), maySend('sandnes', [role])]).toEqual([role, false, false])
  })
})

describe('the parts', () => {
  const without = (...names: readonly (keyof NoticeTexts)[]): NoticeTexts => ({
    ...wholeNotice,
    ...Object.fromEntries(names.map((name) => [name, null])),
  })
  const readied = (texts: NoticeTexts) => {
    const { file, id } = draftIn(fileOf('sandnes'), 'sandnes', 'complete', texts)
    return send(file, id, 'sandnes', someMonday)
  }
  const cases: readonly (readonly [string, keyof NoticeTexts])[] = [
    ['S4-155 the kind of breach', 'mainCause'],
    ['S4-155 the description', 'whatHappened'],
    ['S4-155 the number affected', 'affected'],
    ['S4-156 the contact person', 'contact'],
    ['S4-157 the consequences', 'consequences'],
    ['S4-160 the contact for more information', 'furtherContact'],
    ['S4-161 the informing of the data subjects', 'informed'],
    ['S3-17 the period', 'period'],
    ['S3-17 the discovery', 'discovered'],
    ['S3-17 how it arose', 'howItArose'],
    ['S3-17 the types of data', 'dataTypes'],
    ['S3-17 the relation', 'relation'],
    ['S3-17 where the data are now', 'whereNow'],
    ['the number of records', 'records'],
    ['special categories', 'specialCategories'],
    ['children and others who are vulnerable', 'vulnerable'],
    ['other countries', 'crossBorder'],
    ['the processor', 'processor'],
  ]

  it.each(cases)('%s: empty, it cannot be made ready; filled in, it can', (_, name) => {
    expect(readied(without(name))).toMatchObject({ ok: false, why: 'incomplete', fields: [name] })
    expect(readied(wholeNotice).ok).toBe(true)
  })
  it('S4-158 of the three parts on measures, done or planned is required; against side effects is not', () => {
    const none = without('measuresDone', 'measuresPlanned', 'measuresSideEffects')
    expect(readied(none)).toMatchObject({ ok: false, fields: ['measuresDone'] })
    expect(readied({ ...none, measuresSideEffects: 'Varsle brukerne.' })).toMatchObject({ ok: false, fields: ['measuresDone'] })
    expect(readied({ ...none, measuresDone: 'Slettet.' }).ok).toBe(true)
    expect(readied({ ...none, measuresPlanned: 'Ny rutine.' }).ok).toBe(true)
  })
  it('counts the nineteen of the form, measures as one', () => {
    expect(partsOfNotice('complete')).toHaveLength(19)
    expect(readinessOf('complete', without('period', 'whereNow', 'relation'))).toMatchObject({ total: 19, done: 16 })
  })
  it('a withdrawal asks why, and for whom to contact', () => {
    const told = sentIn(fileOf('sauda'), 'sauda', 'complete')
    const { file, id } = draftIn(told, 'sauda', 'withdrawn', { ...wholeNotice, contact: null })
    expect(send(file, id, 'sauda', hoursFrom(someMonday, 3))).toMatchObject({ fields: ['withdrawalReason', 'contact'] })
  })
})

describe('the 72 hours', () => {
  const at = (sentAt: Date, lateReason: string | null = null) => {
    const { file, id } = draftIn(fileOf('sandnes'), 'sandnes', 'complete')
    return send(file, id, 'sandnes', sentAt, { lateReason })
  }

  it('S4-136 sent at exactly 72 hours is in time', () => {
    expect(at(limit)).toMatchObject({ ok: true, events: [{ type: 'notices.sent', late: false }] })
  })
  it('S4-136 sent at 73 hours asks for the reason, and is marked late', () => {
    expect(at(hoursFrom(limit, 1))).toMatchObject({ ok: false, why: 'lateReasonMissing', fields: ['lateReason'] })
    // With more missing, all of it is said at once.
    const { file, id } = draftIn(fileOf('sandnes'), 'sandnes', 'complete', { ...wholeNotice, consequences: null })
    expect(send(file, id, 'sandnes', hoursFrom(limit, 1), { lateReason: null })).toMatchObject({
      why: 'incomplete',
      fields: ['consequences', 'lateReason'],
    })
    const late = at(hoursFrom(limit, 1), 'Vi fant omfanget sent.')
    expect(late).toMatchObject({ ok: true, events: [{ late: true }] })
    expect(late.ok && late.next.notices[0]?.texts.lateReason).toBe('Vi fant omfanget sent.')
  })
  it('one minute past the limit is late', () => {
    expect(isLate(fileOf('oslomet').deviation, new Date(limit.getTime() + 60_000))).toBe(true)
    expect(isLate(fileOf('oslomet').deviation, limit)).toBe(false)
  })
  it('what supplements a notice in time is not late', () => {
    const told = sentIn(fileOf('sauda'), 'sauda', 'preliminary', { promised: [promise(1, '2026-03-20')] })
    expect(isLate(told.deviation, hoursFrom(limit, 100))).toBe(false)
  })
  it.each([
    ['in the future', hoursFrom(someMonday, 2), 'future'],
    ['before the discovery', hoursFrom(someMonday, -11), 'beforeDiscovered'],
  ])('refuses a time %s', (_, sentAt, why) => {
    const { file, id } = draftIn(fileOf('sauda'), 'sauda', 'complete')
    const outcome = sendNotice(file, id, 1, plainSending(sentAt), byIn(file, 'sauda'))
    expect(outcome).toMatchObject({ ok: false, why, fields: ['sentAt'] })
  })
  it('refuses a time before the previous notice', () => {
    const told = sentIn(fileOf('sauda'), 'sauda', 'complete', { sentAt: hoursFrom(someMonday, 5) })
    const { file, id } = draftIn(told, 'sauda', 'supplementary', { ...wholeNotice, affected: '41' })
    const outcome = sendNotice(
      file,
      id,
      1,
      plainSending(hoursFrom(someMonday, 4)),
      byIn(file, 'sauda', undefined, { now: hoursFrom(someMonday, 9) }),
    )
    expect(outcome).toMatchObject({ why: 'beforePrevious' })
  })
  it('refuses to register without a time or without saying who may see it', () => {
    const { file, id } = draftIn(fileOf('sauda'), 'sauda', 'complete')
    const outcome = sendNotice(file, id, 1, { ...plainSending(someMonday), sentAt: null, access: null }, byIn(file, 'sauda'))
    expect(outcome).toMatchObject({ why: 'incomplete', fields: ['sentAt', 'access'] })
  })
})

describe('public access', () => {
  const exempt = { access: 'exempt' as const, accessGround: 'offl. § 13' }
  const sentWith = (preset: Preset, over: object) => {
    const { file, id } = draftIn(fileOf(preset), preset, 'complete')
    return send(file, id, preset, someMonday, over)
  }
  it('S4-137 Sandnes may not exempt the notice', () => {
    expect(sentWith('sandnes', exempt)).toMatchObject({ ok: false, why: 'publicLocked', fields: ['access'] })
    expect(sentWith('sandnes', {}).ok).toBe(true)
  })
  it('elsewhere an exemption names its ground', () => {
    expect(sentWith('sauda', { access: 'exempt' })).toMatchObject({ why: 'groundMissing', fields: ['accessGround'] })
    expect(sentWith('sauda', exempt)).toMatchObject({ ok: true, events: [{ access: 'exempt' }] })
  })
})

describe('in steps', () => {
  const dueOn = '2026-03-20'
  const preliminary = (file = fileOf('oslomet')) =>
    sentIn(file, 'oslomet', 'preliminary', {
      texts: { ...wholeNotice, consequences: null, affected: null, stepwise: 'Mer kommer.' },
      promised: [promise(1, dueOn), promise(2, '2026-03-27')],
      sentAt: hoursFrom(someMonday, 50),
    })

  it('S1-50 a preliminary notice at 60 hours meets the limit, opens a task a promise with its own date, and the supplements close them', () => {
    const told = preliminary()
    expect(told.deviation).toMatchObject({ authorityTrack: 'preliminary', authorityNotifiedAt: hoursFrom(someMonday, 50) })
    expect(clockState(told.deviation, hoursFrom(limit, 200))).toBe('met')
    const supplies = (file: NoticeFile) =>
      dueNoticeTasks(file, byIn(file, 'oslomet').profile).authority.filter((task) => task.kind === 'notices.authority.supply')
    expect(supplies(told).map((task) => [task.key, task.dueAt?.toISOString()])).toEqual([
      [promise(1, '').id, '2026-03-20T22:59:00.000Z'],
      [promise(2, '').id, '2026-03-27T22:59:00.000Z'],
    ])

    const first = sentIn(told, 'oslomet', 'supplementary', { sentAt: hoursFrom(limit, 30), sending: { supplies: [promise(1, '').id] } })
    expect(supplies(first).map((task) => task.key)).toEqual([promise(2, '').id])
    expect(first.deviation.authorityTrack).toBe('preliminary')

    const last = sentIn(first, 'oslomet', 'supplementary', { sentAt: hoursFrom(limit, 40), sending: { supplies: [promise(2, '').id] } })
    expect(supplies(last)).toEqual([])
    expect(last.deviation.authorityTrack).toBe('notified')
    expect(last.owed.every((one) => one.suppliedBy !== null)).toBe(true)
  })
  it('S1-50 a complete notice after it keeps every promise', () => {
    const whole = sentIn(preliminary(), 'oslomet', 'complete', { sentAt: hoursFrom(limit, 30) })
    expect(whole.owed.every((one) => one.suppliedAt !== null)).toBe(true)
    expect(trackAfter(whole)?.track).toBe('notified')
  })
  it('S1-50 a preliminary notice may have gaps, but says that more follows, and what', () => {
    const { file, id } = draftIn(fileOf('oslomet'), 'oslomet', 'preliminary', { ...wholeNotice, consequences: null, stepwise: null })
    expect(send(file, id, 'oslomet', someMonday)).toMatchObject({ why: 'incomplete', fields: ['stepwise', 'owed'] })
  })
  it('the supplement that keeps the last promise leaves no gap behind', () => {
    const told = preliminary()
    const { file, id } = draftIn(told, 'oslomet', 'supplementary', { ...wholeNotice, consequences: null })
    const both = { supplies: [promise(1, '').id, promise(2, '').id] }
    expect(send(file, id, 'oslomet', hoursFrom(limit, 1), both)).toMatchObject({ why: 'incomplete', fields: ['consequences'] })
  })
  it('a supplement that says nothing new is refused', () => {
    const told = sentIn(fileOf('oslomet'), 'oslomet', 'complete')
    const { file, id } = draftIn(told, 'oslomet', 'supplementary', told.notices[0]?.texts)
    expect(send(file, id, 'oslomet', hoursFrom(someMonday, 3))).toMatchObject({ why: 'nothingNew' })
  })
  it('a promise has words and a day that has not passed', () => {
    const { file, id } = draftIn(fileOf('oslomet'), 'oslomet', 'preliminary')
    const edited = (what: string | null, on: string | null) =>
      editNotice(file, id, 1, wholeNotice, [{ id: 'x', what, dueOn: on }], byIn(file, 'oslomet'))
    expect(edited('Antallet', null)).toMatchObject({ why: 'owedIncomplete', fields: ['owed'] })
    expect(edited(null, dueOn)).toMatchObject({ why: 'owedIncomplete' })
    expect(edited('Antallet', '2026-03-01')).toMatchObject({ why: 'owedPast' })
    expect(edited('Antallet', dueOn)).toMatchObject({ ok: true, events: [{ type: 'notices.edited', fields: ['owed'] }] })
  })
  it('what Datatilsynet has been promised can be put off, but not left out', () => {
    const told = preliminary()
    const { file, id } = draftIn(told, 'oslomet', 'supplementary', { ...wholeNotice, affected: '41' })
    const none = must(editNotice(file, id, 1, wholeNotice, [], byIn(file, 'oslomet')))
    expect(none.owed).toHaveLength(2)
    const later = must(editNotice(file, id, 1, wholeNotice, [{ ...promise(1, '2026-04-10') }], byIn(file, 'oslomet')))
    expect(later.owed.map((one) => one.dueAt.toISOString().slice(0, 10))).toEqual(['2026-03-27', '2026-04-10'])
  })
  it('what a discarded draft alone had promised was never promised', () => {
    const { file, id } = draftIn(fileOf('oslomet'), 'oslomet', 'preliminary')
    const promised = must(editNotice(file, id, 1, wholeNotice, [promise(1, dueOn)], byIn(file, 'oslomet')))
    expect(must(discardNotice(promised, id, null, byIn(promised, 'oslomet'))).owed).toEqual([])
  })
})

describe('what is sent stands', () => {
  it('S3-17 a sent version takes no change, no discarding and no second sending', () => {
    const told = sentIn(fileOf('sauda'), 'sauda', 'complete')
    const id = told.notices[0]?.id ?? ''
    expect(editNotice(told, id, null, { ...wholeNotice, affected: '50' }, [], byIn(told, 'sauda'))).toMatchObject({ why: 'notNow' })
    expect(discardNotice(told, id, null, byIn(told, 'sauda'))).toMatchObject({ why: 'notNow' })
    expect(sendNotice(told, id, null, plainSending(someMonday), byIn(told, 'sauda'))).toMatchObject({ why: 'notNow' })
  })
  it('another version than the one seen is refused', () => {
    const { file, id } = draftIn(fileOf('sauda'), 'sauda', 'complete')
    expect(editNotice(file, id, 7, { ...wholeNotice, affected: '50' }, [], byIn(file, 'sauda'))).toMatchObject({ why: 'stale' })
  })
  it('a withdrawal moves the case', () => {
    const withdrawn = sentIn(sentIn(fileOf('sauda'), 'sauda', 'complete'), 'sauda', 'withdrawn', { sentAt: hoursFrom(someMonday, 9) })
    expect(withdrawn.deviation.authorityTrack).toBe('withdrawn')
    expect(dueNoticeTasks(withdrawn, byIn(withdrawn, 'sauda').profile).authority).toEqual([])
  })
})

describe('copies', () => {
  const told = sentIn(fileOf('sauda'), 'sauda', 'complete')
  const id = told.notices[0]?.id ?? ''
  const copy = (over: object) =>
    copyNotice(
      told,
      id,
      { party: 'Leverandøren AS', partyRole: 'processor', sentAt: hoursFrom(someMonday, 2), ...over },
      byIn(told, 'sauda', undefined, { now: hoursFrom(someMonday, 3) }),
    )

  it('S3-18 a processor can have a copy, and it is logged; a data subject is refused', () => {
    expect(copy({})).toMatchObject({ ok: true, events: [{ type: 'notices.copied', role: 'processor', number: 1 }] })
    expect(copy({ partyRole: 'dataSubject' })).toMatchObject({ ok: false, why: 'subjectsHaveOwn', fields: ['partyRole'] })
  })
  it.each([
    ['nothing filled in', { party: null, partyRole: null, sentAt: null }, 'incomplete'],
    ['a time to come', { sentAt: hoursFrom(someMonday, 4) }, 'future'],
    ['a time before the notice', { sentAt: someMonday }, 'beforeNotice'],
  ])('refuses %s', (_, over, why) => {
    expect(copy(over)).toMatchObject({ ok: false, why })
  })
  it('is not made of a draft', () => {
    const { file, id: draft } = draftIn(fileOf('sauda'), 'sauda', 'complete')
    const outcome = copyNotice(file, draft, { party: 'X', partyRole: 'other', sentAt: someMonday }, byIn(file, 'sauda'))
    expect(outcome).toMatchObject({ why: 'notNow' })
  })
})

describe('letters', () => {
  const told = sentIn(fileOf('sauda'), 'sauda', 'complete')
  const letter = (kind: LetterKind | null, over: Partial<NewLetter> = {}): NewLetter => ({
    kind,
    at: hoursFrom(someMonday, 2),
    reference: null,
    question: null,
    content: 'Mottatt.',
    dueOn: null,
    ...over,
  })
  const now = { now: hoursFrom(someMonday, 3) }
  const register = (file: NoticeFile, new_: NewLetter, roles?: readonly Role[]) =>
    registerLetter(file, new_, byIn(file, 'sauda', roles, now))
  const open = (file: NoticeFile) => dueNoticeTasks(file, byIn(file, 'sauda').profile).authority.map((task) => task.kind)

  it('S3-21 receipt and answer are asked for until they are registered; a closed case has no task, and takes what comes', () => {
    expect(open(told)).toEqual(['notices.authority.receipt', 'notices.authority.answer'])
    const received = must(register(told, letter('receipt')))
    expect(open(received)).toEqual(['notices.authority.answer'])
    expect(open(must(register(received, letter('answer'))))).toEqual([])
    const closed = { ...told, deviation: { ...told.deviation, status: 'closed' as const } }
    expect(open(closed)).toEqual([])
    expect(must(register(closed, letter('answer'))).letters).toHaveLength(1)
  })
  it('S3-21 neither receipt nor answer comes before the notice was sent', () => {
    const early = letter('answer', { at: hoursFrom(told.notices[0]?.sentAt ?? someMonday, -1) })
    expect(register(told, early)).toMatchObject({ ok: false, why: 'letterBeforeNotice', fields: ['at'] })
  })
  it('S4-159 an order has a due date and a task, until it is registered as followed', () => {
    expect(register(told, letter('order'))).toMatchObject({ why: 'incomplete', fields: ['dueOn'] })
    const ordered = must(register(told, letter('order', { dueOn: '2026-04-01' })))
    const id = ordered.letters[0]?.id ?? ''
    expect(open(ordered)).toContain('notices.authority.order')
    expect([openOrders(told), openOrders(ordered)]).toEqual([0, 1])
    const follow = (at: Date | null, how: string | null) => followOrder(ordered, id, at, how, byIn(ordered, 'sauda', undefined, now))
    expect(follow(null, null)).toMatchObject({ why: 'incomplete', fields: ['followedAt', 'followedHow'] })
    expect(follow(hoursFrom(someMonday, 9), 'Gjort.')).toMatchObject({ why: 'future' })
    expect(follow(hoursFrom(someMonday, 1), 'Gjort.')).toMatchObject({ why: 'beforeOrder' })
    const followed = must(follow(hoursFrom(someMonday, 3), 'Rutinen er endret, se dokumentasjonen.'))
    expect(followed.letters[0]).toMatchObject({
      followedAt: hoursFrom(someMonday, 3),
      followedHow: 'Rutinen er endret, se dokumentasjonen.',
    })
    expect(open(followed)).not.toContain('notices.authority.order')
    expect(openOrders(followed)).toBe(0)
    expect(followOrder(followed, id, hoursFrom(someMonday, 3), 'Igjen', byIn(followed, 'sauda', undefined, now))).toMatchObject({
      why: 'notNow',
    })
  })
  it('S4-142 a contact keeps date, question and answer', () => {
    expect(register(told, letter('contact'))).toMatchObject({ why: 'incomplete', fields: ['question'] })
    const next = must(register(told, letter('contact', { question: 'Er dette et brudd?', content: 'Ja.' })))
    expect(next.letters[0]).toMatchObject({ at: hoursFrom(someMonday, 2), question: 'Er dette et brudd?', content: 'Ja.' })
  })
  it('refuses what cannot be', () => {
    expect(register(told, letter(null, { at: null, content: null }))).toMatchObject({ fields: ['kind', 'at', 'content'] })
    expect(register(told, letter('answer', { at: hoursFrom(someMonday, 4) }))).toMatchObject({ why: 'future' })
    expect(register(fileOf('sauda'), letter('answer'))).toMatchObject({ why: 'nothingSent' })
    expect(register(told, letter('answer'), ['employee'])).toMatchObject({ why: 'notAllowed' })
  })
})

describe('a notice that is always public', () => {
  // Synthetic: 80 is added to the month.
  const number = '15838530181'
  const with_ = (preset: Preset, texts: Partial<typeof wholeNotice>, over = {}) => {
    const drafted = must(draftNotice(fileOf(preset), 'complete', { ...wholeNotice, ...texts }, byIn(fileOf(preset), preset)))
    return send(drafted, drafted.notices[0]?.id ?? '', preset, hoursFrom(someMonday, 1), over)
  }

  it('is not registered as sent with an identity number in it, and says in which parts', () => {
    const inTwo = { whatHappened: `Lista hadde ${number}.`, contact: `Ola, ${number}` }
    expect(with_('sandnes', inTwo)).toMatchObject({ ok: false, why: 'identityNumberInPublic', fields: ['whatHappened', 'contact'] })
    expect(with_('sandnes', {}, { lateReason: `Vi venta på ${number}.` })).toMatchObject({ ok: false, fields: ['lateReason'] })
    expect(with_('sandnes', {})).toMatchObject({ ok: true })
  })

  it('what it promises for later is part of it, and holds no identity number either', () => {
    const promised = { ...promise(1, '2026-03-20'), what: `Hva som skjedde med ${number}` }
    const first = must(
      draftNotice(fileOf('sandnes'), 'preliminary', { ...wholeNotice, stepwise: 'Mer kommer.' }, byIn(fileOf('sandnes'), 'sandnes')),
    )
    const id = first.notices[0]?.id ?? ''
    const promises = (rows: readonly Promised[]) =>
      send(
        must(editNotice(first, id, 1, { ...wholeNotice, stepwise: 'Mer kommer!' }, rows, byIn(first, 'sandnes'))),
        id,
        'sandnes',
        someMonday,
      )
    expect(promises([promise(2, '2026-03-21'), promised])).toMatchObject({ ok: false, why: 'identityNumberInPublic', fields: ['owed'] })
    expect(promises([promise(2, '2026-03-21')])).toMatchObject({ ok: true })
  })

  it('where it may be kept from the public, the guard at each field is enough', () => {
    expect(with_('sauda', { whatHappened: `Lista hadde ${number}.` })).toMatchObject({ ok: true })
  })
})

describe('each refusal says which answer it is about, and each deed says in the log what it did', () => {
  const twoPromised = [promise(1, '2026-03-20'), promise(2, '2026-03-27')]
  const told = sentIn(fileOf('sauda'), 'sauda', 'complete')
  const toldId = told.notices[0]?.id ?? ''
  const at = (hours: number) => ({ now: hoursFrom(someMonday, hours) })
  const no = (why: string, ...fields: readonly string[]) => ({ ok: false, why, fields })

  it('a draft is added to those that stand, with its number', () => {
    const none = fileOf('sauda')
    const begun = draftNotice(told, 'supplementary', wholeNotice, byIn(told, 'sauda'))
    expect(begun).toMatchObject({ ok: true, events: [{ type: 'notices.drafted', kind: 'supplementary', number: 2 }] })
    expect(begun.ok && begun.next.notices.map(({ number, status }) => [number, status])).toEqual([
      [1, 'sent'],
      [2, 'draft'],
    ])
    expect(begun.ok && begun.next.letters).toEqual(told.letters)
    expect(draftNotice(none, 'supplementary', wholeNotice, byIn(none, 'sauda'))).toEqual(no('kindNotNow', 'kind'))
  })

  it('what may come next follows from what was sent after the last withdrawal, and a draft is not sent', () => {
    const again = sentIn(sentIn(told, 'sauda', 'withdrawn', { sentAt: hoursFrom(someMonday, 3) }), 'sauda', 'preliminary', {
      texts: { ...wholeNotice, stepwise: 'Mer kommer.' },
      promised: [promise(1, '2026-03-20')],
      sentAt: hoursFrom(someMonday, 5),
    })
    expect(possibleKinds(again.notices)).toEqual(['supplementary', 'complete', 'withdrawn'])
    const { file } = draftIn(fileOf('sauda'), 'sauda', 'complete')
    expect(possibleKinds(file.notices)).toEqual(['complete', 'preliminary'])
  })

  it('an edit that changes nothing is none; a discarded draft keeps its number and the others', () => {
    const { file, id } = draftIn(told, 'sauda', 'supplementary', { ...wholeNotice, affected: '41' })
    expect(editNotice(file, id, 1, { ...wholeNotice, affected: '41' }, [], byIn(file, 'sauda'))).toEqual(no('nothingChanged'))
    const put = discardNotice(file, id, 1, byIn(file, 'sauda'))
    expect(put).toMatchObject({ ok: true, events: [{ type: 'notices.discarded', kind: 'supplementary', number: 2 }] })
    expect(put.ok && put.next.notices.map(({ status }) => status)).toEqual(['sent', 'discarded'])
    expect(put.ok && put.next.deviation).toBe(file.deviation)
  })

  it('a time of sending is asked for, is not to come, and is not before what was sent before', () => {
    const { file, id } = draftIn(fileOf('sauda'), 'sauda', 'complete')
    const sendWith = (over: object, now = hoursFrom(someMonday, 2)) =>
      sendNotice(file, id, 1, { ...plainSending(someMonday), ...over }, byIn(file, 'sauda', undefined, { now }))
    expect(sendWith({ sentAt: null })).toEqual(no('incomplete', 'sentAt'))
    expect(sendWith({ access: null })).toEqual(no('incomplete', 'access'))
    expect(sendWith({ sentAt: hoursFrom(someMonday, 3) })).toEqual(no('future', 'sentAt'))
    expect(sendWith({ sentAt: hoursFrom(someMonday, 2) })).toMatchObject({ ok: true })
    const discovered = file.deviation.report.discoveredAt ?? someMonday
    expect(sendWith({ sentAt: discovered })).toMatchObject({ ok: true })
    expect(sendWith({ sentAt: new Date(discovered.getTime() - 60_000) })).toEqual(no('beforeDiscovered', 'sentAt'))
    const second = draftIn(told, 'sauda', 'supplementary', { ...wholeNotice, affected: '41' })
    const early = plainSending(new Date((told.notices[0]?.sentAt?.getTime() ?? 0) - 60_000))
    expect(sendNotice(second.file, second.id, 1, early, byIn(second.file, 'sauda', undefined, at(9)))).toEqual(
      no('beforePrevious', 'sentAt'),
    )
    const notOwed = { ...file, deviation: { ...file.deviation, authorityTrack: 'notOwed' as const } }
    expect(sendNotice(notOwed, id, 1, plainSending(someMonday), byIn(notOwed, 'sauda'))).toEqual(no('notOwed'))
    expect(sendNotice(file, 'x', null, plainSending(someMonday), byIn(file, 'sauda'))).toEqual(no('notFound'))
  })

  it('a complete one without promises leaves none behind, and a supplement with something new needs to keep none', () => {
    expect(told.owed).toEqual([])
    const { file, id } = draftIn(told, 'sauda', 'supplementary', { ...wholeNotice, affected: '41' })
    expect(send(file, id, 'sauda', hoursFrom(someMonday, 3))).toMatchObject({ ok: true, events: [{ late: false }] })
    const same = draftIn(told, 'sauda', 'supplementary', told.notices[0]?.texts)
    expect(send(same.file, same.id, 'sauda', hoursFrom(someMonday, 3))).toEqual(no('nothingNew'))
  })

  it('a limit that is not there is not passed, and one that was met is not late', () => {
    const none = fileOf('sauda').deviation
    expect(isLate({ ...none, notifyBy: null }, hoursFrom(limit, 100))).toBe(false)
    expect(isLate({ ...none, authorityNotifiedAt: someMonday }, hoursFrom(limit, 100))).toBe(false)
    expect(trackAfter(fileOf('sauda'))).toBeNull()
  })

  it('a letter says what is missing of it, of its kind alone, and the first of two presses stands', () => {
    const letter = (kind: LetterKind, over: Partial<NewLetter> = {}): NewLetter => ({
      ...{ kind, at: hoursFrom(someMonday, 2), reference: 'D-1', question: 'Hva?', content: 'Svar.', dueOn: '2026-04-01' },
      ...over,
    })
    const register = (new_: NewLetter, file = told) => registerLetter(file, new_, byIn(file, 'sauda', undefined, at(3)))
    expect(register(letter('receipt', { kind: null }))).toEqual(no('incomplete', 'kind'))
    expect(register(letter('receipt', { at: null }))).toEqual(no('incomplete', 'at'))
    expect(register(letter('receipt', { content: null }))).toEqual(no('incomplete', 'content'))
    expect(register(letter('receipt', { at: hoursFrom(someMonday, 4) }))).toEqual(no('future', 'at'))
    expect(register(letter('receipt', { at: hoursFrom(someMonday, 3) }))).toMatchObject({ ok: true })
    expect(register(letter('receipt'), fileOf('sauda'))).toEqual(no('nothingSent', 'kind'))
    expect(register(letter('receipt', { at: told.notices[0]?.sentAt ?? null }))).toMatchObject({ ok: true })
    const receipt = must(register(letter('receipt')))
    expect(receipt.letters).toMatchObject([{ kind: 'receipt', question: null, dueAt: null, reference: 'D-1', followedAt: null }])
    const contact = must(register(letter('contact'), fileOf('sauda')))
    expect(contact.letters).toMatchObject([{ question: 'Hva?', dueAt: null }])
    const order = must(register(letter('order'), receipt))
    expect(order.letters).toHaveLength(2)
    expect(order.letters[1]).toMatchObject({ question: null, dueAt: new Date('2026-04-01T21:59:00Z') })
    expect(register(letter('receipt'), receipt)).toEqual(no('nothingChanged'))
    expect(register(letter('receipt', { content: 'Et annet' }), receipt)).toMatchObject({
      ok: true,
      events: [{ type: 'notices.letterRegistered', kind: 'receipt', at: hoursFrom(someMonday, 2).toISOString() }],
    })
    const draft = { ...told, deviation: { ...told.deviation, status: 'draft' as const } }
    expect(registerLetter(draft, letter('receipt'), byIn(told, 'sauda', undefined, at(3)))).toEqual(no('notNow'))
  })

  it('an order is followed by itself: no letter of another kind is, and the others stand as they were', () => {
    const kinds = ['order', 'contact', 'order'] as const
    const file = kinds.reduce(
      (now, kind, index) =>
        must(
          registerLetter(
            now,
            { kind, at: hoursFrom(someMonday, 2), reference: String(index), question: 'Hva?', content: 'Svar.', dueOn: '2026-04-01' },
            { ...byIn(now, 'sauda', undefined, at(3)), newId: `letter-${index}` },
          ),
        ),
      told,
    )
    const follow = (id: string, on: Date | null, how: string | null, of = file) =>
      followOrder(of, id, on, how, byIn(of, 'sauda', undefined, at(5)))
    expect(openOrders(file)).toBe(2)
    expect(follow('letter-1', hoursFrom(someMonday, 4), 'Gjort')).toEqual(no('notFound'))
    expect(follow('letter-9', hoursFrom(someMonday, 4), 'Gjort')).toEqual(no('notFound'))
    expect(follow('letter-0', null, 'Gjort')).toEqual(no('incomplete', 'followedAt'))
    expect(follow('letter-0', hoursFrom(someMonday, 4), null)).toEqual(no('incomplete', 'followedHow'))
    expect(follow('letter-0', hoursFrom(someMonday, 6), 'Gjort')).toEqual(no('future', 'followedAt'))
    expect(follow('letter-0', hoursFrom(someMonday, 1), 'Gjort')).toEqual(no('beforeOrder', 'followedAt'))
    expect(follow('letter-0', hoursFrom(someMonday, 2), 'Gjort')).toMatchObject({ ok: true })
    expect(followOrder(file, 'letter-0', hoursFrom(someMonday, 4), 'Gjort', byIn(file, 'sauda', ['employee'], at(5)))).toEqual(
      no('notAllowed'),
    )
    const second = follow('letter-2', hoursFrom(someMonday, 4), 'Gjort')
    expect(second).toMatchObject({ ok: true, events: [{ type: 'notices.orderFollowed', at: hoursFrom(someMonday, 4).toISOString() }] })
    expect(second.ok && second.next.letters.map(({ followedHow }) => followedHow)).toEqual([null, null, 'Gjort'])
    expect(second.ok && second.next.notices).toBe(file.notices)
  })

  it('a copy names what is missing of it, is made once, and is kept beside the others', () => {
    const first = { party: 'Leverandøren AS', partyRole: 'processor', sentAt: hoursFrom(someMonday, 2) } as const
    const copy = (over: object, file = told) => copyNotice(file, toldId, { ...first, ...over }, byIn(file, 'sauda', undefined, at(3)))
    expect(copy({ party: null })).toEqual(no('incomplete', 'party'))
    expect(copy({ partyRole: null })).toEqual(no('incomplete', 'partyRole'))
    expect(copy({ sentAt: null })).toEqual(no('incomplete', 'sentAt'))
    expect(copy({ sentAt: hoursFrom(someMonday, 4) })).toEqual(no('future', 'sentAt'))
    expect(copy({ sentAt: hoursFrom(someMonday, 3) })).toMatchObject({ ok: true })
    const sentAt = told.notices[0]?.sentAt ?? someMonday
    expect(copy({ sentAt: new Date(sentAt.getTime() - 60_000) })).toEqual(no('beforeNotice', 'sentAt'))
    expect(copy({ sentAt })).toMatchObject({ ok: true })
    const once = must(copy({}))
    expect(once.copies).toMatchObject([{ noticeId: toldId, ...first }])
    expect(copy({}, once)).toEqual(no('nothingChanged'))
    const twice = copy({ party: 'En annen AS' }, once)
    expect(twice.ok && twice.next.copies.map(({ party }) => party)).toEqual(['Leverandøren AS', 'En annen AS'])
    const closed = { ...told, deviation: { ...told.deviation, status: 'closed' as const } }
    expect(copy({}, closed)).toMatchObject({ ok: true })
    expect(copyNotice(told, 'x', first, byIn(told, 'sauda', undefined, at(3)))).toEqual(no('notFound'))
    expect(copyNotice(told, toldId, first, byIn(told, 'sauda', ['employee'], at(3)))).toEqual(no('notAllowed'))
  })

  it('promises are kept in the order they are due; one that has passed is not made, and one that stands may be said better', () => {
    const { file, id } = draftIn(fileOf('oslomet'), 'oslomet', 'preliminary')
    const edit = (of: NoticeFile, rows: readonly Promised[], now = someMonday) =>
      editNotice(of, id, null, wholeNotice, rows, byIn(of, 'oslomet', undefined, { now }))
    const made = must(edit(file, [...twoPromised].reverse()))
    expect(made.owed.map((one) => one.dueAt.toISOString().slice(0, 10))).toEqual(['2026-03-20', '2026-03-27'])
    const sameDay = must(edit(file, [promise(2, '2026-03-20'), promise(1, '2026-03-20')]))
    expect(sameDay.owed.map((one) => one.id)).toEqual([promise(1, '').id, promise(2, '').id])
    expect(must(edit(made, [...twoPromised, { id: 'empty', what: null, dueOn: null }, promise(3, '2026-04-01')])).owed).toHaveLength(3)
    expect(edit(file, [promise(1, '2026-03-01')])).toEqual(no('owedPast', 'owed'))
    const afterwards = new Date('2026-03-21T09:00:00Z')
    expect(edit(made, [{ ...promise(1, '2026-03-20'), what: 'Sagt bedre' }, promise(2, '2026-03-27')], afterwards)).toMatchObject({
      ok: true,
    })
    expect(edit(made, [promise(1, '2026-03-19'), promise(2, '2026-03-27')], afterwards)).toEqual(no('owedPast', 'owed'))
    expect(edit(made, [...twoPromised, promise(3, '2026-03-20')], afterwards)).toEqual(no('owedPast', 'owed'))
  })

  it('a draft of a case is for nobody to tell of', () => {
    const draft = fileOf('sauda', { status: 'draft' })
    expect(draftNotice(draft, 'complete', wholeNotice, byIn(fileOf('sauda'), 'sauda'))).toEqual(no('notNow'))
  })
})
