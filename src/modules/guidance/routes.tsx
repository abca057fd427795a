import { get, post, type Route } from '../../kernel/http.ts'
import { registerList } from '../../register/fielded.tsx'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { Section } from '../../ui/section.tsx'
import { addArticle, editArticle } from './commands.ts'
import { articleFields, partPages, recordFields } from './fields.ts'
import type { Article } from './guidance.ts'
import { bodyIn } from './in-language.ts'
import { Text } from './pages/text.tsx'
import { findArticle, recordReferences, references } from './queries.ts'
import { deedRoutes, drawShow, forReaders, linkRoutes } from './routes-deeds.tsx'
import { openRoutes } from './routes-open.tsx'
import { readRoutes } from './routes-read.tsx'
import { mayAdd, mayEdit, mayKeep } from './rules.ts'
import { texts } from './texts.ts'

const at = '/artikler'

const list = registerList({
  at,
  subject: 'article',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  mayAdd,
  list: {
    filters: {
      kind: 'type',
      status: 'status',
      unit: 'enhet',
      owner: 'ansvarlig',
      systems: 'system',
      workProcesses: 'arbeidsprosess',
      sources: 'kilde',
    },
    sorts: { name: ['sort_key'] },
    columns: ['kind', 'unit', 'owner', 'status', 'checkedOn'],
    needed: ['owner'],
    beside: [{ href: `${at}/lenker`, label: (locale) => texts(locale).links.title, may: mayAdd }],
    ready: { action: `${at}/ferdige`, asks: true, label: (locale) => texts(locale).start.button, may: mayKeep },
  },
})
const pages = registerPages({
  at,
  subject: 'article',
  rules: { fields: articleFields, mayAdd, mayEdit },
  references,
  texts,
  name: 'name',
  find: findArticle,
  add: addArticle,
  edit: editArticle,
  parts: { pages: partPages, begins: ['about'] },
  preview: {
    groups: ['nb', 'nn', 'en'],
    button: (locale) => texts(locale).preview.button,
    draw: ({ locale }, values, group) => {
      const t = texts(locale).preview
      const language = group === 'nn' || group === 'en' ? group : 'nb'
      const body = bodyIn(values, language)
      return (
        <Section title={t.title} id="forhandsvisning" locale={locale}>
          {body === '' ? <p>{t.empty}</p> : <Text markdown={body} locale={locale} language={language} />}
        </Section>
      )
    },
  },
  blank: (actor) => ({ kind: 'article', audiences: ['employee'] as const, owner: actor.personId, mustConfirm: 'no' }),
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})
export const { commented } = pages

const own = { at, subject: 'article', fields: recordFields, references: recordReferences, texts, name: 'name', find: findArticle } as const
/** Its rules ask about fewer fields than its record holds: the review and the adoption are deeds of their own. */
export const versioned = versionedIn(own)
/** Of what hangs together with it: whoever answers for it looks again, and what is no longer in force need not be right. */
export const linked = registerLinked({
  ...own,
  filters: { systems: 'system', workProcesses: 'arbeidsprosess', sources: 'kilde' },
  mayEdit: (record: Article, actor) => mayEdit(record, actor),
  links: { state: { field: 'status', ended: ['retired'] }, owner: { field: 'owner', roles: ['dpo', 'ciso'] } },
})

export const routes: readonly Route[] = [
  ...listRoutes(list, mayAdd),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  ...linkRoutes,
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring/:del`, 'signedIn', pages.edit),
  post(`${at}/:id/endring/:del`, 'signedIn', pages.edited),
  ...deedRoutes,
  ...readRoutes,
  ...openRoutes,
]
