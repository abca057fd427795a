import { type Asked, get, madeId, nothing, type PostAnswer, post, type Route, redirect } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { registerPages } from '../../register/pages.tsx'
import type { Beside } from '../../register/view.ts'
import { addApprovers, addExtract, addRule, editApprovers, editExtract, editRule, reportExtract } from './commands.ts'
import { WithoutApproval } from './pages/extract-panel.tsx'
import { approverReferences, extractReferences, findApprover, findExtract, findRule, ruleReferences } from './queries.ts'
import { approverRules, extractRules, ruleRules } from './rules.ts'
import { texts } from './texts.ts'

const pointedAt = (query: URLSearchParams | undefined, key: string) => {
  const id = query?.get(key) ?? ''
  return isId(id) ? id : null
}

const everybody = () => true
const lists: readonly Beside[] = [
  { href: '/utlevering', label: (locale) => texts(locale).title, may: everybody },
  { href: '/uttrekk', label: (locale) => texts(locale).extracts.title, may: everybody },
  { href: '/utleveringsregler', label: (locale) => texts(locale).rules.title, may: everybody },
  { href: '/utleveringsgodkjennere', label: (locale) => texts(locale).approvers.title, may: everybody },
]
/** The lists of disclosure beside this one. */
export const besides = (at: string): readonly Beside[] => lists.filter(({ href }) => href !== at)

export const ruleRegister = registerPages({
  at: '/utleveringsregler',
  subject: 'disclosure_rule',
  rules: ruleRules,
  references: ruleReferences,
  texts: (locale) => texts(locale).rules,
  name: 'name',
  find: findRule,
  add: addRule,
  edit: editRule,
  blank: () => ({ inForce: 'yes' }),
  list: {
    beside: besides('/utleveringsregler'),
    filters: { system: 'system', inForce: 'gjelder' },
    sorts: { name: ['sort_key'] },
    columns: ['system', 'purposes', 'recipients', 'inForce'],
  },
})
export const approverRegister = registerPages({
  at: '/utleveringsgodkjennere',
  subject: 'disclosure_approver',
  rules: approverRules,
  references: approverReferences,
  texts: (locale) => texts(locale).approvers,
  name: 'name',
  find: findApprover,
  add: addApprovers,
  edit: editApprovers,
  list: {
    beside: besides('/utleveringsgodkjennere'),
    filters: { unit: 'enhet' },
    sorts: { name: ['sort_key'] },
    columns: ['unit', 'approvers'],
  },
})
export const extractRegister = registerPages({
  at: '/uttrekk',
  subject: 'data_extract',
  rules: extractRules,
  references: extractReferences,
  texts: (locale) => texts(locale).extracts,
  name: 'name',
  find: findExtract,
  add: addExtract,
  edit: editExtract,
  blank: (actor, query) => ({ unit: actor.unitId, disclosure: pointedAt(query, 'utlevering') }),
  list: {
    beside: besides('/uttrekk'),
    filters: { unit: 'enhet', system: 'system', disclosure: 'godkjenning' },
    sorts: { name: ['sort_key'] },
    columns: ['system', 'unit', 'madeOn', 'disclosure'],
    needed: ['disclosure'],
  },
})

/** Under an extract: that it rests on no approval. */
export const extractPanel: Panel = async (ctx, id, locale) => {
  const extract = await findExtract(ctx, id)
  return extract && extract.values.disclosure === null ? <WithoutApproval id={id} draft={newId(ctx.now)} locale={locale} /> : null
}

async function postReport(asked: Asked): Promise<PostAnswer> {
  const { ctx, params, locale } = asked
  const { happened } = texts(locale).extracts
  const draft = isId(params.id) ? await reportExtract(ctx, params.id, madeId(asked), happened) : null
  return draft === null ? nothing : redirect(`/avvik/${draft}/skjema`)
}

const routesOf = (
  at: `/${string}`,
  { mayAdd }: { readonly mayAdd: typeof ruleRules.mayAdd },
  pages: typeof ruleRegister,
): readonly Route[] => [
  get(at, 'signedIn', pages.list),
  post(`${at}/sok`, 'signedIn', pages.searched),
  get(`${at}/utdrag/:form`, 'signedIn', pages.extract),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id`, 'signedIn', pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
]
type Pages = typeof ruleRegister
export const registerRoutes: readonly Route[] = [
  ...routesOf('/utleveringsregler', ruleRules, ruleRegister),
  ...routesOf('/utleveringsgodkjennere', approverRules, approverRegister as unknown as Pages),
  ...routesOf('/uttrekk', extractRules, extractRegister as unknown as Pages),
  post('/uttrekk/:id/avvik', 'signedIn', postReport),
]
