import { formatInstant } from '../../kernel/calendar/words.ts'
import type { Addendum, Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { PartyRole } from './fields.ts'
import type { Letter } from './notice.ts'
import { texts } from './texts.ts'

// What passed between us and Datatilsynet in a case, in the words of each, for the documents of the case (S4-142, S4-159). Ask only for a case
// that whoever asks may see whole.

const lettersOf = (ctx: Ctx, caseId: string) =>
  ctx.tx
    .selectFrom('authority_letter')
    .select(['kind', 'at', 'question', 'content', 'reference', 'followed_at as followedAt', 'followed_how as followedHow'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()

const when = (at: Date, reference: string | null, language: Locale): string =>
  `${formatInstant(at, language)}${reference ? ` (${reference})` : ''}`
const addendum = (heading: string, items: readonly string[]): Addendum | null => (items.length === 0 ? null : { heading, items })

/** What was asked of Datatilsynet, and answered. */
export async function authorityContacts(ctx: Ctx, caseId: string, language: Locale): Promise<Addendum | null> {
  const words = texts(language).track
  const contacts = (await lettersOf(ctx, caseId)).filter(({ kind }) => kind === 'contact')
  return addendum(
    words.contacts,
    contacts.map(({ at, question, content, reference }) =>
      [when(at, reference, language), `${words.asked}: ${question}`, `${words.answered}: ${content}`].join('\n'),
    ),
  )
}

/** Receipts, answers and orders, and how an order was followed. */
export async function authorityLetters(ctx: Ctx, caseId: string, language: Locale): Promise<Addendum | null> {
  const { track, letterKinds } = texts(language)
  const letters = (await lettersOf(ctx, caseId)).filter(({ kind }) => kind !== 'contact')
  return addendum(
    track.letters,
    letters.map(({ kind, at, content, reference, followedAt, followedHow }) =>
      [
        `${letterKinds[kind as Letter['kind']]}, ${when(at, reference, language)}`,
        content,
        ...(followedAt ? [`${track.followed(formatInstant(followedAt, language))}: ${followedHow}`] : []),
      ].join('\n'),
    ),
  )
}

/** Which parties had a copy of a notice, and when (S3-18). */
export async function noticeCopies(ctx: Ctx, caseId: string, language: Locale): Promise<Addendum | null> {
  const rows = await ctx.tx
    .selectFrom('notice_copy')
    .select(['party', 'party_role as role', 'sent_at as at'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', caseId)
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
  const { track, partyRoles } = texts(language)
  return addendum(
    track.copies,
    rows.map(({ party, role, at }) => `${party} (${partyRoles[role as PartyRole].toLowerCase()}), ${formatInstant(at, language)}`),
  )
}
