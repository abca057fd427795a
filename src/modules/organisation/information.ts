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
export type Need = (typeof needs)[number]

type NeedWords = Readonly<
  Record<
    'confidentiality' | 'integrity' | 'availability',
    { readonly label: string; readonly hint: string; readonly choices: Readonly<Record<Need, string>> }
  >
>
const howImportant = {
  nb: { low: 'Lite viktig', medium: 'Viktig', high: 'Svært viktig' },
  nn: { low: 'Lite viktig', medium: 'Viktig', high: 'Svært viktig' },
  en: { low: 'Not very important', medium: 'Important', high: 'Very important' },
}
const ofNeeds: Readonly<Record<Locale, NeedWords>> = {
  nb: {
    confidentiality: {
      label: 'Hvor viktig er konfidensialiteten?',
      hint: 'Konfidensialitet: informasjonen er bare tilgjengelig for dem som trenger den i jobben.',
      choices: howImportant.nb,
    },
    integrity: {
      label: 'Hvor viktig er integriteten?',
      hint: 'Integritet: informasjonen er fullstendig, riktig og gyldig, og ikke endret av noen uten tilgang.',
      choices: howImportant.nb,
    },
    availability: {
      label: 'Hvor viktig er tilgjengeligheten?',
      hint: 'Tilgjengelighet: informasjonen er der til rett tid for dem som trenger den.',
      choices: howImportant.nb,
    },
  },
  nn: {
    confidentiality: {
      label: 'Kor viktig er konfidensialiteten?',
      hint: 'Konfidensialitet: informasjonen er berre tilgjengeleg for dei som treng han i jobben.',
      choices: howImportant.nn,
    },
    integrity: {
      label: 'Kor viktig er integriteten?',
      hint: 'Integritet: informasjonen er fullstendig, rett og gyldig, og ikkje endra av nokon utan tilgang.',
      choices: howImportant.nn,
    },
    availability: {
      label: 'Kor viktig er tilgjenget?',
      hint: 'Tilgjenge: informasjonen er der til rett tid for dei som treng han.',
      choices: howImportant.nn,
    },
  },
  en: {
    confidentiality: {
      label: 'How important is confidentiality?',
      hint: 'Confidentiality: the information is available only to those who need it in their job.',
      choices: howImportant.en,
    },
    integrity: {
      label: 'How important is integrity?',
      hint: 'Integrity: the information is complete, accurate and valid, and not changed by anyone without access.',
      choices: howImportant.en,
    },
    availability: {
      label: 'How important is availability?',
      hint: 'Availability: the information is there at the right time for those who need it.',
      choices: howImportant.en,
    },
  },
}

/** The three attributes of information security, asked in the same words of a system, in a risk analysis and in a case (S4-009 to S4-011). */
export const needWords = (locale: Locale): NeedWords => ofNeeds[locale]
