// Who may see what, as data: one rule of a space is asked of a record (`holds`) and of a table (`asSql` in space-sql.ts), so the check of one
// record and the list of many cannot come to differ. Pure. docs/decisions/0020.

/** A column of a row `d`, and where the record holds the same. `type` is the column's own in the database. */
export type Column<R> = { readonly at: string; readonly type: 'text' | 'uuid'; readonly of: (record: R) => string | null }
export type ListColumn<R> = Omit<Column<R>, 'of'> & { readonly of: (record: R) => readonly string[] }

/** `W`: all that must be known of whoever asks. */
export type Rule<R, W> =
  | { readonly op: 'any' | 'all'; readonly rules: readonly Rule<R, W>[] }
  | { readonly op: 'not'; readonly rule: Rule<R, W> }
  /** The column says one of these. An empty one says nothing. */
  | { readonly op: 'says'; readonly column: Column<R>; readonly one: (who: W) => readonly string[] }
  /** The column is empty. */
  | { readonly op: 'empty'; readonly column: Column<R> }
  /** One of these is in the column's list. */
  | { readonly op: 'holds'; readonly list: ListColumn<R>; readonly one: (who: W) => readonly string[] }
  /** Known of whoever asks by the database alone; a record is read with the answer. */
  | { readonly op: 'fact'; readonly name: string; readonly of: (record: R) => boolean }
  /** One of the rows of a table below. */
  | Some<R, W>
type Some<R, W> = { readonly op: 'some'; readonly table: string; readonly as: string; readonly key: string; readonly each: Each<R, W> }
/** Hides what a row below is: it is known only together with its record. */
type Each<R, W> = { readonly holds: (record: R, who: W) => boolean; readonly rule: Rule<never, W> }

export const any = <R, W>(...rules: readonly Rule<R, W>[]): Rule<R, W> => ({ op: 'any', rules })
export const all = <R, W>(...rules: readonly Rule<R, W>[]): Rule<R, W> => ({ op: 'all', rules })
export const not = <R, W>(rule: Rule<R, W>): Rule<R, W> => ({ op: 'not', rule })
export const says = <R, W>(column: Column<R>, one: (who: W) => readonly string[]): Rule<R, W> => ({ op: 'says', column, one })
export const empty = <R, W>(column: Column<R>): Rule<R, W> => ({ op: 'empty', column })
export const has = <R, W>(list: ListColumn<R>, one: (who: W) => readonly string[]): Rule<R, W> => ({ op: 'holds', list, one })
export const fact = <R, W>(name: string, of: (record: R) => boolean): Rule<R, W> => ({ op: 'fact', name, of })

/** One row of `table`, called `as`, that points at the record by `key`, keeps the rule. `rows`: the same rows, as the record holds them. */
export const some = <R, S, W>(table: string, as: string, key: string, rows: (record: R) => readonly S[], rule: Rule<S, W>): Rule<R, W> => ({
  op: 'some',
  table,
  as,
  key,
  each: { holds: (record, who) => rows(record).some((row) => holds(rule, row, who)), rule: rule as Rule<never, W> },
})

/** Whether a record keeps the rule for whoever asks. */
export function holds<R, W>(rule: Rule<R, W>, record: R, who: W): boolean {
  switch (rule.op) {
    case 'any':
      return rule.rules.some((one) => holds(one, record, who))
    case 'all':
      return rule.rules.every((one) => holds(one, record, who))
    case 'not':
      return !holds(rule.rule, record, who)
    case 'says': {
      const said = rule.column.of(record)
      return said !== null && rule.one(who).includes(said)
    }
    case 'empty':
      return rule.column.of(record) === null
    case 'holds':
      return rule.list.of(record).some((one) => rule.one(who).includes(one))
    case 'fact':
      return rule.of(record)
    case 'some':
      return rule.each.holds(record, who)
  }
}
