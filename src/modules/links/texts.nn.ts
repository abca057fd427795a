import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  look: { note: { label: 'Kva såg du på?', hint: 'Skriv kort kvifor det framleis stemmer, eller kva du har retta. Ingen namn.' } },
  title: 'Må sjåast på igjen',
  lead: 'Noko som heng saman med desse, er endra. Den som eig posten, ser om han framleis stemmer.',
  none: 'Ingenting må sjåast på igjen',
  noneText: 'Når noko blir endra, står det som heng saman med det, her.',
  task: 'Sjå om dette framleis stemmer',
  hanging: 'Dette heng saman',
  pointsAt: 'Byggjer på',
  nothing: 'Ingenting du har tilgang til, heng saman med dette enno.',
  all: (count) => `Sjå alle ${count}`,
  columns: { record: 'Kva', why: 'Kvifor', by: 'Endra av', at: 'Når' },
  changed: (fields) => `endra ${fields}`,
  quoted: (label) => `«${label}»`,
  hidden: 'Noko du ikkje har tilgang til',
  clock: 'Varde',
  marked: (who, when) => `Endra av ${who} ${when}`,
  doLook: 'Framleis rett',
  history: 'Sett på før',
  lookedBy: (who, when) => `Sett på av ${who} ${when}`,
  said: 'Det er skrive ned at dette framleis stemmer.',
  own: 'Vis berre mine',
  everybody: 'Vis alle',
  refusals: {
    nothingChanged: 'Dette er sett på allereie.',
    notAllowed: 'Berre den som kan endre posten, kan stadfeste han.',
  },
  events: {
    'link.marked': () => 'Må sjåast på igjen',
    'link.looked': () => 'Sett på: framleis rett',
  },
}
