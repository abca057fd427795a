import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import { addProcessing, type ProcessingAnswers, processingFields } from '../../modules/processing/public.ts'
import { addWorkProcess } from '../../modules/work-processes/public.ts'
import type { DemoOrganisation, Fill } from './demo.ts'

/** A few processing activities in each organisation: one that is whole, one with special categories, one that has only begun. */
export const fillProcessing: Fill = async (organisation) => {
  for (const seed of activities[organisation.preset]) await fillActivity(organisation, seed)
}

type ActivitySeed = Partial<ProcessingAnswers> & { readonly name: string; readonly work: string; readonly at: string }

const whole = {
  kindsOfUse: ['collection', 'registration', 'storage'],
  medium: 'electronic',
  transfers: 'no',
  securityMeasures: 'Tilgang etter rolle, logg over oppslag, kryptert lagring.',
  securityJudged: 'satisfactory',
  securityJudgedOn: '2026-02-01',
} as const satisfies Partial<ProcessingAnswers>

const education = (at: string): readonly ActivitySeed[] => [
  {
    ...whole,
    name: 'Opptak av studenter',
    work: 'Opptak',
    at,
    purpose: 'Ta stilling til søknader om studieplass.',
    dataSubjects: ['applicants', 'students'],
    dataKinds: ['name', 'contact', 'nationalId', 'grades'],
    basis: ['publicTask'],
    lawReference: 'Universitets- og høyskoleloven § 4-1',
    recipients: 'Samordna opptak, Lånekassen',
    storageTime: 'Vitnemålsgrunnlaget bevares. Avslåtte søknader slettes etter to år.',
  },
  {
    ...whole,
    name: 'Tilrettelegging for studenter',
    work: 'Studieadministrasjon',
    at,
    purpose: 'Gi den enkelte studenten tilrettelagt undervisning og eksamen.',
    dataSubjects: ['students'],
    dataKinds: ['name', 'health'],
    basis: ['publicTask'],
    specialBasis: ['g'],
    lawReference: 'Universitets- og høyskoleloven § 10-6',
    specialReference: 'Universitets- og høyskoleloven § 15-1',
    recipients: 'Ingen',
  },
  { name: 'Søvn og læring', work: 'Forskning', at, kind: 'research', dataSubjects: ['researchParticipants'] },
]
/** As the municipality writes: nynorsk in Sauda. */
const inBokmal = {
  newsletter: 'Nyhetsbrev til innbyggere',
  place: {
    purpose: 'Tildele plass etter søknad og prioritet.',
    recipients: 'Private barnehager',
    storageTime: 'Slettes to år etter at barnet har sluttet.',
  },
  help: { purpose: 'Gi elever den hjelpen de har rett til.', recipients: 'Pedagogisk-psykologisk tjeneste' },
}
const inNynorsk: typeof inBokmal = {
  newsletter: 'Nyheitsbrev til innbyggjarar',
  place: {
    purpose: 'Tildele plass etter søknad og prioritet.',
    recipients: 'Private barnehagar',
    storageTime: 'Blir sletta to år etter at barnet har slutta.',
  },
  help: { purpose: 'Gi elevar den hjelpa dei har rett til.', recipients: 'Pedagogisk-psykologisk teneste' },
}
const municipality = (at: string, school: string, words: typeof inBokmal): readonly ActivitySeed[] => [
  {
    ...whole,
    name: 'Tildeling av barnehageplass',
    work: 'Opptak i barnehage',
    at,
    ...words.place,
    dataSubjects: ['kindergartenChildren', 'guardians'],
    dataKinds: ['name', 'contact', 'nationalId'],
    basis: ['publicTask'],
    lawReference: 'Barnehageloven § 16',
  },
  {
    ...whole,
    name: 'Spesialpedagogisk hjelp',
    work: 'Opplæring',
    at: school,
    ...words.help,
    dataSubjects: ['pupils', 'guardians'],
    dataKinds: ['name', 'health', 'specialTeaching'],
    basis: ['legalObligation'],
    specialBasis: ['g'],
    lawReference: 'Opplæringslova § 11-6',
    specialReference: 'Opplæringslova § 25-1',
  },
  { name: words.newsletter, work: 'Informasjon', at, dataSubjects: ['residents'], basis: ['consent'] },
]
const activities: Readonly<Record<Preset, readonly ActivitySeed[]>> = {
  oslomet: education('Avdeling for utdanning'),
  uio: education('Avdeling for studieadministrasjon'),
  sauda: municipality('Oppvekst', 'Barneskulen', inNynorsk),
  sandnes: municipality('Oppvekst skole', 'Barneskolen i sentrum', inBokmal),
}

async function fillActivity({ ctx, unit }: DemoOrganisation, { work, at, ...answers }: ActivitySeed): Promise<void> {
  const blank = { ...emptyValues(processingFields), kind: 'administrative', ourRole: 'controller' } as const
  const process = newId(ctx.now)
  must(await addWorkProcess(ctx, process, { name: work, purpose: null, unit: unit(at), inUse: 'yes' }))
  must(await addProcessing(ctx, newId(ctx.now), { ...blank, ...answers, unit: unit(at), workProcesses: [process] }))
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why}`)
}
