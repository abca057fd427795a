import type { Texts } from './texts.nb.ts'

const holdReason = {
  label: 'Why is the recording not to be deleted now?',
  choices: { crime: 'The police will probably ask for it: a crime', accident: 'The police will probably ask for it: an accident' },
}
const holdReviewOn = { label: 'When is this to be considered again?' }
const holdReviewer = { label: 'Who considers it?' }
const handedOn = { label: 'When was it given to the police?' }
const handedTo = { label: 'To which police unit?', hint: 'A role or a unit, not a name.' }
const handedReference = { label: 'Police case number' }
const archiveReference = { label: 'Record number' }

export const en: Texts = {
  title: 'Recordings',
  one: 'Recording',
  lead: 'Audio recordings and clips from cameras that are kept: why, where they are, who has access, and when they are to be deleted. The recording itself is never here.',
  add: 'Register a recording',
  saved: 'The recording is registered.',
  newTitle: 'New recording',
  editTitle: 'Change the recording',
  none: 'No recordings are registered',
  noneText: 'If you have recorded a call or kept a clip, register it here the same day.',
  groups: {
    what: 'The recording',
    why: 'Purpose and situation',
    told: 'Telling the caller',
    note: 'Case and note',
    storage: 'Storage and deletion',
  },
  columns: { startedAt: 'Recorded', kind: 'Kind', unit: 'Unit', eraseOn: 'To be deleted', situation: 'Situation', told: 'Caller told' },
  fields: {
    name: { label: 'Short name', hint: 'Without names of people. For example “Call to the switchboard”.' },
    kind: { label: 'What kind of recording is it?', choices: { audio: 'Audio recording', camera: 'Clip from a camera' } },
    unit: { label: 'Unit' },
    startedAt: { label: 'When did the recording start?' },
    minutes: { label: 'How many minutes does it last?' },
    recordedBy: { label: 'Who recorded it?' },
    camera: { label: 'Camera', hint: 'For a clip from a camera.' },
    purposes: {
      label: 'Why is it recorded?',
      choices: {
        police: 'Documentation for a possible police case, and health, environment and safety at work',
        claims: 'Documentation of what was claimed, and of the answer that was promised',
        other: 'Something else',
      },
    },
    otherWhy: { label: 'Which other purpose, and why?' },
    situation: {
      label: 'What kind of situation was it?',
      choices: { threat: '1. The caller seemed threatening or made concrete threats', complaint: '2. The caller complained' },
    },
    complaint: {
      label: 'Why was the complaint recorded?',
      hint: 'Answer where the caller complained.',
      choices: { wontSpeak: 'Would not speak with the caseworker', notAvailable: 'The caseworker was not available' },
    },
    told: {
      label: 'Was the caller told about the recording when it started?',
      hint: 'For audio recordings.',
      choices: { yes: 'Yes', no: 'No' },
    },
    notToldWhy: {
      label: 'Why would telling the caller have been a risk?',
      hint: 'Only a risk is a good enough reason not to tell the caller.',
    },
    caseReference: { label: 'Case number' },
    caseworker: { label: 'Caseworker', hint: 'Gets a task when you write a note.' },
    note: {
      label: 'Note to the caseworker',
      hint: 'What the caller complained about, and what was promised. It goes into the case in the case and archive system.',
    },
    storagePlace: { label: 'Where is the recording?', hint: 'Never put the recording in Varde.' },
    access: { label: 'Who has access?' },
    eraseOn: { label: 'When is it to be deleted or considered again?' },
    erase: { label: 'What happens then?', choices: { delete: 'It is deleted', anonymise: 'It is anonymised' } },
    keepReason: { label: 'Why is it needed for so long?' },
    status: {
      label: 'Status',
      choices: { kept: 'Kept', held: 'Held for the police', handedOver: 'Given to the police', erased: 'Deleted' },
    },
    heldOn: { label: 'Held from' },
    holdReason,
    holdReviewOn,
    holdReviewer,
    releasedOn: { label: 'No longer held from' },
    handedOn,
    handedTo,
    handedReference,
    archiveReference,
    erasedOn: { label: 'Deleted' },
  },
  hold: { holdReason, holdReviewOn, holdReviewer },
  handOver: { handedOn, handedTo, handedReference },
  archive: { archiveReference },
  show: {
    openings: 'Opened by',
    neverOpened: 'Nobody has opened the recording yet.',
    logged: 'Each time somebody opens this page, it is in the log.',
    lacksNote: 'Write a note to the caseworker. Then the complaint is in the case, even after the recording has been deleted.',
    noteNow: 'Note to the caseworker',
    document: 'Download the note',
    archived: (reference) => `The note is in the case, ${reference}.`,
    notArchived: 'The caseworker has the task of putting the note into the case.',
  },
  deeds: {
    hold: 'Hold for the police',
    holdLead:
      'The duty to delete does not apply where the police will probably get the recording in an investigation of crimes or accidents. Somebody must consider it again on a given day.',
    release: 'Stop holding',
    releaseText: 'The duty to delete then applies again.',
    handOver: 'Record that the police have it',
    archive: 'Record that the note is in the case',
  },
  did: {
    hold: 'The recording is held for the police. It is not deleted now.',
    release: 'The recording is no longer held.',
    handOver: 'The recording is registered as given to the police.',
    archive: 'The place of the note has been registered.',
  },
  note: { title: 'Note on a complaint by telephone', missing: 'The note is not written yet.' },
  tasks: { note: 'Put a note on a complaint into the case', hold: 'Consider whether a recording must still be held for the police' },
  refusals: {
    otherMissing: 'Write which other purpose the recording has.',
    cameraMissing: 'Choose the camera the clip is from.',
    situationMissing: 'Choose the situation.',
    complaintMissing: 'Choose why the complaint was recorded.',
    toldMissing: 'Answer whether the caller was told about the recording.',
    riskMissing: 'Write why telling the caller would have been a risk.',
    caseworkerMissing: 'Choose the caseworker who is to have the note.',
    eraseBefore: 'The date of deletion cannot be before the recording was made.',
    dayPast: 'The date must be in the future.',
    dayAhead: 'The date cannot be in the future.',
    isHeld: 'The recording is held for the police and cannot be deleted now.',
  },
  events: {
    added: 'Recording registered',
    edited: 'Recording changed',
    exported: 'List of recordings downloaded',
    refused: 'Refused change of a recording',
    opened: 'Recording opened',
    held: 'Recording held for the police',
    released: 'Recording no longer held for the police',
    handedOver: 'Recording given to the police',
    archived: 'Note on a recording put into the case',
    erased: 'Recording deleted or anonymised',
    noteMade: 'Note on a recording downloaded',
  },
}
