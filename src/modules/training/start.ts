import type { Locale } from '../../kernel/texts.ts'
import type { Requirement } from './training.ts'

// What an organisation may begin with: three of the four requirements of the handbook (S4-059, S4-060, S4-062) and how to report (S4-065). The
// fourth is made for each system (S4-061). Pure.

type Text = Readonly<Record<Locale, string>>
export type ReadyMade = Pick<Requirement['values'], 'about' | 'fulfilledBy'> & { readonly name: Text; readonly description: Text }

export const readyMade: readonly ReadyMade[] = [
  {
    about: 'officeTools',
    fulfilledBy: 'course',
    name: {
      nb: 'Grunnleggende ferdigheter i kontorstøtteverktøy',
      nn: 'Grunnleggjande dugleik i kontorstøtteverktøy',
      en: 'Basic skills in office tools',
    },
    description: {
      nb: 'Du kan bruke e-post, kalender, tekstbehandling, regneark og felles lagring slik vi bruker dem her.',
      nn: 'Du kan bruke e-post, kalender, tekstbehandling, rekneark og felles lagring slik vi bruker dei her.',
      en: 'You can use e-mail, calendar, word processing, spreadsheets and shared storage as we use them here.',
    },
  },
  {
    about: 'information',
    fulfilledBy: 'acknowledgement',
    name: {
      nb: 'Hvor informasjon lagres, brukes og deles',
      nn: 'Kvar informasjon blir lagra, brukt og delt',
      en: 'Where information is stored, used and shared',
    },
    description: {
      nb: 'Lagre informasjon der lagringsguiden sier at den hører hjemme. Bruk den bare til det den er samlet inn for. Del den bare med dem som trenger den i arbeidet, og som har rett til å se den.',
      nn: 'Lagre informasjon der lagringsguiden seier at han høyrer heime. Bruk han berre til det han er samla inn for. Del han berre med dei som treng han i arbeidet, og som har rett til å sjå han.',
      en: 'Store information where the storage guide says it belongs. Use it only for what it was collected for. Share it only with those who need it in their work and may see it.',
    },
  },
  {
    about: 'handbook',
    fulfilledBy: 'acknowledgement',
    name: {
      nb: 'Innholdet i håndboken for informasjonssikkerhet',
      nn: 'Innhaldet i handboka for informasjonstryggleik',
      en: 'What the information security handbook says',
    },
    description: {
      nb: 'Les håndboken under Veiledning, og følg den i arbeidet.',
      nn: 'Les handboka under Rettleiing, og følg ho i arbeidet.',
      en: 'Read the handbook under Guidance, and follow it in your work.',
    },
  },
  {
    about: 'reporting',
    fulfilledBy: 'acknowledgement',
    name: { nb: 'Slik melder du avvik', nn: 'Slik melder du avvik', en: 'How to report a deviation' },
    description: {
      nb: 'Meld et avvik så snart du oppdager det, også når du er usikker. Velg «Meld avvik» øverst på siden. Skriv hva som skjedde, når det skjedde og hva du har gjort, men ingen navn på personer. Det er bedre å melde én gang for mye enn én gang for lite.',
      nn: 'Meld eit avvik så snart du oppdagar det, òg når du er usikker. Vel «Meld avvik» øvst på sida. Skriv kva som skjedde, når det skjedde og kva du har gjort, men ingen namn på personar. Det er betre å melde éin gong for mykje enn éin gong for lite.',
      en: 'Report a deviation as soon as you discover it, even when you are unsure. Choose “Report a deviation” at the top of the page. Write what happened, when it happened and what you have done, but no names of people. It is better to report once too often than not at all.',
    },
  },
]
