import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Status } from './complaint.ts'

/** Written, sent, received by whoever leads, closed with what came of it. What was not sent its writer may throw away. */
export const workflow: Workflow<Status, Deed, Part> = {
  edit: { from: ['draft'], to: 'same', by: ['writer'] },
  discard: { from: ['draft'], to: 'same', by: ['writer'] },
  send: { from: ['draft'], to: 'sent', by: ['writer'] },
  receive: { from: ['sent'], to: 'received', by: ['receiver'] },
  close: { from: ['sent', 'received'], to: 'closed', by: ['receiver'] },
}
