import { type RawBuilder, sql } from 'kysely'
import { workRoles } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { locales } from '../../../kernel/texts.ts'
import { askedFor, foundBy, lastSign, mostFound } from '../../../kernel/words.ts'
import { type Category, categories } from '../fields-report.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { numberIn } from './worklist.ts'

/**
 * What somebody looks for among the cases: a case number, or the number that another system gave it (S3-08), each by its own index; or
 * words, in the report, in its short name, or in what a kind of deviation is called.
 */
export const soughtCases = (ctx: Ctx, search: string, most: number = mostFound) => {
  const { organisationId, personId } = ctx.actor
  const number = numberIn(search)
  const key = search.trim()
  const asked = askedFor(search, marksOf)
  const own = sql`select e.id from deviation e where e.organisation_id = ${organisationId}`
  const exact: RawBuilder<unknown>[] = [
    sql`${own} and e.external_key >= varde_fold(${key}) and e.external_key < varde_fold(${key}) || ${lastSign} limit ${sql.lit(most)}`,
  ]
  if (number) exact.push(sql`${own} and e.number = ${number.number} ${number.year === null ? sql`` : sql`and e.year = ${number.year}`}`)
  const isNumber =
    number === null
      ? sql`false`
      : number.year === null
        ? sql`d.number = ${number.number}`
        : sql`(d.year, d.number) = (${number.year}, ${number.number})`
  return {
    asked,
    /** Every case that may be meant, of the whole organisation: each is asked for by the rule of the space besides. */
    ids: sql`${sql.join(
      exact.map((one) => sql`(${one})`),
      sql` union all `,
    )} union all (select w.id from (${foundBy('deviation', asked, [...workRoles(ctx.actor), personId], most)}) w)`,
    /** A case `d` is meant by a number of its own, which whoever may see it may know; not by what its report says. */
    isExact: sql<boolean>`(${isNumber} or coalesce(starts_with(d.external_key, varde_fold(${key})), false))`,
  }
}

/** The kinds of deviation that a word is a part of the name of, in any language: that is the title of a case without a short name. */
const marksOf = (word: string): readonly string[] =>
  categories.filter((one) => namesOf(one).some((name) => name.includes(word.toLowerCase()))).map((one) => `#${one.toLowerCase()}`)

const namesOf = (category: Category): readonly string[] =>
  locales.map((locale) => reportTexts(locale).fields.categories.choices[category].toLowerCase())
