import type { Role } from '../../kernel/actor.ts'
import type { Preset } from '../../kernel/profile.ts'
import type { UnitKind } from '../../modules/people/public.ts'

/** A unit with those below it; `leader` is the last part of the leader's slug. */
export type Branch = {
  readonly name: string
  readonly kind: UnitKind
  readonly leader?: string
  readonly below?: readonly Branch[]
}

/**
 * Somebody to be in the demo: a role, never a name of a person. The slug is `<organisation>-<slug>` and never changes, since
 * scripts and links use it.
 */
export type Seat = {
  readonly slug: string
  readonly title: string
  readonly unit: string
  readonly roles?: readonly Role[]
  /** The roles hold for the seat's own unit and below, not for the whole organisation. */
  readonly ownUnit?: true
  /** Seats with the same address are one person with one account in several organisations. */
  readonly account?: string
}

export type Example = {
  readonly preset: Preset
  readonly name: string
  /** How people say it: "Personvernombud, Sauda". */
  readonly short: string
  readonly domain: string
  /**
   * Invented. The check digit is right, and the number begins with 3: real ones begin with 8 or 9, so it is nobody's. The telephone is
   * zeros for the same reason.
   */
  readonly details: { readonly number: string; readonly address: string; readonly telephone: string }
  readonly tree: Branch
  readonly seats: readonly Seat[]
}

const shared = 'personvernradgiver@interkommunalt.example'

export const examples: readonly Example[] = [
  {
    preset: 'oslomet',
    name: 'OsloMet – storbyuniversitetet',
    short: 'OsloMet',
    domain: 'oslomet.example',
    details: { number: '300000010', address: 'Eksempelgata 1\n0000 Oslo', telephone: '00 00 00 00' },
    tree: {
      name: 'OsloMet – storbyuniversitetet',
      kind: 'organisation',
      leader: 'rektor',
      below: [
        {
          name: 'Fakultet for helsevitenskap',
          kind: 'faculty',
          below: [
            { name: 'Institutt for sykepleie og helsefremmende arbeid', kind: 'department' },
            { name: 'Institutt for rehabilitering og helseteknologi', kind: 'department' },
          ],
        },
        {
          name: 'Fakultet for lærerutdanning og internasjonale studier',
          kind: 'faculty',
          leader: 'fakultetsleder',
          below: [
            { name: 'Institutt for grunnskole- og faglærerutdanning', kind: 'department', leader: 'leder' },
            { name: 'Institutt for barnehagelærerutdanning', kind: 'department' },
          ],
        },
        {
          name: 'Fakultet for samfunnsvitenskap',
          kind: 'faculty',
          below: [
            { name: 'Institutt for sosialfag', kind: 'department' },
            { name: 'Handelshøyskolen', kind: 'department' },
          ],
        },
        { name: 'Fakultet for teknologi, kunst og design', kind: 'faculty' },
        { name: 'Senter for velferds- og arbeidslivsforskning', kind: 'centre' },
        {
          name: 'Fellesadministrasjonen',
          kind: 'area',
          below: [
            { name: 'Avdeling for IT', kind: 'department' },
            { name: 'Seksjon for informasjonssikkerhet og personvern', kind: 'unit' },
            { name: 'Avdeling for utdanning', kind: 'department' },
            { name: 'Avdeling for HR', kind: 'department' },
            { name: 'Seksjon for dokumentasjon og informasjonsforvaltning', kind: 'unit' },
          ],
        },
      ],
    },
    seats: [
      { slug: 'ansatt', title: 'Underviser', unit: 'Institutt for grunnskole- og faglærerutdanning' },
      { slug: 'saksbehandler', title: 'Saksbehandler', unit: 'Avdeling for utdanning', roles: ['caseworker'] },
      { slug: 'leder', title: 'Instituttleder', unit: 'Institutt for grunnskole- og faglærerutdanning', roles: ['leader'], ownUnit: true },
      {
        slug: 'fakultetsleder',
        title: 'Leder ved fakultet',
        unit: 'Fakultet for lærerutdanning og internasjonale studier',
        roles: ['unitHead'],
        ownUnit: true,
      },
      {
        slug: 'personvernkontakt',
        title: 'Personvernkontakt',
        unit: 'Fakultet for lærerutdanning og internasjonale studier',
        roles: ['privacyContact'],
        ownUnit: true,
      },
      {
        slug: 'studieleder',
        title: 'Studieleder',
        unit: 'Fakultet for lærerutdanning og internasjonale studier',
        roles: ['studyHead'],
        ownUnit: true,
      },
      { slug: 'sikkerhet', title: 'Sikkerhetsteamet', unit: 'Seksjon for informasjonssikkerhet og personvern', roles: ['centralAssessor'] },
      {
        slug: 'informasjonssikkerhetssjef',
        title: 'Informasjonssikkerhetssjef',
        unit: 'Seksjon for informasjonssikkerhet og personvern',
        roles: ['ciso'],
      },
      { slug: 'rektor', title: 'Rektor', unit: 'OsloMet – storbyuniversitetet', roles: ['controller'] },
      { slug: 'systemeier', title: 'Systemeier', unit: 'Avdeling for utdanning', roles: ['systemOwner'] },
      { slug: 'it-sjef', title: 'IT-sjef', unit: 'Avdeling for IT', roles: ['itHead'] },
      {
        slug: 'dokumentsenter',
        title: 'Dokumentsenter',
        unit: 'Seksjon for dokumentasjon og informasjonsforvaltning',
        roles: ['documentCentre'],
      },
      { slug: 'revisor', title: 'Revisor', unit: 'Fellesadministrasjonen', roles: ['auditor'] },
      { slug: 'administrator', title: 'Administrator', unit: 'Seksjon for informasjonssikkerhet og personvern', roles: ['admin'] },
    ],
  },
  {
    preset: 'uio',
    name: 'Universitetet i Oslo',
    short: 'UiO',
    domain: 'uio.example',
    details: { number: '300000029', address: 'Eksempelgata 1\n0000 Oslo', telephone: '00 00 00 00' },
    tree: {
      name: 'Universitetet i Oslo',
      kind: 'organisation',
      leader: 'universitetsdirektor',
      below: [
        {
          name: 'Det matematisk-naturvitenskapelige fakultet',
          kind: 'faculty',
          leader: 'enhetsleder',
          below: [
            { name: 'Institutt for informatikk', kind: 'department', leader: 'leder' },
            { name: 'Kjemisk institutt', kind: 'department' },
          ],
        },
        {
          name: 'Det medisinske fakultet',
          kind: 'faculty',
          below: [
            { name: 'Institutt for helse og samfunn', kind: 'department' },
            { name: 'Institutt for klinisk medisin', kind: 'department' },
          ],
        },
        { name: 'Det juridiske fakultet', kind: 'faculty', below: [{ name: 'Senter for rettsinformatikk', kind: 'centre' }] },
        { name: 'Det utdanningsvitenskapelige fakultet', kind: 'faculty' },
        { name: 'Universitetsbiblioteket', kind: 'unit' },
        {
          name: 'Universitetsadministrasjonen',
          kind: 'area',
          below: [
            { name: 'Avdeling for studieadministrasjon', kind: 'department' },
            { name: 'Avdeling for administrativ støtte', kind: 'department' },
            { name: 'Avdeling for personalstøtte', kind: 'department' },
            { name: 'Eiendomsavdelingen', kind: 'department' },
            { name: 'USIT', kind: 'department', leader: 'it-sjef', below: [{ name: 'UiO-CERT', kind: 'unit' }] },
          ],
        },
      ],
    },
    seats: [
      { slug: 'ansatt', title: 'Forsker', unit: 'Institutt for informatikk' },
      { slug: 'saksbehandler', title: 'Saksbehandler', unit: 'Avdeling for studieadministrasjon', roles: ['caseworker'] },
      { slug: 'leder', title: 'Instituttleder', unit: 'Institutt for informatikk', roles: ['leader'], ownUnit: true },
      {
        slug: 'enhetsleder',
        title: 'Enhetsleder',
        unit: 'Det matematisk-naturvitenskapelige fakultet',
        roles: ['unitHead'],
        ownUnit: true,
      },
      { slug: 'cert', title: 'UiO-CERT', unit: 'UiO-CERT', roles: ['cert'] },
      { slug: 'personvernombud', title: 'Personvernombud', unit: 'Universitetsadministrasjonen', roles: ['dpo'] },
      { slug: 'universitetsdirektor', title: 'Universitetsdirektør', unit: 'Universitetet i Oslo', roles: ['controller'] },
      { slug: 'systemeier', title: 'Systemeier', unit: 'Avdeling for studieadministrasjon', roles: ['systemOwner'] },
      { slug: 'eiendom', title: 'Eiendomssjef', unit: 'Eiendomsavdelingen', roles: ['property'] },
      { slug: 'it-sjef', title: 'IT-direktør', unit: 'USIT', roles: ['itHead'] },
      { slug: 'dokumentsenter', title: 'Dokumentsenter', unit: 'Avdeling for administrativ støtte', roles: ['documentCentre'] },
      { slug: 'revisor', title: 'Revisor', unit: 'Universitetsadministrasjonen', roles: ['auditor'] },
      { slug: 'administrator', title: 'Administrator', unit: 'USIT', roles: ['admin'] },
    ],
  },
  {
    preset: 'sauda',
    name: 'Sauda kommune',
    short: 'Sauda',
    domain: 'sauda.example',
    details: { number: '300000037', address: 'Eksempelgata 1\n0000 Sauda', telephone: '00 00 00 00' },
    tree: {
      name: 'Sauda kommune',
      kind: 'organisation',
      leader: 'kommunedirektor',
      below: [
        {
          name: 'Oppvekst',
          kind: 'area',
          below: [
            { name: 'Barneskulen', kind: 'school', leader: 'leder' },
            { name: 'Ungdomsskulen', kind: 'school' },
            { name: 'Barnehagen i sentrum', kind: 'kindergarten' },
            { name: 'Barnehagen ved elva', kind: 'kindergarten' },
            { name: 'Kulturskulen', kind: 'unit' },
          ],
        },
        {
          name: 'Helse og omsorg',
          kind: 'area',
          below: [
            { name: 'Heimetenesta', kind: 'unit', leader: 'leder-helse' },
            { name: 'Sjukeheimen', kind: 'unit' },
            { name: 'Helsestasjonen', kind: 'unit' },
            { name: 'Legekontoret', kind: 'unit' },
          ],
        },
        { name: 'Teknisk', kind: 'area', below: [{ name: 'Plan og byggesak', kind: 'unit' }] },
        { name: 'Barnevern', kind: 'unit' },
        {
          name: 'Stab',
          kind: 'area',
          below: [
            { name: 'IT', kind: 'unit', leader: 'it-sjef' },
            { name: 'Personal og løn', kind: 'unit' },
            { name: 'Arkiv og servicetorg', kind: 'unit' },
          ],
        },
      ],
    },
    seats: [
      { slug: 'ansatt', title: 'Lærar', unit: 'Barneskulen' },
      { slug: 'sykepleier', title: 'Sjukepleiar', unit: 'Heimetenesta' },
      { slug: 'leder', title: 'Rektor', unit: 'Barneskulen', roles: ['leader'], ownUnit: true },
      { slug: 'leder-helse', title: 'Leiar i heimetenesta', unit: 'Heimetenesta', roles: ['leader'], ownUnit: true },
      { slug: 'personvernombud', title: 'Personvernombod', unit: 'Stab', roles: ['dpo'] },
      { slug: 'personvernradgiver', title: 'Personvernrådgjevar', unit: 'Stab', roles: ['privacyAdviser'], account: shared },
      { slug: 'kommunedirektor', title: 'Kommunedirektør', unit: 'Sauda kommune', roles: ['controller'] },
      { slug: 'systemeier', title: 'Systemeigar', unit: 'Oppvekst', roles: ['systemOwner'] },
      { slug: 'it-sjef', title: 'IT-sjef', unit: 'IT', roles: ['itHead'] },
      { slug: 'servicedesk', title: 'IT Servicedesk', unit: 'IT', roles: ['serviceDesk'] },
      { slug: 'dokumentsenter', title: 'Dokumentsenter', unit: 'Arkiv og servicetorg', roles: ['documentCentre'] },
      { slug: 'revisor', title: 'Revisor', unit: 'Stab', roles: ['auditor'] },
      { slug: 'administrator', title: 'Administrator', unit: 'IT', roles: ['admin'] },
    ],
  },
  {
    preset: 'sandnes',
    name: 'Sandnes kommune',
    short: 'Sandnes',
    domain: 'sandnes.example',
    details: { number: '300000045', address: 'Eksempelgata 1\n0000 Sandnes', telephone: '00 00 00 00' },
    tree: {
      name: 'Sandnes kommune',
      kind: 'organisation',
      leader: 'kommunedirektor',
      below: [
        {
          name: 'Oppvekst skole',
          kind: 'area',
          leader: 'virksomhetsleder',
          below: [
            { name: 'Barneskolen i sentrum', kind: 'school', leader: 'leder' },
            { name: 'Ungdomsskolen i sentrum', kind: 'school' },
            { name: 'Skolen ved fjorden', kind: 'school' },
            { name: 'Pedagogisk-psykologisk tjeneste', kind: 'unit' },
          ],
        },
        {
          name: 'Oppvekst barn og unge',
          kind: 'area',
          below: [
            { name: 'Barnehagen i sentrum', kind: 'kindergarten' },
            { name: 'Barnehagen ved skogen', kind: 'kindergarten' },
            { name: 'Helsestasjon og skolehelsetjeneste', kind: 'unit' },
            { name: 'Barneverntjenesten', kind: 'unit' },
          ],
        },
        {
          name: 'Helse og velferd',
          kind: 'area',
          below: [
            { name: 'Hjemmetjenesten', kind: 'unit', leader: 'leder-helse' },
            { name: 'Bo- og aktivitetssenteret', kind: 'unit' },
            { name: 'Rehabilitering og mestring', kind: 'unit' },
            { name: 'NAV', kind: 'unit' },
          ],
        },
        {
          name: 'Byutvikling og teknisk',
          kind: 'area',
          below: [
            { name: 'Byggesak', kind: 'unit' },
            { name: 'Eiendom', kind: 'unit' },
          ],
        },
        {
          name: 'Organisasjon',
          kind: 'area',
          below: [
            { name: 'Digitalisering og IT', kind: 'unit', leader: 'it-sjef', below: [{ name: 'IT Servicedesk', kind: 'unit' }] },
            { name: 'Personvern GDPR', kind: 'unit' },
            { name: 'HR', kind: 'unit' },
            { name: 'Anskaffelser', kind: 'unit' },
            { name: 'Dokumentsenter', kind: 'unit' },
            { name: 'Servicekontoret', kind: 'unit' },
          ],
        },
      ],
    },
    seats: [
      { slug: 'ansatt', title: 'Lærer', unit: 'Barneskolen i sentrum' },
      { slug: 'helsefagarbeider', title: 'Helsefagarbeider', unit: 'Hjemmetjenesten' },
      { slug: 'leder', title: 'Rektor', unit: 'Barneskolen i sentrum', roles: ['leader'], ownUnit: true },
      { slug: 'leder-helse', title: 'Leder i hjemmetjenesten', unit: 'Hjemmetjenesten', roles: ['leader'], ownUnit: true },
      { slug: 'virksomhetsleder', title: 'Virksomhetsleder', unit: 'Oppvekst skole', roles: ['unitHead'], ownUnit: true },
      { slug: 'personvernombud', title: 'Personvernombud', unit: 'Organisasjon', roles: ['dpo'] },
      { slug: 'personvernradgiver', title: 'Personvernrådgiver', unit: 'Organisasjon', roles: ['privacyAdviser'], account: shared },
      { slug: 'informasjonssikkerhetssjef', title: 'Informasjonssikkerhetssjef', unit: 'Digitalisering og IT', roles: ['ciso'] },
      { slug: 'kommunedirektor', title: 'Kommunedirektør', unit: 'Sandnes kommune', roles: ['controller', 'managementGroup'] },
      { slug: 'ledergruppe', title: 'Medlem av ledergruppen', unit: 'Helse og velferd', roles: ['managementGroup'] },
      { slug: 'personvern-gdpr', title: 'Personvern GDPR', unit: 'Personvern GDPR', roles: ['gdprUnit'] },
      { slug: 'personvern-gdpr-2', title: 'Personvern GDPR, nr. 2', unit: 'Personvern GDPR', roles: ['gdprUnit'] },
      { slug: 'systemeier', title: 'Systemeier', unit: 'Hjemmetjenesten', roles: ['systemOwner'] },
      { slug: 'superbruker', title: 'Superbruker', unit: 'Hjemmetjenesten', roles: ['superUser'] },
      { slug: 'it-sjef', title: 'Digitalisering- og IT-sjef', unit: 'Digitalisering og IT', roles: ['itHead'] },
      { slug: 'servicedesk', title: 'IT Servicedesk', unit: 'IT Servicedesk', roles: ['serviceDesk'] },
      { slug: 'dokumentsenter', title: 'Dokumentsenter', unit: 'Dokumentsenter', roles: ['documentCentre'] },
      { slug: 'anskaffelser', title: 'Anskaffelser', unit: 'Anskaffelser', roles: ['procurement'] },
      { slug: 'kortutsteder', title: 'Kortutsteder', unit: 'Servicekontoret', roles: ['cardIssuer'] },
      { slug: 'servicekontoret', title: 'Servicekontoret', unit: 'Servicekontoret', roles: ['serviceOffice'] },
      { slug: 'revisor', title: 'Revisor', unit: 'Organisasjon', roles: ['auditor'] },
      { slug: 'administrator', title: 'Administrator', unit: 'Digitalisering og IT', roles: ['admin'] },
    ],
  },
]
