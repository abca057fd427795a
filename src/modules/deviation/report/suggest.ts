import type { Category } from '../fields-report.ts'

// What a report seems to be about, by its words: a suggestion that its reporter confirms by a touch, and never an answer by itself.

/** Words of bokmål, nynorsk and English, from their beginning. */
const signs: readonly (readonly [Category, RegExp])[] = [
  [
    'MISSENT_EMAIL',
    /\b(?:feil|gal(?:t|en)?|wrong)\s+(?:e-?post|epost|adress|mottak|mottakar|person|forelder|foresatt|føresett|e-?mail|address|recipient|parent)|feilsend|send[te]?\s.{0,60}\btil\s+feil|sent\s.{0,60}\bto\s+the\s+wrong|\b(?:kopi|copy)felt/i,
  ],
  [
    'LOST_ITEM',
    /\b(?:mista|mistet|misten|miste|forsvunn|gløym|glemt|gjenglem|attgløym|bort(?:e|komme|komen)|lost|left behind|missing)\b.{0,80}\b(?:pc|maskin|mobil|telefon|minnepinn|nettbrett|perm|mappe|ark|notat|bok|laptop|phone|tablet|memory|usb|folder|paper)|\b(?:pc-?en|maskina?e?n?|mobilen|telefonen|minnepinnen?|nettbrett(?:et)?|permen|laptop|phone|memory stick)\b.{0,80}\b(?:borte?|vekke?|mista|mistet|forsvunn|lost|missing)/i,
  ],
  ['THEFT_HACKING', /\b(?:stjål|stole|tjuveri|tyveri|innbrot|innbrudd|hack|phish|virus|løsepeng|løysepeng|ransom|stolen|burglar)/i],
  ['NATIONAL_ID_EXPOSED', /\b(?:fødselsnummer|fødselsnumra|personnummer|identity number|fnr)\b/i],
  ['WRONG_DISCLOSURE_PUBLICATION', /\b(?:publiser|lagt ut|lagd ut|nettsid|innsyn|postjournal|publish|website|disclos)/i],
  [
    'MISSING_OR_FAILED_MEASURE',
    /\b(?:tilgang(?:en|ar|er)?|access(?:es)?)\b.{0,60}\b(?:for mange|alle|andre|uvedkomm|feil|wrong|everyone)|\b(?:ulåst|ulåste|unlocked)\b/i,
  ],
]

/** At most three kinds, the surest first; none where the words say nothing. */
export const suggestedCategories = (whatHappened: string | null): readonly Category[] =>
  signs.flatMap(([category, sign]) => (sign.test(whatHappened ?? '') ? [category] : [])).slice(0, 3)
