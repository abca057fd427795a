export const nb = {
  title: 'Personer fra katalogen',
  settings: 'Innstillinger',
  lead: 'La katalogen deres, for eksempel Entra ID, holde personene i Varde oppdatert. Den som slutter der, slutter her med en gang. Roller gir dere fortsatt i Varde.',
  address: 'Adresse katalogen skal sende til (Tenant URL)',
  people: 'Personer fra katalogen',
  nobody: 'Ingen ennå',
  count: (people: number, last: string | null) => (last ? `${people}, sist endret ${last}` : String(people)),
  panel: {
    on: 'Katalogen holder personene oppdatert.',
    off: 'Dere legger inn personer selv.',
    change: 'Sett opp katalogen',
  },
  tokens: {
    title: 'Token',
    none: 'Dere har ikke laget noe token ennå. Uten det slipper ingen katalog inn.',
    make: 'Lag token',
    fields: {
      name: { label: 'Navn', hint: 'Så dere kjenner det igjen, for eksempel Entra ID 2027.' },
      expiresOn: {
        label: 'Gjelder til og med',
        hint: 'Høyst to år. Lag et nytt i god tid, og trekk tilbake det gamle når det nye er i bruk.',
      },
    },
    shownOnce: 'Kopier tokenet nå, og lim det inn i katalogen (Secret Token). Det gjelder når du har lagret, og vises ikke igjen.',
    copy: 'Kopier tokenet',
    made: 'Tokenet gjelder nå.',
    used: 'Sist brukt',
    notUsed: 'Ikke brukt',
    ended: (day: string) => `Utløpt ${day}`,
    endsSoon: 'Et token utløper snart. Lag et nytt og bytt det i katalogen, ellers stopper oppdateringen.',
    withdraw: 'Trekk tilbake',
    follows: 'Katalogen slipper ikke inn med dette tokenet mer. Personene blir stående som de er.',
    withdrawn: 'Tokenet er trukket tilbake.',
  },
  waiting: {
    title: 'Er dette samme person?',
    why: 'Katalogen vil legge til noen med e-postadressen til en som allerede er her. Er det samme person, kobler du dem, og katalogen tar over navn, adresse, enhet og leder. Er det en annen, retter du adressen på personen.',
    person: 'Person i Varde',
    directory: 'I katalogen',
    same: 'Samme person',
    all: (count: number) => `Alle ${count} er samme person`,
    left: (name: string) => `${name} (har sluttet)`,
    connected: (count: number) =>
      count === 0
        ? 'Ingen ble koblet. Noen andre kan ha gjort det før deg, eller katalogen har sendt noe nytt. Se gjennom listen.'
        : count === 1
          ? 'Personen er koblet til katalogen.'
          : `${count} personer er koblet til katalogen.`,
  },
  unplaced: {
    title: 'Avdelinger uten enhet',
    why: 'Disse avdelingene i katalogen heter ikke det samme som én enhet her. Folk der har ingen enhet før navnene er like.',
    department: 'Avdeling i katalogen',
    people: 'Personer',
    what: 'Hva som mangler',
    none: 'Ingen enhet heter dette.',
    several: 'Flere enheter heter dette. Velg enhet på hver person.',
    units: 'Gå til enhetene',
  },
  refusals: {
    endsTooEarly: 'Velg en dag etter i dag.',
    endsTooLate: 'Et token kan gjelde i høyst to år.',
    tooManyTokens: 'Dere har fem token som gjelder. Trekk tilbake et av dem først.',
    tokenTooOld: 'Siden har stått åpen for lenge. Gå tilbake, og lag et nytt token.',
    tokenWithdrawn: 'Dette tokenet er trukket tilbake, og gjelder ikke igjen. Gå tilbake, og lag et nytt.',
    notAllowed: 'Rollen din gir ikke tilgang til dette.',
  } as Readonly<Record<string, string>>,
  events: {
    'directory.tokenMade': () => 'Token for katalogen laget',
    'directory.tokenWithdrawn': () => 'Token for katalogen trukket tilbake',
    'directory.added': () => 'Person lagt til av katalogen',
    'directory.changed': () => 'Person endret av katalogen',
    'directory.gone': () => 'Person slettet i katalogen',
    'directory.connected': () => 'Person koblet til katalogen',
    'directory.refused': (event: { readonly count?: number }) =>
      `Endring fra katalogen avvist${(event.count ?? 1) > 1 ? `, ${event.count} ganger` : ''}`,
  },
}
export type Texts = typeof nb
