import type { FieldTexts } from '../../kernel/fields.ts'
import type { lookFields } from './fields.ts'

const look: FieldTexts<typeof lookFields> = {
  note: { label: 'Hva så du på?', hint: 'Skriv kort hvorfor det fortsatt stemmer, eller hva du har rettet. Ingen navn.' },
}

export const nb = {
  look,
  title: 'Må ses på igjen',
  lead: 'Her står det som bør ses på igjen, fordi noe det henger sammen med, er endret. Den som eier posten, ser om den fortsatt stemmer.',
  none: 'Ingenting må ses på igjen',
  noneText: 'Når noe endres, står det som henger sammen med det, her.',
  task: 'Se om dette fortsatt stemmer',
  hanging: 'Dette henger sammen',
  pointsAt: 'Bygger på',
  nothing: 'Ingenting du har tilgang til, henger sammen med dette ennå.',
  all: (count: number) => `Se alle ${count}`,
  columns: { record: 'Hva', why: 'Hvorfor', by: 'Endret av', at: 'Når' },
  changed: (fields: string) => `endret ${fields}`,
  quoted: (label: string) => `«${label}»`,
  hidden: 'Noe du ikke har tilgang til',
  clock: 'Varde',
  marked: (who: string, when: string) => `Endret av ${who} ${when}`,
  doLook: 'Fortsatt riktig',
  history: 'Sett på før',
  lookedBy: (who: string, when: string) => `Sett på av ${who} ${when}`,
  said: 'Det er skrevet ned at dette fortsatt stemmer.',
  own: 'Vis bare mine',
  everybody: 'Vis alle',
  refusals: {
    nothingChanged: 'Dette er sett på allerede.',
    notAllowed: 'Bare den som kan endre posten, kan bekrefte den.',
  } as Readonly<Record<string, string>>,
  events: {
    'link.marked': () => 'Må ses på igjen',
    'link.looked': () => 'Sett på: fortsatt riktig',
  },
}
export type Texts = typeof nb
