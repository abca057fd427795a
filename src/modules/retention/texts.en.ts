import type { Texts } from './texts.nb.ts'

const outcome = {
  label: 'What was done?',
  choices: { deleted: 'Deleted', anonymised: 'Anonymised', archived: 'Deleted in production, kept in the archive' },
}
const archive = {
  label: 'Must any of this be kept in the archive?',
  hint: 'A duty to delete does not by itself allow you to destroy what must be preserved (the Archives Act section 13, Act of 20 June 2025 no. 96, read on 28 November 2026).',
  choices: { no: 'No', yes: 'Yes' },
}
const archiveBasis = {
  label: 'What allows it to be destroyed?',
  hint: 'Answer where nothing must be kept. For example the disposal plan, or that it is not documentation.',
}
const archivePlace = {
  label: 'Where is it kept?',
  hint: 'Answer where something must be kept. The name of the archive, and the case number.',
}
const what = { label: 'What was deleted?', hint: 'What kind of data, and roughly how many. No names.' }
const method = { label: 'How was it done?', hint: 'For example “deleted in the system and in the backup”, or “shredded”.' }
const doneOn = { label: 'When was it done?' }

export const en: Texts = {
  title: 'Deletion',
  one: 'Deletion',
  lead: 'Data that must be deleted or anonymised, who does it, and the proof that it has been done.',
  none: 'Nothing needs to be deleted now',
  noneText:
    'What is to be deleted comes here by itself a month before the deadline. The deadline is set on the processing activity, the camera and the recording.',
  columns: { subject: 'About', dueOn: 'Due', state: 'Status', owner: 'Responsible', doneOn: 'Done', outcome: 'Outcome' },
  fields: {
    name: { label: 'What' },
    subject: { label: 'About', choices: { processing: 'Processing activity', camera: 'Camera', recording: 'Recording' } },
    unit: { label: 'Unit' },
    owner: { label: 'Responsible' },
    why: {
      label: 'Why',
      choices: {
        purposeEnded: 'The purpose has ended',
        basisEnded: 'The legal basis has ended',
        timeUp: 'The time is up',
        takenDown: 'The camera is taken down',
      },
    },
    dueOn: { label: 'Due' },
    planned: { label: 'Planned', choices: { delete: 'To be deleted', anonymise: 'To be anonymised' } },
    state: {
      label: 'Status',
      choices: {
        due: 'To be deleted',
        confirming: 'Waiting for confirmation',
        done: 'Done',
        stopped: 'Stopped, held for the police',
        dropped: 'No longer to be deleted',
      },
    },
    outcome,
    doneOn,
    what,
    method,
    archive,
    archiveBasis,
    archivePlace,
    doneBy: { label: 'Carried out by' },
    doneAt: { label: 'Recorded' },
    secondBy: { label: 'Confirmed by' },
    secondAt: { label: 'Confirmed' },
  },
  proof: { doneOn, what, method, archive, archiveBasis, archivePlace, outcome },
  named: {
    audio: (unit, day) => `Audio recording, ${[unit, day].filter(Boolean).join(', ')}`,
    camera: (unit, day) => `Clip from a camera, ${[unit, day].filter(Boolean).join(', ')}`,
  },
  late: 'Overdue',
  show: {
    subject: 'Open what is deleted',
    proof: 'Proof',
    law: 'Data must be deleted when they are no longer needed for the purpose (the GDPR Articles 5(1)(e) and 17). Read on 28 November 2026.',
    noNames: 'The proof must not name anybody the data were about.',
    report: 'Report on deletion',
    reportText: 'Everything that was deleted in the last year, and what should have been.',
  },
  next: {
    due: 'This must be deleted or anonymised',
    dueText: 'Do it in the system first. Then record what was done.',
    confirming: 'Done, and waiting for somebody else to confirm it',
    confirmingText: 'The person who confirms checks that the data are gone.',
    stopped: 'Stopped: The recording is held for the police',
    stoppedText: 'The duty to delete applies again when the recording is no longer held.',
    stoppedDone:
      'Somebody has recorded that the recording is deleted, but nobody has confirmed it. Find out whether the recording still exists. What was recorded is below.',
  },
  deeds: { carryOut: 'Record that it is done', confirm: 'Confirm that it is done', sendBack: 'Not done, send it back' },
  did: { carryOut: 'The deletion is recorded.', confirm: 'The deletion is confirmed.', sendBack: 'The deletion is sent back.' },
  panel: {
    title: 'Deletion',
    none: 'Nothing needs to be deleted now.',
    held: 'The deletion is stopped because the recording is held for the police.',
  },
  rules: {
    title: 'Rules for deletion',
    lead: 'What starts the clock, how long something is kept, and who deletes it.',
    what: 'What',
    starts: 'The clock starts',
    time: 'How long',
    by: 'Deleted by',
    rows: {
      processing: [
        'Data in a processing activity',
        'The purpose or the basis ends',
        'Until the date on the activity',
        'The person responsible, with proof',
      ],
      camera: [
        'Recordings in a camera system',
        'The recording is made',
        'The number of days set for the camera',
        'The system, and the manager when the camera is taken down',
      ],
      recording: [
        'Audio recordings and clips',
        'The recording is made',
        'Until the date on it, longer when held for the police',
        'The head of unit, with proof',
      ],
      documentation: [
        'Deviations, risk analyses, DPIAs, processing activities, agreements and audits',
        'No clock',
        'Varde does not delete them automatically: they show what the organisation has done (Archives Act, 20 June 2025 no. 96, section 13, read 1 December 2026)',
        'Nobody. The person responsible for the archive decides when they may be destroyed',
      ],
    },
    own: {
      kept: (days) => ['Forms that were not sent', 'The form was last edited', `${days} days`, 'Varde'],
      recordings: (months) => ['The trace of a deleted recording', 'The recording is deleted', `${months} months`, 'Varde'],
      proofs: (years) => ['Proof of deletion', 'The deletion is carried out', `${years} years`, 'Varde'],
    },
    archive: 'What must be preserved under the Archives Act is deleted in production and kept in the archive. That is a separate outcome.',
  },
  own: {
    title: 'When Varde deletes this',
    rulesTitle: 'Varde’s own records',
    rulesText:
      'Varde deletes these by itself when their time is up, with files, history, tasks and messages. The log says how many were deleted and when, but not who they were about. The times are changed in the settings.',
    whyLabel: 'Why so long',
    months: (n) => (n === 1 ? 'One month' : `${n} months`),
    kinds: {
      subject_request: {
        what: 'Request about one’s own data',
        starts: 'The request is answered or passed on',
        why: 'Claims that follow from the answer normally lapse after three years (Limitation Act § 2, read 30 November 2026).',
      },
      question: {
        what: 'Request for advice',
        starts: 'The question is answered or closed',
        why: 'The advice may be needed if the same question comes up again.',
      },
      employment: {
        what: 'Employment',
        starts: 'Last working day, when all checklists are closed',
        why: 'An audit may ask whether access was stopped in time.',
      },
      access_grant: { what: 'Access', starts: 'The access is removed', why: 'An audit may ask who had access, and why.' },
      mailbox_access: {
        what: 'Access to a mailbox or files',
        starts: 'The access has ended',
        why: 'Claims that follow from it normally lapse after three years (Limitation Act § 2, read 30 November 2026).',
      },
      id_card: {
        what: 'ID card',
        starts: 'The card is returned, deactivated or declined',
        why: 'A card may be found again during the first year. The photo is deleted when the card is made.',
      },
      loan_card: { what: 'Loan card', starts: 'The card is handed in', why: 'Mistakes are discovered quickly.' },
      equipment_delivery: {
        what: 'Return of equipment',
        starts: 'The equipment is reused or scrapped, or the appointment is cancelled',
        why: 'The proof that stored data were deleted is kept as long as other proof of deletion.',
      },
      ethics_complaint: { what: 'Complaint of research ethics', starts: 'The complaint is closed', why: 'The case may be taken up again.' },
      ethics_talk: {
        what: 'Conversation about research ethics',
        starts: 'The conversation is agreed',
        why: 'What is said there is not in Varde.',
      },
      training_completion: {
        what: 'Completed training',
        starts: 'The person who completed it has left, or has completed the same again',
        why: 'A supervisory authority may ask whether training was given (GDPR Articles 24 and 32(4), read 30 November 2026).',
      },
      article_confirmation: {
        what: 'Confirmation that somebody has read a text and will follow it',
        starts: 'The person who confirmed has left, or the edition is no longer in force',
        why: 'A supervisory authority may ask whether the rules were made known (GDPR Articles 24 and 32(4), read 30 November 2026).',
      },
      sharing_told: {
        what: 'Answer that an incident at another organisation does not concern us',
        starts: 'The answer is given',
        why: 'The supervisory authority may ask why you did not notify it (GDPR Articles 5(2) and 33, read 30 November 2026). That you were told of the incident, and when, is kept without a name.',
      },
      person: {
        what: 'A person who has left',
        starts: 'The person left',
        why: 'Temporary staff often come back within a year, and an audit may ask who held which role. Then everything about the person but the name is deleted.',
      },
    },
    namesTitle: 'What is kept of a person who has left?',
    namesText:
      'Varde deletes the e-mail address, the unit, the manager, the language, the roles, the sign-in, the link to the directory, the notifications, the calendar address and what the person had saved for themselves. The name is kept as long as the log, or a record that is kept, says what the person did: who reported, assessed, approved or decided. A decision that does not say who made it proves nothing (Archives Act § 13, Act of 20 June 2025 no. 96, and GDPR Article 17(3)(b), read 1 December 2026). Varde looks every 30 days, and deletes the name when nothing needs it any more.',
    goes: (day) => `Varde deletes this on ${day}. Nobody needs to do anything.`,
    stopped: {
      hold: 'Is not deleted, because somebody keeps it back.',
      archive: 'Is not deleted until somebody has written where it is kept in the archive.',
    },
    open: 'Keep it back, or write where it is archived',
    kept: 'The time runs from',
    since: 'That was',
    goesLabel: 'Is deleted',
    holdTitle: 'Is it needed longer?',
    heldTitle: 'Kept back',
    holdButton: 'Keep back',
    holdMore: 'Add another reason',
    wasHeld: 'Has been kept back',
    moveTitle: 'Set a new day to look at it again',
    moveHold: 'Set a new day',
    endHold: 'End this reason',
    holdOpen: (since: string, on: string, who: string): string => `From ${since}. ${who} looks at it again on ${on}.`,
    holdEnded: (since: string, on: string): string => `From ${since}, ended ${on}.`,
    release: 'Stop keeping it back',
    hold: {
      holdReason: {
        label: 'Why is it needed?',
        choices: {
          dispute: 'A dispute or a claim',
          authority: 'An authority has the case',
          police: 'The police have the case',
          accessRequest: 'Somebody has asked for access to it',
        },
      },
      holdReviewOn: { label: 'When will you look at it again?', hint: 'You get a task on that day.' },
    },
    archiveTitle: 'Is it kept in the archive?',
    archiveLead:
      'There may be a duty to preserve the case. It must then be in the archive before it is deleted here (Archives Act § 13, act of 20 June 2025 no. 96, read 28 November 2026).',
    archiveButton: 'Save the archive reference',
    archive: {
      archivedAs: {
        label: 'Archive reference',
        hint: 'The case number in the archive. If there is nothing to preserve, write what allows it to be destroyed.',
      },
    },
    back: 'Back to the record',
    did: {
      holdMoved: 'The reason has a new day. It is still kept back.',
      holdEnded: 'The reason has ended. It is still kept back for other reasons.',
      held: 'It is kept back.',
      released: 'It is no longer kept back.',
      archived: 'The archive reference is saved.',
    },
    waitingTitle: 'Their time is up, but they are not deleted',
    waiting: (what, held, unarchived) =>
      `${what}: ${[held > 0 ? `${held} kept back` : '', unarchived > 0 ? `${unarchived} without an archive reference` : ''].filter(Boolean).join(', ')}`,
    task: 'See whether it must still be kept back',
    events: {
      held: 'Record kept back from deletion',
      holdMoved: 'New day for keeping back a record',
      holdEnded: 'One of the reasons to keep back a record has ended',
      released: 'Record no longer kept back',
      archived: 'Archive reference saved on a record that will be deleted',
      refused: 'Refused change of a record that will be deleted',
    },
    setting: {
      heading: 'For how many months does Varde keep its own records?',
      follows: 'Varde deletes them by itself when their time is up, unless somebody keeps them back. This includes what is already closed.',
    },
  },
  reportDocument: {
    period: (from, to) => `${from} to ${to}`,
    done: 'Done',
    open: 'Not done',
    nothing: 'Nothing.',
    count: (done, late) => `${done} done, ${late} overdue`,
  },
  tasks: { delete: 'Delete data', anonymise: 'Anonymise data', confirm: 'Confirm a deletion' },
  refusals: {
    holdOver: 'This reason has already ended.',
    whichHold: 'It is kept back for several reasons. Choose which one has ended.',
    reviewBehind: 'Choose a day that is to come.',
    isHeld: 'The recording is held for the police and cannot be deleted now.',
    dayAhead: 'The date cannot be in the future.',
    personalData: 'The text seems to identify somebody. Write without names, numbers and addresses.',
    noAnonymising: 'You have chosen to delete data, not anonymise them.',
    archiveDuty: 'What must be kept cannot simply be deleted. Choose “Deleted in production, kept in the archive”.',
    placeMissing: 'Write where it is kept.',
    nothingToArchive: 'Answer yes to whether something must be kept, or choose another outcome.',
    basisMissing: 'Write what allows it to be destroyed.',
    samePerson: 'Somebody other than the person who carried out the deletion must confirm it.',
  },
  events: {
    added: 'Deletion planned',
    edited: 'Deletion changed',
    exported: 'List of deletions downloaded',
    refused: 'Refused change of a deletion',
    moved: 'Date of deletion changed',
    stopped: 'Deletion stopped, held for the police',
    dropped: 'No longer to be deleted',
    carriedOut: 'Deletion carried out',
    confirmed: 'Deletion confirmed',
    sentBack: 'Deletion sent back',
    reportMade: 'Report on deletion downloaded',
    ownRemoved: 'Varde deleted its own entries that were old enough',
  },
  counted: { late: (n) => (n === 1 ? 'deletion not carried out' : 'deletions not carried out') },
  setting: {
    heading: 'How is deletion documented?',
    follows: 'It applies to deletions that are recorded after you save.',
    state: (two) => (two ? 'Two people' : 'One person'),
    fields: {
      anonymise: { label: 'May data be anonymised instead of deleted?', choices: { yes: 'Yes', no: 'No' } },
      twoPersons: { label: 'Must a second person confirm the deletion?', choices: { yes: 'Yes', no: 'No' } },
      proofYears: { label: 'How many years is the proof kept?' },
      traceMonths: { label: 'How many months is the trace of a deleted recording kept?' },
    },
  },
}
