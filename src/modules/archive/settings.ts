import { refuse } from '../../kernel/change.ts'
import { type DocumentType, documentTypes } from '../../kernel/documented.ts'
import { type PlaceWords, profilePart, type Setting, setting } from '../../kernel/profile.ts'
import type { Locale } from '../../kernel/texts.ts'
import { helpFields, plannedFields } from './fields.ts'
import { unknownIn } from './plan.ts'
import { archivePlan, own } from './profile.ts'
import { texts } from './texts.ts'

const ofType = (type: DocumentType): Setting =>
  setting({
    address: `arkivplan-${type}`,
    fields: plannedFields,
    heading: (_, locale) => texts(locale).types[type],
    follows: (locale) => texts(locale).setting.follows,
    labels: (_, locale) => texts(locale).setting.fields,
    says: (profile, locale) => {
      const { folder, access, ground } = archivePlan(profile).types[type]
      return [folder, texts(locale).setting.fields.access.choices[access], ground].filter(Boolean).join(' · ')
    },
    read: (profile) => archivePlan(profile).types[type],
    write: (profile, { folder, access, ground }) => {
      const plan = archivePlan(profile)
      const before = plan.types[type]
      const next = { folder: folder ?? before.folder, access: access ?? before.access, ground: access === 'public' ? null : ground }
      return { ...own(profile), archivePlan: { ...plan, types: { ...plan.types, [type]: next } } }
    },
    refuses: ({ folder, access, ground }) => {
      if (unknownIn(String(folder ?? '')).length > 0) return refuse('unknownPlace', ['folder'])
      return access === 'exempt' && !ground ? refuse('groundMissing', ['ground']) : null
    },
    refusals: (locale) => texts(locale).refusals,
  })

const help = setting({
  address: 'arkivplan-hjelp',
  fields: helpFields,
  heading: (_, locale) => texts(locale).setting.help,
  follows: (locale) => texts(locale).setting.helpFollows,
  labels: (_, locale) => texts(locale).setting.helpFields,
  says: (profile, locale) => archivePlan(profile).help[locale] || texts(locale).setting.noHelp,
  read: (profile) => {
    const { help: said, link } = archivePlan(profile)
    return { nb: said.nb || null, nn: said.nn || null, en: said.en || null, link }
  },
  write: (profile, { nb, nn, en, link }) => ({
    ...own(profile),
    archivePlan: { ...archivePlan(profile), help: { nb: nb ?? '', nn: nn ?? '', en: en ?? '' }, link },
  }),
  refuses: ({ link }) => (link && !/^https:\/\/[^\s]+$/.test(String(link)) ? refuse('notALink', ['link']) : null),
  refusals: (locale) => texts(locale).refusals,
})

const words: PlaceWords = [['archivePlan', 'arkivplan', 'arkivplan', 'archive plan']]

export const archivePart = profilePart(own, {
  words,
  whole: [/^archivePlan\.types\.\w+$/, /^archivePlan\.help$/],
  sections: [
    {
      id: 'arkivplan',
      of: 'control',
      title: (locale: Locale) => texts(locale).setting.title,
      state: ({ archive }, locale) => archive.system ?? texts(locale).setting.noSystem,
      lead: (locale) => texts(locale).setting.lead,
      settings: [...documentTypes.map(ofType), help],
    },
  ],
})
