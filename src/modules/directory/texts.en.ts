import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'People from the directory',
  settings: 'Settings',
  lead: 'Let your directory, for example Entra ID, keep the people in Varde up to date. A person who leaves there leaves here at once. You still give roles in Varde.',
  address: 'Address that the directory sends to (Tenant URL)',
  people: 'People from the directory',
  nobody: 'Nobody yet',
  count: (people, last) => (last ? `${people}, last changed ${last}` : String(people)),
  panel: {
    on: 'The directory keeps people up to date.',
    off: 'You add people yourselves.',
    change: 'Set up the directory',
  },
  tokens: {
    title: 'Tokens',
    none: 'You have not made a token yet. Without one no directory gets in.',
    make: 'Make a token',
    fields: {
      name: { label: 'Name', hint: 'So that you recognise it, for example Entra ID 2027.' },
      expiresOn: {
        label: 'Valid until',
        hint: 'Two years at most. Make a new one in good time, and withdraw the old one when the new one is in use.',
      },
    },
    shownOnce:
      'Copy the token now and paste it into the directory (Secret Token). It is valid once you have saved, and is not shown again.',
    copy: 'Copy the token',
    made: 'The token is now valid.',
    used: 'Last used',
    notUsed: 'Not used',
    ended: (day) => `Expired ${day}`,
    endsSoon: 'A token expires soon. Make a new one and change it in the directory, or the updates will stop.',
    withdraw: 'Withdraw',
    follows: 'The directory no longer gets in with this token. The people stay as they are.',
    withdrawn: 'The token is withdrawn.',
  },
  waiting: {
    title: 'Is this the same person?',
    why: 'The directory wants to add somebody with the email address of a person who is already here. If they are the same, connect them, and the directory takes over name, address, unit and manager. If they are not, correct the address of the person.',
    person: 'Person in Varde',
    directory: 'In the directory',
    same: 'Same person',
    all: (count) => `All ${count} are the same person`,
    left: (name) => `${name} (has left)`,
    connected: (count) =>
      count === 0
        ? 'Nobody was connected. Somebody else may have done it before you, or the directory has sent something new. Look through the list.'
        : count === 1
          ? 'The person is connected to the directory.'
          : `${count} people are connected to the directory.`,
  },
  unplaced: {
    title: 'Departments without a unit',
    why: 'These departments in the directory do not have the name of exactly one unit here. People in them have no unit until the names are the same.',
    department: 'Department in the directory',
    people: 'People',
    what: 'What is missing',
    none: 'No unit has this name.',
    several: 'Several units have this name. Choose the unit for each person.',
    units: 'Go to the units',
  },
  refusals: {
    endsTooEarly: 'Choose a day after today.',
    endsTooLate: 'A token can be valid for two years at most.',
    tooManyTokens: 'You have five valid tokens. Withdraw one of them first.',
    tokenTooOld: 'The page has been open for too long. Go back and make a new token.',
    tokenWithdrawn: 'This token has been withdrawn and cannot be used again. Go back and make a new one.',
    notAllowed: 'Your role does not give access to this.',
  },
  events: {
    'directory.tokenMade': () => 'Token for the directory made',
    'directory.tokenWithdrawn': () => 'Token for the directory withdrawn',
    'directory.added': () => 'Person added by the directory',
    'directory.changed': () => 'Person changed by the directory',
    'directory.gone': () => 'Person deleted in the directory',
    'directory.connected': () => 'Person connected to the directory',
    'directory.refused': (event) => `Change from the directory refused${(event.count ?? 1) > 1 ? `, ${event.count} times` : ''}`,
  },
}
