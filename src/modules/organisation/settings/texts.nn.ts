import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  lead: 'Endringa gjeld for nye saker. Ei sak som er byrja, følgjer oppsettet ho byrja med.',
  follows: 'Kva som følgjer',
  save: 'Lagre',
  cancel: 'Avbryt',
  saved: 'Oppsettet er lagra og gjeld for nye saker.',
  same: 'Ingenting er endra.',
  general: 'Oppsettet',
  kind: 'Type verksemd',
  kinds: { university: 'universitet eller høgskule', municipality: 'kommune' },
  titles: 'Kva rollene heiter',
  titlesOwn: (n: number) => (n === 0 ? 'Som i oppsettet' : n === 1 ? '1 eige namn' : `${n} eigne namn`),
  titlesLead: 'Namna de bruker på rollene. Dei står slik i saker, brev og logg.',
  language: {
    heading: 'Kva språk verksemda bruker',
    follows: 'Den som ikkje har valt språk sjølv, får sidene på dette språket.',
    fields: {
      locale: {
        label: 'Språk',
        hint: 'Brev og dokument blir skrivne på dette språket, om ingen vel noko anna.',
        choices: { nb: 'bokmål', nn: 'nynorsk' },
      },
    },
  },
  archive: {
    heading: 'Kvar dokumenta blir arkiverte',
    follows: 'Namnet på arkivet står der nokon skal arkivere. Tilgangskoden står øvst på dokument som ikkje er for alle.',
    fields: {
      system: { label: 'Arkivsystem', hint: 'Til dømes namnet på sak- og arkivsystemet.' },
      accessCode: { label: 'Tilgangskode', hint: 'Heimelen de unntek frå offentlegheit med.' },
    },
  },
  title: {
    heading: (of) => `Kva rolla heiter: ${of}`,
    follows: 'Rolla heiter dette på sidene, i brev og i loggen. Ei sak som er byrja, held på namnet ho byrja med.',
    fields: {
      nb: { label: 'Bokmål', hint: 'Med liten forbokstav, slik det står inne i ei setning.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'Engelsk' },
    },
  },
  footer: {
    heading: 'Tekst nedst på dokument',
    follows: 'Teksten står sist i brev, meldingar, avtalar og andre dokument som blir laga frå no av, på språket til dokumentet.',
    standard: 'ingen',
  },
  ownText: {
    title: 'Eigne tekstar',
    lead: 'Her kan de skrive noko av det Varde seier, med eigne ord. Det de ikkje skriv, står som standardteksten.',
    labels: {
      nb: { label: 'Bokmål', hint: 'Lat det stå tomt for standardteksten.' },
      nn: { label: 'Nynorsk' },
      en: { label: 'Engelsk' },
    },
  },
  versions: {
    title: 'Versjonar av oppsettet',
    lead: 'Ei sak følgjer den versjonen ho byrja med. Kven som endra kva, står i loggen.',
    fromPreset: 'Dette har de endra',
    asPreset: 'Oppsettet er som det var då verksemda vart sett opp.',
    preset: 'Slik er forslaget',
    ours: 'Slik er det hos dykk',
    all: 'Alle versjonar',
    version: (n) => `Versjon ${n}`,
    first: 'då verksemda vart sett opp',
    firstText: 'Forslaget de byrja med.',
    nothing: 'Ingenting som kan endrast her.',
    what: 'Kva',
    before: 'Før',
    after: 'Etter',
    none: 'ingen',
  },
  wrong: {
    stale: 'Nokon andre har endra oppsettet etter at du opna sida. Du ser det dei lagra under «Lagra no». Sjå over, og lagre på nytt.',
    profileIncomplete: 'Arbeid må alltid ha ei rolle. Vel minst éi i «{label}».',
    notAllowed: 'Du har ikkje lov til dette.',
    notFound: 'Finst ikkje lenger.',
    nothingChanged: 'Ingenting er endra.',
  },
}
