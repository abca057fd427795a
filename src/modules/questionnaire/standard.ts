import { forKind } from '../../kernel/kind.ts'
import type { Profile } from '../../kernel/profile.ts'
import type { Locale, Localised } from '../../kernel/texts.ts'
import type { Content, Option, Question, Section } from './content.ts'
import { definite } from './definite.ts'
import { en } from './standard-en.ts'
import { nb } from './standard-nb.ts'
import { nn } from './standard-nn.ts'

import { type Planned, plan, readOn, type StandardKey, type StandardWords } from './standard-words.ts'

/** The words that differ between organisations: put in when the questionnaire is begun, so that what is published says the same for good. */
export type Filled = Readonly<Record<'org' | 'dpo' | 'controller' | 'cert' | 'camera' | 'systems', Localised>>

/** What decides which words of the source are for an organisation: its kind, how it writes, and whether the rules it cites are its own. */
export type Whose = { readonly orgType: Profile['orgType']; readonly locale: Profile['locale']; readonly ownRules: boolean }

/** UiO's yearly internal control, with an organisation's own names in it. */
export function standard(
  filled: Filled,
  whose: Whose,
): {
  readonly name: Localised
  readonly source: Localised
  readonly sourceOn: string
  readonly content: Content
} {
  const inSentences: Filled = { ...filled, dpo: definite(filled.dpo), controller: definite(filled.controller), cert: definite(filled.cert) }
  const say = (of: (words: StandardWords) => string): Localised => ({
    nb: fill(forWhom(of(nb), whose), inSentences, 'nb'),
    nn: fill(forWhom(of(nn), whose), inSentences, 'nn'),
    en: fill(forWhom(of(en), whose), inSentences, 'en'),
  })
  const option = (key: keyof StandardWords['options'], meaning: Option['meaning']): Option => ({
    key,
    meaning,
    label: say(({ options }) => options[key][0]),
    hint: say(({ options }) => options[key][1]),
  })
  const question = (key: StandardKey, { rule, known, scoring = 'straight', reports = false }: Planned): Question => ({
    key,
    text: say(({ questions }) => questions[key].text),
    guidance: say(({ questions }) => questions[key].guidance),
    rule: say(({ questions }) => questions[key].rule),
    ruleSource: rule[whose.locale],
    ruleReadOn: readOn,
    // How it was in 2016 is asked by nobody but whose questions they were.
    historic: say(({ questions }) => (whose.ownRules ? questions[key].historic : '')),
    scale: scoring === 'straight' ? 'covered' : 'yesNo',
    scoring,
    known: known ?? null,
    reports,
  })
  const sections = Object.entries(plan).map(
    ([key, questions]): Section => ({
      key,
      title: say(({ sections: said }) => said[key as keyof typeof plan][0]),
      intro: say(({ sections: said }) => said[key as keyof typeof plan][1]),
      questions: (Object.entries(questions) as [StandardKey, Planned][])
        .filter(([, { only }]) => only === undefined || only === whose.orgType)
        .map(([name, planned]) => question(name, planned)),
    }),
  )
  return {
    name: say(({ name }) => name),
    source: say(({ source }) => source),
    sourceOn: '2016-12-09',
    content: {
      scales: {
        covered: [option('covered', 'yes'), option('notCovered', 'no')],
        yesNo: [option('yes', 'yes'), option('no', 'no')],
      },
      sections,
    },
  }
}

/** `{ownRules: …}` is for whoever has the rules that the source cites. */
const forWhom = (text: string, { orgType, ownRules }: Whose): string =>
  forKind(text, orgType)
    .replace(/\{ownRules:([^{}]*(?:\{\w+\}[^{}]*)*)\}/g, (_, words: string) => (ownRules ? words : ''))
    .trim()

/** A title that begins a sentence has a capital letter. */
const fill = (text: string, filled: Filled, locale: Locale): string =>
  text.replace(/\{(\w+)\}/g, (mark, name: string, at: number) => {
    const word = filled[name as keyof Filled]?.[locale] ?? mark
    return at === 0 || /[.!?]\s$/.test(text.slice(0, at)) ? word.charAt(0).toUpperCase() + word.slice(1) : word
  })
