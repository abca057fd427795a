import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Kept, Removal } from '../../../kernel/removal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { texts } from '../report/texts.ts'
import { minutesFields } from './fields.ts'
import { meetingsOf, rewriteMeeting } from './store.ts'

/** The meetings of the case too, until their minutes are written; then what stands, and who has it. */
export async function removeFromMeetings(ctx: Ctx, caseId: string, remove: Removal, locale: Locale): Promise<readonly Kept[]> {
  const words = texts(locale).redaction
  const kept: Kept[] = []
  for (const meeting of await meetingsOf(ctx, caseId)) {
    const { place, agenda, others } = meeting
    const called = { place: place && remove(place), agenda: agenda && remove(agenda), others: others && remove(others) }
    const minutes = Object.keys(minutesFields).map((name) => meeting[name as keyof typeof minutesFields])
    const inMinutes = minutes.some((text) => typeof text === 'string' && remove(text) !== text)
    const inCall = called.place !== place || called.agenda !== agenda || called.others !== others
    if (!inMinutes && !inCall) continue
    if (meeting.minutesAt) kept.push({ what: words.keptMinutes(formatInstant(meeting.at, locale)), holder: words.keptInCase })
    else await rewriteMeeting(ctx, meeting.id, called)
  }
  return kept
}
