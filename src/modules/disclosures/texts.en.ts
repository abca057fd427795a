import { systemTexts } from '../systems/public.ts'
import type { Texts } from './texts.nb.ts'

const kinds = systemTexts('en').fields.dataKinds.choices
const recipientKinds = {
  publicBody: 'Public body',
  company: 'Company',
  researcher: 'Researcher in another organisation',
  organisation: 'Organisation',
  person: 'Private person, other than the one the data are about',
}
const purposes = {
  legalDuty: 'We have a duty to disclose',
  service: 'To provide a service',
  operation: 'Operation and support',
  research: 'Research',
  statistics: 'Statistics',
  legalCase: 'A dispute or a court case',
  other: 'Something else',
}

const ask: Texts['ask'] = {
  name: { label: 'What is the disclosure about?', hint: 'For example “Addresses for the insurance company”.' },
  system: { label: 'Which system?', hint: 'Where the data are.' },
  unit: { label: 'Unit that asks' },
  recipientKind: { label: 'What kind of recipient?', choices: recipientKinds },
  recipient: { label: 'Who is the recipient?', hint: 'The name of the organisation.' },
  dataKinds: { label: 'What kinds of data?', hint: 'Choose all that apply.', choices: kinds },
  purposeKind: { label: 'What are they to be used for?', choices: purposes },
  purpose: { label: 'Explain the purpose', hint: 'Do not write people’s names.' },
  legalBasis: { label: 'Legal basis for the disclosure', hint: 'The provision of law, or consent.' },
  until: { label: 'When must the recipient have erased them?', hint: 'A disclosure is always limited in time.' },
}
const doubt: Texts['doubt'] = { doubt: { label: 'What are you in doubt about?' } }
const statement: Texts['statement'] = { statement: { label: 'Statement' } }
const decision: Texts['decision'] = {
  decision: { label: 'Decision', choices: { approved: 'Approved', refused: 'Refused' } },
  reason: { label: 'Reason' },
}
const deletion: Texts['deletion'] = {
  deletedOn: { label: 'When did the recipient erase the data?' },
  deletionProof: { label: 'How do we know?', hint: 'For example a confirmation, added as a file.' },
}
const fields: Texts['fields'] = {
  ...ask,
  ...doubt,
  ...statement,
  ...decision,
  ...deletion,
  status: {
    label: 'Status',
    choices: {
      asked: 'Waiting for a decision',
      consulting: 'Waiting for a statement',
      approved: 'Approved',
      refused: 'Refused',
      ended: 'Erased by the recipient',
    },
  },
  routine: { label: 'Routine', choices: { inside: 'Within the owner’s routine', outside: 'Outside routine' } },
  askedBy: { label: 'Asked by' },
  askedAt: { label: 'Asked' },
  consultedAt: { label: 'Sent for a statement' },
  statedBy: { label: 'Statement by' },
  statedAt: { label: 'Statement given' },
  decidedBy: { label: 'Decided by' },
  decidedAt: { label: 'Decided' },
}
const rule: Texts['rules']['fields'] = {
  name: { label: 'Name of the rule' },
  system: { label: 'System' },
  dataKinds: { label: 'Data that may be disclosed', hint: 'Choose all that apply.', choices: kinds },
  purposes: { label: 'For which purposes', hint: 'Choose all that apply.', choices: purposes },
  recipients: { label: 'To which recipients', hint: 'Choose all that apply.', choices: recipientKinds },
  inForce: { label: 'Is the rule in force?', choices: { yes: 'Yes', no: 'No' } },
}
const approver: Texts['approvers']['fields'] = {
  name: { label: 'Name', hint: 'For example “Disclosure from the personnel system”.' },
  unit: { label: 'Unit that owns systems' },
  approvers: { label: 'Who decides for the unit?' },
}
const extract: Texts['extracts']['fields'] = {
  name: { label: 'What was taken out?' },
  system: { label: 'System' },
  unit: { label: 'Unit that took it out' },
  madeOn: { label: 'When?' },
  recipient: { label: 'Who received it?' },
  disclosure: { label: 'Approval', hint: 'If you leave it empty, the extract was made without approval.' },
}

export const en: Texts = {
  title: 'Disclosure of data',
  one: 'Disclosure',
  lead: 'Data that are to be released from a system, and who decided it.',
  add: 'Ask for a disclosure',
  none: 'Nobody has asked for a disclosure yet',
  noneText: 'If somebody outside the organisation needs data from a system, ask its owner here first.',
  columns: { recipient: 'Recipient', unit: 'Unit', status: 'Status', until: 'To be erased by', system: 'System', decidedBy: 'Decided by' },
  fields,
  ask,
  doubt,
  statement,
  decision,
  deletion,
  choose: {
    title: 'Who will receive the data?',
    lead: 'Disclosure, also called export, means giving data to anyone other than our own systems, the person they are about, or somebody who receives them for that person.',
    own: 'A system or an activity of our own',
    subject: 'The person the data are about',
    representative: 'Somebody who receives them for that person',
    other: 'Others, for example a company or another public body',
  },
  noApproval: {
    title: 'You do not need approval',
    text: {
      own: 'Data that stay in our own systems are not disclosed. The activity must still be in the record of processing.',
      subject: 'Giving somebody data about themselves is not disclosure. If it is a request for access, record it as one.',
      representative: 'Giving data to somebody who receives them for the person is not disclosure. Check that they may receive them first.',
    },
    subjectLink: 'Requests about own data',
    again: 'Choose another recipient',
  },
  askTitle: 'Ask for a disclosure',
  askLead: 'Only the system’s owner may decide whether data are disclosed.',
  send: 'Send to the system’s owner',
  said: {
    asked: 'The request has been sent.',
    consulted: 'The disclosure has been sent for a statement.',
    stated: 'The statement is given.',
    decided: 'The disclosure is decided.',
    ended: 'The erasure is recorded.',
  },
  titles: {
    consult: 'Ask the controller’s representative',
    state: 'Give a statement',
    decide: 'Decide on the disclosure',
    end: 'Record that the recipient has erased it',
  },
  show: {
    outside:
      'The disclosure is outside what the owner has set as routine. The controller’s representative must give a statement before it is decided.',
    deciders: 'Who decides',
    nobody: 'The system has no owner. Somebody must become its owner before the disclosure can be decided.',
    by: (name, date) => `${name}, ${date}`,
    extracts: 'Extracts',
    noExtracts: 'No extracts are recorded.',
    addExtract: 'Record an extract',
    about: 'The request',
  },
  rules: {
    title: 'Rules for disclosure',
    one: 'Rule for disclosure',
    lead: 'Which kinds of data owners of systems may disclose, who may have them and for which purposes.',
    add: 'Add a rule',
    saved: 'The rule is saved.',
    newTitle: 'New rule for disclosure',
    editTitle: 'Edit the rule',
    none: 'No rules for disclosure are recorded yet',
    noneText: 'Without rules every disclosure is outside routine, and the representative must give a statement.',
    columns: { system: 'System', recipients: 'Recipients', purposes: 'Purposes', inForce: 'In force' },
    fields: rule,
    refusals: { nameTaken: 'There is already a rule with this name.' },
    events: {
      added: 'Rule for disclosure added',
      edited: 'Rule for disclosure edited',
      exported: 'List of rules for disclosure downloaded',
      refused: 'Change of a rule for disclosure refused',
    },
  },
  approvers: {
    title: 'Who decides on disclosure',
    one: 'Approvers',
    lead: 'Those who decide on disclosure for a unit that owns systems.',
    add: 'Add approvers',
    saved: 'The approvers are saved.',
    newTitle: 'New approvers',
    editTitle: 'Edit approvers',
    none: 'No unit has named anybody yet',
    noneText: 'Where a unit owns a system and nobody is named, the head of the unit decides.',
    columns: { unit: 'Unit', approvers: 'Approvers' },
    fields: approver,
    refusals: { nameTaken: 'There are already approvers with this name.' },
    events: {
      added: 'Approvers of disclosure added',
      edited: 'Approvers of disclosure edited',
      exported: 'List of approvers downloaded',
      refused: 'Change of approvers refused',
    },
  },
  extracts: {
    title: 'Extracts',
    one: 'Extracts',
    lead: 'Data that were taken out of a system, and the approval it is based on.',
    add: 'Record an extract',
    saved: 'The extract is saved.',
    newTitle: 'New extract',
    editTitle: 'Edit the extract',
    none: 'No extracts are recorded yet',
    noneText: 'When you have taken data out after an approval, record it here.',
    columns: { system: 'System', unit: 'Unit', madeOn: 'Taken out', disclosure: 'Approval', recipient: 'Recipient' },
    fields: extract,
    refusals: { nameTaken: 'There is already an extract with this name.' },
    events: {
      added: 'Extract recorded',
      edited: 'Extract edited',
      exported: 'List of extracts downloaded',
      refused: 'Change of an extract refused',
    },
    without: 'This extract was made without approval. It may be a deviation.',
    report: 'Report a deviation',
    happened: (name) => `An extract with personal data was made without the approval of the system’s owner: ${name}`,
  },
  tasks: {
    decide: 'Decide whether data are to be disclosed',
    state: 'Give a statement on a disclosure',
    delete: 'Make sure that the recipient erases the data',
  },
  messages: {
    asked: 'New request for disclosure of data',
    consulted: 'The system’s owner is in doubt about a disclosure',
    stated: 'You have received a statement on a disclosure',
    decided: 'The disclosure you asked for is decided',
  },
  setting: {
    heading: 'Disclosure of data',
    follows: 'Applies to disclosures that are not decided yet.',
    fields: {
      decides: {
        label: 'Who decides where both a person and a unit own the system?',
        choices: { owner: 'The person who owns the system', unit: 'Those the unit has named' },
      },
      representative: { label: 'Who is the controller’s representative?' },
    },
  },
  refusals: {
    untilPassed: 'Choose a day in the future.',
    decidedAlready: 'The disclosure is already decided.',
    waitsForStatement: 'The controller’s representative must give a statement first.',
    deletedInFuture: 'The day cannot be in the future.',
  },
  events: {
    asked: 'Disclosure asked for',
    consulted: 'Disclosure sent for a statement',
    stated: 'Statement on a disclosure given',
    approved: 'Disclosure approved',
    declined: 'Disclosure refused',
    ended: 'Erasure by the recipient recorded',
    exported: 'List of disclosures downloaded',
    refused: 'Change of a disclosure refused',
  },
}
