import { systemTexts } from '../systems/public.ts'
import type { Texts } from './texts.nb.ts'

const kinds = systemTexts('nn').fields.dataKinds.choices
const recipientKinds = {
  publicBody: 'Offentleg verksemd',
  company: 'Bedrift',
  researcher: 'Forskar i ei anna verksemd',
  organisation: 'Organisasjon',
  person: 'Privatperson som ikkje er den opplysningane gjeld',
}
const purposes = {
  legalDuty: 'Vi har plikt til å utlevere',
  service: 'Å gi ei teneste',
  operation: 'Drift og støtte',
  research: 'Forsking',
  statistics: 'Statistikk',
  legalCase: 'Tvist eller rettssak',
  other: 'Noko anna',
}

const ask: Texts['ask'] = {
  name: { label: 'Kva gjeld utleveringa?', hint: 'Til dømes «Adresser til forsikringsselskapet».' },
  system: { label: 'Kva system?', hint: 'Der opplysningane ligg.' },
  unit: { label: 'Eining som ber om det' },
  recipientKind: { label: 'Kva slags mottakar?', choices: recipientKinds },
  recipient: { label: 'Kven er mottakaren?', hint: 'Namnet på verksemda.' },
  dataKinds: { label: 'Kva slags opplysningar?', hint: 'Vel alt som passar.', choices: kinds },
  purposeKind: { label: 'Kva skal dei brukast til?', choices: purposes },
  purpose: { label: 'Forklar formålet', hint: 'Ikkje skriv namn på personar.' },
  legalBasis: { label: 'Heimel for utleveringa', hint: 'Føresegna i lov, eller samtykke.' },
  until: { label: 'Når skal mottakaren ha sletta dei?', hint: 'Ei utlevering er alltid tidsavgrensa.' },
}
const doubt: Texts['doubt'] = { doubt: { label: 'Kva er du i tvil om?' } }
const statement: Texts['statement'] = { statement: { label: 'Fråsegn' } }
const decision: Texts['decision'] = {
  decision: { label: 'Avgjerd', choices: { approved: 'Godkjend', refused: 'Avslått' } },
  reason: { label: 'Grunngiving' },
}
const deletion: Texts['deletion'] = {
  deletedOn: { label: 'Når sletta mottakaren opplysningane?' },
  deletionProof: { label: 'Korleis veit vi det?', hint: 'Til dømes ei stadfesting, lagd ved som fil.' },
}
const fields: Texts['fields'] = {
  ...ask,
  ...doubt,
  ...statement,
  ...decision,
  ...deletion,
  status: {
    label: 'Status',
    choices: {
      asked: 'Ventar på avgjerd',
      consulting: 'Ventar på fråsegn',
      approved: 'Godkjend',
      refused: 'Avslått',
      ended: 'Sletta hos mottakaren',
    },
  },
  routine: { label: 'Rutine', choices: { inside: 'Innanfor rutinen til systemeigaren', outside: 'Utanfor rutine' } },
  askedBy: { label: 'Spurt av' },
  askedAt: { label: 'Spurt' },
  consultedAt: { label: 'Send til fråsegn' },
  statedBy: { label: 'Fråsegn frå' },
  statedAt: { label: 'Fråsegn gitt' },
  decidedBy: { label: 'Avgjort av' },
  decidedAt: { label: 'Avgjort' },
}
const rule: Texts['rules']['fields'] = {
  name: { label: 'Namn på regelen' },
  system: { label: 'System' },
  dataKinds: { label: 'Opplysningar som kan utleverast', hint: 'Vel alt som passar.', choices: kinds },
  purposes: { label: 'Til kva formål', hint: 'Vel alt som passar.', choices: purposes },
  recipients: { label: 'Til kva mottakarar', hint: 'Vel alt som passar.', choices: recipientKinds },
  inForce: { label: 'Gjeld regelen no?', choices: { yes: 'Ja', no: 'Nei' } },
}
const approver: Texts['approvers']['fields'] = {
  name: { label: 'Namn', hint: 'Til dømes «Utlevering frå studiesystema».' },
  unit: { label: 'Eining som eig system' },
  approvers: { label: 'Kven avgjer for eininga?' },
}
const extract: Texts['extracts']['fields'] = {
  name: { label: 'Kva vart teke ut?' },
  system: { label: 'System' },
  unit: { label: 'Eining som tok det ut' },
  madeOn: { label: 'Når?' },
  recipient: { label: 'Kven fekk det?' },
  disclosure: { label: 'Godkjenning', hint: 'Lèt du feltet stå tomt, er uttrekket gjort utan godkjenning.' },
}

export const nn: Texts = {
  title: 'Utlevering av data',
  one: 'Utlevering',
  lead: 'Data som skal givast ut av eit system, og kven som har avgjort det.',
  add: 'Be om utlevering',
  none: 'Ingen har bede om utlevering enno',
  noneText: 'Skal nokon utanfor verksemda få data frå eit system, spør systemeigaren her først.',
  columns: {
    recipient: 'Mottakar',
    unit: 'Eining',
    status: 'Status',
    until: 'Skal slettast innan',
    system: 'System',
    decidedBy: 'Avgjort av',
  },
  fields,
  ask,
  doubt,
  statement,
  decision,
  deletion,
  choose: {
    title: 'Kven skal ha dataa?',
    lead: 'Utlevering, òg kalla eksport, er å gi data til andre enn eigne system, den det gjeld, eller nokon som tek imot for den det gjeld.',
    own: 'Eit eige system eller ei eiga behandling',
    subject: 'Den opplysningane gjeld',
    representative: 'Nokon som tek imot for den det gjeld',
    other: 'Andre, til dømes ei bedrift eller ei anna offentleg verksemd',
  },
  noApproval: {
    title: 'Du treng inga godkjenning',
    text: {
      own: 'Data som blir i eigne system, er ikkje utleverte. Behandlinga skal likevel stå i oversikta over behandlingar.',
      subject: 'Å gi nokon opplysningar om dei sjølve er ikkje utlevering. Er det eit krav om innsyn, registrerer du det som eit krav.',
      representative: 'Å gi opplysningar til nokon som tek imot for den det gjeld, er ikkje utlevering. Sjekk fullmakta først.',
    },
    subjectLink: 'Krav om eigne opplysningar',
    again: 'Vel ein annan mottakar',
  },
  askTitle: 'Be om utlevering',
  askLead: 'Berre systemeigaren kan avgjere om data skal utleverast.',
  send: 'Send til systemeigaren',
  said: {
    asked: 'Førespurnaden er send.',
    consulted: 'Utleveringa er send til fråsegn.',
    stated: 'Fråsegna er gitt.',
    decided: 'Utleveringa er avgjord.',
    ended: 'Slettinga er registrert.',
  },
  titles: {
    consult: 'Spør representanten for den behandlingsansvarlege',
    state: 'Gi fråsegn',
    decide: 'Avgjer utleveringa',
    end: 'Registrer at mottakaren har sletta',
  },
  show: {
    outside:
      'Utleveringa er utanfor rutinen systemeigaren har sett. Representanten for den behandlingsansvarlege må uttale seg før ho blir avgjord.',
    deciders: 'Kven avgjer',
    nobody: 'Systemet har ingen eigar. Nokon må bli eigar før utleveringa kan avgjerast.',
    by: (name, date) => `${name}, ${date}`,
    extracts: 'Uttrekk',
    noExtracts: 'Ingen uttrekk er registrerte.',
    addExtract: 'Registrer uttrekk',
    about: 'Førespurnaden',
  },
  rules: {
    title: 'Reglar for utlevering',
    one: 'Regel for utlevering',
    lead: 'Kva slags opplysningar systemeigarar kan utlevere, til kven og til kva formål.',
    add: 'Legg til regel',
    saved: 'Regelen er lagra.',
    newTitle: 'Ny regel for utlevering',
    editTitle: 'Endre regel',
    none: 'Ingen reglar for utlevering er registrerte enno',
    noneText: 'Utan reglar er kvar utlevering utanfor rutine, og representanten må uttale seg.',
    columns: { system: 'System', recipients: 'Mottakarar', purposes: 'Formål', inForce: 'Gjeld' },
    fields: rule,
    refusals: { nameTaken: 'Det finst allereie ein regel med dette namnet.' },
    events: {
      added: 'Regel for utlevering lagd til',
      edited: 'Regel for utlevering endra',
      exported: 'Lista over reglar for utlevering lasta ned',
      refused: 'Avvist endring av regel for utlevering',
    },
  },
  approvers: {
    title: 'Kven avgjer utlevering',
    one: 'Godkjennarar',
    lead: 'Dei som avgjer utlevering for ei eining som eig system.',
    add: 'Legg til godkjennarar',
    saved: 'Godkjennarane er lagra.',
    newTitle: 'Nye godkjennarar',
    editTitle: 'Endre godkjennarar',
    none: 'Inga eining har peikt ut nokon enno',
    noneText: 'Eig ei eining eit system og ingen er peikt ut, avgjer leiaren av eininga.',
    columns: { unit: 'Eining', approvers: 'Godkjennarar' },
    fields: approver,
    refusals: { nameTaken: 'Det finst allereie godkjennarar med dette namnet.' },
    events: {
      added: 'Godkjennarar for utlevering lagde til',
      edited: 'Godkjennarar for utlevering endra',
      exported: 'Lista over godkjennarar lasta ned',
      refused: 'Avvist endring av godkjennarar',
    },
  },
  extracts: {
    title: 'Uttrekk',
    one: 'Uttrekk',
    lead: 'Data som er tekne ut av eit system, og godkjenninga det byggjer på.',
    add: 'Registrer uttrekk',
    saved: 'Uttrekket er lagra.',
    newTitle: 'Nytt uttrekk',
    editTitle: 'Endre uttrekk',
    none: 'Ingen uttrekk er registrerte enno',
    noneText: 'Når du har teke ut data etter ei godkjenning, registrerer du det her.',
    columns: { system: 'System', unit: 'Eining', madeOn: 'Teke ut', disclosure: 'Godkjenning', recipient: 'Mottakar' },
    fields: extract,
    refusals: { nameTaken: 'Det finst allereie eit uttrekk med dette namnet.' },
    events: {
      added: 'Uttrekk registrert',
      edited: 'Uttrekk endra',
      exported: 'Lista over uttrekk lasta ned',
      refused: 'Avvist endring av uttrekk',
    },
    without: 'Dette uttrekket er gjort utan godkjenning. Det kan vere eit avvik.',
    report: 'Meld avvik',
    happened: (name) => `Eit uttrekk med personopplysningar er gjort utan godkjenning frå systemeigaren: ${name}`,
  },
  tasks: { decide: 'Avgjer om data skal utleverast', state: 'Uttal deg om ei utlevering', delete: 'Sørg for at mottakaren slettar data' },
  messages: {
    asked: 'Ny førespurnad om utlevering av data',
    consulted: 'Systemeigaren er i tvil om ei utlevering',
    stated: 'Du har fått ei fråsegn om ei utlevering',
    decided: 'Utleveringa du bad om, er avgjord',
  },
  setting: {
    heading: 'Utlevering av data',
    follows: 'Gjeld utleveringar som ikkje er avgjorde enno.',
    fields: {
      decides: {
        label: 'Kven avgjer når både ein person og ei eining eig systemet?',
        choices: { owner: 'Personen som eig systemet', unit: 'Dei eininga har peikt ut' },
      },
      representative: { label: 'Kven er representant for den behandlingsansvarlege?' },
    },
  },
  refusals: {
    untilPassed: 'Vel ein dag i framtida.',
    decidedAlready: 'Utleveringa er allereie avgjord.',
    waitsForStatement: 'Representanten for den behandlingsansvarlege må uttale seg først.',
    deletedInFuture: 'Dagen kan ikkje vere i framtida.',
  },
  events: {
    asked: 'Utlevering etterspurd',
    consulted: 'Utlevering send til fråsegn',
    stated: 'Fråsegn om utlevering gitt',
    approved: 'Utlevering godkjend',
    declined: 'Utlevering avslått',
    ended: 'Sletting hos mottakar registrert',
    exported: 'Lista over utleveringar lasta ned',
    refused: 'Avvist endring av utlevering',
  },
}
