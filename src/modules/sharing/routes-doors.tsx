import { type Asked, notAllowed, nothing } from '../../kernel/http.ts'
import { isId, type RecordKey } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import type { Read, Shareable } from '../../kernel/shared.ts'
import type { Locale } from '../../kernel/texts.ts'
import { uiTexts } from '../../ui/texts.ts'
import { maySharing } from './rules.ts'
import type { Shareables } from './sharing.ts'
import { texts } from './texts.ts'

/** A record of one's own. `of`: what its kind of record shares. */
export type Opened = { readonly of: Shareable; readonly subject: RecordKey; readonly read: Read }

/** Those who read such records, or edit this one; and those who answer for what leaves the organisation. */
export function doorsOf(kinds: Shareables) {
  const open = async ({ ctx, params }: Asked): Promise<Opened | typeof nothing> => {
    const subject = { type: params.type ?? '', id: params.id ?? '' }
    const of = isId(subject.id) ? kinds(subject.type) : undefined
    const read = await of?.read(ctx, subject.id)
    return of && read && (of.sees(ctx.actor) || read.may) ? { of, subject, read } : nothing
  }
  return {
    open,
    forReaders: door(open),
    forSharers: door(async (asked: Asked) => {
      const opened = await open(asked)
      return 'kind' in opened || (maySharing(asked.ctx.actor, opened.read) && opened.of.sees(asked.ctx.actor)) ? opened : notAllowed
    }),
  }
}

export const refusalsOf = (of: Shareable | null) => (locale: Locale) => ({
  ...uiTexts(locale).refusals,
  ...of?.refusals(locale),
  ...texts(locale).refusals,
})
