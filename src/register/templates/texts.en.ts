import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Start with a template',
  link: 'Start with a template',
  unit: 'Which unit is it for?',
  unitHint: 'Everything you choose is placed in this unit. You can change it afterwards.',
  chooseUnit: 'Choose a unit',
  whole: 'Include all of them',
  wholeHint: 'Those you do not tick below are included too.',
  each: 'Or choose them one by one',
  area: '{area} ({n} to choose from)',
  areaThere: '{area} (all of them are already here)',
  there: 'Already here',
  make: 'Add what I have chosen',
  unitMissing: 'Choose the unit it is for.',
  nothingChosen: 'Choose at least one template, or a whole area.',
  refused: '“{name}” cannot be added, so nothing has been added. {why}',
  made: 'Added from templates: {n}. Read through each one, and correct what is not right for you.',
  allThere: 'Everything you chose is already here. Nothing has been added.',
}
