import { type Actor, hasRole, type Role, roles } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import { viewFields } from './fields.ts'
import type { SavedView, ViewEvent } from './view.ts'

/** One's own; an administrator tidies what is shared. */
export const mayChange = ({ values }: SavedView, actor: Actor): boolean =>
  values.person === actor.personId || (values.sharedWith !== null && hasRole(actor, 'admin'))

/** Those one may share with: a role of one's own. An administrator shares with all. */
export const sharesWith = (actor: Actor): readonly Role[] =>
  hasRole(actor, 'admin') ? roles : roles.filter((role) => hasRole(actor, role))

const plain = registerRules('view', viewFields, { mayAdd: () => true, mayEdit: mayChange })

export const rules = {
  add: ((id, values, actor) => {
    if (values.person !== actor.personId) return refuse('notAllowed')
    return values.sharedWith !== null && !sharesWith(actor).includes(values.sharedWith)
      ? refuse('notYourRole', ['sharedWith'])
      : plain.add(id, values, actor)
  }) satisfies typeof plain.add as typeof plain.add,
  /** What it is shared with may stand: the role may be one that its maker no longer holds. */
  edit: ((record, values, actor) =>
    values.sharedWith !== null && values.sharedWith !== record.values.sharedWith && !sharesWith(actor).includes(values.sharedWith)
      ? refuse('notYourRole', ['sharedWith'])
      : plain.edit(record, values, actor)) satisfies typeof plain.edit as typeof plain.edit,
  remove: (record: SavedView, actor: Actor): Outcome<SavedView, ViewEvent> =>
    mayChange(record, actor) ? change<SavedView, ViewEvent>(record, { type: 'view.removed' }) : refuse('notAllowed'),
}
