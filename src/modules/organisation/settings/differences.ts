import type { Field } from '../../../kernel/fields.ts'
import type { Profile, SettingSection } from '../../../kernel/profile.ts'
import type { Locale } from '../../../kernel/texts.ts'

type Said = { readonly field: Field; readonly value: unknown; readonly text: Text }
type Text = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }
/** One question that two profiles answer differently. `setting`: where it is changed. */
export type Difference = {
  readonly setting: string
  readonly name: string
  readonly label: string
  readonly before: Said
  readonly after: Said
}

/** What is chosen of several is a set: in whatever order it stands, it is the same answer. */
export const sameAnswer = ({ kind }: Field, one: unknown, other: unknown): boolean => {
  const told = (answer: unknown) => JSON.stringify(kind === 'choices' && Array.isArray(answer) ? answer.toSorted() : answer)
  return told(one) === told(other)
}

/** What differs between two profiles, question by question, in the order of the page of settings and in the words of the later one. */
export const differencesBetween = (
  sections: readonly SettingSection[],
  before: Profile,
  after: Profile,
  locale: Locale,
): readonly Difference[] =>
  sections
    .flatMap(({ settings }) => settings)
    .flatMap((setting) => {
      const [was, is] = [setting.read(before), setting.read(after)]
      const labels = setting.labels(after, locale)
      const heading = (setting.named ?? setting.heading)(after, locale)
      return Object.entries(setting.fields)
        .filter(([name, field]) => !sameAnswer(field, was[name], is[name]))
        .map(([name, field]) => {
          const text = labels[name] as Text
          const label = `${heading}: ${text.label}`
          return {
            setting: setting.address,
            name,
            label,
            before: { field, value: was[name], text },
            after: { field, value: is[name], text },
          }
        })
    })
