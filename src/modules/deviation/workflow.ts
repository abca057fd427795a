import type { Workflow } from '../../kernel/workflow.ts'
import type { Action, Part, Status } from './deviation.ts'

/** Each deed: from which status, to which, by whom. What more it needs is in rules.ts of the capability. */
export const workflow = {
  submit: { from: ['draft'], to: 'received', by: ['reporter', 'handler'] },
  take: { from: ['received', 'open'], to: 'open', by: ['handler', 'assessor'] },
  edit: { from: ['received', 'open'], to: 'same', by: ['handler', 'assessor'] },
  supplement: { from: ['received', 'open'], to: 'same', by: ['reporter'] },
  ask: { from: ['received', 'open'], to: 'same', by: ['handler', 'assessor', 'sender'] },
  meet: { from: ['received', 'open'], to: 'same', by: ['handler', 'assessor'] },
  redact: { from: ['received', 'open', 'proposed', 'closed'], to: 'same', by: ['handler', 'assessor'], needs: { reason: true } },
  setAware: { from: ['received', 'open'], to: 'same', by: ['assessor', 'decider'], needs: { reason: true } },
  decideBreach: { from: ['received', 'open'], to: 'open', by: ['decider'], needs: { reason: true } },
  assess: { from: ['received', 'open'], to: 'open', by: ['assessor'] },
  signOff: { from: ['open'], to: 'same', by: ['coSigner'] },
  triage: { from: ['open'], to: 'same', by: ['assessor'] },
  decideAuthority: { from: ['open'], to: 'same', by: ['decider'] },
  decideSubjects: { from: ['open'], to: 'same', by: ['decider', 'drafter'], needs: { reason: true } },
  proposeClosing: { from: ['open'], to: 'proposed', by: ['assessor', 'handler'] },
  close: { from: ['open', 'proposed'], to: 'closed', by: ['closer'] },
  returnToHandling: { from: ['proposed'], to: 'open', by: ['closer'], needs: { reason: true } },
  followUp: { from: ['proposed', 'closed'], to: 'same', by: ['handler', 'assessor', 'closer'] },
  carryOut: { from: ['open', 'proposed', 'closed'], to: 'same', by: ['responsible'] },
  reopen: { from: ['closed'], to: 'open', by: ['closer', 'assessor'], needs: { reason: true } },
  merge: { from: ['received', 'open'], to: 'closed', by: ['handler', 'assessor'] },
  answerRegime: { from: ['received', 'open', 'proposed', 'closed'], to: 'same', by: ['handler', 'assessor', 'decider', 'sender'] },
  unmerge: { from: ['closed'], to: 'open', by: ['handler', 'assessor'] },
} as const satisfies Workflow<Status, Action, Part>
