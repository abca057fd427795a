import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Status } from './camera.ts'

/** Planned, approved and in use. What films while it is approved anew goes on filming; turned off before that, it begins again. */
export const workflow: Workflow<Status, Deed, Part> = {
  approve: { from: ['planned', 'changed'], to: ['approved', 'active'], by: ['approver'] },
  activate: { from: ['approved', 'off'], to: 'active', by: ['registrar'] },
  turnOff: { from: ['active', 'changed'], to: ['off', 'planned'], by: ['registrar'] },
  remove: { from: ['planned', 'approved', 'active', 'changed', 'off', 'unauthorised'], to: 'removed', by: ['registrar', 'areaLeader'] },
  adopt: { from: ['unauthorised'], to: 'planned', by: ['registrar'] },
}

/** An edit of what the decision rests on takes it away: nobody’s deed, and it follows whoever edits. */
export const editWorkflow = {
  lose: { from: ['approved', 'off'], to: 'planned', by: ['registrar'] },
  loseInUse: { from: ['active'], to: 'changed', by: ['registrar'] },
} as const satisfies Workflow<Status, string, Part>
