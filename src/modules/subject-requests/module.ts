import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { filesPanel } from '../files/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { requestProfile } from './profile.ts'
import { findRequest } from './queries.ts'
import { routes } from './routes.tsx'
import { mayKeep } from './rules.ts'
import { requestPart } from './settings.ts'
import { requestsExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

export const subjectRequests = moduleRow({
  name: 'subject-requests',
  mayBeLeftOut: true,
  routes,
  profile: requestPart,
  log: registerLog('subject_request', '/egne-opplysninger', texts, { kinds: { documentMade: 'apnet', listed: 'apnet' } }),
  places: [{ errand: 'rights', href: '/egne-opplysninger', label: (locale) => texts(locale).title, may: () => true }],
  ways: [
    {
      href: '/egne-opplysninger/nytt',
      label: (locale) => texts(locale).add,
      also: (locale) => texts(locale).addAlso,
      may: () => true,
    },
    {
      href: '/egne-opplysninger/plakat',
      label: (locale) => texts(locale).poster.way,
      may: async (ctx) => requestProfile(await profileOf(ctx)).openForm,
    },
    { href: '/egne-opplysninger/oversikt', label: (locale) => texts(locale).overview.make, may: () => true },
  ],
  panels: { subject_request: [(ctx, id, locale) => filesPanel(ctx, { type: 'subject_request', id }, locale)] },
  files: {
    subject_request: async (ctx, id) => {
      const request = await findRequest(ctx, id)
      if (!request) return undefined
      const reference = request.values.reference ?? ''
      const add = mayKeep(request, ctx.actor, requestProfile(await profileOf(ctx)))
      return { page: `/egne-opplysninger/${id}`, name: { nb: reference, nn: reference, en: reference }, add, protectedBy: false }
    },
  },
  expiring: { subject_request: requestsExpire },
  opens: { subject_request: async (ctx, id) => (await findRequest(ctx, id)) !== undefined },
})
