import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Personar frå katalogen',
  settings: 'Innstillingar',
  lead: 'Lat katalogen dykkar, til dømes Entra ID, halde personane i Varde oppdaterte. Den som sluttar der, sluttar her med ein gong. Roller gir de framleis i Varde.',
  address: 'Adresse katalogen skal sende til (Tenant URL)',
  people: 'Personar frå katalogen',
  nobody: 'Ingen enno',
  count: (people, last) => (last ? `${people}, sist endra ${last}` : String(people)),
  panel: {
    on: 'Katalogen held personane oppdaterte.',
    off: 'De legg inn personar sjølve.',
    change: 'Set opp katalogen',
  },
  tokens: {
    title: 'Token',
    none: 'De har ikkje laga noko token enno. Utan det slepp ingen katalog inn.',
    make: 'Lag token',
    fields: {
      name: { label: 'Namn', hint: 'Så de kjenner det igjen, til dømes Entra ID 2027.' },
      expiresOn: {
        label: 'Gjeld til og med',
        hint: 'Høgst to år. Lag eit nytt i god tid, og trekk tilbake det gamle når det nye er i bruk.',
      },
    },
    shownOnce: 'Kopier tokenet no, og lim det inn i katalogen (Secret Token). Det gjeld når du har lagra, og blir ikkje vist igjen.',
    copy: 'Kopier tokenet',
    made: 'Tokenet gjeld no.',
    used: 'Sist brukt',
    notUsed: 'Ikkje brukt',
    ended: (day) => `Gjekk ut ${day}`,
    endsSoon: 'Eit token går snart ut. Lag eit nytt og byt det i katalogen, elles stoppar oppdateringa.',
    withdraw: 'Trekk tilbake',
    follows: 'Katalogen slepp ikkje inn med dette tokenet meir. Personane blir ståande som dei er.',
    withdrawn: 'Tokenet er trekt tilbake.',
  },
  waiting: {
    title: 'Er dette same person?',
    why: 'Katalogen vil leggje til nokon med e-postadressa til ein som allereie er her. Er det same person, koplar du dei, og katalogen tek over namn, adresse, eining og leiar. Er det ein annan, rettar du adressa på personen.',
    person: 'Person i Varde',
    directory: 'I katalogen',
    same: 'Same person',
    all: (count) => `Alle ${count} er same person`,
    left: (name) => `${name} (har slutta)`,
    connected: (count) =>
      count === 0
        ? 'Ingen vart kopla. Nokon andre kan ha gjort det før deg, eller katalogen har sendt noko nytt. Sjå gjennom lista.'
        : count === 1
          ? 'Personen er kopla til katalogen.'
          : `${count} personar er kopla til katalogen.`,
  },
  unplaced: {
    title: 'Avdelingar utan eining',
    why: 'Desse avdelingane i katalogen heiter ikkje det same som éi eining her. Folk der har inga eining før namna er like.',
    department: 'Avdeling i katalogen',
    people: 'Personar',
    what: 'Kva som manglar',
    none: 'Inga eining heiter dette.',
    several: 'Fleire einingar heiter dette. Vel eining på kvar person.',
    units: 'Gå til einingane',
  },
  refusals: {
    endsTooEarly: 'Vel ein dag etter i dag.',
    endsTooLate: 'Eit token kan gjelde i høgst to år.',
    tooManyTokens: 'De har fem token som gjeld. Trekk tilbake eit av dei først.',
    tokenTooOld: 'Sida har stått open for lenge. Gå tilbake, og lag eit nytt token.',
    tokenWithdrawn: 'Dette tokenet er trekt tilbake, og gjeld ikkje igjen. Gå tilbake, og lag eit nytt.',
    notAllowed: 'Rolla di gir ikkje tilgang til dette.',
  },
  events: {
    'directory.tokenMade': () => 'Token for katalogen laga',
    'directory.tokenWithdrawn': () => 'Token for katalogen trekt tilbake',
    'directory.added': () => 'Person lagd til av katalogen',
    'directory.changed': () => 'Person endra av katalogen',
    'directory.gone': () => 'Person sletta i katalogen',
    'directory.connected': () => 'Person kopla til katalogen',
    'directory.refused': (event) => `Endring frå katalogen avvist${(event.count ?? 1) > 1 ? `, ${event.count} gonger` : ''}`,
  },
}
