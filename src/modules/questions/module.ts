import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { rerouteQuestions } from './commands.ts'
import { findQuestion } from './queries.ts'
import { routes } from './routes.tsx'
import { seesFigures, seesMissing } from './rules.ts'
import { advicePart } from './settings.ts'
import { questionPlaces } from './store.ts'
import { questionsExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

/** No search, no history, no comments and no files: whoever may see a question finds it in the list. */
export const questions = moduleRow({
  name: 'questions',
  routes,
  profile: advicePart,
  log: registerLog('question', '/sporsmal', texts),
  places: [
    { errand: 'guidance', href: '/sporsmal', label: (locale) => texts(locale).place, may: () => true, stands: 'last' },
    { errand: 'guidance', href: '/sporsmal/rutiner', label: (locale) => texts(locale).missing.title, may: seesMissing, stands: 'last' },
  ],
  ways: [
    {
      href: '/sporsmal/nytt',
      label: (locale) => texts(locale).add,
      also: (locale) => texts(locale).ask.kind.choices.routine,
      may: () => true,
    },
    { href: '/sporsmal/tall', label: (locale) => texts(locale).figures.title, may: ({ actor }) => seesFigures(actor) },
  ],
  sealed: questionPlaces,
  expiring: { question: questionsExpire },
  opens: { question: async (ctx, id) => (await findQuestion(ctx, id)) !== undefined },
  reactions: { 'person.deactivated': [rerouteQuestions], 'person.roleEnded': [rerouteQuestions] },
})
