import type { Actor } from '../kernel/actor.ts'
import { change, type Happening, type Outcome, type Refusal, refuse } from '../kernel/change.ts'
import type { Versioned } from '../kernel/deed.ts'
import { changed, type Fields, missing, type Values } from '../kernel/fields.ts'

/** A record of a plain register: its questions are its table's columns. */
export type Registered<F extends Fields> = Versioned & { readonly values: Values<F> }

/** What happens in a plain register. Its store says of itself what was refused: `system.refused`. */
export type RegisterEvent<S extends string> = Happening &
  (
    | { readonly type: `${S}.added` }
    | { readonly type: `${S}.takenBack` }
    | { readonly type: `${S}.edited`; readonly fields: readonly string[] }
  )

export type RegisterRules<F extends Fields, S extends string> = {
  readonly fields: F
  readonly mayAdd: (actor: Actor) => boolean
  readonly mayEdit: (record: Registered<F>, actor: Actor) => boolean
  readonly add: (id: string, values: Values<F>, actor: Actor) => Outcome<Registered<F>, RegisterEvent<S>>
  readonly edit: (record: Registered<F>, values: Values<F>, actor: Actor) => Outcome<Registered<F>, RegisterEvent<S>>
  /** Takes away what an import added, when the import is undone. `isKept`: something of it is kept elsewhere. */
  readonly takeBack: (record: Registered<F>, isKept: boolean, actor: Actor) => Outcome<Registered<F>, RegisterEvent<S>>
}

type Own<F extends Fields> = {
  readonly mayAdd: (actor: Actor) => boolean
  readonly mayEdit: (record: Registered<F>, actor: Actor) => boolean
  /** What no record may say, beside what its fields demand; null where nothing is wrong. */
  readonly refuses?: (values: Values<F>) => Refusal | null
}

/**
 * The two rules of a plain register: who may, whether all that is required is there, what the module refuses, and whether anything
 * differs. `subject`: the word its events begin with.
 */
export function registerRules<F extends Fields, S extends string>(subject: S, fields: F, own: Own<F>): RegisterRules<F, S> {
  const wrong = (values: Values<F>): Refusal | null => {
    const gaps = missing(fields, values)
    return gaps.length > 0 ? refuse('incomplete', gaps) : (own.refuses?.(values) ?? null)
  }
  return {
    fields,
    mayAdd: own.mayAdd,
    mayEdit: own.mayEdit,
    add: (id, values, actor) => {
      if (!own.mayAdd(actor)) return refuse('notAllowed')
      return wrong(values) ?? change<Registered<F>, RegisterEvent<S>>({ id, version: 1, values }, { type: `${subject}.added` })
    },
    edit: (record, values, actor) => {
      if (!own.mayEdit(record, actor)) return refuse('notAllowed')
      const refused = wrong(values)
      if (refused) return refused
      const fieldsChanged = changed(fields, record.values, values)
      return fieldsChanged.length === 0
        ? refuse('nothingChanged')
        : change<Registered<F>, RegisterEvent<S>>({ ...record, values }, { type: `${subject}.edited`, fields: fieldsChanged })
    },
    takeBack: (record, isKept, actor) => {
      if (!own.mayAdd(actor) || !own.mayEdit(record, actor)) return refuse('notAllowed')
      return isKept ? refuse('inUse') : change<Registered<F>, RegisterEvent<S>>(record, { type: `${subject}.takenBack` })
    },
  }
}
