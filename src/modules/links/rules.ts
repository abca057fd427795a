import { change, type Happening, type Outcome, refuse } from '../../kernel/change.ts'
import type { Held, MarkRule } from '../../kernel/link.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { LinkEvent, LookedAt, Mark } from './link.ts'

/** A kind of record that an event marks, with the answers that it is marked for. */
export type Marked = { readonly kind: string; readonly fields: readonly string[] }

/** Which kinds of record must be looked at again after an event: each once, where one of the answers that matter to it changed. */
export function markedBy(rules: readonly MarkRule[], event: Happening & { readonly fields?: readonly string[] }): readonly Marked[] {
  const marked = rules.flatMap(({ when, fields, marks }): readonly Marked[] => {
    if (when !== event.type) return []
    if (!fields) return [{ kind: marks, fields: [] }]
    const matter = (event.fields ?? []).filter((field) => fields.includes(field))
    return matter.length > 0 ? [{ kind: marks, fields: matter }] : []
  })
  return [...Map.groupBy(marked, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    fields: [...new Set(all.flatMap((one) => one.fields))],
  }))
}

/**
 * Whoever holds a record says that it is still right. `seen`: the marks that stood on the page; one that has come since stands on.
 */
export function look(
  held: Pick<Held, 'may'>,
  open: readonly Mark[],
  seen: readonly string[],
  note: string | null,
  by: { readonly personId: string; readonly now: Date },
): Outcome<readonly LookedAt[], LinkEvent> {
  if (!held.may) return refuse('notAllowed')
  const looked = open.filter(({ id }) => seen.includes(id))
  if (looked.length === 0) return refuse('nothingChanged')
  return change<readonly LookedAt[], LinkEvent>(
    looked.map((mark) => ({ ...mark, lookedBy: by.personId, lookedAt: by.now, note })),
    { type: 'link.looked', count: looked.length },
  )
}

type Words = (locale: 'nb' | 'nn' | 'en') => { readonly task: string }

/** One task for whoever owns a record that has open marks; those who stand behind have it where nobody owns it. */
export function lookTasks({ name, owner, roles }: Held, open: readonly Mark[], words: Words): readonly TaskSpec[] {
  if (open.length === 0) return []
  const title = inAll((locale) => words(locale).task)
  return [{ kind: 'link.look', title, about: name, roles, dueAt: null, ...(owner !== null && { personId: owner }) }]
}
