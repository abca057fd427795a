import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  lead: 'The change holds for new cases. A case that has started keeps the settings it started with.',
  follows: 'What follows',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'The settings are saved and hold for new cases.',
  same: 'Nothing has changed.',
  general: 'Setup',
  kind: 'Kind of organisation',
  kinds: { university: 'university or college', municipality: 'municipality' },
  titles: 'What the roles are called',
  titlesOwn: (n) => (n === 0 ? 'As in the setup' : n === 1 ? '1 name of your own' : `${n} names of your own`),
  titlesLead: 'Your own names for the roles, as shown in cases, letters and the log.',
  language: {
    heading: 'Which language the organisation uses',
    follows: 'Whoever has not chosen a language gets the pages in this one.',
    fields: {
      locale: {
        label: 'Language',
        hint: 'Letters and documents are written in this language, unless somebody chooses another.',
        choices: { nb: 'Norwegian (bokmål)', nn: 'Norwegian (nynorsk)' },
      },
    },
  },
  archive: {
    heading: 'Where documents are archived',
    follows:
      'The name of the archive is shown to whoever is to archive. The access code is at the top of documents that are not for everybody.',
    fields: {
      system: { label: 'Archive system', hint: 'Such as the name of the case and archive system.' },
      accessCode: { label: 'Access code', hint: 'The legal ground for exempting from public access.' },
    },
  },
  title: {
    heading: (of) => `What the role is called: ${of}`,
    follows: 'The role is called this on the pages, in letters and in the log. A case that has started keeps the name it started with.',
    fields: {
      nb: { label: 'Bokmål', hint: 'Without a capital, as inside a sentence.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'English' },
    },
  },
  footer: {
    heading: 'Text at the foot of documents',
    follows:
      'The text is last in letters, notifications, agreements and other documents made from now on, in the language of the document.',
    standard: 'none',
  },
  ownText: {
    title: 'Texts of your own',
    lead: 'Here you can write some of what Varde says in your own words. What you do not write stays as the standard text.',
    labels: {
      nb: { label: 'Bokmål', hint: 'Leave it empty for the standard text.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'English' },
    },
  },
  versions: {
    title: 'Versions of the settings',
    lead: 'A case follows the version it started with. The log has who changed what.',
    fromPreset: 'What you have changed',
    asPreset: 'The settings are as they were when the organisation was set up.',
    preset: 'As suggested',
    ours: 'As you have it',
    all: 'All versions',
    version: (n) => `Version ${n}`,
    first: 'when the organisation was set up',
    firstText: 'The suggestion that you started with.',
    nothing: 'Nothing that can be changed here.',
    what: 'What',
    before: 'Before',
    after: 'After',
    none: 'none',
  },
  planned: {
    day: { holdsFrom: { label: 'Applies from', hint: 'Leave it empty for the change to apply now.' } },
    title: 'Planned changes',
    lead: 'These changes apply from the day shown. Until then the settings stay as they are.',
    from: 'Applies from',
    dropOf: (of) => `Drop the change: ${of}`,
    dropped: 'The planned change has been dropped.',
    saved: (on) => `The change is planned and applies from ${on}.`,
    refused: 'This could not be done when the day came. Check the question and save again, or drop it.',
    some: (n) => (n === 1 ? 'One change is planned' : `${n} changes are planned`),
    gone: 'The question is no longer there',
    task: 'A planned change of the settings could not be made',
  },
  wrong: {
    dayHasBeen: 'That day has passed. Choose today or a later day, or leave the field empty.',
    dayTaken:
      'Something else is planned for the same from that day. Drop it first under “Versions of the settings”, or choose another day.',
    stale:
      'Somebody else has changed the settings since you opened the page. What they saved is under “Saved now”. Look it over, and save again.',
    profileIncomplete: 'Work must always have a role. Choose at least one in “{label}”.',
    notAllowed: 'You may not do this.',
    notFound: 'No longer there.',
    nothingChanged: 'Nothing has changed.',
  },
}
