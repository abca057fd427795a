import { type RawBuilder, sql } from 'kysely'
import type { Rule } from './space.ts'

/** What only the database knows, by the names of the rule's facts. */
export type Facts = Readonly<Record<string, RawBuilder<boolean>>>

/**
 * A rule of a space as a condition on its rows, which stand as `d`: the same answer as `holds` gives of each of them. Never null. Throws
 * where a fact of the rule is not given.
 */
export function asSql<R, W>(rule: Rule<R, W>, who: W, facts: Facts = {}): RawBuilder<boolean> {
  const parts = (rules: readonly Rule<R, W>[]) => rules.map((one) => asSql(one, who, facts))
  switch (rule.op) {
    case 'any':
      return rule.rules.length === 0 ? sql`false` : sql`(${sql.join(parts(rule.rules), sql` or `)})`
    case 'all':
      return rule.rules.length === 0 ? sql`true` : sql`(${sql.join(parts(rule.rules), sql` and `)})`
    case 'not':
      return sql`(not ${asSql(rule.rule, who, facts)})`
    case 'says': {
      const { at, type } = rule.column
      const [only, ...more] = rule.one(who)
      if (only === undefined) return sql`false`
      return more.length === 0
        ? sql`(${sql.ref(at)} is not null and ${sql.ref(at)} = ${only}::${sql.raw(type)})`
        : sql`(${sql.ref(at)} is not null and ${sql.ref(at)} = any(${[only, ...more]}::${sql.raw(type)}[]))`
    }
    case 'empty':
      return sql`(${sql.ref(rule.column.at)} is null)`
    case 'holds':
      return sql`${sql.ref(rule.list.at)} && ${[...rule.one(who)]}::${sql.raw(rule.list.type)}[]`
    case 'fact': {
      const known = facts[rule.name]
      if (!known) throw new Error(`Nothing says in SQL whether ${rule.name}.`)
      return known
    }
    case 'some': {
      const { table, as, key, each } = rule
      const row = (column: string) => sql.ref(`${as}.${column}`)
      return sql`exists (select from ${sql.table(table)} ${sql.ref(as)}
        where ${row('organisation_id')} = d.organisation_id and ${row(key)} = d.id and ${asSql(each.rule, who, facts)})`
    }
  }
}
