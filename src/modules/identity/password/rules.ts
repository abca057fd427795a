import { commonWords } from './rules-words.ts'

/** NIST SP 800-63B-4 § 3.1.1.2: at least 15 characters where the password stands alone; ASVS 6.2.1 and 6.2.9. Nothing on which signs. */
export const shortest = 15
/** ASVS 6.2.9 asks for at least 64; an upper bound keeps the work of one try bounded. */
export const longest = 128
/** What must be left when common words, the organisation, the person and repetition are taken away. */
const ownCharacters = 8

export type PasswordProblem = 'passwordShort' | 'passwordLong' | 'passwordCommon' | 'passwordLeaked'

/** `about`: words an attacker tries first, as the organisation's name and the person's own address. */
export function passwordProblem(password: string, about: readonly string[]): PasswordProblem | undefined {
  const length = [...password.normalize('NFC')].length
  if (length < shortest) return 'passwordShort'
  if (length > longest) return 'passwordLong'
  return ownPart(password, about) < ownCharacters ? 'passwordCommon' : undefined
}

/** Different letters and digits that nobody could guess from a word list: "Sommer2026Sauda" has none. */
function ownPart(password: string, about: readonly string[]): number {
  const words = [...about.flatMap(partsOf), ...commonWords].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length)
  let left = plain(password)
  for (const word of words) left = left.split(word).join(' ')
  left = left.replace(/(19|20)\d\d|\d{1,3}(?!\d)/g, ' ').replace(/(.+?)\1{2,}/g, '$1')
  return [...left.replace(/[^\p{L}\p{N}]/gu, '')].length
}

/** The two sides of an address are words of their own: its @ is no letter that somebody has swapped. */
const partsOf = (text: string): readonly string[] => text.split('@').flatMap((side) => plain(side).split(/[^\p{L}\p{N}]/u))

const swapped: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
/** "P@ss0rd" is "passord": the swaps everyone makes, undone inside words only. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})[013457@$!](?=\p{L})/gu, (sign) => swapped[sign] ?? sign)
