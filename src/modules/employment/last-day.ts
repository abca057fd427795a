import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { lastDayOf, leavingOf } from './queries.ts'

type Follow = (ctx: Ctx, person: string, lastDay: LocalDate | null) => Promise<void>

/**
 * What a module does about the things a person has, each time their last day is set, moved or taken back: by an employment, or by the
 * person being set as having left, with or without one. Null: they stay. Told twice it is to do nothing.
 */
export const onLastDay = (follow: Follow) => {
  const byEmployment = async (ctx: Ctx, id: string) => {
    const found = await leavingOf(ctx, id)
    if (found) await follow(ctx, found.person, found.endsOn)
  }
  return {
    'employment.leaving': [byEmployment],
    'employment.staying': [byEmployment],
    'person.deactivated': [async (ctx: Ctx, id: string) => follow(ctx, id, (await lastDayOf(ctx, id)) ?? localDate(ctx.now))],
    'person.reactivated': [async (ctx: Ctx, id: string) => follow(ctx, id, await lastDayOf(ctx, id))],
  }
}
