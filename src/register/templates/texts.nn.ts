import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Start med ein mal',
  link: 'Start med ein mal',
  unit: 'Kva eining gjeld det?',
  unitHint: 'Alt du vel, blir lagt i denne eininga. Du kan endre det etterpå.',
  chooseUnit: 'Vel eining',
  whole: 'Ta med alle',
  wholeHint: 'Dei du ikkje kryssar av for under, kjem òg med.',
  each: 'Eller vel kvar for seg',
  area: '{area} ({n} å velje blant)',
  areaThere: '{area} (alle finst allereie)',
  there: 'Finst allereie',
  make: 'Legg til det eg har valt',
  unitMissing: 'Vel eininga det gjeld.',
  nothingChosen: 'Vel minst éin mal, eller eit heilt område.',
  refused: '«{name}» kan ikkje leggjast til, og då er ingenting lagt til. {why}',
  made: 'Lagt til frå mal: {n}. Les gjennom kvar enkelt, og rett det som ikkje stemmer hos dykk.',
  allThere: 'Alt du valde, finst allereie. Ingenting er lagt til.',
}
