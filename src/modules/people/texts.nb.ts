import type { FieldTexts } from '../../kernel/fields.ts'
import type { personFields, unitFields } from './fields.ts'

const person: FieldTexts<typeof personFields> = {
  name: { label: 'Navn', hint: 'Personlig konto: én person, ett navn. Bruk aldri fødselsnummer.' },
  email: { label: 'E-post', hint: 'Hit sendes varsler. De inneholder bare en lenke, aldri noe fra en sak.' },
  unit: { label: 'Enhet' },
  leader: { label: 'Egen leder', hint: 'La feltet stå tomt hvis lederen av enheten også er lederen til personen.' },
  locale: {
    label: 'Språk',
    hint: 'Velger du ingenting, gjelder språket til virksomheten.',
    choices: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  },
}

const unit: FieldTexts<typeof unitFields> = {
  name: { label: 'Navn' },
  kind: {
    label: 'Type',
    choices: {
      organisation: 'virksomhet',
      faculty: 'fakultet',
      centre: 'senter',
      department: 'institutt eller avdeling',
      area: 'tjenesteområde',
      unit: 'enhet',
      school: 'skole',
      kindergarten: 'barnehage',
    },
  },
  parent: { label: 'Ligger under', hint: 'Velger du ingenting, ligger enheten øverst.' },
  leader: { label: 'Leder', hint: 'Har enheten ingen leder, gjelder lederen for enheten over.' },
  researchPortal: {
    label: 'Har enheten tilgang til meldingsarkivet hos Sikt?',
    hint: 'Bare for enheter som forsker. Der står det hva enheten har meldt, og hvordan det går.',
    choices: { yes: 'Ja', no: 'Nei' },
  },
  researchPortalPeople: { label: 'Hvem i enheten har tilgang dit?' },
}

export const nb = {
  nav: { people: 'Personer', units: 'Enheter', roles: 'Roller' },
  person,
  unit,
  reference: { left: 'har sluttet', noLonger: 'har ikke oppgaven lenger', closed: 'nedlagt' },
  people: {
    title: 'Personer',
    add: 'Legg til person',
    search: 'Navn eller e-post',
    role: 'Rolle',
    anyRole: 'Alle roller',
    status: 'Vis',
    active: 'Arbeider her',
    gone: 'Har sluttet',
    roles: 'Roller',
    nobody: 'Ingen funnet',
    nobodyText: 'Ingen personer passer med det du søker etter. Prøv et annet ord, eller nullstill.',
  },
  show: {
    kind: 'Person',
    details: 'Opplysninger',
    edit: 'Rediger person',
    save: 'Lagre',
    cancel: 'Avbryt',
    inactive: 'Har sluttet',
    forgotten: (on: string): string =>
      `Varde slettet opplysningene om personen ${on}. Navnet står igjen fordi loggen eller en oppføring sier hva personen har gjort.`,
    deactivate: 'Registrer at personen har sluttet',
    deactivateHint: 'Da kan personen ikke lenger logge inn og har ingen rolle. Navnet blir stående i saker og logg.',
    reactivate: 'Er tilbake',
    signIn: 'Innlogging',
  },
  roles: {
    title: 'Roller',
    lead: 'Alle er ansatt. Andre roller gis med datoer, for hele virksomheten eller for én enhet og det som ligger under.',
    none: 'Ingen andre roller enn ansatt.',
    role: 'Rolle',
    unit: 'Gjelder for',
    unitHint: 'Velger du ingenting, gjelder rollen hele virksomheten.',
    whole: 'Hele virksomheten',
    from: 'Fra og med',
    to: 'Til og med',
    toHint: 'Siste dag rollen gjelder. La det stå tomt når rollen ikke har noen sluttdato.',
    reason: 'Hvorfor trengs rollen?',
    reasonHint: 'Skriv hvilken oppgave som krever den. Ikke skriv om personen.',
    why: 'Hvorfor',
    give: 'Gi rolle',
    end: 'Avslutt',
    noEnd: 'ingen slutt',
    status: 'Status',
    state: { now: 'Gjelder nå', ahead: 'Gjelder senere', past: 'Avsluttet' },
  },
  units: {
    department: 'avdeling',
    title: 'Enheter',
    add: 'Legg til enhet',
    lead: 'Har en enhet ingen leder, gjelder lederen for enheten over.',
    none: 'Ingen enheter ennå',
    edit: 'Rediger enhet',
    people: (n: number) => (n === 1 ? '1 person' : `${n} personer`),
  },
  directory: {
    title: 'Hvem har hvilken rolle',
    lead: 'De som har en rolle i arbeidet med personvern og informasjonssikkerhet her.',
    unitLeaders: 'Ledere for enhetene',
  },
  contacts: {
    title: 'Personvernkontakter',
    lead: 'Hvem du spør om personvern i hver enhet. Har enheten ingen egen kontakt, gjelder kontakten for nærmeste enhet over.',
    mine: 'Min personvernkontakt',
    nobodyForMe: 'Ingen er personvernkontakt for enheten din. Spør lederen din eller personvernombudet.',
    unit: 'Enhet',
    contact: 'Personvernkontakt',
    from: 'Gitt av',
    ownContact: 'Egen kontakt',
    inheritedFrom: (unit: string) => `Arvet fra ${unit}`,
    whole: 'hele virksomheten',
    nobody: 'Ingen',
    search: 'Enhet eller navn',
    ways: { own: 'Egen kontakt', inherited: 'Arvet kontakt', none: 'Ingen kontakt' },
    none: 'Ingen enheter ennå',
    noneText: 'Administratoren legger inn enhetene og gir rollen personvernkontakt for en enhet.',
  },
  setting: {
    heading: 'Har enhetene personvernkontakter?',
    follows:
      'Ja viser oversikten over personvernkontakter i menyen. Rollen gis på siden til hver person, for én enhet og det som ligger under.',
    fields: { privacyContacts: { label: 'Enhetene har personvernkontakter', choices: { yes: 'Ja', no: 'Nei' } } },
    state: (has: boolean): string => (has ? 'Enhetene har personvernkontakter' : 'Ingen personvernkontakter'),
  },
  ending: {
    title: 'Registrer at personen har sluttet',
    lead: 'Dette skjer når du bekrefter: personen kan ikke lenger logge inn, rollene slutter å gjelde, og oppgavene går videre. Navnet blir stående i saker og logg.',
    roleTitle: (role: string) => `Avslutt rollen: ${role}`,
    roleLead:
      'Dette skjer når du bekrefter: personen har ikke lenger tilgangen rollen gir, og oppgaver personen ikke lenger kan åpne, går videre.',
    emptied: 'Disse rollene blir ledige',
    meanwhile: (by: string) => `Rollen ${by} gjør arbeidet imens.`,
    nobody: 'Ingen kan gjøre arbeidet før noen får rollen.',
    giveFirst: 'Du kan gi rollen til en annen først. Gjør du det etterpå, får du en oppgave om det.',
    noneEmptied: 'Ingen rolle blir ledig.',
    to: 'Gjelder ikke fra og med',
    toHint: 'Dagen i dag: rollen slutter med en gang. En senere dag: dagen før er den siste rollen gjelder.',
    end: 'Sett som sluttet',
    endRole: 'Avslutt rollen',
    cancel: 'Avbryt',
    give: (role: string) => `Gi rollen ${role}`,
    person: 'Hvem skal ha rollen?',
  },
  said: {
    added: 'Personen er lagt til.',
    saved: 'Endringene er lagret.',
    given: 'Rollen er gitt.',
    ended: 'Rollen er avsluttet.',
    deactivated: 'Personen er registrert som sluttet.',
    reactivated: 'Personen er tilbake.',
    unitAdded: 'Enheten er lagt til.',
  },
  /** By the refusal's code: what to do. */
  own: { label: 'Kontoen er for én person alene', hint: 'Kryss av når navnet eller adressen bare ser ut til å være felles.' },
  wrong: {
    looksShared:
      'Dette ser ut som en postkasse eller en avdeling. En konto er for én person. Skriv personens eget navn og adresse, eller bekreft nederst.',
    missing: 'Fyll ut «{label}».',
    notAnAddress: 'Skriv en e-postadresse, for eksempel navn@kommune.no.',
    addressTaken: 'En annen person har denne e-postadressen. Alle må ha sin egen.',
    nameTaken: 'Det finnes allerede en enhet med dette navnet på samme sted.',
    ownLeader: 'Ingen kan være sin egen leder.',
    notARecord: 'Velg fra listen i «{label}».',
    everyonesRole: 'Alle har rollen ansatt. Den kan du ikke gi.',
    alreadyHeld: 'Personen har allerede rollen i dette tidsrommet.',
    endsBeforeStart: 'Rollen kan ikke slutte før den begynner.',
    alreadyEnded: 'Rollen er allerede avsluttet.',
    inThePast: 'En rolle kan ikke avsluttes bakover i tid. Velg i dag eller senere.',
    lastAdmin: 'Dette er den siste administratoren. Gi rollen til en annen først.',
    belowItself: 'En enhet kan ikke ligge under seg selv.',
    portalWithoutAccess: 'Svar ja på at enheten har tilgang, eller fjern dem du har valgt.',
    stale: 'Noen andre har endret dette etter at du åpnet siden. Du ser det de lagret under «Lagret nå». Se over, og lagre på nytt.',
    notNow: 'Personen har sluttet.',
    notFound: 'Finnes ikke lenger.',
    notAllowed: 'Rollen din gir ikke tilgang til dette.',
    nothingChanged: 'Ingenting er endret.',
  } as Readonly<Record<string, string>>,
  events: {
    'person.listed': () => 'Listen over personer vist',
    'person.exported': () => 'Listen over personer lastet ned',
    'person.added': () => 'Person lagt til',
    'person.edited': (event: { readonly fields: readonly string[] }) => `Person endret: ${named(event.fields, person)}`,
    'person.deactivated': () => 'Person registrert som sluttet',
    'person.reactivated': () => 'Person er tilbake',
    'person.forgotten': () => 'Opplysninger om en som har sluttet, er slettet',
    'person.roleGiven': (event: RoleWords) => `Rolle gitt${roleOf(event, 'til')}`,
    'person.roleEnded': (event: RoleWords) => `Rolle avsluttet${roleOf(event, 'for')}`,
    'person.refused': () => 'Endring av person avvist',
    'unit.added': () => 'Enhet lagt til',
    'unit.edited': (event: { readonly fields: readonly string[] }) => `Enhet endret: ${named(event.fields, unit)}`,
    'unit.contactsExported': () => 'Listen over personvernkontakter lastet ned',
    'unit.refused': () => 'Endring av enhet avvist',
  },
}

export type Texts = typeof nb

/** Labels of the answers that were changed. */
export function named(fields: readonly string[], labels: Readonly<Record<string, { readonly label: string }>>): string {
  return fields.map((field) => labels[field]?.label.toLowerCase() ?? field).join(', ')
}

/** The log adds the role's title and the person's name for those who may read it. */
export type RoleWords = { readonly title?: string; readonly whom?: string }

/** ": Personvernombud til den som heter det"; nothing where neither is known. */
export const roleOf = ({ title, whom }: RoleWords, to: string): string => (title ? `: ${title}${whom ? ` ${to} ${whom}` : ''}` : '')
