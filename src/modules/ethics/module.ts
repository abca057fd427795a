import { moduleRow, type Way } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { profileOf } from '../organisation/public.ts'
import { rerouteComplaints } from './commands.ts'
import { ethicsProfile } from './profile.ts'
import { filesOfComplaint, findComplaint, findTalk } from './queries.ts'
import { routes } from './routes.tsx'
import { ethicsPart } from './settings.ts'
import { complaintPlaces } from './store.ts'
import { complaintsExpire, talksExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

const complaintLog = registerLog('ethics_complaint', '/forskningsetikk', (locale) => ({ ...texts(locale), title: texts(locale).logKind }))
const talkLog = registerLog('ethics_talk', '/forskningsetikk', (locale) => ({
  title: texts(locale).logKind,
  events: texts(locale).talkEvents,
}))

const way = (href: string, label: 'add' | 'mine' | 'figuresTitle'): Way => ({
  href,
  label: (locale) => texts(locale)[label],
  also: (locale) => texts(locale).title,
  may: async (ctx) => ethicsProfile(await profileOf(ctx)).on,
})

/** No search, no panel on another page, no history, no comments and no figures of others: whoever may see a complaint finds it here. */
export const ethics = moduleRow({
  name: 'ethics',
  routes,
  profile: ethicsPart,
  log: {
    words: (locale) => ({ events: { ...complaintLog.words(locale).events, ...talkLog.words(locale).events } }),
    kinds: { ...complaintLog.kinds, ...talkLog.kinds },
    own: complaintLog.own,
  },
  places: [
    {
      errand: 'guidance',
      href: '/forskningsetikk',
      label: (locale) => texts(locale).title,
      may: () => true,
      has: (profile) => ethicsProfile(profile).on,
      stands: 'last',
    },
  ],
  ways: [way('/forskningsetikk/ny', 'add'), way('/forskningsetikk/klager', 'mine'), way('/forskningsetikk/tall', 'figuresTitle')],
  files: { ethics_complaint: filesOfComplaint },
  sealed: complaintPlaces,
  expiring: { ethics_complaint: complaintsExpire, ethics_talk: talksExpire },
  opens: {
    ethics_complaint: async (ctx, id) => (await findComplaint(ctx, id)) !== undefined,
    ethics_talk: async (ctx, id) => (await findTalk(ctx, id)) !== undefined,
  },
  reactions: { 'unit.edited': [rerouteComplaints], 'person.deactivated': [rerouteComplaints] },
})
