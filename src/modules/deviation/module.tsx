import { moduleRow } from '../../kernel/module.ts'
import { DeviationsOfSystem } from './pages/of-system.tsx'
import { opensCase } from './queries.ts'
import { deviationsOfSystem } from './queries-elsewhere.ts'
import { filesOfCase, filesOfReport } from './queries-files.ts'
import { draftSweep } from './report/jobs.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

export const deviation = moduleRow({
  name: 'deviation',
  routes,
  log: {
    words: texts,
    kinds: {
      'deviation.drafted': 'meldt',
      'deviation.discarded': 'meldt',
      'deviation.draftReminded': 'meldt',
      'deviation.submitted': 'meldt',
      'deviation.supplemented': 'meldt',
      'deviation.leaderTold': 'meldt',
      'deviation.taken': 'behandlet',
      'deviation.edited': 'behandlet',
      'deviation.asked': 'behandlet',
      'deviation.answered': 'behandlet',
      'deviation.redacted': 'behandlet',
      'deviation.internalHandedOver': 'behandlet',
      'deviation.awareSet': 'vurdert',
      'deviation.extentConfirmed': 'vurdert',
      'deviation.assessed': 'vurdert',
      'deviation.signedOff': 'vurdert',
      'deviation.decided': 'vurdert',
      'deviation.triaged': 'vurdert',
      'deviation.fell': 'vurdert',
      'deviation.readAgain': 'behandlet',
      'deviation.orders': 'behandlet',
      'deviation.authorityTrack': 'vurdert',
      'deviation.subjectsTrack': 'vurdert',
      'deviation.proposed': 'lukket',
      'deviation.closed': 'lukket',
      'deviation.returned': 'lukket',
      'deviation.reopened': 'lukket',
      'deviation.followedUp': 'lukket',
      'deviation.meetingCalled': 'behandlet',
      'deviation.minutesKept': 'behandlet',
      'deviation.viewed': 'apnet',
      'deviation.listed': 'apnet',
      'deviation.documentMade': 'apnet',
      'deviation.reporterOpened': 'melder',
      'deviation.refused': 'avvist',
    },
  },
  places: [
    { errand: 'mine', href: '/avvik/mine', label: (locale) => texts(locale).nav.mine, may: () => true },
    {
      errand: 'cases',
      href: '/avvik',
      label: (locale) => texts(locale).nav.deviations,
      may: (actor) => actor.roles.some((role) => role !== 'employee'),
    },
  ],
  panels: {
    system: [async (ctx, id, locale) => <DeviationsOfSystem cases={await deviationsOfSystem(ctx, id)} locale={locale} />],
  },
  opens: { deviation: opensCase },
  // What the reporter sends with the report is theirs to see as well; what those who handle add is not.
  files: { report: filesOfReport, deviation: filesOfCase },
  sweeps: () => [draftSweep],
})
