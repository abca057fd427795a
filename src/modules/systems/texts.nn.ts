import { informationWords, needWords } from '../organisation/public.ts'
import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  outOfUse: 'ikkje i bruk',
  title: 'System',
  one: 'System',
  lead: 'Systema vi bruker, kven som eig dei, og kva slags opplysningar som ligg der.',
  add: 'Legg til system',
  saved: 'Systemet er lagra.',
  newTitle: 'Nytt system',
  editTitle: 'Endre system',
  none: 'Ingen system er registrerte enno',
  noneText: 'Start med systema der det ligg mest personopplysningar.',
  columns: { ownerUnit: 'Eining', owner: 'Eigar', superUser: 'Superbrukar', inUse: 'I bruk' },
  fields: {
    name: { label: 'Namn' },
    purpose: { label: 'Kva blir systemet brukt til?' },
    ownerUnit: { label: 'Eining som eig systemet' },
    owner: { label: 'Systemeigar', hint: 'Lèt du feltet stå tomt, blir leiaren av eininga eigar.' },
    superUser: { label: 'Superbrukar' },
    technicalResponsible: { label: 'Teknisk ansvarleg', hint: 'Lèt du feltet stå tomt, er IT teknisk ansvarleg.' },
    suppliedBy: { label: 'Leverandør', hint: 'Vel blant leverandørane. Manglar han, legg du han til først.' },
    dataKinds: {
      label: 'Kva slags opplysningar ligg der?',
      choices: {
        contact: 'Kontaktopplysningar',
        nationalId: 'Fødselsnummer',
        employment: 'Tilsetjing og løn',
        education: 'Opplysningar om utdanning',
        health: 'Helseopplysningar',
        economy: 'Økonomi',
        archive: 'Saker og arkiv',
        sensitive: 'Andre særlege kategoriar',
        none: 'Ingen personopplysningar',
      },
    },
    informationClasses: {
      label: 'Kva klassar av informasjon ligg der?',
      hint: 'Klassane er dei same som i lagringsguiden.',
      choices: informationWords('nn'),
    },
    ...needWords('nn'),
    standardMeasures: {
      label: 'Standardtiltak som vernar systemet',
      hint: 'Dei blir viste som tiltak som finst, i ROS-analysane av systemet.',
      choices: {
        backup: 'Tryggleikskopiering',
        breakIn: 'Serverar sikra mot innbrot',
        power: 'Serverar sikra mot straumbrot',
        fire: 'Serverar sikra mot brann',
        water: 'Serverar sikra mot vatn og lekkasje',
        network: 'Vern av nettverket',
        accessControl: 'Tilgangskontroll',
      },
    },
    logsChanges: { label: 'Blir endringar logga?', choices: { yes: 'Ja', no: 'Nei' } },
    logsDeletions: { label: 'Blir sletting logga?', choices: { yes: 'Ja', no: 'Nei' } },
    logsSearches: { label: 'Blir søk og oppslag logga?', choices: { yes: 'Ja', no: 'Nei' } },
    logKept: { label: 'Kvar ligg loggen, og kor lenge?' },
    otherOverview: { label: 'Referanse i ei anna systemoversikt', hint: 'Lenkje eller nummer, til dømes i Draftit.' },
    inUse: { label: 'Er systemet i bruk?', choices: { yes: 'Ja', considered: 'Ikkje enno, vi vurderer det', no: 'Nei' } },
  },
  present: { security: 'Informasjonstryggleiksansvarleg, personvernrådgivar eller personvernombod', it: 'Ein frå IT' },
  setting: {
    heading: 'Korleis system blir skaffa og gått gjennom',
    follows: 'Reglementet blir vist med ein gong. Gjennomgangar følgjer regelen når dei blir registrerte heretter.',
    fields: {
      reviewedTogether: {
        label: 'Må tryggleik eller personvern, og IT, vere med i den årlege gjennomgangen av eit system?',
        choices: { yes: 'Ja', no: 'Nei' },
      },
      purchasingText: {
        label: 'Kva heiter reglementet for innkjøp, og kvar står det?',
        hint: 'Blir vist der ei anskaffing skal følgje det. Lat feltet stå tomt om de ikkje har noko å vise til.',
      },
      purchasingAddress: { label: 'Adressa til reglementet', hint: 'Skriv ho med https:// framfor.' },
    },
    refusals: { notAPage: 'Skriv ei nettadresse, til dømes https://intranett.kommune.no.', linkWithoutText: 'Skriv kva lenkja heiter.' },
    state: (together) => (together ? 'saman med tryggleik eller personvern, og IT' : 'av eigaren'),
  },
  counted: { inUse: () => 'system i bruk' },
  templates: {
    lead: 'Her er system som dei fleste verksemder som vår har, etter kva dei blir brukte til. Vel dei de har, eller vurderer å ta i bruk.',
    note: 'Gi systemet namnet de bruker, og fyll ut eigar, leverandør og tryggleik etterpå. Eit system er ikkje rekna som teke i bruk før nokon har sagt det: det står ikkje i systemoversikta og skal ikkje gåast gjennom.',
    says: {
      label: 'Vi bruker alle desse systema i dag',
      hint: 'Kryssar du ikkje av, står dei som «vi vurderer det» til nokon seier på sida til systemet at det er i bruk.',
    },
    notYet: 'Ingen har sagt at systemet er i bruk, så det står ikkje i systemoversikta og har ingen årleg gjennomgang.',
    confirm: 'Vi bruker det i dag',
    confirmed: 'Systemet står no som i bruk.',
    begun: 'Lagt inn frå ein mal',
    begunText:
      'Ingen har endra systemet etter at det vart lagt inn. Les gjennom det, rett det som ikkje stemmer, og fyll ut det som manglar.',
  },
  refusals: {
    ownsSelf:
      'Du kan ikkje gjere deg sjølv til eigar av systemet. Lat feltet stå tomt, så blir leiaren for eininga eigar, eller vel ein annan.',
    ownerNamed:
      'Berre eigaren, informasjonstryggleiksansvarleg og dei som held orden i systemlista, avgjer kven som eig systemet. Be ein av dei gjere det.',
    notProcured: 'Systemet er ikkje ferdig anskaffa enno. Vel «Nei» til anskaffinga er avslutta.',
    decommissionFirst: 'Systemet har personopplysningar. Det blir teke ut av bruk ved avhending: start avhendinga frå sida til systemet.',
    notAssessed:
      'Systemet kan ikkje takast i bruk før ein ROS-analyse av det er godkjend. Vel «Nei» så lenge, og start ein ROS-analyse frå sida til systemet.',
    nameTaken: 'Det finst allereie eit system med dette namnet.',
  },
  events: { added: 'System lagt til', edited: 'System endra', exported: 'Systemlista lasta ned', refused: 'Avvist endring av system' },
}
