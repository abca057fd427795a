import type { Preset } from '../../kernel/profile.ts'
import type { Localised } from '../../kernel/texts.ts'

const elsewhere: Localised = {
  nb: 'lønns- og personalsystemet og andre sentrale fagsystemer',
  nn: 'løns- og personalsystemet og andre sentrale fagsystem',
  en: 'the payroll and personnel system and other central specialist systems',
}
/** The systems whose extracts are asked about, by what an organisation begins with (S2-34). */
export const centralSystems: Readonly<Record<Preset, Localised>> = {
  oslomet: {
    nb: 'lønns- og personalsystemet og studentsystemet',
    nn: 'løns- og personalsystemet og studentsystemet',
    en: 'the payroll and personnel system and the student system',
  },
  uio: { nb: 'SAPUiO og FS', nn: 'SAPUiO og FS', en: 'SAPUiO and FS' },
  sauda: elsewhere,
  sandnes: elsewhere,
}
/** The source cites chapters of its own rules: they are in nobody else's. */
export const citesOwnRules: Readonly<Record<Preset, boolean>> = { oslomet: false, uio: true, sauda: false, sandnes: false }
