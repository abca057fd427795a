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
    'Enter for each processing activity when the purpose ends, and for each recording when it is to be deleted. It then appears here a month before.',
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
        'The days on the camera',
        'The system, and the manager when the camera is taken down',
      ],
      recording: [
        'Audio recordings and clips',
        'The recording is made',
        'Until the date on it, longer when held for the police',
        'The head of unit, with proof',
      ],
    },
    own: {
      kept: (days) => ['Forms that were not sent', 'Somebody last wrote', `${days} days`, 'Varde'],
      recordings: (months) => ['The trace of a deleted recording', 'The recording is deleted', `${months} months`, 'Varde'],
      proofs: (years) => ['Proof of deletion', 'The deletion is carried out', `${years} years`, 'Varde'],
    },
    archive: 'What must be preserved under the Archives Act is deleted in production and kept in the archive. That is a separate outcome.',
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
