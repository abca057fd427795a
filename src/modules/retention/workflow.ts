import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, State } from './retention.ts'

/** Due, done with a proof, and seen by another where the profile asks for two. It stops and is dropped when its record says so: nobody’s deed. */
export const workflow: Workflow<State, Deed, Part> = {
  carryOut: { from: ['due'], to: ['confirming', 'done'], by: ['owner'] },
  confirm: { from: ['confirming'], to: 'done', by: ['owner', 'officer'] },
  sendBack: { from: ['confirming'], to: 'due', by: ['owner', 'officer'] },
}
