import { emptyValues } from '../../../kernel/fields.ts'
import { type Areas, type Both, both, inOrder, type Template, type Written } from '../../../register/templates/template.ts'
import { systemFields } from '../fields.ts'
import type { SystemValues } from '../system.ts'

/** A system by what it is, and not by who makes it. Until somebody says that it is in use, it is only considered. */
export type Known = {
  readonly area: string
  readonly name: Both
  readonly purpose: Both
  readonly data: SystemValues['dataKinds']
  readonly classes: SystemValues['informationClasses']
}
export type AllKnown = Readonly<Record<string, Known>>

export const answersOf = (known: Known, language: Written): SystemValues => ({
  ...emptyValues(systemFields),
  name: known.name[language],
  purpose: known.purpose[language],
  dataKinds: inOrder(systemFields.dataKinds, known.data),
  informationClasses: inOrder(systemFields.informationClasses, known.classes),
  inUse: 'considered',
})

export const templatesOf = (all: AllKnown, language: Written): readonly Template<SystemValues>[] =>
  Object.entries(all).map(([key, known]) => {
    const { area, name, purpose } = known
    return { key, area, name: name[language], says: purpose[language], values: answersOf(known, language) }
  })

/** Whether a system is as a template wrote it: nobody has changed it since. */
export const isAsTemplate = (
  { version, values }: { readonly version: number; readonly values: Pick<SystemValues, 'name' | 'purpose'> },
  templates: readonly Template<SystemValues>[],
): boolean => version === 1 && templates.some(({ name, says }) => name === values.name && says === values.purpose)

export const systemAreas = {
  cases: { nb: 'Saker, arkiv og dialog', nn: 'Saker, arkiv og dialog', en: 'Cases, archives and dialogue' },
  staff: { nb: 'HR, lønn og økonomi', nn: 'HR, løn og økonomi', en: 'HR, payroll and finance' },
  office: { nb: 'Kontor og samarbeid', nn: 'Kontor og samarbeid', en: 'Office and collaboration' },
  security: { nb: 'IT og sikkerhet', nn: 'IT og tryggleik', en: 'IT and security' },
  upbringing: { nb: 'Barnehage, skole og barn', nn: 'Barnehage, skule og barn', en: 'Kindergarten, school and children' },
  health: { nb: 'Helse, omsorg og sosiale tjenester', nn: 'Helse, omsorg og sosiale tenester', en: 'Health, care and social services' },
  technical: { nb: 'Plan, bygg og teknisk', nn: 'Plan, bygg og teknisk', en: 'Planning, building and technical services' },
  culture: { nb: 'Kultur og bibliotek', nn: 'Kultur og bibliotek', en: 'Culture and libraries' },
  studies: { nb: 'Studier, undervisning og eksamen', nn: 'Studium, undervisning og eksamen', en: 'Studies, teaching and exams' },
  research: { nb: 'Forskning og bibliotek', nn: 'Forsking og bibliotek', en: 'Research and libraries' },
} as const satisfies Areas

const staff = ['contact', 'nationalId', 'employment'] as const
const own = ['internal', 'personal'] as const
const secret = ['exempt', 'personal', 'sensitive'] as const

/** What every public body has. */
const common = {
  caseArchive: {
    area: 'cases',
    name: both('Sak- og arkivsystem'),
    purpose: both('Føre journal, behandle saker og ta vare på dokumenter.', 'Føre journal, behandle saker og ta vare på dokument.'),
    data: ['contact', 'nationalId', 'archive', 'sensitive'],
    classes: ['public', ...secret],
  },
  forms: {
    area: 'cases',
    name: both('Skjemaløsning', 'Skjemaløysing'),
    purpose: both('La folk søke og melde fra på nett.', 'La folk søkje og melde frå på nett.'),
    data: ['contact', 'nationalId', 'archive'],
    classes: secret,
  },
  digitalPost: {
    area: 'cases',
    name: both('Digital post og utsending'),
    purpose: both(
      'Sende brev digitalt, eller på papir til dem som har reservert seg.',
      'Sende brev digitalt, eller på papir til dei som har reservert seg.',
    ),
    data: ['contact', 'nationalId', 'archive'],
    classes: secret,
  },
  website: {
    area: 'cases',
    name: both('Nettsider'),
    purpose: both('Informere om tjenestene våre.', 'Informere om tenestene våre.'),
    data: ['contact'],
    classes: ['public', 'personal'],
  },
  callCentre: {
    area: 'cases',
    name: both('Telefoni og kundesenter'),
    purpose: both('Ta imot telefoner og sette dem over.', 'Ta imot telefonar og setje dei over.'),
    data: ['contact'],
    classes: own,
  },
  hr: {
    area: 'staff',
    name: both('HR-system'),
    purpose: both('Registrere ansatte, stillinger og permisjoner.', 'Registrere tilsette, stillingar og permisjonar.'),
    data: [...staff, 'sensitive'],
    classes: secret,
  },
  payroll: {
    area: 'staff',
    name: both('Lønns- og økonomisystem', 'Løns- og økonomisystem'),
    purpose: both('Betale lønn, føre regnskap og sende faktura.', 'Betale løn, føre rekneskap og sende faktura.'),
    data: [...staff, 'economy', 'sensitive'],
    classes: secret,
  },
  recruitment: {
    area: 'staff',
    name: both('Rekrutteringssystem'),
    purpose: both('Ta imot søknader og ansette.', 'Ta imot søknader og tilsetje.'),
    data: ['contact', 'employment', 'education'],
    classes: ['exempt', 'personal'],
  },
  rota: {
    area: 'staff',
    name: both('Arbeidstid og turnus'),
    purpose: both('Planlegge vakter og registrere timer og fravær.', 'Planleggje vakter og registrere timar og fråvær.'),
    data: ['contact', 'employment', 'health'],
    classes: own,
  },
  procurement: {
    area: 'staff',
    name: both('Innkjøp og avtaler', 'Innkjøp og avtalar'),
    purpose: both('Lyse ut, bestille og følge opp avtaler.', 'Lyse ut, bestille og følgje opp avtalar.'),
    data: ['contact', 'economy'],
    classes: ['internal', 'exempt', 'personal'],
  },
  training: {
    area: 'staff',
    name: both('Kurs og opplæring'),
    purpose: both('Tilby kurs og vise hvem som har fullført.', 'Tilby kurs og vise kven som har fullført.'),
    data: ['contact', 'employment'],
    classes: own,
  },
  quality: {
    area: 'staff',
    name: both('Kvalitets- og avvikssystem'),
    purpose: both('Ta vare på rutiner og følge opp avvik.', 'Ta vare på rutinar og følgje opp avvik.'),
    data: ['contact', 'employment'],
    classes: ['internal', 'exempt', 'personal'],
  },
  email: {
    area: 'office',
    name: both('E-post og kalender'),
    purpose: both('Sende e-post og avtale møter.', 'Sende e-post og avtale møte.'),
    data: ['contact'],
    classes: own,
  },
  collaboration: {
    area: 'office',
    name: both('Samhandling og videomøter', 'Samhandling og videomøte'),
    purpose: both('Møtes, skrive sammen og dele filer.', 'Møtast, skrive saman og dele filer.'),
    data: ['contact', 'employment'],
    classes: own,
  },
  files: {
    area: 'office',
    name: both('Hjemmeområde og fellesområde', 'Heimeområde og fellesområde'),
    purpose: both('Lagre filer som bare noen skal ha tilgang til.', 'Lagre filer som berre nokre skal ha tilgang til.'),
    data: ['contact', 'employment'],
    classes: own,
  },
  intranet: {
    area: 'office',
    name: both('Intranett'),
    purpose: both('Gi ansatte nyheter, rutiner og hjelp i jobben.', 'Gi tilsette nyheiter, rutinar og hjelp i jobben.'),
    data: ['contact'],
    classes: ['internal'],
  },
  surveys: {
    area: 'office',
    name: both('Spørreundersøkelser', 'Spørjeundersøkingar'),
    purpose: both('Lage spørreskjemaer og samle svar.', 'Lage spørjeskjema og samle svar.'),
    data: ['contact', 'sensitive'],
    classes: own,
  },
  printing: {
    area: 'office',
    name: both('Sikker utskrift'),
    purpose: both('Skrive ut når den som eier utskriften, står ved skriveren.', 'Skrive ut når den som eig utskrifta, står ved skrivaren.'),
    data: ['contact'],
    classes: own,
  },
  identity: {
    area: 'security',
    name: both('Brukerkatalog og pålogging', 'Brukarkatalog og pålogging'),
    purpose: both('Styre hvem som har tilgang til hva.', 'Styre kven som har tilgang til kva.'),
    data: ['contact', 'nationalId', 'employment'],
    classes: own,
  },
  serviceDesk: {
    area: 'security',
    name: both('Brukerstøtte', 'Brukarstøtte'),
    purpose: both('Ta imot og følge opp saker til IT.', 'Ta imot og følgje opp saker til IT.'),
    data: ['contact'],
    classes: own,
  },
  devices: {
    area: 'security',
    name: both('Administrasjon av maskiner og mobiler', 'Administrasjon av maskiner og mobilar'),
    purpose: both('Sette opp, oppdatere og slette utstyr.', 'Setje opp, oppdatere og slette utstyr.'),
    data: ['contact'],
    classes: own,
  },
  backup: {
    area: 'security',
    name: both('Sikkerhetskopiering', 'Tryggleikskopiering'),
    purpose: both('Kunne hente tilbake det som er gått tapt.'),
    data: ['archive', 'sensitive'],
    classes: secret,
  },
  logging: {
    area: 'security',
    name: both('Logger og overvåking av sikkerhet', 'Loggar og overvaking av tryggleik'),
    purpose: both('Oppdage angrep og feil.'),
    data: ['contact'],
    classes: ['internal', 'exempt', 'personal'],
  },
  doors: {
    area: 'security',
    name: both('Adgangskontroll', 'Tilgangskontroll'),
    purpose: both('Åpne dører med kort og kode.', 'Opne dører med kort og kode.'),
    data: ['contact', 'employment'],
    classes: own,
  },
} as const satisfies AllKnown

const journal = { data: ['contact', 'nationalId', 'health'], classes: secret } as const

const municipality = {
  kindergarten: {
    area: 'upbringing',
    name: both('Barnehagesystem'),
    purpose: both('Ta imot søknader, gi plass og kreve betaling.', 'Ta imot søknader, gi plass og krevje betaling.'),
    data: ['contact', 'nationalId', 'economy'],
    classes: own,
  },
  kindergartenApp: {
    area: 'upbringing',
    name: both('Dialog med foresatte', 'Dialog med føresette'),
    purpose: both('Sende beskjeder mellom hjem og barnehage eller skole.', 'Sende beskjedar mellom heim og barnehage eller skule.'),
    data: ['contact', 'education'],
    classes: own,
  },
  school: {
    area: 'upbringing',
    name: both('Skoleadministrativt system', 'Skuleadministrativt system'),
    purpose: both('Registrere elever, klasser, fravær og karakterer.', 'Registrere elevar, klassar, fråvær og karakterar.'),
    data: ['contact', 'nationalId', 'education'],
    classes: secret,
  },
  learning: {
    area: 'upbringing',
    name: both('Læringsplattform'),
    purpose: both('Gi og levere oppgaver, og gi tilbakemelding.', 'Gi og levere oppgåver, og gi tilbakemelding.'),
    data: ['contact', 'education'],
    classes: own,
  },
  ppt: {
    area: 'upbringing',
    name: both('Fagsystem for pedagogisk-psykologisk tjeneste', 'Fagsystem for pedagogisk-psykologisk teneste'),
    purpose: both(
      'Utrede barn og elever og skrive sakkyndige vurderinger.',
      'Greie ut om barn og elevar og skrive sakkunnige vurderingar.',
    ),
    data: ['contact', 'nationalId', 'education', 'health'],
    classes: secret,
  },
  childWelfare: {
    area: 'upbringing',
    name: both('Fagsystem for barnevern'),
    purpose: both('Behandle saker og følge opp barn og familier.', 'Behandle saker og følgje opp barn og familiar.'),
    data: ['contact', 'nationalId', 'health', 'sensitive'],
    classes: secret,
  },
  childHealth: {
    area: 'health',
    name: both('Journal for helsestasjon'),
    purpose: both('Skrive journal og innkalle barn og unge.', 'Skrive journal og kalle inn barn og unge.'),
    ...journal,
  },
  care: {
    area: 'health',
    name: both('Journal for helse og omsorg'),
    purpose: both('Fatte vedtak, planlegge hjelp og skrive journal.', 'Gjere vedtak, planleggje hjelp og skrive journal.'),
    ...journal,
  },
  emergency: {
    area: 'health',
    name: both('Journal for legevakt'),
    purpose: both('Ta imot pasienter og skrive journal.', 'Ta imot pasientar og skrive journal.'),
    ...journal,
  },
  alarms: {
    area: 'health',
    name: both('Trygghetsalarm og responssenter', 'Tryggleiksalarm og responssenter'),
    purpose: both('Ta imot alarmer fra dem som bor hjemme.', 'Ta imot alarmar frå dei som bur heime.'),
    ...journal,
  },
  social: {
    area: 'health',
    name: both('Fagsystem for sosiale tjenester', 'Fagsystem for sosiale tenester'),
    purpose: both('Behandle søknader og betale ut stønad.'),
    data: ['contact', 'nationalId', 'economy', 'health', 'sensitive'],
    classes: secret,
  },
  integration: {
    area: 'health',
    name: both('Fagsystem for flyktninger og voksenopplæring', 'Fagsystem for flyktningar og vaksenopplæring'),
    purpose: both('Følge opp bosetting, program og opplæring.', 'Følgje opp busetjing, program og opplæring.'),
    data: ['contact', 'nationalId', 'education', 'sensitive'],
    classes: secret,
  },
  building: {
    area: 'technical',
    name: both('Byggesakssystem', 'Byggjesakssystem'),
    purpose: both('Behandle byggesaker og plansaker.', 'Behandle byggjesaker og plansaker.'),
    data: ['contact', 'archive'],
    classes: ['public', 'exempt', 'personal'],
  },
  maps: {
    area: 'technical',
    name: both('Kart og matrikkel'),
    purpose: both('Vise kart og føre eiendommer.', 'Vise kart og føre eigedommar.'),
    data: ['contact', 'nationalId'],
    classes: ['public', 'personal'],
  },
  fees: {
    area: 'technical',
    name: both('Kommunale gebyrer og eiendomsskatt', 'Kommunale gebyr og eigedomsskatt'),
    purpose: both('Beregne og kreve inn gebyrer og skatt.', 'Rekne ut og krevje inn gebyr og skatt.'),
    data: ['contact', 'nationalId', 'economy'],
    classes: own,
  },
  publicLibrary: {
    area: 'culture',
    name: both('Biblioteksystem'),
    purpose: both('Låne ut bøker og minne om frister.', 'Låne ut bøker og minne om fristar.'),
    data: ['contact', 'nationalId'],
    classes: own,
  },
} as const satisfies AllKnown

const university = {
  students: {
    area: 'studies',
    name: both('Studieadministrativt system'),
    purpose: both('Registrere studenter, emner, eksamener og resultater.', 'Registrere studentar, emne, eksamenar og resultat.'),
    data: ['contact', 'nationalId', 'education', 'economy'],
    classes: secret,
  },
  admission: {
    area: 'studies',
    name: both('Søknad og opptak'),
    purpose: both('Ta imot og vurdere søknader om studieplass.'),
    data: ['contact', 'nationalId', 'education'],
    classes: own,
  },
  learning: {
    area: 'studies',
    name: both('Læringsplattform'),
    purpose: both('Legge ut pensum, ta imot arbeid og gi tilbakemelding.', 'Leggje ut pensum, ta imot arbeid og gi tilbakemelding.'),
    data: ['contact', 'education'],
    classes: own,
  },
  exams: {
    area: 'studies',
    name: both('Digital eksamen'),
    purpose: both('Gjennomføre eksamen og sette karakterer.', 'Gjennomføre eksamen og setje karakterar.'),
    data: ['contact', 'nationalId', 'education'],
    classes: secret,
  },
  similarity: {
    area: 'studies',
    name: both('Tekstkontroll'),
    purpose: both('Sammenligne innleverte tekster med kilder.', 'Samanlikne innleverte tekstar med kjelder.'),
    data: ['contact', 'education'],
    classes: own,
  },
  timetable: {
    area: 'studies',
    name: both('Timeplan og rombestilling', 'Timeplan og rombestilling'),
    purpose: both('Legge timeplaner og bestille rom.', 'Leggje timeplanar og bestille rom.'),
    data: ['contact', 'education'],
    classes: ['internal'],
  },
  recordings: {
    area: 'studies',
    name: both('Opptak og strømming', 'Opptak og strøyming'),
    purpose: both('Ta opp og vise forelesninger.', 'Ta opp og vise førelesingar.'),
    data: ['contact', 'education'],
    classes: own,
  },
  practice: {
    area: 'studies',
    name: both('Praksissystem'),
    purpose: both('Fordele praksisplasser.', 'Fordele praksisplassar.'),
    data: ['contact', 'nationalId', 'education'],
    classes: own,
  },
  researchStorage: {
    area: 'research',
    name: both('Lagring av forskningsdata', 'Lagring av forskingsdata'),
    purpose: both('Lagre data i forskningsprosjekter.', 'Lagre data i forskingsprosjekt.'),
    data: ['contact', 'sensitive'],
    classes: ['internal', 'personal'],
  },
  researchSensitive: {
    area: 'research',
    name: both('Sikkert område for sensitive forskningsdata', 'Sikkert område for sensitive forskingsdata'),
    purpose: both('Samle inn, lagre og analysere sensitive data.'),
    data: ['contact', 'nationalId', 'health', 'sensitive'],
    classes: secret,
  },
  researchForms: {
    area: 'research',
    name: both('Nettskjema for forskning', 'Nettskjema for forsking'),
    purpose: both('Samle inn svar fra deltakere i forskning.', 'Samle inn svar frå deltakarar i forsking.'),
    data: ['contact', 'health', 'sensitive'],
    classes: secret,
  },
  publications: {
    area: 'research',
    name: both('Register over publikasjoner', 'Register over publikasjonar'),
    purpose: both('Registrere publikasjoner og prosjekter.', 'Registrere publikasjonar og prosjekt.'),
    data: ['contact', 'employment'],
    classes: ['public', 'personal'],
  },
  archive: {
    area: 'research',
    name: both('Vitenarkiv'),
    purpose: both('Ta vare på og vise artikler og oppgaver.', 'Ta vare på og vise artiklar og oppgåver.'),
    data: ['contact', 'education'],
    classes: ['public', 'personal'],
  },
  library: {
    area: 'research',
    name: both('Biblioteksystem'),
    purpose: both('Låne ut bøker og gi tilgang til tidsskrifter.', 'Låne ut bøker og gi tilgang til tidsskrift.'),
    data: ['contact', 'nationalId'],
    classes: own,
  },
  laboratory: {
    area: 'research',
    name: both('Laboratoriesystem'),
    purpose: both('Holde oversikt over prøver og instrumenter.', 'Halde oversikt over prøver og instrument.'),
    data: ['contact', 'health'],
    classes: secret,
  },
} as const satisfies AllKnown

/** By what the organisation is: the same words as the profile has. */
export const systemTemplates = {
  municipality: { ...common, ...municipality },
  university: { ...common, ...university },
} as const satisfies Readonly<Record<'municipality' | 'university', AllKnown>>
