import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { findQuestion } from './queries.ts'
import { routes } from './routes.tsx'
import { seesMissing } from './rules.ts'
import { texts } from './texts.ts'

export const questions = moduleRow({
  name: 'questions',
  routes,
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
  ],
  opens: { question: async (ctx, id) => (await findQuestion(ctx, id)) !== undefined },
})
