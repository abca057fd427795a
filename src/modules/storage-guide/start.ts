import { emptyValues } from '../../kernel/fields.ts'
import type { Preset } from '../../kernel/profile.ts'
import type { Locale, Localised } from '../../kernel/texts.ts'
import { placeFields } from './fields.ts'
import type { InformationClass, PlaceValues, Verdict } from './storage-guide.ts'

type Row = {
  readonly name: Localised
  /** In the order of the classes: public, internal, exempt, personal, sensitive. */
  readonly may: readonly [Verdict, Verdict, Verdict, Verdict, Verdict]
  readonly condition?: Localised
  readonly recommended?: readonly InformationClass[]
}

const say = (nb: string, nn: string, en: string): Localised => ({ nb, nn, en })
const yes = 'allowed'
const no = 'notAllowed'
const onIf = 'allowedIf'

const caseSystem: Row = {
  name: say('Sak- og arkivsystemet', 'Sak- og arkivsystemet', 'The case and archive system'),
  may: [yes, yes, yes, yes, yes],
  recommended: ['personal', 'sensitive'],
}
const professional: Row = {
  name: say('Fagsystemene', 'Fagsystema', 'The specialist systems'),
  may: [yes, yes, yes, yes, yes],
  recommended: ['personal', 'sensitive'],
}
const restricted: Row = {
  name: say('Fellesområde med begrenset tilgang', 'Fellesområde med avgrensa tilgang', 'Shared area with restricted access'),
  may: [yes, yes, yes, yes, onIf],
  condition: say(
    'Bare de som trenger opplysningene i jobben, har tilgang.',
    'Berre dei som treng opplysningane i jobben, har tilgang.',
    'Only those who need the data in their work have access.',
  ),
  recommended: ['internal', 'exempt', 'personal', 'sensitive'],
}
const website: Row = {
  name: say('Nettsidene', 'Nettsidene', 'The website'),
  may: [yes, no, no, no, no],
  recommended: ['public'],
}
const plainStick: Row = {
  name: say('Minnepinne uten kryptering', 'Minnepinne utan kryptering', 'Memory stick without encryption'),
  may: [yes, no, no, no, no],
}
const stick: Row = {
  name: say('Kryptert minnepinne', 'Kryptert minnepinne', 'Encrypted memory stick'),
  may: [yes, yes, onIf, onIf, onIf],
  condition: say(
    'Bare for å flytte opplysningene. Slett dem etterpå.',
    'Berre for å flytte opplysningane. Slett dei etterpå.',
    'Only to move the data. Delete them afterwards.',
  ),
}
const mailbox: Row = {
  name: say('E-post', 'E-post', 'E-mail'),
  may: [yes, yes, no, no, no],
}
const cloud = (name: string): Row => ({
  name: say(name, name, name),
  may: [yes, yes, yes, yes, onIf],
  condition: say(
    'Tilgangen er begrenset til dem som trenger opplysningene.',
    'Tilgangen er avgrensa til dei som treng opplysningane.',
    'Access is limited to those who need the data.',
  ),
})
const home = (...may: Row['may']): Row => ({ name: say('Hjemmeområde', 'Heimeområde', 'Home area'), may })

const university: readonly Row[] = [caseSystem, professional, restricted, home(no, no, no, no, no), stick, plainStick, mailbox, website]
/** The leader makes it possible to store in these (S4-052). */
const municipality: readonly Row[] = [
  professional,
  caseSystem,
  {
    ...home(yes, yes, yes, yes, onIf),
    condition: say('Bare til egne arbeidsdokumenter.', 'Berre til eigne arbeidsdokument.', 'Only for your own working documents.'),
  },
  { ...restricted, name: say('Fellesområde', 'Fellesområde', 'Shared area') },
  cloud('Teams'),
  cloud('SharePoint'),
  cloud('OneDrive'),
  stick,
  plainStick,
  mailbox,
  website,
]
const rows: Readonly<Record<Preset, readonly Row[]>> = { oslomet: university, uio: university, sauda: municipality, sandnes: municipality }

/** What the storage guide of a profile begins with, in the organisation's own language. */
export const startPlaces = (preset: Preset, locale: Locale): readonly (PlaceValues & { readonly name: string })[] =>
  rows[preset].map(({ name, may, condition, recommended }, at) => ({
    ...emptyValues(placeFields),
    name: name[locale],
    ...{ public: may[0], internal: may[1], exempt: may[2], personal: may[3], sensitive: may[4] },
    condition: condition?.[locale] ?? null,
    recommendedFor: recommended ?? [],
    rank: at + 1,
    inUse: 'yes',
  }))
