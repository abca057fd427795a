import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Status } from './disclosure.ts'

/** Asked, thought about together with the representative where there is doubt, decided, and deleted by the recipient. */
export const workflow: Workflow<Status, Deed, Part> = {
  consult: { from: ['asked'], to: 'consulting', by: ['decider'] },
  state: { from: ['consulting'], to: 'asked', by: ['representative'] },
  decide: { from: ['asked'], to: ['approved', 'refused'], by: ['decider'] },
  end: { from: ['approved'], to: 'ended', by: ['asker', 'decider'] },
}
