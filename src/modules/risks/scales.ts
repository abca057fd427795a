import type { Localised } from '../../kernel/texts.ts'
import type { Scale, Step } from './matrix.ts'

const say = (nb: string, nn: string, en: string): Localised => ({ nb, nn, en })
type Words = Readonly<Partial<Record<Step, Localised>>>

/** What the steps of a scale are called: a likelihood by how often, a consequence for those affected and for the organisation by how serious. */
export const scaleWords: Readonly<Record<Scale, { readonly likelihood: Words; readonly consequence: Words }>> = {
  '4': {
    likelihood: {
      '1': say('Lite sannsynlig', 'Lite sannsynleg', 'Unlikely'),
      '2': say('Mulig', 'Mogleg', 'Possible'),
      '3': say('Sannsynlig', 'Sannsynleg', 'Likely'),
      '4': say('Svært sannsynlig', 'Svært sannsynleg', 'Very likely'),
    },
    consequence: {
      '1': say('Ubetydelig', 'Ubetydeleg', 'Negligible'),
      '2': say('Moderat', 'Moderat', 'Moderate'),
      '3': say('Alvorlig', 'Alvorleg', 'Serious'),
      '4': say('Svært alvorlig', 'Svært alvorleg', 'Very serious'),
    },
  },
  '5': {
    likelihood: {
      '1': say('Sjelden', 'Sjeldan', 'Rare'),
      '2': say('Lite sannsynlig', 'Lite sannsynleg', 'Unlikely'),
      '3': say('Mulig', 'Mogleg', 'Possible'),
      '4': say('Sannsynlig', 'Sannsynleg', 'Likely'),
      '5': say('Nesten sikkert', 'Nesten sikkert', 'Almost certain'),
    },
    consequence: {
      '1': say('Ubetydelig', 'Ubetydeleg', 'Negligible'),
      '2': say('Liten', 'Liten', 'Minor'),
      '3': say('Moderat', 'Moderat', 'Moderate'),
      '4': say('Alvorlig', 'Alvorleg', 'Serious'),
      '5': say('Svært alvorlig', 'Svært alvorleg', 'Very serious'),
    },
  },
}
/** How often a likelihood is meant, for whoever chooses. */
export const oftenWords: Readonly<Record<Scale, Words>> = {
  '4': {
    '1': say('sjeldnere enn hvert femte år', 'sjeldnare enn kvart femte år', 'less often than every five years'),
    '2': say('hvert til hvert femte år', 'kvart til kvart femte år', 'every one to five years'),
    '3': say('flere ganger i året', 'fleire gonger i året', 'several times a year'),
    '4': say('hver måned eller oftere', 'kvar månad eller oftare', 'monthly or more often'),
  },
  '5': {
    '1': say('sjeldnere enn hvert femte år', 'sjeldnare enn kvart femte år', 'less often than every five years'),
    '2': say('hvert til hvert femte år', 'kvart til kvart femte år', 'every one to five years'),
    '3': say('omtrent hvert år', 'omtrent kvart år', 'about once a year'),
    '4': say('omtrent hver måned', 'omtrent kvar månad', 'about once a month'),
    '5': say('hver uke eller oftere', 'kvar veke eller oftare', 'weekly or more often'),
  },
}
