import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  section: {
    deviations: 'Deviations',
    assessment: 'Assessment and closing',
    authority: 'Notification to Datatilsynet and letters to those affected',
  },
  noLinks: 'none',
  nobodyJointly: 'Nobody: the person who has the case assesses alone',
  hours: 'Deadline for the notification to Datatilsynet',
  hoursValue: (hours) => `${hours} hours after the breach became known`,
  reminded: (left, draft) =>
    `${left.length > 0 ? `${left.map((hours) => `${hours} h`).join(', ')} before the deadline` : 'not before the deadline has passed'} · drafts after ${draft} h`,
  heading: {
    kinds: () => 'What can be reported',
    receivers: (of) => `Who receives the report: ${of}`,
    leader: () => 'When the line manager is told',
    register: () => 'Whether the register file includes what people wrote',
    officer: () => 'When the data protection officer is told',
    open: () => 'Whether deviations can be reported without signing in',
    mailIn: () => 'E-mail to the security address',
    protection: () => 'Protection of the reporter',
    deciders: () => 'Who assesses and decides',
    jointly: () => 'Who assesses together',
    duties: () => 'What follows from the risk',
    links: () => 'Links where deviations are reported',
    closing: () => 'How the case is closed',
    regimes: () => 'Other rules that require notice',
    letters: () => 'Who sends, writes and signs',
    reminders: () => 'When people are reminded of deadlines',
    wording: (of) => `Text: ${of}`,
  },
  follows: {
    kinds: 'The report form asks only about what you choose here. Where there is one choice, it does not ask.',
    receivers: 'Holders of these roles see the case, get it in their worklist and have the task of taking it.',
    leader: 'The manager gets a message without content, and sees a short form of the case.',
    register:
      'The register file gets two more columns: the short name of the case, and what happened. People who download it get text only from cases they may read themselves, and the download is logged. A file has no access list: if somebody writes a name in a report, the name goes with it.',
    officer: 'The data protection officer always sees every deviation that may be a breach. This affects only the message.',
    open: 'Everybody who has the link can report without saying who they are, and follows the case with a code. The link is the address of Varde with /meld/ and your short name after it. No IP address, browser or time of day is stored.',
    mailIn:
      'Each new e-mail waits until those who receive privacy deviations have made a case of it, added it to a case or dismissed it. The mailbox and its password are given to the people who run Varde. Only e-mail that arrives after you turned this on is read.',
    protection:
      'The protection applies to reports that arrive from now on: nobody but the data protection officer sees who reported, and the log does not give it away.',
    deciders:
      'The tasks of assessing, deciding and closing go to holders of these roles. If nobody holds one, the administrator gets a task.',
    jointly: 'You cannot decide against notifying Datatilsynet until everybody here has signed the same assessment.',
    duties:
      'Varde suggests the duty from the risk. Medium and high risk must always be notified to Datatilsynet, and those affected must always be told of a high one: that is the law.',
    links: 'The links are on the page where deviations are reported, and are marked as leading out of Varde.',
    closing: 'If the memo is required, the case cannot be closed until it is written.',
    regimes:
      'Each case asks whether the rules apply, and has its own deadline and task for them. Cases that have started follow what they started with.',
    letters: 'The tasks go to holders of these roles. A letter is not sent until one of those who sign has signed it.',
    reminders: 'Those who have the task are reminded. The deadline of 72 hours does not move.',
    wording: 'The text is shown as it is where it is used, in the language that the reader has chosen.',
  },
  wordings: {
    definition: 'what a deviation is',
    urgency: 'how quickly deviations must be reported',
    instruction: 'how the notification to Datatilsynet is sent',
  },
  caseType: {
    privacyDeviation: 'privacy deviation',
    securityIncident: 'security incident',
    ruleDeviation: 'deviation from rules and routines',
    itEquipment: 'IT equipment case',
  },
  fields: {
    kinds: {
      caseTypes: {
        label: 'What can be reported?',
        choices: {
          privacyDeviation: 'Privacy deviation',
          securityIncident: 'Security incident',
          ruleDeviation: 'Deviation from rules and routines',
          itEquipment: 'IT equipment case',
        },
      },
      dataSubjects: {
        label: 'Whose data can be involved?',
        choices: {
          employees: 'Employees',
          formerEmployees: 'Former employees',
          applicants: 'Applicants',
          students: 'Students',
          researchParticipants: 'Research participants',
          patients: 'Patients',
          pupils: 'Pupils',
          kindergartenChildren: 'Kindergarten children',
          guardians: 'Guardians',
          serviceRecipients: 'Service recipients',
          residents: 'Residents',
          callers: 'Callers',
          supplierContacts: 'Contacts at suppliers',
          others: 'Others',
        },
      },
      externalSystem: {
        label: 'Other deviation system',
        hint: 'If you have another system for deviations too, the form asks for the number from it. Leave it empty if not.',
      },
    },
    receivers: {
      queue: { label: 'Handles the case', hint: 'Holders of these roles get the case in their list. Choose at least one.' },
      tell: { label: 'Is told at once' },
      address: { label: 'Shared e-mail address', hint: 'Is told as well. The message holds only a link.' },
    },
    register: {
      freeTextInFile: {
        label: 'Should the file have free text?',
        hint: 'No is safest. Figures and fixed answers are enough for the annual report and statistics.',
        choices: { yes: 'Yes', no: 'No' },
      },
    },
    leader: {
      notifyLeader: { label: 'Is the line manager told of deviations that the employee reports?', choices: { yes: 'Yes', no: 'No' } },
    },
    officer: {
      notifyDpo: {
        label: 'Which deviations is the data protection officer told about?',
        hint: 'The data protection officer is told when the report arrives. The officer can see the case whatever you choose.',
        choices: { all: 'All deviations', serious: 'Serious deviations', off: 'None: those who handle the case tell the officer' },
      },
    },
    open: { openReport: { label: 'Can deviations be reported without signing in?', choices: { yes: 'Yes', no: 'No' } } },
    mailIn: {
      on: { label: 'Is e-mail to the security address to be read?', choices: { yes: 'Yes', no: 'No' } },
      address: { label: 'The address people write to', hint: 'For example security@kommune.no.' },
      plus: {
        label: 'Does the e-mail server also deliver to the address with a + and a code?',
        hint: 'Ask the people who run your e-mail. The answer is used to find the case that a reply belongs to.',
        choices: { yes: 'Yes', no: 'No, or do not know' },
      },
      verifiedBy: {
        label: 'The name of your e-mail server',
        hint: 'The name it uses in Authentication-Results. The server must remove such marks made by others. Leave it empty, and no sender is verified.',
      },
    },
    protection: {
      reporterProtection: {
        label: 'Who may know who reported?',
        choices: { none: 'Those who handle the case', dpoOnly: 'Only the data protection officer may know who reported' },
      },
    },
    deciders: {
      assessors: { label: 'Assesses the risk' },
      deciders: { label: 'Decides whether it is a breach, and who must be told' },
      closers: { label: 'Decides that the case is closed' },
    },
    jointly: {
      jointly: {
        label: 'Must all sign the assessment',
        hint: 'Choose those who must sign the assessment before it is finished. If you choose nobody, the person who has the case assesses alone.',
      },
    },
    duties: {
      unlikely: {
        label: 'Harm to anybody is unlikely: must Datatilsynet be notified?',
        choices: { no: 'No', exception: 'No, when it is nearly certain' },
      },
      low: {
        label: 'Low risk: must Datatilsynet be notified?',
        choices: { exception: 'Yes, unless it is nearly certain that nobody is harmed', yes: 'Yes, always' },
      },
      mediumSubjects: {
        label: 'Medium risk: must those affected be told?',
        choices: { no: 'If the person who decides wants it', yes: 'Yes, always' },
      },
      manyPersons: {
        label: 'From how many people is it “very many”?',
        hint: 'If the number is higher, Varde suggests that it counts in the risk.',
      },
    },
    links: {
      firstText: { label: 'First link: text', hint: 'What the link leads to. Without an address the text is there alone.' },
      firstAddress: { label: 'First link: address', hint: 'Such as https://www.sikresiden.no/' },
      secondText: { label: 'Second link: text' },
      secondAddress: { label: 'Second link: address' },
      thirdText: { label: 'Third link: text' },
      thirdAddress: { label: 'Third link: address' },
    },
    closing: {
      memo: { label: 'Memo for the decision to close', choices: { required: 'Required', optional: 'Optional' } },
      leaderCloses: { label: 'May the manager close a case that is judged to be internal?', choices: { yes: 'Yes', no: 'No' } },
    },
    regimes: {
      digitalSecurity: {
        label: 'Is the organisation a provider of an essential service under the Digital Security Act?',
        choices: { yes: 'Yes', no: 'No' },
      },
      processorHours: {
        label: 'Hours we have to notify the controller we process data for',
        hint: 'The shortest deadline in the contracts. Leave it empty if you do not process data for others.',
      },
    },
    letters: {
      senders: { label: 'Sends the notification to Datatilsynet' },
      drafters: { label: 'Writes the letter to those affected' },
      signers: { label: 'Signs the letter to those affected' },
      sami: {
        label: 'Can letters to those affected be written in Northern Sámi?',
        hint: 'Varde has headings and a few short sentences in Northern Sámi. You write the rest yourselves.',
      },
    },
    reminders: {
      first: {
        label: 'First reminder: hours left of the 72',
        hint: 'Leave it empty for no reminder. Once the deadline has passed, people are told in any case.',
      },
      second: { label: 'Second reminder: hours left' },
      third: { label: 'Third reminder: hours left' },
      draft: { label: 'Hours before the writer is reminded of a draft that has not been sent' },
    },
    wording: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' }, en: { label: 'English' } },
  },
  own: {
    report: {
      heading: 'Text where deviations are reported',
      follows: 'The text is at the top of the form, where a person starts to report.',
      standard: 'no text of your own',
    },
    letterStart: {
      heading: 'How letters to those affected begin',
      follows: 'The text comes first in drafts made from now on. The person who writes the letter can change it.',
      standard: 'the standard text: what was found, and that we are sorry',
    },
    letterContact: {
      heading: 'Contact in letters to those affected',
      follows: 'The text is in drafts made from now on, instead of the names of the data protection officer and the manager.',
      standard: 'the standard text: the data protection officer and the manager',
    },
    letterEnd: {
      heading: 'How letters to those affected end',
      follows: 'The text comes last in drafts made from now on. The person who writes the letter can change it.',
      standard: 'no text of your own',
    },
  },
  wrong: {
    notAPage: 'Enter the whole address of a page, such as https://www.sikresiden.no/.',
    linkWithoutText: 'Write what the link leads to.',
    notAnAddress: 'Enter an e-mail address, such as deviations@municipality.no.',
    mailWithoutAddress: 'Enter the address people write to.',
    notAServer: 'Enter only the name of the server, for example mx.kommune.no.',
  },
}
