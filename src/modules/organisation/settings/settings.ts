import type { ProfilePart, Setting, SettingSection } from '../../../kernel/profile.ts'

/** Every section, in the order of the modules; what is last of all last. */
export const sectionsIn = (parts: readonly ProfilePart[]): readonly SettingSection[] => {
  const all = parts.flatMap(({ sections }) => sections).reduce(joined, [])
  return [...all.filter(({ last }) => !last), ...all.filter(({ last }) => last)]
}

/** Every errand by the last word of its address. */
export const settingsIn = (parts: readonly ProfilePart[]): ReadonlyMap<string, Setting> =>
  new Map(sectionsIn(parts).flatMap(({ settings }) => settings.map((one) => [one.address, one] as const)))

/** Sections of several modules under one heading are one: the organisation's own texts. */
const joined = (before: readonly SettingSection[], next: SettingSection): readonly SettingSection[] =>
  before.some(({ id }) => id === next.id)
    ? before.map((one) => (one.id === next.id ? { ...one, settings: [...one.settings, ...next.settings] } : one))
    : before.concat(next)
