import type { Locale } from '../../kernel/texts.ts'

/** The classes of information (S4-013), from the least to the most protected. */
export const informationClasses = ['public', 'internal', 'exempt', 'personal', 'sensitive'] as const
export type InformationClass = (typeof informationClasses)[number]

type Words = Readonly<Record<InformationClass, string>>

const words: Readonly<Record<Locale, Words>> = {
  nb: {
    public: 'Åpen',
    internal: 'Intern',
    exempt: 'Fortrolig (unntatt offentlighet)',
    personal: 'Personopplysninger',
    sensitive: 'Sensitive opplysninger',
  },
  nn: {
    public: 'Open',
    internal: 'Intern',
    exempt: 'Fortruleg (unnateken offentlegheit)',
    personal: 'Personopplysningar',
    sensitive: 'Sensitive opplysningar',
  },
  en: {
    public: 'Public',
    internal: 'Internal',
    exempt: 'Confidential (exempt from public access)',
    personal: 'Personal data',
    sensitive: 'Sensitive data',
  },
}

/** What each class is called, wherever one is chosen. */
export const informationWords = (locale: Locale): Words => words[locale]

/** How well something must be kept: secret, right and at hand (S2-45, S4-009 to S4-011). */
export const needs = ['low', 'medium', 'high'] as const
