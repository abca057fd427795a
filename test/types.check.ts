// Promises that the compiler keeps. Each line under an @ts-expect-error must NOT compile: if it ever does, `npm run check` fails.
import { nobody } from '../src/kernel/actor.ts'
import { type Change, change, type Happening, type Outcome, refuse } from '../src/kernel/change.ts'
import type { Ctx } from '../src/kernel/ctx.ts'
import { decide, type Store } from '../src/kernel/deed.ts'
import type { Fields, FieldTexts, Values } from '../src/kernel/fields.ts'
import { download, type GetAnswer, get, page, pageWithErrors, post, type Route, redirect } from '../src/kernel/http.ts'
import { byLocale } from '../src/kernel/texts.ts'
import type { Workflow } from '../src/kernel/workflow.ts'
import type { PostButtonProps } from '../src/ui/button.tsx'

type Status = 'draft' | 'closed'
type Action = 'submit' | 'reopen'
type Part = 'reporter' | 'assessor'
type Case = { readonly id: string; readonly version: number; readonly status: Status }
type CaseEvent = { readonly type: 'case.moved'; readonly to: Status }

const fields = {
  title: { kind: 'text', max: 120, required: true },
  cause: { kind: 'choice', of: ['wrongRecipient', 'lost'] },
} as const satisfies Fields

declare const record: Case
declare const ctx: Ctx
declare const store: Store<Case, CaseEvent>
declare function takes<T>(value: T): void

// A change says what happened, so nothing changes unseen by the log.

change<Case, CaseEvent>(record, { type: 'case.moved', to: 'closed' })
// @ts-expect-error a change without an event cannot be made
change<Case, CaseEvent>(record)
// @ts-expect-error an event is one of the record's own
change<Case, CaseEvent>(record, { type: 'case.burnt' })
// @ts-expect-error a change written by hand carries an event too
takes<Change<Case, CaseEvent>>({ ok: true, next: record, events: [] })
// @ts-expect-error something that happened has a type
takes<Happening>({ to: 'closed' })

// The store takes a change and nothing else.

store.apply(ctx, change<Case, CaseEvent>(record, { type: 'case.moved', to: 'closed' }), record)
// @ts-expect-error a bare record cannot be saved
store.apply(ctx, record, record)
// @ts-expect-error a refusal cannot be saved
store.apply(ctx, refuse('notNow'), record)
declare const outcome: Outcome<Case, CaseEvent>
// @ts-expect-error what a rule answered is looked at before it is saved
store.apply(ctx, outcome, record)
// @ts-expect-error a deed says which version it was made from, even if it is null
decide(ctx, store, record.id, (one) => change<Case, CaseEvent>(one, { type: 'case.moved', to: 'closed' }))
// @ts-expect-error a record is not changed where it stands
record.status = 'closed'

// Steps are data, and whole.

takes<Workflow<Status, Action, Part>>({
  submit: { from: ['draft'], to: 'closed', by: ['reporter'] },
  reopen: { from: ['closed'], to: 'draft', by: ['assessor'], needs: { reason: true } },
})
takes<Workflow<Status, Action, Part>>({
  submit: { from: ['draft'], to: 'closed', by: ['reporter'] },
  // @ts-expect-error a status that does not exist
  reopen: { from: ['closed'], to: 'lost', by: ['assessor'] },
})
takes<Workflow<Status, Action, Part>>({
  submit: { from: ['draft'], to: 'closed', by: ['reporter'] },
  // @ts-expect-error a part that does not exist
  reopen: { from: ['closed'], to: 'draft', by: ['everyone'] },
})
// @ts-expect-error an action is missing from the table
takes<Workflow<Status, Action, Part>>({ submit: { from: ['draft'], to: 'closed', by: ['reporter'] } })

// A question has its words in every language, and says only kind, bounds, required and group.

takes<FieldTexts<typeof fields>>({
  title: { label: 'Tittel' },
  cause: { label: 'Årsak', choices: { wrongRecipient: 'Feil mottaker', lost: 'Mistet' } },
})
// @ts-expect-error a field without words
takes<FieldTexts<typeof fields>>({ title: { label: 'Tittel' } })
// @ts-expect-error an alternative without words
takes<FieldTexts<typeof fields>>({ title: { label: 'Tittel' }, cause: { label: 'Årsak', choices: { lost: 'Mistet' } } })
// @ts-expect-error a language is missing
byLocale({ nb: 'Lukk', nn: 'Lukk' })
// @ts-expect-error whether a question is shown is a rule, not a part of the field
takes<Fields>({ title: { kind: 'text', max: 120, shownWhen: () => true } })
declare const answers: Values<typeof fields>
// @ts-expect-error an answer may be empty, though the question is required: a draft may be
takes<string>(answers.title)
// @ts-expect-error only the alternatives given
takes<Values<typeof fields>>({ title: null, cause: 'stolen' })

// A route says who may come in, and a deed sends the browser on.

post('/avvik', 'signedIn', async () => redirect('/avvik/1'))
// @ts-expect-error a route says who may come in: `open` is spelled out
get('/avvik', async (): Promise<GetAnswer> => page('Avvik', null))
// @ts-expect-error a route written by hand says so too
takes<Route>({ method: 'GET', path: '/avvik', answer: async () => page('Avvik', null) })
// @ts-expect-error a deed does not answer with a page that a reload would do again
post('/avvik', 'signedIn', async () => page('Takk', null))
// @ts-expect-error a deed does not answer with a file
post('/avvik', 'signedIn', async () => download('', 'text/plain', 'avvik.txt'))
// @ts-expect-error a page with errors has the status of an error
pageWithErrors(200, 'Avvik', null)

// @ts-expect-error what cannot be undone is not done by one press: `CertainButton`
takes<PostButtonProps>({ action: '/avvik/1/forkast', variant: 'danger', children: 'Slett' })

// @ts-expect-error there is no acting without a transaction, a time and a house
takes<Ctx>({ actor: { ...ctx.actor, personId: nobody } })
