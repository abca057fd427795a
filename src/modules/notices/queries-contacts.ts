import { formatInstant } from '../../kernel/calendar/words.ts'
import type { Addendum, Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { texts } from './texts.ts'

/** What was asked of Datatilsynet in a case, and answered, for its memo (S4-142). Ask only for a case that whoever asks may see whole. */
export async function authorityContacts(ctx: Ctx, caseId: string, language: Locale): Promise<Addendum | null> {
  const rows = await ctx.tx
    .selectFrom('authority_letter')
    .select(['at', 'question', 'content', 'reference'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', caseId)
    .where('kind', '=', 'contact')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const words = texts(language).track
  if (rows.length === 0) return null
  return {
    heading: words.contacts,
    items: rows.map(({ at, question, content, reference }) =>
      [
        `${formatInstant(at, language)}${reference ? ` (${reference})` : ''}`,
        `${words.asked}: ${question}`,
        `${words.answered}: ${content}`,
      ].join('\n'),
    ),
  }
}
