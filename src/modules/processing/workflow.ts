import type { Workflow } from '../../kernel/workflow.ts'
import type { Action, Part, Status } from './processing.ts'

/**
 * Written, approved, changed by an edit of what was approved, ended. `writer`: who keeps the register or answers for the activity, and of a
 * draft who registered it. `approver`: whom the approvals ask.
 */
export const workflow: Workflow<Status, Action, Part> = {
  edit: { from: ['draft', 'changed'], to: 'same', by: ['writer'] },
  editApproved: { from: ['approved'], to: 'changed', by: ['writer'] },
  notify: { from: ['draft', 'approved', 'changed'], to: 'same', by: ['writer'] },
  permit: { from: ['draft', 'approved', 'changed'], to: 'same', by: ['controller'] },
  approve: { from: ['draft', 'changed'], to: 'approved', by: ['approver'] },
  confirm: { from: ['draft', 'approved', 'changed'], to: 'same', by: ['writer'] },
  check: { from: ['draft', 'approved', 'changed'], to: 'same', by: ['writer'] },
  end: { from: ['draft', 'approved', 'changed'], to: 'ended', by: ['writer', 'controller'] },
}
