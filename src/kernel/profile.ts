import type { Role } from './actor.ts'
import { type Refusal, refuse } from './change.ts'
import type { Fields, FieldTexts, Values } from './fields.ts'
import { defaultGuardOptions, findPersonalData } from './guard/guard.ts'
import type { Locale, Localised } from './texts.ts'

/** The setups that an organisation may begin with. */
export const presets = ['oslomet', 'uio', 'sauda', 'sandnes'] as const
export type Preset = (typeof presets)[number]

/**
 * What every module may ask of the organisation's profile. The rest of it belongs to the modules, each its own part, and is reached
 * through the part alone (docs/decisions/0031). Versions of it are never changed; a running case keeps the one it began with.
 */
export type Profile = {
  readonly preset: Preset
  readonly locale: Exclude<Locale, 'en'>
  readonly theme: 'varde' | 'oslomet' | 'uio' | 'sauda' | 'sandnes'
  readonly orgType: 'university' | 'municipality'
  readonly titles: Readonly<Record<Role, Localised>>
  readonly archive: { readonly system: string | null; readonly accessCode: string | null }
}

/** One errand of the settings: its questions, read out of a profile and written into one. */
export type Setting = {
  /** The last word of its address. */
  readonly address: string
  readonly fields: Fields
  readonly heading: (profile: Profile, locale: Locale) => string
  /** What follows from it, for whoever is about to change it. */
  readonly follows?: (locale: Locale) => string
  readonly labels: (profile: Profile, locale: Locale) => FieldTexts<Fields>
  readonly read: (profile: Profile) => Values<Fields>
  readonly write: (profile: Profile, values: Values<Fields>) => Profile
  readonly refuses?: (values: Values<Fields>) => Refusal | null
  /** The words of what it refuses by itself. */
  readonly refusals?: (locale: Locale) => Readonly<Record<string, string>>
  /** Whether it is asked at all. */
  readonly shown?: (profile: Profile) => boolean
  /** What is said of it on one line. Without: a line for each question. */
  readonly says?: (profile: Profile, locale: Locale) => string
  /** Its label on the page of the settings, where the heading is not it. */
  readonly named?: (profile: Profile, locale: Locale) => string
  /** Where its questions lie in the profile, by their names: what the profile lacks is said at its question. */
  readonly places?: Readonly<Record<string, string>>
}
/** Each errand knows its own questions; whoever goes through all of them knows only that they are questions. */
export const setting = <F extends Fields>(
  made: Omit<Setting, 'fields' | 'labels' | 'read' | 'write'> & {
    readonly fields: F
    readonly labels: (profile: Profile, locale: Locale) => FieldTexts<F>
    readonly read: (profile: Profile) => Values<F>
    readonly write: (profile: Profile, values: Values<F>) => Profile
  },
): Setting => made as unknown as Setting

/** A question of yes and no, as a form asks it and as a rule reads it. */
export const yesNo = { kind: 'choice', of: ['yes', 'no'], required: true } as const
export const asYesNo = (yes: boolean): 'yes' | 'no' => (yes ? 'yes' : 'no')

/** The organisation's own words for something, in each language; null: the standard text. */
export type OwnText = Readonly<Record<Locale, string | null>>
export const noText: OwnText = { nb: null, nn: null, en: null }

const ownWords = { kind: 'text', max: 1500, long: true } as const
const textFields = { nb: ownWords, nn: ownWords, en: ownWords } as const satisfies Fields

/** A text of the organisation's own. It is for everybody, so what the guard finds in it is never kept. */
export const ownText = (
  made: Pick<Setting, 'address' | 'heading' | 'follows'> & {
    readonly words: (locale: Locale) => {
      readonly labels: FieldTexts<typeof textFields>
      readonly standard: string
    }
    readonly read: (profile: Profile) => OwnText
    readonly write: (profile: Profile, text: OwnText) => Profile
  },
): Setting =>
  setting({
    ...made,
    fields: textFields,
    labels: (_, locale) => made.words(locale).labels,
    says: (profile, locale) => made.read(profile)[locale] ?? made.words(locale).standard,
    refuses: (text) => {
      const found = (['nb', 'nn', 'en'] as const).filter((locale) => tells(String(text[locale] ?? '')))
      return found.length > 0 ? refuse('personalData', found) : null
    },
  })
/** Where people call and write belongs in such a text; a number that is somebody's does not. */
const tells = (text: string): boolean =>
  findPersonalData(text, defaultGuardOptions).some(({ kind }) => kind === 'nationalId' || kind === 'accountNumber')

/** What somebody comes to the settings for: in this order on their page. */
export const settingErrands = ['organisation', 'cases', 'guidance', 'registers', 'control', 'staff', 'rights'] as const
export type SettingErrand = (typeof settingErrands)[number]

export type SettingSection = {
  readonly id: string
  readonly of: SettingErrand
  /** After those of all modules. */
  readonly last?: true
  readonly title: (locale: Locale) => string
  /** The whole of it in a few words. */
  readonly state: (profile: Profile, locale: Locale) => string
  readonly lead?: (locale: Locale) => string
  readonly settings: readonly Setting[]
  /** What may not be changed, and is shown. */
  readonly fixed?: (profile: Profile, locale: Locale) => readonly { readonly label: string; readonly value: string }[]
}

/** What a place in the profile is called in the log: the first row that the place begins with. */
export type PlaceWords = readonly (readonly [place: string, nb: string, nn: string, en: string])[]

type Declared<P extends object> = {
  /** Its places in the profile that would leave work with nobody, or a rule without its number. */
  readonly gaps?: (own: P) => readonly string[]
  /** The roles that it sends work to. */
  readonly atWork?: (own: P) => readonly Role[]
  /** Nobody but the data protection officer may learn who reported, so nothing may tell it on the way (S4-131). */
  readonly hides?: (own: P) => boolean
  readonly words?: PlaceWords
  /** Places that are one part of it, whatever they hold. */
  readonly whole?: readonly RegExp[]
  readonly sections?: readonly SettingSection[]
}

/** A module's part of the profile, as its row in app/modules.ts has it. */
export type ProfilePart = {
  /** The profile with this part whole. */
  readonly of: (profile: Profile) => Profile
  readonly gaps: (profile: Profile) => readonly string[]
  readonly atWork: (profile: Profile) => readonly Role[]
  readonly hides: (profile: Profile) => boolean
  readonly words: PlaceWords
  readonly whole: readonly RegExp[]
  readonly sections: readonly SettingSection[]
}

/** A module's part of a profile, typed: its keys in the stored profile, with their value in each setup where they are not stored. */
export function ownProfile<P extends object>(inPresets: Readonly<Record<Preset, P>>): (profile: Profile) => Profile & P {
  // A version of a profile is never changed, so what was worked out once stays true.
  const known = new WeakMap<Profile, Profile & P>()
  return (profile) => {
    const found = known.get(profile) ?? filled(profile, inPresets[profile.preset])
    known.set(profile, found)
    return found
  }
}

/** Declares the part for the module's row. */
export const profilePart = <P extends object>(
  of: (profile: Profile) => Profile & P,
  { gaps, atWork, hides, words = [], whole = [], sections = [] }: Declared<P>,
): ProfilePart => ({
  of,
  gaps: (profile) => gaps?.(of(profile)) ?? [],
  atWork: (profile) => atWork?.(of(profile)) ?? [],
  hides: (profile) => hides?.(of(profile)) ?? false,
  words,
  whole,
  sections,
})

/** A question that is newer than the version is answered as in the setup. */
function filled<P extends object>(profile: Profile, preset: P): Profile & P {
  const stored = profile as unknown as Readonly<Record<string, unknown>>
  const own = Object.entries(preset).map(([key, value]) => {
    const kept = stored[key]
    return [key, isBranch(value) && isBranch(kept) ? { ...value, ...kept } : (kept ?? value)]
  })
  return { ...profile, ...(Object.fromEntries(own) as P) }
}
const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Nobody may learn who reported, so nothing tells it on the way. */
export const hidesReporters = (parts: readonly ProfilePart[], profile: Profile): boolean => parts.some(({ hides }) => hides(profile))

/** The profile with every part whole: as it is stored. */
export const wholeProfile = (parts: readonly ProfilePart[], profile: Profile): Profile =>
  Object.assign({}, profile, ...parts.map(({ of }) => of(profile)))
