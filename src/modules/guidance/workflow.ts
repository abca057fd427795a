import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Status } from './guidance.ts'

/** Written, reviewed, in force, out of use. Readers have the edition in force all the while. `reviewer`: whom the approvals ask. */
export const workflow: Workflow<Status, Deed, Part> = {
  edit: { from: ['draft', 'reviewed', 'adopted'], to: 'draft', by: ['keeper', 'owner', 'leader'] },
  review: { from: ['draft'], to: 'reviewed', by: ['reviewer'] },
  adopt: { from: ['reviewed'], to: 'adopted', by: ['keeper', 'controller', 'leader'] },
  retire: { from: ['draft', 'reviewed', 'adopted'], to: 'retired', by: ['keeper', 'controller', 'leader'] },
  replace: { from: ['retired'], to: 'same', by: ['keeper', 'controller', 'leader'] },
}
