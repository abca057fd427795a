import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import {
  addRisk,
  type MeasureAnswers,
  measureFields,
  riskFields,
  type ScenarioAnswers,
  scenarioFields,
  writeMeasure,
  writeScenario,
} from '../../modules/risks/public.ts'
import { systemReference } from '../../modules/systems/public.ts'
import type { Fill } from './demo.ts'

/** An analysis of the first system in each organisation: scenarios on both sides of what is accepted, and measures against them. */
export const fillRisks: Fill = async ({ ctx, preset, person }) => {
  const t = preset === 'sauda' ? nn : nb
  const systems = await systemReference.choices(ctx)
  const [system] = systems === 'tooMany' ? [] : systems
  if (!system) return
  const id = newId(ctx.now)
  const blank = { ...emptyValues(riskFields), ...t.analysis, reason: 'yearly', owner: person('systemeier') } as const
  must(await addRisk(ctx, id, { ...blank, name: `${t.name} ${system.name}`, systems: [system.id] }))
  const ids: string[] = []
  for (const answers of t.scenarios) {
    const scenario = newId(ctx.now)
    must(await writeScenario(ctx, id, null, { ...emptyValues(scenarioFields), ...answers, id: scenario }))
    ids.push(scenario)
  }
  for (const { against, ...answers } of t.measures)
    must(
      await writeMeasure(ctx, id, null, {
        ...emptyValues(measureFields),
        ...answers,
        owner: person('systemeier'),
        scenarios: ids.filter((_, at) => against.includes(at)),
        id: newId(ctx.now),
      }),
    )
}

type Said = {
  readonly name: string
  readonly analysis: Readonly<Record<'about' | 'purpose' | 'dataAccount', string>> & {
    readonly content: 'protected'
    readonly context: 'supplier'
  }
  readonly scenarios: readonly Partial<ScenarioAnswers>[]
  readonly measures: readonly (Partial<MeasureAnswers> & { readonly against: readonly number[] })[]
}
const judged = [
  {
    cause: 'humanCompetence',
    touches: ['confidentiality'],
    likelihood: '4',
    forSubjects: '3',
    forOrganisation: '2',
    likelihoodAfter: '2',
    forSubjectsAfter: '3',
  },
  { cause: 'humanProtection', touches: ['confidentiality'], likelihood: '3', forSubjects: '4', forOrganisation: '3', likelihoodAfter: '1' },
  { cause: 'technical', touches: ['availability'], likelihood: '2', forSubjects: '2', forOrganisation: '3', likelihoodAfter: '1' },
  {
    cause: 'malicious',
    touches: ['confidentiality', 'integrity', 'availability'],
    likelihood: '2',
    forSubjects: '4',
    forOrganisation: '4',
  },
] as const satisfies readonly Partial<ScenarioAnswers>[]
const planned = [
  { kind: 'training', effect: ['preventing'], dueOn: '2027-03-01', against: [0] },
  { kind: 'organisational', effect: ['preventing', 'detecting'], dueOn: '2027-02-01', against: [1] },
  { kind: 'technical', effect: ['preventing'], dueOn: '2027-05-01', against: [2, 3] },
] as const satisfies Said['measures']
const named = <T extends object>(parts: readonly T[], names: readonly string[]) =>
  parts.map((part, at) => ({ ...part, name: names[at] ?? '' }))

const nb: Said = {
  name: 'Risikovurdering av',
  analysis: {
    about: 'Hele systemet, med pålogging og integrasjoner.',
    purpose: 'Løse oppgavene systemet er kjøpt inn til, og ikke noe annet.',
    dataAccount: 'Navn, kontaktopplysninger og saksopplysninger om brukerne av tjenesten. Ligger hos leverandøren.',
    content: 'protected',
    context: 'supplier',
  },
  scenarios: named(judged, [
    'Opplysninger sendes til feil mottaker',
    'Ansatte ser mer enn de trenger i jobben',
    'Systemet er nede når det trengs',
    'Skadevare låser eller stjeler data',
  ]),
  measures: named(planned, [
    'Opplæring for dem som bruker systemet',
    'Tilgang etter rolle, med fast gjennomgang',
    'Sikkerhetskopi som prøves hvert halvår',
  ]),
}
const nn: Said = {
  name: 'Risikovurdering av',
  analysis: {
    about: 'Heile systemet, med pålogging og integrasjonar.',
    purpose: 'Løyse oppgåvene systemet er kjøpt inn til, og ikkje noko anna.',
    dataAccount: 'Namn, kontaktopplysningar og saksopplysningar om brukarane av tenesta. Ligg hos leverandøren.',
    content: 'protected',
    context: 'supplier',
  },
  scenarios: named(judged, [
    'Opplysningar blir sende til feil mottakar',
    'Tilsette ser meir enn dei treng i jobben',
    'Systemet er nede når det trengst',
    'Skadevare låser eller stel data',
  ]),
  measures: named(planned, [
    'Opplæring for dei som bruker systemet',
    'Tilgang etter rolle, med fast gjennomgang',
    'Tryggleikskopi som blir prøvd kvart halvår',
  ]),
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why}`)
}
