import { moduleRow } from '../../kernel/module.ts'
import { findAgreement, lacksAgreement } from '../agreements/public.ts'
import { AskPanel } from './pages/list.tsx'
import { findRequest } from './queries.ts'
import { routes } from './routes.tsx'
import { requestPart } from './settings.ts'
import { texts } from './texts.ts'

export const agreementRequests = moduleRow({
  name: 'agreement-requests',
  mayBeLeftOut: true,
  routes,
  profile: requestPart,
  log: {
    words: (locale) => {
      const { events } = texts(locale)
      return {
        events: {
          'agreement_request.sent': () => events.sent,
          'agreement_request.answered': () => events.answered,
          'agreement_request.refused': () => events.refused,
        },
      }
    },
    kinds: { 'agreement_request.sent': 'own', 'agreement_request.answered': 'own', 'agreement_request.refused': 'avvist' },
    own: { key: 'avtaleforesporsler', label: (locale) => texts(locale).title },
  },
  places: [{ errand: 'registers', href: '/avtaleforesporsler', label: (locale) => texts(locale).place, may: () => true, stands: 'last' }],
  ways: [{ href: '/avtaleforesporsler/nytt', label: (locale) => texts(locale).add, may: () => true }],
  panels: {
    supplier: [
      async (ctx, id, locale) => ((await lacksAgreement(ctx, id)) ? <AskPanel kinds={['agreement', 'drafting']} locale={locale} /> : null),
    ],
    agreement: [
      async (ctx, id, locale) =>
        (await findAgreement(ctx, id))?.values.status === 'draft' ? <AskPanel kinds={['drafting']} locale={locale} /> : null,
    ],
  },
  opens: { agreement_request: async (ctx, id) => (await findRequest(ctx, id)) !== undefined },
})
