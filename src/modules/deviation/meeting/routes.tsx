import { parse, parseWhole } from '../../../kernel/fields.ts'
import { type Asked, get, nothing, one, page, post, preview, type Route, redirect } from '../../../kernel/http.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { offersIn, soughtIn } from '../../../kernel/reference.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import { type After, type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import { personReference } from '../../people/public.ts'
import { casePage, crumbsOf, forDeed, forHandlers, isHandler, refusals, sentCase } from '../deed/routes-deed.tsx'
import { reference } from '../deviation.ts'
import type { CaseView } from '../queries.ts'
import { measureRows, parseMeasures, rowsShown } from '../report/measures.ts'
import { measureOffers, measurePeople, strangersIn, withRoles } from '../report/queries-measures.ts'
import { callCaseMeeting, keepMinutesOf } from './commands.ts'
import { anotherField, type Meeting, meetingFields, minutesFields, type Participant } from './fields.ts'
import { MeetingPage } from './pages/meeting.tsx'
import { MeetingsPage } from './pages/meetings.tsx'
import { invitationOf, meetingsOf, namesIn, whomToCall } from './queries.ts'
import { meetingTexts } from './texts.ts'

type Opened = { readonly meeting: Meeting; readonly number: string; readonly view: CaseView | null }

/** Those who have the case, and those who are called: they read the invitation, and the case is not there for them. */
const forMeeting = door(async (asked: Asked): Promise<Opened | typeof nothing> => {
  const { ctx, params } = asked
  if (!isId(params.id) || !isId(params.mote)) return nothing
  const view = await sentCase(asked)
  if (view && isHandler(asked, view)) {
    const meeting = (await meetingsOf(ctx, params.id)).find((one) => one.id === params.mote)
    return meeting ? { meeting, number: reference(view.deviation) ?? '', view } : nothing
  }
  const called = await invitationOf(ctx, params.id, params.mote)
  return called ? { ...called, view: null } : nothing
})

export const routes: readonly Route[] = [
  get('/avvik/:id/mote', 'signedIn', forHandlers(meetingsPage)),
  post('/avvik/:id/mote', 'signedIn', forDeed('meet')(postMeeting)),
  get('/avvik/:id/mote/:mote', 'signedIn', forMeeting(meetingPage)),
  post('/avvik/:id/mote/:mote', 'signedIn', forDeed('meet')(postMinutes)),
]

async function meetingsPage(asked: Asked, view: CaseView, { refused }: After = {}) {
  const { ctx, locale, form } = asked
  const meetings = await meetingsOf(ctx, view.deviation.id)
  const call = view.actions.includes('meet')
    ? {
        id: isId(form.meeting) ? form.meeting : newId(ctx.now),
        suggested: await whomToCall(ctx, view.deviation),
        another: (await offersIn<typeof anotherField>(ctx, { another: personReference }, {}, form)).another,
        chosen: listOf(form.participants),
      }
    : null
  const names = await namesIn(ctx, meetings)
  const body = <MeetingsPage view={view} meetings={meetings} names={names} call={call} refused={refused} locale={locale} now={ctx.now} />
  return casePage(asked, view, meetingTexts(locale).title, body)
}

async function postMeeting(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { id } = view.deviation
  const t = meetingTexts(locale)
  if (soughtIn(anotherField, form).length > 0) return preview(await meetingsPage(asked, view, { refused: unread(asked, [], t.fields) }))
  const parsed = parseWhole(meetingFields, form)
  if (!parsed.ok) return again(422, await meetingsPage(asked, view, { refused: unread(asked, parsed.problems, t.fields) }))
  const suggested = await whomToCall(ctx, view.deviation)
  const chosen = [...new Set([...listOf(form.participants), ...listOf(form.another)])].filter(isId)
  const participants = chosen.map((person): Participant => ({ person, as: suggested.find((each) => each.id === person)?.as ?? 'other' }))
  const outcome = await callCaseMeeting(ctx, id, isId(form.meeting) ? form.meeting : newId(ctx.now), { ...parsed.values, participants })
  const called = () => redirect(`/avvik/${id}/mote`, t.called)
  return answered(outcome, {
    done: called,
    nothingChanged: called,
    refused: async (refusal, status) =>
      again(status, await meetingsPage(asked, view, { refused: refusedBy(refusal, asked, refusals, t.fields) })),
  })
}

async function meetingPage(asked: Asked, { meeting, number, view }: Opened, refused?: Refused) {
  const { ctx, locale, form } = asked
  const rows = Math.max(1, measureRows(form)) + (wantsMore(asked) ? 1 : 0)
  const writes = view?.actions.includes('meet') && meeting.minutesAt === null
  const body = (
    <MeetingPage
      meeting={meeting}
      number={number}
      names={await namesIn(ctx, [meeting])}
      whole={view !== null}
      minutes={
        view && writes ? { rows, refused, profile: view.profile, offers: await measureOffers(ctx, [], rowsShown([], rows), form) } : null
      }
      locale={locale}
    />
  )
  const title = meetingTexts(locale).meeting(number)
  if (!view) return page(title, body)
  return page(title, body, [...crumbsOf(view, locale), { href: `/avvik/${view.deviation.id}/mote`, label: meetingTexts(locale).title }])
}

async function postMinutes(asked: Asked, view: CaseView) {
  const { ctx, form, locale, params } = asked
  const { id } = view.deviation
  const meeting = (await meetingsOf(ctx, id)).find((one) => one.id === params.mote)
  if (!meeting) return nothing
  const opened = { meeting, number: reference(view.deviation) ?? '', view }
  const t = meetingTexts(locale)
  const { values, problems } = parse(minutesFields, form)
  if (soughtIn(measurePeople(measureRows(form)), form).length > 0)
    return preview(await meetingPage(asked, opened, unread(asked, [], t.minutes)))
  const list = parseMeasures(form, [], () => newId(ctx.now), 'purpose', true)
  const listFaults = [...list.problems, ...(await strangersIn(ctx, form, []))]
  const faults = [...problems, ...listFaults]
  if (faults.length > 0 || wantsMore(asked)) {
    const labels = { ...t.minutes, ...Object.fromEntries(listFaults.map(({ field }) => [field, { label: t.actions }])) }
    return again(422, await meetingPage(asked, opened, unread(asked, faults, labels)))
  }
  const outcome = await keepMinutesOf(ctx, id, meeting.id, values, await withRoles(ctx, list.measures, []))
  const saved = () => redirect(`/avvik/${id}/mote/${meeting.id}`, t.saved)
  return answered(outcome, {
    done: saved,
    nothingChanged: saved,
    refused: async (refusal, status) => again(status, await meetingPage(asked, opened, refusedBy(refusal, asked, refusals, t.minutes))),
  })
}

const wantsMore = ({ form }: Asked): boolean => one(form, 'videre') === 'flere'
const listOf = (raw: string | readonly string[] | undefined): readonly string[] =>
  (typeof raw === 'string' ? [raw] : (raw ?? [])).filter((each) => each !== '')
