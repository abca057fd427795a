import type { DocumentType } from '../../kernel/documented.ts'
import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'

/** Where one type of document goes in the archive, and whether the public may read it. */
export type Planned = {
  /** A folder by its name: [år], [dato], [navn], [referanse]; a slash is a folder in the folder. */
  readonly folder: string
  readonly access: 'public' | 'exempt'
  /** The paragraph that the exemption rests on, with its part: offentleglova § 31 asks for it. */
  readonly ground: string | null
}

/** The archive plan: this module's part of the profile (S0-14, S4-146). */
export type ArchivePlan = {
  readonly types: Readonly<Record<DocumentType, Planned>>
  readonly help: Localised
  readonly link: string | null
}

/** A duty of secrecy for what is personal, and what would make crime easier. Offentleglova, read 29 November 2026. */
const personal = 'offl. § 13, jf. fvl. § 13 første ledd nr. 1'
const security = 'offl. § 24 tredje ledd'

const open = (folder: string): Planned => ({ folder, access: 'public', ground: null })
const closed = (folder: string, ground: string): Planned => ({ folder, access: 'exempt', ground })

/** Only the notice to Datatilsynet, agreements and the record are public as a rule; each document may be judged otherwise in the archive. */
const types = {
  risk: closed('Risikovurderinger [år]', security),
  dpia: closed('DPIA [år]', security),
  agreement: open('Databehandleravtaler'),
  processing: open('Behandlinger [år]'),
  case: closed('Avvik [år]/[referanse]', personal),
  notice: open('Avvik [år]/[referanse]'),
  other: closed('Personvern [år]', personal),
} as const satisfies ArchivePlan['types']

const nowhere: Localised = inAll(() => '')
const p360: Localised = {
  nb: 'Nettsiden «Dokumentasjon av personvern i P360» sier hvilke typer dokumenter som skal lagres i Public 360, og gir tips til hvordan du ordner dem.',
  nn: 'Nettsida «Dokumentasjon av personvern i P360» seier kva typar dokument som skal lagrast i Public 360, og gir tips til korleis du ordnar dei.',
  en: 'The web page “Documentation of privacy in P360” says which types of documents are to be stored in Public 360, and how best to arrange them.',
}

const officer = 'personvernombud [år]'
const plans: Readonly<Record<Preset, { readonly archivePlan: ArchivePlan }>> = {
  oslomet: { archivePlan: { types, help: p360, link: null } },
  uio: { archivePlan: { types, help: nowhere, link: null } },
  sauda: {
    archivePlan: {
      types: {
        ...types,
        risk: closed('Risikovurderingar [år]', security),
        agreement: open('Databehandlaravtalar'),
        case: closed('[dato]_[navn]', personal),
        notice: open('[dato]_[navn]'),
      },
      help: nowhere,
      link: null,
    },
  },
  sandnes: {
    archivePlan: {
      types: {
        ...types,
        case: closed(officer, 'offl. § 13, jf. personopplysningsloven § 18'),
        notice: open(officer),
        other: closed(officer, 'offl. § 13, jf. personopplysningsloven § 18'),
      },
      help: nowhere,
      link: null,
    },
  },
}
export const own = ownProfile(plans)
export const archivePlan = (profile: Profile): ArchivePlan => own(profile).archivePlan
