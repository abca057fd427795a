import type { OpenIdTexts } from './texts.nb.ts'

export const en: OpenIdTexts = {
  title: 'Ways to sign in',
  settings: 'Settings',
  lead: 'Here you decide how people in the organisation sign in: with Entra ID, Feide, ID-porten, Ansattporten or a password.',
  none: 'You have no sign-in from elsewhere yet. Everybody signs in with a password.',
  add: 'Add a way to sign in',
  inUse: 'In use',
  notInUse: 'Not in use',
  address: 'The address where people sign in',
  panel: {
    title: 'Ways to sign in',
    passwordsOnly: 'Everybody signs in with a password.',
    passwordsToo: 'Passwords work too.',
    emergencyOnly: 'Passwords are for emergencies only.',
    change: 'Change the ways to sign in',
  },
  provider: {
    newTitle: 'Add a way to sign in',
    editTitle: 'Change a way to sign in',
    saved: 'The way to sign in is saved.',
    added: 'The way to sign in is added. Register the addresses below with the provider, and enter the secret.',
    fields: {
      kind: {
        label: 'Provider',
        choices: { entra: 'Entra ID', feide: 'Feide', idporten: 'ID-porten', ansattporten: 'Ansattporten', other: 'Another' },
      },
      name: { label: 'Name on the button', hint: 'What the sign-in page says, such as Feide.' },
      issuer: {
        label: 'Issuer',
        hint: 'Entra ID: https://login.microsoftonline.com/<tenant id>/v2.0. Feide: https://auth.dataporten.no. ID-porten: https://idporten.no. Ansattporten: https://ansattporten.no. It cannot be changed later.',
      },
      clientId: { label: 'Client id', hint: 'What you were given when you registered Varde with the provider.' },
      scopes: { label: 'More scopes', hint: 'Only if linking needs it, such as email. We always ask for openid.' },
      levels: {
        label: 'Required levels (acr)',
        hint: 'One on each line. We ask for the first, and accept only those written here. Feide with two factors: urn:mace:feide.no:auth:level:fad08:3. ID-porten: idporten-loa-high. Leave it empty to accept every level.',
      },
      linking: {
        label: 'How people are linked the first time',
        choices: {
          invitation: 'Only by a link from the administrator',
          email: 'By the e-mail address, when the provider says that it is verified',
          claim: 'By a claim that the administrator has entered for the person',
        },
        choiceHints: {
          email:
            'The address must be the one on the person, and only one person may have it. After the first time we do not look at the address.',
          claim: 'Such as an employee number. After the first time we do not look at the claim.',
        },
      },
      claim: { label: 'Name of the claim', hint: 'Such as employeeid. It cannot be a national identity number.' },
      active: { label: 'Is this way in use?', choices: { yes: 'Yes', no: 'No, and those signed in by it are signed out' } },
    },
    addresses: 'Register this with the provider',
    answersTo: 'Address to come back to (redirect URI)',
    afterLeaving: 'Address after signing out (post logout redirect URI)',
    backChannel: 'Sign-out from a server (back-channel logout URI)',
    frontChannel: 'Sign-out in the browser (front-channel logout URI)',
    secret: 'Client secret',
    secretNone: 'No secret has been entered.',
    secretSealed: 'Entered {date}. It is never shown again.',
    secretGiven: 'Kept by those who run the installation. It is used instead of one entered here.',
    secretOf: 'Those who run the installation may give it in a file or environment variable with this id:',
    setSecret: 'Enter the secret',
    secretHint: 'Paste the secret from the provider. It is encrypted, and cannot be read again.',
    secretSet: 'The secret is entered.',
    look: 'Try the connection',
    lookedWell: 'The provider answers, and is the issuer you entered.',
  },
  passwords: {
    title: 'Passwords',
    heading: 'Who may sign in with a password?',
    follows:
      'If you choose emergencies only, everybody else must sign in with the provider from the next time. One administrator keeps the password, so that somebody can put the setup right if the provider is down.',
    fields: {
      passwords: {
        label: 'Who may sign in with a password?',
        choices: { everyone: 'Everybody who has one', emergency: 'One administrator only, in emergencies' },
      },
      emergency: { label: 'Emergency sign-in', hint: 'An administrator who has a password.' },
    },
    saved: 'The choice is saved.',
  },
  signIn: {
    with: 'Sign in with {name}',
    folded: 'Emergency sign-in with a password',
    or: 'Or with a password',
    lead: 'Here you sign in to Varde for {organisation}.',
    ownAddress: 'If your organisation has its own sign-in, use the address you have been given by the administrator.',
    elsewhere:
      'Your organisation has turned off sign-in with a password. Sign in on the page you have been given by the administrator, or ask them.',
    left: 'You are signed out of Varde, but may still be signed in at {name}. If you share the machine with others, sign out there too.',
    leave: 'Sign out at {name}',
    cannotLeave: '{name} cannot sign you out from here. Close the browser if you share the machine with others.',
  },
  linking: {
    title: 'Link your sign-in',
    lead: 'You are linking your sign-in to {name} in {organisation}. Go on only if that is you.',
    with: 'Go on with {name}',
    none: 'The organisation has no way to sign in from elsewhere now. Ask the administrator.',
    invite: 'Make a link for linking a sign-in',
    inviteTitle: 'Link for linking a sign-in',
    inviteHint:
      'Can be used once, and works for {hours} hours. Give it to the person, in a meeting or in another way that only the two of you see. Anyone who uses the link becomes {name} in Varde.',
    back: 'Back to the sign-in',
    linked: 'Linked to {name} {date}.',
    notLinked: 'Not linked to {name}.',
    expected: 'Not linked to {name}. The claim has been entered.',
    unlink: 'Remove the link to {name}',
    unlinked: 'The link is removed, and the person is signed out.',
    value: '{claim} at {name}',
    valueHint:
      'Enter what the provider states about the person, such as the employee number. It is not shown again. Empty it to remove it.',
    saveValue: 'Save the claim',
    valueSaved: 'The claim is saved.',
  },
  faults: {
    unavailable: {
      title: '{name} does not answer',
      lead: 'You are not signed in, because we got no answer from {name}. Wait a minute and try again. If it keeps happening, tell your Varde administrator.',
    },
    untrusted: {
      title: 'The answer from {name} could not be confirmed',
      lead: 'For security reasons you have not been signed in. Try again. If it happens several times, tell your Varde administrator before trying again.',
    },
    cancelled: { title: 'The sign-in was cancelled', lead: 'You are not signed in. Sign in again when you are ready.' },
    again: {
      title: 'You need to start signing in again',
      lead: 'It was too old, used already or started in another browser. Sign in again from here.',
    },
    level: {
      title: 'You must sign in at a more secure level',
      lead: 'Your organisation requires a stronger sign-in at {name}, for example with two factors. Sign in again and choose the most secure way. If you do not have it, ask your Varde administrator.',
    },
    setUp: {
      title: 'The sign-in with {name} is not set up correctly',
      lead: 'You cannot fix this yourself. Tell your Varde administrator.',
    },
    notLinked: {
      title: 'You do not have access yet',
      lead: '{name} knows you, but the sign-in is not linked to anybody in {organisation}. Ask your Varde administrator for a link.',
    },
    otherLinked: {
      title: 'The sign-in is linked already',
      lead: 'Either your sign-in is linked to another person, or the person the link is for is linked to another sign-in. Tell your Varde administrator, who can remove the old link.',
    },
    deadLink: {
      title: 'The link no longer works',
      lead: 'It has been used, or its time is up. Ask your Varde administrator for a new one.',
    },
    tryAgain: 'To the sign-in page',
  },
  refusals: {
    notAnIssuer: 'This is not an issuer. Copy the address from the provider, without anything after a question mark or number sign.',
    sharedIssuer: 'This issuer is for all organisations. Use the address with your own tenant id.',
    unknownHost:
      'Varde is not allowed to ask this address. It must begin with https. If it is not Entra ID, Feide, ID-porten or Ansattporten, those who run the installation must allow it (OPENID_HOSTS).',
    taken: 'You already have a way to sign in with this issuer.',
    noClaim: 'Enter the name of the claim that people are linked by.',
    notAClaim: 'This is not the name of a claim. Use letters and digits without spaces.',
    identityNumber: 'Varde does not use national identity numbers. Choose another claim, such as the employee number.',
    notAScope: 'Enter scopes with spaces between them, such as “email profile”. Varde does not use offline_access.',
    notALevel: 'Enter one level on each line, without spaces.',
    lastWay: 'This is the only way to sign in, and passwords are for emergencies only. Let everybody use passwords first.',
    noWay: 'Start using a provider first. Otherwise nobody gets in.',
    noEmergency: 'Choose an administrator who keeps the password.',
    emergencyWithout: 'This person is not an administrator with a password today. Choose one who is.',
    noSecret: 'Paste the secret.',
    notASecret: 'This is not a secret from a provider. It has at most 500 characters and no spaces.',
    valueTooLong: 'The claim is too long. There is room for 255 characters.',
    expectedOther: 'Another person already has this claim.',
    lookedBadly: {
      unavailable: 'The provider did not answer. Check the address, and try again in a while.',
      setUp:
        'The provider answered, but says that it is another than the issuer written here, or points to addresses that Varde is not allowed to ask.',
      untrusted: 'The answer is not from a provider of OpenID Connect. Check the address.',
    },
    notNow: 'This cannot be done now. Load the page again.',
    nothingChanged: 'Nothing has changed.',
  },
}
