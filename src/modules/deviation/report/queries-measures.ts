import { localDate } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Form, Problem, ReferenceField } from '../../../kernel/fields.ts'
import { type Offers, offersIn, type References, strangeIn } from '../../../kernel/reference.ts'
import { mostTelling, personReference, personWithRoles } from '../../people/public.ts'
import type { Measure } from '../deviation.ts'
import { measureRoles } from '../fields-report.ts'
import { measureName, measureRows } from './measures.ts'

/** Whom each row of the measures may be given to, by the name of its answer: `measure2.responsiblePerson`. */
type People = Readonly<Record<string, ReferenceField>>
export type MeasureOffers = Offers<People>
const person = (row: number) => measureName(row, 'responsiblePerson')
const rowsOf = (rows: number) => Array.from({ length: rows }, (_, row) => person(row))
export const measurePeople = (rows: number): People =>
  Object.fromEntries(rowsOf(rows).map((name) => [name, { kind: 'reference' } as const]))
const peopleIn = (rows: number): References<People> => Object.fromEntries(rowsOf(rows).map((name) => [name, personReference]))
const chosenIn = (measures: readonly Measure[]) => Object.fromEntries(measures.map((one, row) => [person(row), one.responsiblePerson]))

export const measureOffers = (ctx: Ctx, measures: readonly Measure[], rows: number, form: Form = {}): Promise<MeasureOffers> =>
  offersIn<People>(ctx, peopleIn(rows), chosenIn(measures), form)

/** Somebody who is not here, or has left and was not chosen before. */
export async function strangersIn(ctx: Ctx, form: Form, own: readonly Measure[]): Promise<readonly Problem[]> {
  const rows = measureRows(form)
  const given = Object.fromEntries(rowsOf(rows).map((name) => [name, typeof form[name] === 'string' ? form[name] : null]))
  const stood = Object.fromEntries(
    rowsOf(rows).map((name, row) => [name, own.find(({ id }) => id === form[measureName(row, 'id')])?.responsiblePerson ?? null]),
  )
  const strange = await strangeIn<People>(ctx, peopleIn(rows), given, stood)
  return strange.map((field) => ({ field, code: 'notARecord' as const }))
}

/** Whoever is chosen by name does it in a role: that is what the documents say (S4-150). The one that says most, where none is chosen. */
export async function withRoles(ctx: Ctx, measures: readonly Measure[], own: readonly Measure[]): Promise<readonly Measure[]> {
  const done: Measure[] = []
  for (const measure of measures) {
    const stood = own.find(({ id }) => id === measure.id)
    const anew = measure.responsiblePerson !== null && measure.responsiblePerson !== stood?.responsiblePerson
    const held = anew && measure.responsibleRole === null ? await rolesOf(ctx, measure.responsiblePerson) : null
    done.push(held ? { ...measure, responsibleRole: held } : measure)
  }
  return done
}

async function rolesOf(ctx: Ctx, id: string | null): Promise<Measure['responsibleRole']> {
  const held = (id && (await personWithRoles(ctx, id))?.assignments) || []
  const today = localDate(ctx.now)
  const now = held.filter(({ from, to }) => from <= today && (to === null || to > today)).map(({ role }) => role)
  const says = mostTelling(now.filter((role) => (measureRoles as readonly string[]).includes(role)))
  return measureRoles.find((role) => role === says) ?? null
}
