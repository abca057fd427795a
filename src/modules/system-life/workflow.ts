import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Stage } from './system-life.ts'

/**
 * From the need to the decommissioning. `keeper`: keeps the system or buys for the organisation; `asker`: had the need, until it is procured.
 * `signers`: the owner and the Document Centre, whom the approvals ask.
 */
export const workflow: Workflow<Stage, Deed, Part> = {
  writeNeed: { from: ['need'], to: 'same', by: ['asker', 'keeper'] },
  beginProcurement: { from: ['need'], to: 'procurement', by: ['asker', 'keeper'] },
  writeProcurement: { from: ['procurement'], to: 'same', by: ['asker', 'keeper'] },
  closeProcurement: { from: ['procurement'], to: 'procured', by: ['asker', 'keeper'] },
  takeIntoUse: { from: ['procured', 'ended'], to: 'inUse', by: ['keeper'] },
  beginEnding: { from: ['inUse'], to: 'ending', by: ['keeper'] },
  stopEnding: { from: ['ending'], to: 'inUse', by: ['keeper'] },
  writeEnding: { from: ['ending'], to: 'same', by: ['keeper'] },
  decommission: { from: ['ending'], to: 'ended', by: ['signers'] },
  appoint: { from: ['need', 'procurement', 'procured', 'inUse', 'ending'], to: 'same', by: ['appointer'] },
}
