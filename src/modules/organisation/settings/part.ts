import { type Role, roles } from '../../../kernel/actor.ts'
import { ownText, type PlaceWords, profilePart, type Setting, type SettingSection, setting } from '../../../kernel/profile.ts'
import { ownTexts, ownWords } from '../own-texts.ts'
import { profiles } from '../presets.ts'
import { archiveFields, languageFields, titleFields } from './fields.ts'
import { settingTexts } from './texts.ts'

const language = setting({
  address: 'sprak',
  fields: languageFields,
  heading: (_, locale) => settingTexts(locale).language.heading,
  follows: (locale) => settingTexts(locale).language.follows,
  labels: (_, locale) => settingTexts(locale).language.fields,
  read: ({ locale }) => ({ locale }),
  write: (profile, { locale }) => ({ ...profile, locale: locale ?? profile.locale }),
})

const archive = setting({
  address: 'arkiv',
  fields: archiveFields,
  heading: (_, locale) => settingTexts(locale).archive.heading,
  follows: (locale) => settingTexts(locale).archive.follows,
  labels: (_, locale) => settingTexts(locale).archive.fields,
  read: ({ archive: { system, accessCode } }) => ({ system, accessCode }),
  write: (profile, { system, accessCode }) => ({ ...profile, archive: { system, accessCode } }),
})

const titleOfRole = (role: Role): Setting =>
  setting({
    address: `tittel-${role}`,
    fields: titleFields,
    heading: ({ titles }, locale) => settingTexts(locale).title.heading(titles[role][locale]),
    follows: (locale) => settingTexts(locale).title.follows,
    labels: (_, locale) => settingTexts(locale).title.fields,
    says: ({ titles }, locale) => titles[role][locale],
    named: ({ preset }, locale) => profiles[preset].titles[role][locale],
    // Studies are led where there are students.
    shown: ({ orgType }) => role !== 'studyHead' || orgType === 'university',
    read: ({ titles }) => ({ ...titles[role] }),
    write: (profile, { nb, nn, en }) => {
      const before = profile.titles[role]
      return { ...profile, titles: { ...profile.titles, [role]: { nb: nb ?? before.nb, nn: nn ?? before.nn, en: en ?? before.en } } }
    },
  })

/** The words at the foot of every document; the standard is none. */
const footer = ownText({
  address: 'tekst-dokument',
  heading: (_, locale) => settingTexts(locale).footer.heading,
  follows: (locale) => settingTexts(locale).footer.follows,
  words: (locale) => ({ ...settingTexts(locale).ownText, standard: settingTexts(locale).footer.standard }),
  read: (profile) => ownWords(profile).footer,
  write: (profile, text) => ({ ...ownTexts(profile), texts: { footer: text } }),
})

const sections: readonly SettingSection[] = [
  {
    id: 'oppsett',
    of: 'organisation',
    title: (locale) => settingTexts(locale).general,
    state: ({ orgType }, locale) => settingTexts(locale).kinds[orgType],
    settings: [language, archive],
    fixed: ({ orgType }, locale) => [{ label: settingTexts(locale).kind, value: settingTexts(locale).kinds[orgType] }],
  },
  {
    id: 'tekster',
    of: 'organisation',
    last: true,
    title: (locale) => settingTexts(locale).ownText.title,
    lead: (locale) => settingTexts(locale).ownText.lead,
    state: () => '',
    settings: [footer],
  },
  {
    id: 'titler',
    of: 'organisation',
    last: true,
    title: (locale) => settingTexts(locale).titles,
    state: ({ titles, preset }, locale) =>
      settingTexts(locale).titlesOwn(roles.filter((role) => titles[role][locale] !== profiles[preset].titles[role][locale]).length),
    lead: (locale) => settingTexts(locale).titlesLead,
    settings: roles.map(titleOfRole),
  },
]

const words: PlaceWords = [
  ['titles', 'hva rollene heter', 'kva rollene heiter', 'what the roles are called'],
  ['locale', 'språk', 'språk', 'language'],
  ['texts.footer', 'tekst nederst på dokumenter', 'tekst nedst på dokument', 'text at the foot of documents'],
  ['archive', 'arkiv', 'arkiv', 'archive'],
]

/** What every module may ask of the profile, to change. */
export const generalPart = profilePart(ownTexts, { words, whole: [/^titles\.\w+$/, /^texts\.\w+$/], sections })
