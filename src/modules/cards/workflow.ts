import type { Workflow } from '../../kernel/workflow.ts'
import type { Deed, Part, Place } from './card.ts'

/**
 * From the order to the card in hand, and back again: lost, or handed in by whoever leaves. Where nobody leads, the issuers get the card
 * back themselves: they are then the receiver.
 */
export const workflow: Workflow<Place, Deed, Part> = {
  passOn: { from: ['ordered'], to: 'passed', by: ['leader'] },
  decline: { from: ['ordered'], to: 'declined', by: ['leader'] },
  produce: { from: ['passed'], to: 'produced', by: ['issuer'] },
  deliver: { from: ['produced'], to: ['sent', 'ready'], by: ['issuer'] },
  receive: { from: ['sent', 'ready'], to: 'active', by: ['holder', 'issuer'] },
  reportLoss: { from: ['sent', 'ready', 'active', 'leaving', 'handedIn', 'forwarded'], to: 'lost', by: ['holder', 'leader', 'issuer'] },
  deactivate: { from: ['lost'], to: 'deactivated', by: ['issuer'] },
  startReturn: { from: ['active', 'leaving'], to: 'leaving', by: ['leader', 'issuer'] },
  handIn: { from: ['leaving'], to: 'handedIn', by: ['receiver'] },
  forward: { from: ['handedIn'], to: 'forwarded', by: ['receiver'] },
  takeBack: { from: ['forwarded'], to: 'returned', by: ['issuer'] },
}
