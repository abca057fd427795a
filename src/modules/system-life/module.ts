import { moduleRow } from '../../kernel/module.ts'
import { findSystem } from '../systems/public.ts'
import { followAgreement, followAnalysis, followOwner, followUse } from './commands.ts'
import { approvalsOfEnding, approvalsOfProcurement } from './commands-approvals.ts'
import { missingSweep } from './jobs.ts'
import { findLife } from './queries.ts'
import { dutiesPanel, lifePanel, routes } from './routes.tsx'
import { whyNotInUse, whyNotOutOfUse } from './rules.ts'
import { lifeSteps } from './steps.tsx'
import { texts } from './texts.ts'

export const systemLife = moduleRow({
  name: 'system-life',
  routes,
  log: {
    words: texts,
    kinds: {
      'system.needWritten': 'own',
      'system.procurementBegun': 'own',
      'system.procurementWritten': 'own',
      'system.procured': 'own',
      'system.taken': 'own',
      'system.endingBegun': 'own',
      'system.endingWritten': 'own',
      'system.endingStopped': 'own',
      'system.decommissioned': 'own',
      'system.superUserAppointed': 'own',
      'system.dpoAsked': 'own',
      'system.dpoAnswered': 'own',
    },
    own: { key: 'systemlivslop', label: (locale) => texts(locale).overview.title },
  },
  places: [{ errand: 'registers', href: '/systemoversikt', label: (locale) => texts(locale).overview.title, may: () => true }],
  ways: [{ href: '/systembehov/ny', label: (locale) => texts(locale).newNeed, may: () => true }],
  steps: { system: lifeSteps },
  panels: { system: [lifePanel, dutiesPanel] },
  approvals: { procurement: approvalsOfProcurement, decommissioning: approvalsOfEnding },
  demands: {
    system: async (ctx, id, deed) => {
      if (deed === 'use') return whyNotInUse(await findLife(ctx, id))
      if (deed !== 'outOfUse' || (await findLife(ctx, id))?.values.stage === 'ended') return null
      return whyNotOutOfUse((await findSystem(ctx, id))?.values.dataKinds ?? [])
    },
  },
  reactions: {
    'system.added': [followUse],
    'system.edited': [followUse],
    'system.takenBack': [followUse],
    'person.deactivated': [followOwner],
    'person.reactivated': [followOwner],
    ...Object.fromEntries(['risk.approved', 'risk.ended'].map((type) => [type, [followAnalysis]])),
    ...Object.fromEntries(
      ['agreement.added', 'agreement.edited', 'agreement.inForce', 'agreement.ended'].map((type) => [type, [followAgreement]]),
    ),
  },
  sweeps: () => [missingSweep],
})
