import type { Asked } from '../kernel/http.ts'
import { uiTexts } from '../ui/texts.ts'
import { addressOfSaved, type SavedView, sealedAddress, sharedAddress } from './saved.ts'
import { type List, type Row, type View, viewAddress, viewOf } from './view.ts'

/** All of a list, also where its bare address opens with a view of one's own. */
export const wholeOf = <R extends Row>({ at }: List<R>, address: string): string => (address === at ? `${at}?visning=alle` : address)

/** The views above a list, the one that is shown marked; and what one may do with it: save it, or change the one that is saved. */
export function viewsAbove<R extends Row>(list: List<R>, { ctx, locale }: Asked, view: View, saved: readonly SavedView[]) {
  const words = uiTexts(locale).list
  const here = sharedAddress(list, view)
  const whole = (address: string) => (saved.some(({ opens }) => opens === 'yes') ? wholeOf(list, address) : address)
  const addresses = addressesOf(list)
  const standing = (list.views ?? [{ label: () => words.all }]).map(({ label }, at) => {
    const address = addresses[at] ?? list.at
    return { href: whole(address), label: label(locale), current: address === here }
  })
  const own = saved.map((one) => {
    const address = addressOfSaved(ctx, list, one)
    return { href: address, label: one.name, current: address === here }
  })
  const mine = saved.find((one) => one.own && addressOfSaved(ctx, list, one) === here)
  const known = standing.some(({ current }) => current) || own.some(({ current }) => current)
  const save = { href: `/visninger/ny?av=${sealedAddress(ctx, here)}`, label: words.saveView }
  return {
    views: list.views || saved.length > 0 ? [...standing, ...own] : undefined,
    deed: mine ? { href: `/visninger/${mine.id}/endring`, label: words.changeView } : known ? undefined : save,
  }
}

/** Of the views that everybody has: the same for all who ask, and each costs a reading of the list's whole filter. */
const known = new WeakMap<object, readonly string[]>()
function addressesOf<R extends Row>(list: List<R>): readonly string[] {
  const before = known.get(list)
  if (before) return before
  const addresses = (list.views ?? [{ filters: {} }]).map(({ filters }) => viewAddress(list, viewOf(list, filters)))
  known.set(list, addresses)
  return addresses
}
