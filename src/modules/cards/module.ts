import type { Actor } from '../../kernel/actor.ts'
import { moduleRow, type Way } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { onLastDay } from '../employment/public.ts'
import { profileOf } from '../organisation/public.ts'
import { returnCardsOf } from './commands.ts'
import { cardsProfile } from './profile.ts'
import { filesOfCard, findCard, findLoan } from './queries.ts'
import { heldCards, routes } from './routes.tsx'
import { cardsPart } from './settings.ts'
import { isIssuer } from './space.ts'
import { cardsExpire, loansExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

const cardLog = registerLog('id_card', '/id-kort', texts)
const loanLog = registerLog('loan_card', '/lanekort', (locale) => ({ title: texts(locale).title, events: texts(locale).loanEvents }))

const way = (href: string, label: Way['label'], may: (actor: Actor) => boolean = () => true): Way => ({
  href,
  label,
  may: async (ctx) => may(ctx.actor) && cardsProfile(await profileOf(ctx)).on,
})

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
      ...{ errand: 'staff', href: '/id-kort', label: (locale) => texts(locale).title },
      ...{ may: () => true, has: (profile) => cardsProfile(profile).on, stands: 'last' },
    },
  ],
  ways: [
    way('/id-kort/tapt', (locale) => texts(locale).lostTitle),
    way('/id-kort/ny', (locale) => texts(locale).orderTitle),
    way('/id-kort/registrering', (locale) => texts(locale).registerTitle, isIssuer),
    way('/lanekort', (locale) => texts(locale).loans.title),
  ],
  panels: { leaving: [heldCards] },
  reactions: onLastDay(returnCardsOf),
  files: { id_card: filesOfCard },
  expiring: { id_card: cardsExpire, loan_card: loansExpire },
  opens: {
    id_card: async (ctx, id) => (await findCard(ctx, id)) !== undefined,
    loan_card: async (ctx, id) => (await findLoan(ctx, id)) !== undefined,
  },
})
