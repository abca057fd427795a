import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Status } from './risk.ts'

/**
 * Written, approved by both, changed when it says something else, ended. `edit` is of its scenarios and measures too; that a measure has been
 * carried out moves nothing. `approver`: those whom the approvals ask.
 */
export const workflow: Workflow<Status, Deed, Part> = {
  edit: { from: ['draft', 'changed'], to: 'same', by: ['writer'] },
  editApproved: { from: ['approved'], to: 'changed', by: ['writer'] },
  accept: { from: ['draft', 'approved', 'changed'], to: 'same', by: ['riskOwner'] },
  approve: { from: ['draft', 'changed'], to: 'approved', by: ['approver'] },
  confirm: { from: ['approved'], to: 'same', by: ['writer'] },
  end: { from: ['draft', 'approved', 'changed'], to: 'ended', by: ['owner'] },
}
