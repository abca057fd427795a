// Which words of a text are those searched for: the rule of the index (varde_words, varde_asked), for what stands on a page.

/** A word that was searched for, and its stem: none of a word such as "og". */
export type Stemmed = { readonly word: string; readonly stem: string | null }

/** The words of a text, as the index parts them (varde_tokens): what stands between signs and spaces. */
export const wordSigns = '[^\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000]+'
const [accented, plain] = ['äöőàáâãçèéêëìíîïñòóôõùúûüýđŋšŧžčű', 'æøøaaaaceeeeiiiinoooouuuyydnstzcu']
const lettersOf = (word: string): string =>
  [...word.normalize('NFC').toLowerCase().replaceAll('aa', 'å')]
    .map((sign) => (accented.includes(sign) ? plain.charAt(accented.indexOf(sign)) : sign))
    .join('')
    .slice(0, 60)

/** Which of the words searched for a word of a text is; none of them is null. */
export type Seeks = (word: string) => number | null

export function seeking(sought: readonly Stemmed[]): Seeks {
  const kept = sought.some(({ stem }) => stem !== null) ? sought.filter(({ stem }) => stem !== null) : sought
  const tests = kept.map(oneSought)
  return (word) => {
    const letters = lettersOf(word)
    const found = tests.findIndex((is) => is(letters))
    return found < 0 ? null : found
  }
}

function oneSought({ word, stem }: Stemmed): (letters: string) => boolean {
  const isPlain = !/[0-9]/.test(word)
  const grows = stem !== null && word.startsWith(stem)
  const begins =
    word.length === 1 && isPlain
      ? (letters: string) => letters === word
      : grows && (stem.length > 3 || (stem.length === 3 && word.length < 7))
        ? (letters: string) => letters.startsWith(stem)
        : (letters: string) => letters.startsWith(word) || letters === stem
  if (word.length <= 3 || !isPlain) return begins
  const part = grows && stem.length > 2 ? stem : word
  return (letters) => begins(letters) || (isLong(letters) && partOf(letters, part))
}

const isLong = (letters: string): boolean => letters.length >= 7 && letters.length <= 24 && !/[0-9]/.test(letters)
/** A later part of a long word: it begins at the fourth letter at the earliest, and has four letters or more. */
const partOf = (letters: string, part: string): boolean => {
  const at = letters.indexOf(part, 3)
  return at >= 0 && at <= letters.length - 4
}
