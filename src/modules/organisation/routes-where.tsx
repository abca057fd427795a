import { type Asked, nothing, type Route } from '../../kernel/http.ts'
import type { Profile } from '../../kernel/profile.ts'
import { profileOf } from './queries.ts'

/** Pages of the organisations that have them by their profile; elsewhere they are not there. */
export const onlyWhere = (has: (profile: Profile) => boolean, routes: readonly Route[]): readonly Route[] =>
  routes.map((route) => {
    const where =
      <A,>(answer: (asked: Asked) => Promise<A>) =>
      async (asked: Asked): Promise<A | typeof nothing> =>
        has(await profileOf(asked.ctx)) ? answer(asked) : nothing
    return route.method === 'GET' ? { ...route, answer: where(route.answer) } : { ...route, answer: where(route.answer) }
  })
