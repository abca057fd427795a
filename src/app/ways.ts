import type { Ctx, House } from '../kernel/ctx.ts'
import { type Errand, errands, type Way } from '../kernel/module.ts'
import { wordsIn } from '../kernel/words.ts'
import { profileOf } from '../modules/organisation/public.ts'
import { modules } from './modules.ts'

/** Every page and deed that the search leads to: the places of the menu in its order, and what the modules name beside them. */
const ways = (): readonly (Way & { readonly errand: Errand | null })[] => [
  // What has no place of its own in the menu lies with the first of its module.
  ...modules.flatMap(({ ways = [], places = [] }) => ways.map((way) => ({ ...way, errand: places[0]?.errand ?? null }))),
  ...modules
    .flatMap((module) => module.places ?? [])
    .toSorted((a, b) => errands.indexOf(a.errand) - errands.indexOf(b.errand))
    .map(({ errand, href, label, also, may, has }) => ({
      errand,
      href,
      label,
      ...(also ? { also } : {}),
      may: async (ctx: Ctx) => may(ctx.actor) && (!has || has(await profileOf(ctx), ctx.actor)),
    })),
]

/** Each word written is the beginning of one of a way's words. */
export const waysTo: House['waysTo'] = async (ctx, words, locale) => {
  const asked = wordsIn(words).map(plain)
  const found = []
  for (const { errand, href, label, also, may } of ways()) {
    const title = label(locale)
    const named = wordsIn(`${title} ${also?.(locale) ?? ''}`).map(plain)
    if (!asked.every((word) => named.some((one) => one.startsWith(word)))) continue
    if (await may(ctx)) found.push({ href, title, beside: null, errand })
  }
  return found
}

/** As the index of words has its letters: no capitals, aa as å. */
const plain = (word: string) => word.toLowerCase().replaceAll('aa', 'å').replaceAll('ä', 'æ').replaceAll('ö', 'ø')
