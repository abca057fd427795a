import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import type { Preset } from '../../kernel/profile.ts'
import { hoursFrom, makeBy, makeDeviation, must as mustCase, someMonday } from '../deviation/factory.ts'
import { type By, type Deviation, trackAuthority } from '../deviation/public.ts'
import { messageFields, noticeFields } from './fields.ts'
import type { MessageTexts, NoticeFile, NoticeKind, NoticeTexts } from './notice.ts'
import { draftNotice, editNotice, type NoticeOutcome, type Promised, type Sending, sendNotice, trackAfter } from './rules.ts'

/** Every part of the notice filled. */
export const wholeNotice: NoticeTexts = {
  ...emptyValues(noticeFields),
  mainCause: 'E-post til feil mottaker.',
  period: 'Fra mandag til tirsdag.',
  discovered: 'Mandag 2. mars 2026.',
  affected: 'Omtrent 40 personer.',
  records: 'Omtrent 400 registreringer.',
  whatHappened: 'En liste ble sendt til feil mottaker.',
  howItArose: 'Autoutfylling av mottaker.',
  dataTypes: 'Navn og kontaktopplysninger',
  specialCategories: 'Nei.',
  relation: 'Elever',
  vulnerable: 'Ja.',
  whereNow: 'Slettet hos mottakeren.',
  crossBorder: 'Nei.',
  processor: 'Ikke kjent ennå.',
  consequences: 'Tap av kontroll.',
  measuresDone: 'Mottakeren har slettet.',
  informed: 'De berørte er informert.',
  contact: 'Personvernombud',
  furtherContact: 'Personvernombud',
}
export const wholeMessage: MessageTexts = {
  ...emptyValues(messageFields),
  whatHappened: 'En liste med navnet ditt ble sendt til feil mottaker.',
  consequences: 'Noen kan kjenne til at du er elev her.',
  measures: 'Mottakeren har slettet listen.',
  contacts: 'Personvernombudet',
}

/** An open case; discovered ten hours before `someMonday`, so that the 72 hours end 62 hours after it. */
export const fileOf = (preset: Preset, over: Partial<Deviation> = {}): NoticeFile => ({
  deviation: { ...makeDeviation(preset, { status: 'open' }), authorityTrack: 'owed', subjectsTrack: 'owed', ...over },
  notices: [],
  owed: [],
  letters: [],
  copies: [],
  messages: [],
})

const senders: Readonly<Record<Preset, readonly Role[]>> = {
  oslomet: ['centralAssessor'],
  uio: ['controller'],
  sauda: ['dpo'],
  sandnes: ['gdprUnit'],
}

let drawn = 0
/** Whoever the profile lets send, or the roles given; each time with a new id to give away. */
export function byIn(
  file: NoticeFile,
  preset: Preset,
  roles: readonly Role[] = senders[preset],
  over: Partial<Actor> & { readonly now?: Date } = {},
): By {
  drawn += 1
  return { ...makeBy(file.deviation, preset, roles, over), newId: `00000000-0000-7000-8000-${String(5000 + drawn).padStart(12, '0')}` }
}

export const plainSending = (sentAt: Date, over: Partial<Sending> = {}): Sending => ({
  sentAt,
  reference: 'AR123456',
  lateReason: null,
  access: 'public',
  accessGround: null,
  supplies: [],
  ...over,
})

/** The next file, or the refusal as an error: for the steps on the way to what a test is about. */
export function must(outcome: NoticeOutcome): NoticeFile {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join(', ')}`)
  return outcome.next
}

export const promise = (n: number, dueOn: string): Promised => ({
  id: `00000000-0000-7000-8000-${String(7000 + n).padStart(12, '0')}`,
  what: `Opplysning ${n}`,
  dueOn,
})

/** Drafted and registered as sent by the real steps, with the case's own track moved as the command moves it. */
export function sentIn(
  file: NoticeFile,
  preset: Preset,
  kind: NoticeKind,
  options: {
    readonly texts?: NoticeTexts
    readonly promised?: readonly Promised[]
    readonly sentAt?: Date
    readonly sending?: Partial<Sending>
  } = {},
): NoticeFile {
  const { promised = [], sentAt = hoursFrom(someMonday, 1), sending } = options
  const texts = options.texts ?? {
    ...wholeNotice,
    stepwise: 'Mer kommer.',
    withdrawalReason: kind === 'withdrawn' ? 'Ikke et brudd.' : null,
  }
  const drafted = must(draftNotice(file, kind, { ...texts, period: null }, byIn(file, preset)))
  const id = drafted.notices.at(-1)?.id ?? ''
  const edited = must(editNotice(drafted, id, 1, texts, [...asPromised(drafted), ...promised], byIn(drafted, preset)))
  const sent = must(sendNotice(edited, id, null, plainSending(sentAt, sending), byIn(edited, preset, undefined, { now: sentAt })))
  const after = trackAfter(sent)
  return after
    ? {
        ...sent,
        deviation: mustCase(trackAuthority(sent.deviation, after.track, after.at, byIn(sent, preset, undefined, { now: sentAt }))),
      }
    : sent
}

const asPromised = (file: NoticeFile): readonly Promised[] =>
  file.owed.filter((one) => one.suppliedAt === null).map(({ id, what, dueAt }) => ({ id, what, dueOn: dueAt.toISOString().slice(0, 10) }))
