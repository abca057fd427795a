import type { Refusal } from '../../../kernel/change.ts'
import { type Fields, type Form, type Problem, parse, type Values } from '../../../kernel/fields.ts'
import { type Preset, type Profile, presets, type Setting, type SettingSection } from '../../../kernel/profile.ts'
import { sameAnswer } from './differences.ts'

/**
 * The settings of an organisation as a file: each errand by its address, with its answers. It goes through the same questions and rules as
 * a form, so a file from another organisation, or from an older Varde, brings in what is asked here and nothing else.
 */
export type ProfileFile = {
  readonly varde: 'settings'
  readonly preset: Preset
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const settingsOf = (sections: readonly SettingSection[]) => sections.flatMap(({ settings }) => settings)

export const profileFile = (sections: readonly SettingSection[], profile: Profile): ProfileFile => ({
  varde: 'settings',
  preset: profile.preset,
  settings: Object.fromEntries(settingsOf(sections).map((one) => [one.address, one.read(profile)])),
})

/** `profile`: the one that stands, with the answers of the file. `wrong`: errands whose answers cannot be read or are refused. `unknown`: asked nowhere here. */
export type ReadFile = { readonly profile: Profile; readonly wrong: readonly WrongErrand[]; readonly unknown: number }
/** Why: what cannot be read of which question, or what the errand itself refuses. */
export type WrongErrand = { readonly setting: Setting; readonly problems: readonly Problem[]; readonly refusal: Refusal | null }

/** Null: not such a file, or one with an answer that no form can hold. */
export function readProfileFile(sections: readonly SettingSection[], stands: Profile, text: string): ReadFile | null {
  const file = fileIn(text)
  if (!file) return null
  const known = settingsOf(sections)
  const wrong: WrongErrand[] = []
  let profile = stands
  for (const setting of known) {
    const answers = Object.hasOwn(file.settings, setting.address) ? file.settings[setting.address] : undefined
    if (!isBranch(answers)) continue
    const before = setting.read(profile)
    const form = posted(setting.fields, answers, before)
    if (!form) return null
    const { values, problems } = parse(setting.fields, form)
    const refusal = problems.length > 0 ? null : (setting.refuses?.(values as Values<Fields>) ?? null)
    if (problems.length > 0 || refusal) wrong.push({ setting, problems, refusal })
    else if (Object.entries(setting.fields).some(([name, field]) => !sameAnswer(field, before[name], values[name])))
      profile = setting.write(profile, values as Values<Fields>)
  }
  const addresses = new Set(known.map(({ address }) => address))
  return { profile, wrong, unknown: Object.keys(file.settings).filter((one) => !addresses.has(one)).length }
}

function fileIn(text: string): ProfileFile | null {
  try {
    // Windows writes a mark before the text.
    const read: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    const whole = isBranch(read) && read.varde === 'settings' && presets.some((one) => one === read.preset) && isBranch(read.settings)
    return whole ? (read as ProfileFile) : null
  } catch {
    return null
  }
}

/** The answers as a browser would post them; what the file does not say stays as it is. Null: an answer is of no kind that a form can hold. */
function posted(fields: Fields, answers: Readonly<Record<string, unknown>>, stands: Values<Fields>): Form | null {
  const form: Record<string, string | string[]> = {}
  for (const name of Object.keys(fields)) {
    const answer = asPosted(Object.hasOwn(answers, name) ? answers[name] : stands[name])
    if (answer === null) return null
    form[name] = answer
  }
  return form
}

function asPosted(answer: unknown): string | string[] | null {
  if (!Array.isArray(answer)) return wordOf(answer)
  const words = answer.map(wordOf)
  return words.every((word) => word !== null) ? words : null
}

/** Asked of nothing but plain answers: an object may say of itself that it cannot be written, and a list may lie in a list without end. */
const wordOf = (answer: unknown): string | null =>
  answer === null || answer === undefined ? '' : ['string', 'number', 'boolean'].includes(typeof answer) ? String(answer) : null

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
