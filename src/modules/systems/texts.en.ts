import { informationWords, needWords } from '../organisation/public.ts'
import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  outOfUse: 'not in use',
  title: 'Systems',
  one: 'System',
  lead: 'The systems we use, who owns them, and what kinds of data they hold.',
  add: 'Add a system',
  saved: 'The system has been saved.',
  newTitle: 'New system',
  editTitle: 'Edit system',
  none: 'No systems have been registered yet',
  noneText: 'Start with the systems that hold the most personal data.',
  columns: { ownerUnit: 'Unit', owner: 'Owner', superUser: 'Super user', inUse: 'In use' },
  fields: {
    name: { label: 'Name' },
    purpose: { label: 'What is the system used for?' },
    ownerUnit: { label: 'Unit that owns the system' },
    owner: { label: 'System owner', hint: 'If you leave it empty, the head of the unit becomes the owner.' },
    superUser: { label: 'Super user' },
    technicalResponsible: { label: 'Technical lead', hint: 'If you leave this empty, IT is technically responsible.' },
    suppliedBy: { label: 'Supplier', hint: 'Choose among the suppliers. If it is missing, add it first.' },
    dataKinds: {
      label: 'What kinds of data does it hold?',
      choices: {
        contact: 'Contact details',
        nationalId: 'National identity numbers',
        employment: 'Employment and pay',
        education: 'Data about education',
        health: 'Health data',
        economy: 'Finances',
        archive: 'Cases and archive',
        sensitive: 'Other special categories',
        none: 'No personal data',
      },
    },
    informationClasses: {
      label: 'Which classes of information does it hold?',
      hint: 'The classes are those of the storage guide.',
      choices: informationWords('en'),
    },
    ...needWords('en'),
    standardMeasures: {
      label: 'Standard measures that protect the system',
      hint: 'They show as existing measures in the risk analyses of the system.',
      choices: {
        backup: 'Backup',
        breakIn: 'Servers secured against break-in',
        power: 'Servers secured against power failure',
        fire: 'Servers secured against fire',
        water: 'Servers secured against water and leakage',
        network: 'Protection of the network',
        accessControl: 'Access control',
      },
    },
    logsChanges: { label: 'Are changes logged?', choices: { yes: 'Yes', no: 'No' } },
    logsDeletions: { label: 'Are deletions logged?', choices: { yes: 'Yes', no: 'No' } },
    logsSearches: { label: 'Are searches and views logged?', choices: { yes: 'Yes', no: 'No' } },
    logKept: { label: 'Where is the log kept, and for how long?' },
    otherOverview: { label: 'Reference in another system overview', hint: 'A link or a number, for instance in Draftit.' },
    inUse: { label: 'Is the system in use?', choices: { yes: 'Yes', considered: 'Not yet, we are considering it', no: 'No' } },
  },
  present: { security: 'The information security manager, the privacy adviser or the data protection officer', it: 'Somebody from IT' },
  setting: {
    heading: 'How systems are procured and reviewed',
    follows: 'The rules for purchasing are shown at once. Reviews follow the rule when they are recorded from now on.',
    fields: {
      reviewedTogether: {
        label: 'Must security or privacy, and IT, take part in the yearly review of a system?',
        choices: { yes: 'Yes', no: 'No' },
      },
      purchasingText: {
        label: 'What are the rules for purchasing called, and where are they?',
        hint: 'Shown where a procurement must follow them. Leave it empty if you have nothing to refer to.',
      },
      purchasingAddress: { label: 'The address of the rules', hint: 'Write it with https:// in front.' },
    },
    refusals: { notAPage: 'Enter a web address, such as https://intranet.example.org.', linkWithoutText: 'Write what the link is called.' },
    state: (together) => (together ? 'together with security or privacy, and IT' : 'by the owner'),
  },
  counted: { inUse: (n) => (n === 1 ? 'system in use' : 'systems in use') },
  templates: {
    lead: 'These are systems that most organisations like ours have, by what they are for. Choose those that you have, or consider using.',
    note: 'Give the system the name you use, and fill in its owner, supplier and security afterwards. A system does not count as in use until somebody has said so: it is not in the overview of systems, and is not reviewed.',
    says: {
      label: 'We use all of these systems today',
      hint: 'Without this they stand as “considered” until somebody says on the page of the system that it is in use.',
    },
    notYet: 'Nobody has said that this system is in use, so it is not in the overview of systems and has no yearly review.',
    confirm: 'We use it today',
    confirmed: 'The system now stands as in use.',
    begun: 'Added from a template',
    begunText:
      'Nobody has changed this system since it was added. Read through it, correct what is not right, and fill in what is missing.',
  },
  refusals: {
    ownsSelf:
      'You cannot make yourself the owner of the system. Leave the field empty to make the manager of the unit the owner, or choose somebody else.',
    ownerNamed:
      'Only the owner, the information security manager and those who keep the list of systems decide who owns the system. Ask one of them to do it.',
    notProcured: 'The system has not been procured yet. Choose “No” until the procurement is closed.',
    decommissionFirst: 'The system holds personal data. It is taken out of use by decommissioning: start that from the system’s page.',
    notAssessed:
      'The system cannot be brought into use before a risk analysis (ROS) of it has been approved. Choose “No” for now, and start a risk analysis from the system’s page.',
    nameTaken: 'There is already a system with this name.',
  },
  events: {
    added: 'System added',
    edited: 'System changed',
    exported: 'List of systems downloaded',
    refused: 'Refused change to a system',
  },
}
