import { registerShared } from '../../register/shared.ts'
import { addArticle, editArticle } from './commands.ts'
import { articleFields } from './fields.ts'
import { findArticle, references } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

/** The text of a routine that is adopted goes along. Whom it belongs to, when it holds, and by whom it is adopted are each organisation's own. */
export const sharedArticle = registerShared({
  at: '/artikler',
  subject: 'article',
  fields: articleFields,
  texts: (locale) => texts(locale).fields,
  references,
  goes: [
    ...([
      'name',
      'kind',
      'audiences',
      'titleNb',
      'bodyNb',
      'checkNb',
      'titleNn',
      'bodyNn',
      'checkNn',
      'titleEn',
      'bodyEn',
      'checkEn',
    ] as const),
    ...(['systems', 'workProcesses', 'sources'] as const),
  ],
  find: findArticle,
  ready: ({ status }) => status === 'adopted',
  ended: ({ status }) => status === 'retired',
  owner: 'owner',
  roles: ['dpo', 'ciso'],
  mayEdit,
  begins: ({ unit, owner }) => ({ unit, owner }),
  takes: mayAdd,
  add: (ctx, id, values) => addArticle(ctx, id, values),
  edit: editArticle,
  refusals: (locale) => texts(locale).refusals,
})
