import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { leavingOf } from '../employment/public.ts'
import { profileOf } from '../organisation/public.ts'
import { returnCardsOf } from './commands.ts'
import { cardsProfile } from './profile.ts'
import { filesOfCard, findCard } from './queries.ts'
import { routes } from './routes.tsx'
import { cardsPart } from './settings.ts'
import { texts } from './texts.ts'

const cardLog = registerLog('id_card', '/id-kort', texts)
const loanLog = registerLog('loan_card', '/lanekort', (locale) => ({ title: texts(locale).title, events: texts(locale).loanEvents }))

export const cards = moduleRow({
  name: 'cards',
  routes,
  profile: cardsPart,
  log: {
    words: (locale) => ({ events: { ...cardLog.words(locale).events, ...loanLog.words(locale).events } }),
    kinds: { ...cardLog.kinds, ...loanLog.kinds },
    own: cardLog.own,
  },
  places: [
    {
      ...{ errand: 'registers', href: '/id-kort', label: (locale) => texts(locale).title },
      ...{ may: () => true, has: (profile) => cardsProfile(profile).on, stands: 'last' },
    },
  ],
  ways: [
    {
      href: '/id-kort/tapt',
      label: (locale) => texts(locale).lostTitle,
      may: async (ctx) => cardsProfile(await profileOf(ctx)).on,
    },
    { href: '/id-kort/ny', label: (locale) => texts(locale).orderTitle, may: async (ctx) => cardsProfile(await profileOf(ctx)).on },
  ],
  reactions: {
    'employment.leaving': [
      async (ctx, id) => {
        const leaving = await leavingOf(ctx, id)
        if (leaving) await returnCardsOf(ctx, leaving.person, leaving.endsOn)
      },
    ],
  },
  files: { id_card: filesOfCard },
  opens: { id_card: async (ctx, id) => (await findCard(ctx, id)) !== undefined },
})
