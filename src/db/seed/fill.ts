import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import { saveAssessment } from '../../modules/deviation/assessment/commands.ts'
import { closeDeviation, saveClosing } from '../../modules/deviation/closing/commands.ts'
import { decideWhetherBreach, takeCase } from '../../modules/deviation/commands.ts'
import { assessmentFields } from '../../modules/deviation/fields-assessment.ts'
import { type Report, reportFields } from '../../modules/deviation/fields-report.ts'
import { sendReport } from '../../modules/deviation/report/commands.ts'
import { addSystem, systemFields } from '../../modules/systems/public.ts'
import type { DemoOrganisation, Fill } from './demo.ts'

/** The systems that the sources name. */
export const fillSystems: Fill = async (organisation) => {
  for (const system of systems[organisation.preset]) await fillSystem(organisation, system)
}

type SystemSeed = {
  readonly name: string
  readonly purpose: string
  readonly unit: string
  readonly kinds: readonly (typeof systemFields)['dataKinds']['of'][number][]
}

const systems: Readonly<Record<Preset, readonly SystemSeed[]>> = {
  oslomet: [
    {
      name: 'Felles studentsystem (FS)',
      purpose: 'Studentenes opptak, vurdering og vitnemål.',
      unit: 'Avdeling for utdanning',
      kinds: ['contact', 'nationalId', 'education'],
    },
    { name: 'Office 365', purpose: 'E-post, samarbeid og lagring.', unit: 'Avdeling for IT', kinds: ['contact', 'archive'] },
    {
      name: 'Public 360 (P360)',
      purpose: 'Sak og arkiv.',
      unit: 'Seksjon for dokumentasjon og informasjonsforvaltning',
      kinds: ['archive', 'sensitive'],
    },
    { name: 'SAP', purpose: 'Lønn og økonomi.', unit: 'Avdeling for HR', kinds: ['employment', 'economy', 'nationalId'] },
    { name: 'OTRS', purpose: 'Henvendelser til brukerstøtte.', unit: 'Avdeling for IT', kinds: ['contact'] },
  ],
  uio: [
    {
      name: 'FS',
      purpose: 'Studentenes opptak, vurdering og vitnemål.',
      unit: 'Avdeling for studieadministrasjon',
      kinds: ['contact', 'nationalId', 'education'],
    },
    {
      name: 'SAPUiO',
      purpose: 'Lønn og personal.',
      unit: 'Avdeling for administrativ støtte',
      kinds: ['employment', 'economy', 'nationalId'],
    },
  ],
  sauda: [
    { name: 'Compilo', purpose: 'Avvik og kvalitet.', unit: 'Stab', kinds: ['contact', 'sensitive'] },
    {
      name: 'Skuleadministrativt system',
      purpose: 'Elevar, klassar og vurderingar.',
      unit: 'Oppvekst',
      kinds: ['education', 'nationalId'],
    },
    { name: 'Pasientjournal', purpose: 'Journal i heimetenesta.', unit: 'Helse og omsorg', kinds: ['health', 'nationalId'] },
  ],
  sandnes: [
    { name: 'Compilo', purpose: 'Avvik og kvalitet.', unit: 'Organisasjon', kinds: ['contact', 'sensitive'] },
    { name: 'Draftit', purpose: 'Behandlingsprotokoll og systemoversikt.', unit: 'Personvern GDPR', kinds: ['contact'] },
    { name: 'HR-systemet', purpose: 'Ansettelse og lønn.', unit: 'HR', kinds: ['employment', 'economy', 'nationalId'] },
    { name: 'Sak-/arkivsystemet', purpose: 'Sak og arkiv.', unit: 'Dokumentsenter', kinds: ['archive', 'sensitive'] },
    {
      name: 'Skoleadministrativt system',
      purpose: 'Elever, klasser og vurderinger.',
      unit: 'Oppvekst skole',
      kinds: ['education', 'nationalId'],
    },
  ],
}

async function fillSystem({ ctx, person, unit, preset }: DemoOrganisation, seed: SystemSeed): Promise<void> {
  const values = {
    ...emptyValues(systemFields),
    name: seed.name,
    purpose: seed.purpose,
    ownerUnit: unit(seed.unit),
    owner: person('systemeier'),
    dataKinds: seed.kinds,
    inUse: 'yes' as const,
  }
  const superUser = preset === 'sandnes' && seed.name === 'Skoleadministrativt system' ? person('superbruker') : null
  must(await addSystem(ctx, newId(ctx.now), { ...values, superUser }))
}

const hour = 3_600_000
const ago = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() - hours * hour) })

const assessor: Readonly<Record<Preset, string>> = {
  oslomet: 'sikkerhet',
  uio: 'cert',
  sauda: 'personvernombud',
  sandnes: 'personvernombud',
}
const closer: Readonly<Record<Preset, string>> = {
  oslomet: 'sikkerhet',
  uio: 'universitetsdirektor',
  sauda: 'personvernombud',
  sandnes: 'kommunedirektor',
}

/** Invented cases, played by those who would do it: fresh, running, past its time, and closed. */
export const fillCases: Fill = async (organisation) => {
  const { as, preset } = organisation
  const words = organisation.preset === 'sauda' ? nn : nb
  const employee = await as('ansatt')
  const assessing = await as(assessor[preset])

  await report(organisation, ago(employee, 9), 1, {
    ...words.list,
    categories: ['MISSENT_EMAIL', 'SENSITIVE_ASTRAY'],
    dataTypes: ['education', 'health'],
    affectedKnown: 'exact',
    affectedCount: 24,
    effects: ['astray'],
    breachKinds: ['spreading'],
  })

  const running = await report(organisation, ago(employee, 19), 1, {
    ...words.laptop,
    categories: ['LOST_ITEM'],
    itemTypes: ['laptop'],
    encrypted: 'yes',
    affectedKnown: 'unknown',
    effects: ['lost'],
    breachKinds: ['loss'],
  })
  must(await takeCase(ago(assessing, 18), running, null))
  must(await decideWhetherBreach(ago(assessing, 17), running, null, 'yes', words.breach))
  must(
    await saveAssessment(
      ago(assessing, 16),
      running,
      null,
      {
        ...emptyValues(assessmentFields),
        largeScale: 'no',
        newTechnology: 'no',
        effectAstray: 'danger',
        effectChanged: 'no',
        effectLost: 'yes',
        dataEncrypted: 'yes',
        mayHarmRights: 'unsure',
        level: 'medium',
        levelReason: words.medium,
      },
      ['M1'],
      true,
    ),
  )

  const past = await report(organisation, ago(employee, 78), 2, {
    ...words.open,
    categories: ['OPEN_DATA'],
    openDataAffects: ['confidentiality'],
    affectedKnown: 'interval',
    affectedCount: 100,
    affectedMax: 150,
    effects: ['astray'],
  })
  must(await takeCase(ago(assessing, 70), past, null))

  if (preset === 'sauda') return
  const done = await report(organisation, ago(employee, 700), 2, {
    ...words.paper,
    categories: ['LOST_ITEM'],
    itemTypes: ['paper'],
    affectedKnown: 'exact',
    affectedCount: 2,
    personalData: 'no',
  })
  must(await takeCase(ago(assessing, 690), done, null))
  must(await saveClosing(ago(assessing, 680), done, null, words.closing))
  must(await closeDeviation(ago(await as(closer[preset]), 670), done, null, words.closed))
}

/** Reported at `ctx.now`, discovered an hour or two before. */
async function report({ unit, preset }: DemoOrganisation, ctx: Ctx, hoursBefore: number, over: Partial<Report>): Promise<string> {
  const id = newId(ctx.now)
  const places: Readonly<Record<Preset, string>> = {
    oslomet: 'Avdeling for utdanning',
    uio: 'Avdeling for studieadministrasjon',
    sauda: 'Barneskulen',
    sandnes: 'Barneskolen i sentrum',
  }
  const discoveredAt = new Date(ctx.now.getTime() - hoursBefore * hour)
  must(
    await sendReport(ctx, id, 'form', {
      ...emptyValues(reportFields),
      personalData: 'yes',
      affectedUnit: unit(places[preset]),
      discoveredAt,
      ...over,
    }),
  )
  return id
}

const nb = {
  list: {
    whatHappened:
      'En liste over elever med spesialundervisning ble sendt som vedlegg til feil e-postadresse. Mottakeren jobber ikke hos oss.',
    processElement: 'Vedlegg ble valgt fra sist brukte filer uten kontroll av mottaker.',
    whereNow: 'Hos mottakeren. Vi har bedt om at e-posten slettes.',
    consequencesSubjects: 'Andre kan få vite hvem som har spesialundervisning.',
  },
  laptop: {
    whatHappened: 'En bærbar datamaskin ble glemt på toget. Maskinen har lokale kopier av saker.',
    processElement: 'Lokale kopier blir ikke slettet etter bruk.',
    whereNow: 'Ukjent. Togselskapet leter.',
  },
  open: {
    whatHappened: 'En mappe på fellesområdet var åpen for alle ansatte. Der lå vurderinger og vedtak.',
    processElement: 'Tilgang ble arvet da mappen ble flyttet.',
    whereNow: 'Mappen er stengt. Vi vet ikke hvem som har åpnet den.',
  },
  paper: { whatHappened: 'En perm med møteplaner ble liggende igjen i et møterom over helgen.' },
  breach: 'Maskinen er borte og har personopplysninger lokalt.',
  medium: 'Disken er kryptert, men vi kan ikke utelukke at noen kjenner passordet.',
  closing: {
    circumstances: 'Permen lå i et låst bygg.',
    volume: 'Én perm.',
    actualEffects: 'Ingen kjente.',
    correction: 'Permen er hentet.',
    lessons: 'Møterommet sjekkes ved møteslutt.',
    routineChange: 'Sjekkpunkt lagt inn i romrutinen.',
  },
  closed: 'Ingen personopplysninger, og rutinen er endret.',
}
const nn: typeof nb = {
  list: {
    whatHappened:
      'Ei liste over elevar med spesialundervisning vart send som vedlegg til feil e-postadresse. Mottakaren arbeider ikkje hos oss.',
    processElement: 'Vedlegget vart valt frå sist brukte filer utan kontroll av mottakar.',
    whereNow: 'Hos mottakaren. Vi har bede om at e-posten blir sletta.',
    consequencesSubjects: 'Andre kan få vite kven som har spesialundervisning.',
  },
  laptop: {
    whatHappened: 'Ei berbar datamaskin vart gløymd på bussen. Maskina har lokale kopiar av saker.',
    processElement: 'Lokale kopiar blir ikkje sletta etter bruk.',
    whereNow: 'Ukjent. Busselskapet leitar.',
  },
  open: {
    whatHappened: 'Ei mappe på fellesområdet var open for alle tilsette. Der låg vurderingar og vedtak.',
    processElement: 'Tilgangen vart arva då mappa vart flytta.',
    whereNow: 'Mappa er stengd. Vi veit ikkje kven som har opna ho.',
  },
  paper: { whatHappened: 'Ein perm med møteplanar vart liggjande att i eit møterom over helga.' },
  breach: 'Maskina er borte og har personopplysningar lokalt.',
  medium: 'Disken er kryptert, men vi kan ikkje utelukke at nokon kjenner passordet.',
  closing: {
    circumstances: 'Permen låg i eit låst bygg.',
    volume: 'Éin perm.',
    actualEffects: 'Ingen kjende.',
    correction: 'Permen er henta.',
    lessons: 'Møterommet blir sjekka når møtet er slutt.',
    routineChange: 'Sjekkpunkt er lagt inn i romrutinen.',
  },
  closed: 'Ingen personopplysningar, og rutinen er endra.',
}

function must<T extends { readonly ok: boolean }>(outcome: T): void {
  if (!outcome.ok) throw new Error(`Example data was refused: ${JSON.stringify(outcome)}`)
}
