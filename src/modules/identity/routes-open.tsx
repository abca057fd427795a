import { clockwork } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type Asked, nothing, type Page, type PostAnswer } from '../../kernel/http.ts'
import type { Profile } from '../../kernel/profile.ts'
import { again, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type Refused, unread } from '../../ui/refused.ts'
import { alsoSee, organisationCalled, profileOf } from '../organisation/public.ts'
import { passUnseen } from './attempts/commands.ts'

// The doors for those without an account: a question to the data protection officer, a request for one's own data, a report.

type Answer = { readonly kind: string }

/** What stands before one such door. `ctx`: of the organisation, with no person in it. `at`: its address. */
export type Front = { readonly ctx: Ctx; readonly organisation: string; readonly at: string; readonly profile: Profile }

/**
 * The pages of one organisation for strangers. `path`: as '/meld/:virksomhet'. Not there unless the organisation has turned it on, and no
 * organisation is the same answer as one that has not.
 */
export const openDoor = (path: string, has: (profile: Profile) => boolean) => {
  const opened = door(async ({ ctx, params }: Asked): Promise<Front | typeof nothing> => {
    const slug = params.virksomhet ?? ''
    const place = await organisationCalled(ctx.tx, slug)
    if (!place) return nothing
    await alsoSee(ctx.tx, [place.id])
    const own: Ctx = { ...ctx, actor: clockwork(place.id, place.profileVersion) }
    const profile = await profileOf(own)
    return has(profile) ? { ctx: own, organisation: place.name, at: path.replace(':virksomhet', slug), profile } : nothing
  })
  // A citizen knows their municipality and not the program: each page bears its name and colours.
  return <A extends Answer>(answer: (asked: Asked, front: Front) => A | Promise<A>) =>
    opened<A>(async (asked, front) => {
      const said = await answer(asked, front)
      if (said.kind !== 'page' || ('host' in said && said.host === null)) return said
      return { ...said, host: { name: front.organisation, theme: front.profile.theme, href: front.at } }
    })
}

type Limit = {
  /** The kind of deed, counted for itself in each organisation. */
  readonly what: string
  /** How many one network may send at once: as many as one household needs. A fifth of it more for each hour of the day. */
  readonly most: number
  /** Where it is said that one must wait. */
  readonly field: string
  readonly wait: (locale: Locale, minutes: number) => string
}
type Draw = (asked: Asked, front: Front, after: { readonly refused: Refused }) => Page | Promise<Page>

/**
 * Whoever sends more waits, as at the door where people sign in, and without a riddle to solve. What was written stands in the form, and is
 * sent by the same button when the time has passed.
 */
export const withLimit =
  ({ what, most, field, wait }: Limit, answer: (asked: Asked, front: Front) => Promise<PostAnswer>, draw: Draw) =>
  async (asked: Asked, front: Front): Promise<PostAnswer> => {
    const seconds = await passUnseen(asked.ctx, `${what} ${front.at}`, asked.address, most)
    if (seconds === 0) return answer(asked, front)
    const text = wait(asked.locale, Math.ceil(seconds / 60))
    return { ...again(429, await draw(asked, front, { refused: unread(asked, [{ field, text }], {}) })), retryAfter: seconds }
  }
