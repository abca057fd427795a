import type { Module } from '../kernel/module.ts'
import { ownProfile, type Profile, profilePart, setting } from '../kernel/profile.ts'
import type { Locale } from '../kernel/texts.ts'
import { profileOf } from '../modules/organisation/public.ts'
import { shellTexts } from './texts.ts'

const whole = { rooms: { unused: [] as readonly string[] } }
const own = ownProfile({ oslomet: whole, uio: whole, sauda: whole, sandnes: whole })
const isUsed = (profile: Profile, name: string): boolean => !own(profile).rooms.unused.some((one) => one === name)

/** What is not used is in no menu, on no home and no way of the search. What is registered in it stays, and its clocks go on. */
export function whereUsed(module: Module): Module {
  const { name, places, ways, overview, ofUnit } = module
  if (!module.mayBeLeftOut) return module
  return {
    ...module,
    ...(places && {
      places: places.map((one) => ({ ...one, has: (profile, actor) => isUsed(profile, name) && (one.has?.(profile, actor) ?? true) })),
    }),
    ...(ways && { ways: ways.map((one) => ({ ...one, may: async (ctx) => isUsed(await profileOf(ctx), name) && one.may(ctx) })) }),
    ...(overview && { overview: async (ctx, locale) => (isUsed(await profileOf(ctx), name) ? overview(ctx, locale) : []) }),
    ...(ofUnit && { ofUnit: async (ctx, unit, locale) => (isUsed(await profileOf(ctx), name) ? ofUnit(ctx, unit, locale) : []) }),
  }
}

/** `modules`: those whose rows say that they may be left out; each is called what its first place in the menu is. */
export const usedPart = (modules: () => readonly Module[]) => {
  const rooms = () => modules().filter(({ mayBeLeftOut }) => mayBeLeftOut)
  const called = ({ name, places = [] }: Module, locale: Locale) => {
    // What one has there of one's own stands in the guidance.
    return (places.find(({ errand }) => errand !== 'guidance') ?? places[0])?.label(locale) ?? name
  }
  return profilePart(own, {
    words: [['rooms', 'hvilke deler som er i bruk', 'kva delar som er i bruk', 'which parts are in use']],
    whole: [/^rooms$/],
    sections: [
      {
        id: 'deler',
        of: 'organisation',
        title: (locale) => shellTexts(locale).rooms.title,
        state: (profile, locale) => shellTexts(locale).rooms.state(own(profile).rooms.unused.length),
        settings: [
          setting({
            address: 'deler',
            // Asked for when a page is: the rows of the modules are there by then.
            fields: {
              unused: {
                kind: 'choices',
                get of() {
                  return rooms().map(({ name }) => name)
                },
              },
            },
            heading: (_, locale) => shellTexts(locale).rooms.title,
            follows: (locale) => shellTexts(locale).rooms.follows,
            labels: (_, locale) => ({
              unused: {
                label: shellTexts(locale).rooms.unused,
                choices: Object.fromEntries(rooms().map((room) => [room.name, called(room, locale)])),
              },
            }),
            read: (profile) => ({ unused: own(profile).rooms.unused }),
            write: (profile, { unused }) => ({ ...own(profile), rooms: { unused } }),
          }),
        ],
      },
    ],
  })
}
