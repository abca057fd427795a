import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  /** Before the title of a page that comes back with errors: what a screen reader says first. */
  wrong: 'Error: ',
  report: 'Report',
  advice: 'Ask for advice',
  home: 'Go to the front page',
  errands: {
    home: 'Home',
    mine: 'My reports',
    cases: 'Deviations',
    tasks: 'Tasks',
    guidance: 'Guidance',
    registers: 'Registers',
    control: 'Internal control',
    staff: 'Staff and access',
    rights: 'Rights and disclosure',
    log: 'Log',
    organisation: 'Organisation',
  },
  rooms: {
    title: 'Parts you do not use',
    state: (unused) => (unused === 0 ? 'None: you use all of them' : unused === 1 ? 'One part' : `${unused} parts`),
    follows:
      'What you tick is not shown in the menu, on the home page or in the search. What has been registered stays, and deadlines and tasks continue as before.',
    unused: 'Tick what you do not use',
  },
  faultReference: 'Reference',
  faults: {
    notFound: {
      title: 'We cannot find the page',
      lead: 'The page does not exist, or you do not have access to it.',
      advice: 'Check the address. If you believe you should see the page, ask the person responsible for the case.',
    },
    notAllowed: {
      title: 'You do not have access',
      lead: 'Your role does not give access to this.',
      advice: 'If you need access, ask your line manager or your Varde administrator.',
      adviceToAdmin:
        'You administer Varde. That gives no access to what cases and registers hold. Who has the role that does is listed under “Roles”.',
    },
    foreignOrigin: {
      title: 'We did not accept the form',
      lead: 'The form did not come from one of our pages. Nothing is saved.',
      advice: 'Open the page again here in Varde and send from there.',
    },
    otherWriter: {
      title: 'Somebody else had opened the page',
      lead: 'The person who opened the page is not the one signed in to this browser now. Nothing has been saved.',
      advice: 'What was written has been kept for the person who wrote it. They will find it when they sign in to the same organisation.',
    },
    demoOnlyHere: {
      title: 'The demo answers on this machine only',
      lead: 'The page was opened under another name or through a proxy, and the demo lets anyone in.',
      advice:
        'Open the address that was printed at start-up, on the machine where Varde runs. If others are to use Varde, set up an organisation of your own instead of the demo.',
    },
    tooLarge: {
      title: 'What you sent is too large',
      lead: 'We accept up to 500 kB of text at a time. Nothing is saved.',
      advice: 'Go back, shorten the text and send again.',
    },
    unreadable: {
      title: 'We could not read the form',
      lead: 'What arrived was damaged. Nothing is saved.',
      advice: 'Go back and send again.',
    },
    busy: {
      title: 'Varde does not answer right now',
      lead: 'The database is busy or restarting. If you have just sent something, it is not saved.',
      advice: 'Wait a few seconds, go back and try again. If it is urgent, call the data protection officer.',
    },
    full: {
      title: 'There is no room to save',
      lead: 'The disk is full. What you just sent is not saved, but everything saved before is safe.',
      advice: 'Tell those who run Varde. Keep your text until it has been fixed.',
    },
    keyAway: {
      title: 'This cannot be opened',
      lead: 'It is sealed with a key that has been deleted, or that is not in place right now. Nothing has changed.',
      advice: 'Tell those who run Varde.',
    },
    failed: {
      title: 'Something went wrong on our side',
      lead: 'What you tried to do was not done. The error has been logged.',
      advice: 'Try again. If it happens again, give the reference to those who run Varde.',
    },
  },
  timesIn: {
    hour: (n) => (n === 1 ? 'once in the hour' : `${n} times in the hour`),
    day: (n) => (n === 1 ? 'once in the day' : `${n} times in the day`),
  },
  filesAgain: 'You were signed out, so the files were not sent. Sign in and choose them again. Everything else you have saved is kept.',
  filesAgainKept: 'You were signed out, so the files were not sent. What you wrote is kept: sign in, send it, and choose the files again.',
  /** What the log says where two saved at once, whatever it was: nobody tried what they may not. */
  staleRefused: 'Not saved: somebody else had changed it meanwhile',
  events: {
    'access.refused': () => 'Refused: no access',
    'access.missed': () => 'Tried to open something that does not exist, or that the person may not open',
    'access.searched': () => 'Searched in everything',
  },
  logKinds: {
    groups: { cases: 'The cases', access: 'Access', organisation: 'The organisation', registers: 'Registers' },
    kinds: {
      meldt: 'Deviations reported',
      behandlet: 'Cases handled and edited',
      vurdert: 'Risk assessed, duty to notify decided',
      lukket: 'Cases closed and reopened',
      datatilsynet: 'Notifications to Datatilsynet',
      berorte: 'Letters to those affected',
      oppgaver: 'Tasks and deadlines',
      apnet: 'Cases and documents opened',
      melder: 'The reporter’s identity opened',
      avvist: 'Refused attempts',
      innlogging: 'Signing in and passwords',
      logglesing: 'The log read or downloaded',
      personer: 'People and roles',
      enheter: 'Units',
      oppsett: 'Set-up',
      'e-post': 'E-mail',
    },
  },
  search: {
    title: 'Search',
    label: 'What are you looking for?',
    hint: 'A word, a case number or a page. Press / to search from any page.',
    ways: 'Pages and actions',
    others: 'Other',
    none: 'Nothing found',
    noneText:
      'Try another word, or the beginning of it. You only find what you have access to. Comments, attached files and questions to the data protection officer are sealed, and are not searched.',
    found: (n: number) => (n === 1 ? '1 result' : `${n} results`),
    all: (label: string) => `Show all results: ${label}`,
  },
  homePage: {
    title: 'Home',
    greeting: 'What is it about?',
    reportTitle: 'Report a deviation',
    reportText: 'Have personal data gone astray, or is something wrong with security? It takes one minute.',
    adviceTitle: 'Ask for advice',
    adviceText: 'If you are unsure, ask before you do anything. It is better to report once too often than not at all.',
    mineTitle: 'My reports',
    mineText: 'Follow what you have reported, and answer questions.',
    lostTitle: 'Report a lost card',
    lostText: 'Have you lost your ID card or a card you have borrowed? Report it at once, and it is blocked.',
    tasksTitle: 'Waiting for you',
    noTasks: 'Nothing is waiting for you now.',
    allTasks: 'All tasks',
    tasks: 'Tasks',
    otherTasks: 'Other tasks',
    overview: 'How things stand',
    nothingWaits: 'Nothing is waiting for you now',
  },
  firstSteps: {
    title: 'Getting started',
    lead: 'The list follows what has been done, and goes away when everything is in place.',
    done: 'Done',
    left: 'To do',
    withoutWayIn: (people, withRole) =>
      `Cannot sign in yet: ${people}. ${withRole > 0 ? `${withRole} of them have a role: open those` : 'Start with those who are to have a role: open them'} in the list of people and give a way to sign in. Everybody gets one at once when you set up a way to sign in, such as Entra ID or Feide, in the settings.`,
    rolesFirst: (roles) => `${roles.length > 0 ? `${roles.join(' and ')} first. ` : ''}The list shows who is missing.`,
    /** What the law calls the controller, where the organisation has another word for the role. */
    controller: 'controller',
    steps: {
      units: { name: 'Add the units', hint: 'Schools, departments and other places where a deviation can happen, with their managers.' },
      people: { name: 'Add the people', hint: 'Those who will handle cases first. Give each of them a way to sign in.' },
      roles: { name: 'Give the roles that are vacant', hint: '' },
      mail: { name: 'Check that e-mail arrives', hint: 'No e-mail has been sent from here yet. Those who run Varde set up the mail.' },
      report: { name: 'Send a report as a test', hint: 'Write that it is a test. Check that it reaches those who should have it.' },
    },
  },
  accessibility: {
    title: 'Accessibility',
    paragraphs: [
      'Varde is made to meet WCAG 2.1 level AA, and aims at WCAG 2.2. Everything works with the keyboard alone, without script, at 320 pixels and with a screen reader.',
      'Each page is checked automatically with axe-core in bokmål and nynorsk, light and dark. Such a check does not find everything.',
      'If something does not work for you, tell your Varde administrator. The statement required by law is published by the organisation at uustatus.no.',
    ],
  },
  privacy: {
    title: 'Privacy in Varde',
    paragraphs: [
      'Varde keeps your name, e-mail address, unit and roles, and what you do here. The log is needed to show who has seen and changed a case.',
      'Varde also keeps what you report, ask and answer yourself. Where your organisation uses these parts, Varde keeps when you began and when you leave and what you have signed, which access, equipment and access card you have (with a picture), and what training you have completed.',
      'Your organisation decides how long this is kept. Deviations and other records of what the organisation has done come under the Norwegian Archives Act (20 June 2025 no. 96, section 13) and are not deleted automatically.',
      'Varde uses only necessary cookies: one keeps you signed in, one recognises the browser when you sign in, one for language and one for display. Nothing goes to third parties.',
      'Your organisation is the controller. Ask the data protection officer about access, correction and deletion.',
    ],
  },
}
