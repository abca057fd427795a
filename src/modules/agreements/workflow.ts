import type { Workflow } from '../../kernel/workflow.ts'
import type { Action, Part, Status } from './agreement.ts'

/** Draft → in force → ended. What is signed is not changed: it is renewed as a new draft. */
export const workflow: Workflow<Status, Action, Part> = {
  sign: { from: ['draft'], to: 'same', by: ['keeper'] },
  enter: { from: ['draft'], to: 'inForce', by: ['keeper'] },
  end: { from: ['draft', 'inForce'], to: 'ended', by: ['keeper'] },
  confirmData: { from: ['ended'], to: 'same', by: ['keeper'] },
  renew: { from: ['inForce', 'ended'], to: 'same', by: ['keeper'] },
  subProcessors: { from: ['draft', 'inForce'], to: 'same', by: ['keeper'] },
  audits: { from: ['draft', 'inForce'], to: 'same', by: ['keeper'] },
}
