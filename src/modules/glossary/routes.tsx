import { get, page, post, type Route, redirect } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { fill } from '../../ui/texts.ts'
import { addTerm, editTerm, fetchTerms, takeBack } from './commands.ts'
import { GlossaryPage } from './pages/glossary.tsx'
import { findTerm, termsInUse, termsNamed } from './queries.ts'
import { mayKeep, rules } from './rules.ts'
import { texts } from './texts.ts'

const at = '/begreper'
const pages = registerPages({
  at,
  subject: 'glossary_term',
  rules,
  references: {},
  texts,
  name: 'name',
  find: findTerm,
  add: addTerm,
  edit: editTerm,
  blank: () => ({ inUse: 'yes' }),
  list: { filters: { inUse: 'i-bruk' }, sorts: { name: ['sort_key'] }, columns: ['nameNn', 'nameEn', 'readOn', 'inUse'], imports: true },
})
export const { versioned, commented, linked } = pages
export const imports = pages.imports({ keyed: termsNamed, takeBack })

export const routes: readonly Route[] = [
  get('/ordliste', 'signedIn', async ({ ctx, locale }) =>
    page(texts(locale).title, <GlossaryPage terms={await termsInUse(ctx)} mayKeep={mayKeep(ctx.actor)} locale={locale} />),
  ),
  post('/ordliste/ferdige', mayKeep, async ({ ctx, locale }) =>
    redirect('/ordliste', fill(texts(locale).read.fetched, { count: await fetchTerms(ctx) })),
  ),
  ...imports.routes,
  get(at, 'signedIn', pages.list),
  post(`${at}/sok`, 'signedIn', pages.searched),
  get(`${at}/utdrag/:form`, 'signedIn', pages.extract),
  get(`${at}/nytt`, mayKeep, pages.blank),
  post(`${at}/nytt`, mayKeep, pages.added),
  get(`${at}/:id`, 'signedIn', pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
]
