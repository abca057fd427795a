import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import { hoursFrom, someMonday } from '../deviation/factory.ts'
import { clockState } from '../deviation/public.ts'
import type { Preset } from '../organisation/public.ts'
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
  it('neither receipt nor answer comes before the notice was sent', () => {
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
