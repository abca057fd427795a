import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Status } from './dpia.ts'

/**
 * Written, advised on, decided, checked. `keeper`: owns the processing, wrote it or keeps the registers. `approver`: the risk owner, whom the
 * approvals ask. What was advised on is written again once it says something else, and what was approved is then changed.
 */
export const workflow: Workflow<Status, Deed, Part> = {
  edit: { from: ['draft', 'returned', 'changed'], to: 'same', by: ['writer', 'keeper'] },
  editAdvised: { from: ['toDecide'], to: ['draft', 'changed'], by: ['writer', 'keeper'] },
  editApproved: { from: ['approved'], to: 'changed', by: ['writer', 'keeper'] },
  send: { from: ['draft', 'returned', 'changed'], to: 'withDpo', by: ['keeper'] },
  takeHome: { from: ['withDpo'], to: ['draft', 'changed'], by: ['keeper'] },
  advise: { from: ['withDpo'], to: ['returned', 'toDecide'], by: ['officer'] },
  answer: { from: ['draft', 'returned', 'toDecide', 'changed'], to: 'same', by: ['keeper'] },
  waive: { from: ['draft', 'withDpo', 'returned', 'changed'], to: 'toDecide', by: ['controller'] },
  consult: { from: ['draft', 'withDpo', 'returned', 'toDecide', 'approved', 'changed'], to: 'same', by: ['keeper'] },
  approve: { from: ['toDecide'], to: 'approved', by: ['approver'] },
  sendBack: { from: ['toDecide'], to: 'returned', by: ['approver'] },
  reopen: { from: ['approved'], to: 'changed', by: ['keeper'] },
  control: { from: ['approved', 'changed'], to: ['approved', 'changed'], by: ['officer'] },
  end: { from: ['draft', 'withDpo', 'returned', 'toDecide', 'approved', 'changed'], to: 'ended', by: ['keeper'] },
}
