import type { Role } from '../../../kernel/actor.ts'
import { type Profile, profilePart, type SettingSection } from '../../../kernel/profile.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { ownTextWords } from '../../organisation/public.ts'
import { caseProfile } from '../presets.ts'
import { atWork, gapsOf, protectsReporters } from '../rules-profile.ts'
import { placeWords } from './place-words.ts'
import * as settings from './settings.ts'
import { settingTexts } from './texts.ts'

const named = (profile: Profile, roles: readonly Role[], locale: Locale) =>
  [...new Set(roles)].map((role) => profile.titles[role][locale]).join(', ')

const sections: readonly SettingSection[] = [
  {
    id: 'avvik',
    of: 'cases',
    title: (locale) => settingTexts(locale).section.deviations,
    state: (profile, locale) => {
      const { caseTypes, routes } = caseProfile(profile).deviation
      return named(
        profile,
        caseTypes.flatMap((type) => routes[type].queue),
        locale,
      )
    },
    settings: [
      settings.definition,
      settings.urgency,
      settings.kinds,
      ...settings.receivers,
      settings.leader,
      settings.officer,
      settings.protection,
      settings.open,
      settings.mailIn,
      settings.links,
      settings.register,
    ],
  },
  {
    id: 'vurdering',
    of: 'cases',
    title: (locale) => settingTexts(locale).section.assessment,
    state: (profile, locale) => {
      const { assessment, closing } = caseProfile(profile)
      return named(profile, [...assessment.assessors, ...assessment.deciders, ...closing.deciders], locale)
    },
    settings: [settings.deciders, settings.jointly, settings.duties, settings.closing],
  },
  { id: 'tekster', of: 'organisation', title: (locale) => ownTextWords(locale).title, state: () => '', settings: settings.ownTexts },
  {
    id: 'melding',
    of: 'cases',
    title: (locale) => settingTexts(locale).section.authority,
    state: (profile, locale) => {
      const { authority, subjectMessage } = caseProfile(profile)
      return named(profile, [...authority.senders, ...subjectMessage.signers], locale)
    },
    settings: [settings.letters, settings.regimes, settings.instruction, settings.reminders],
    fixed: (profile, locale) => {
      const t = settingTexts(locale)
      return [{ label: t.hours, value: t.hoursValue(caseProfile(profile).authority.hours) }]
    },
  },
]

/** The deviation's part of the profile, its notices and its closing among them. */
export const casePart = profilePart(caseProfile, {
  gaps: gapsOf,
  atWork,
  hides: protectsReporters,
  words: placeWords,
  whole: [
    /^ownWords\.\w+$/,
    /^reportLinks$/,
    /^deviation\.(routes\.\w+|definition|urgency|mailIn)$/,
    /^authority\.instruction$/,
    /^assessment\.dutyTable$/,
  ],
  sections,
})
