import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { emptyValues, isEmpty, type Values } from '../../kernel/fields.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { endingFields, type needFields, type procurementFields } from './fields.ts'
import type { Consultation, Gate, Life, LifeEvent, LifeValues, Stage } from './system-life.ts'
import { workflow } from './workflow.ts'

type LifeOutcome = Outcome<Life, LifeEvent>

/** Whoever had the need takes part until it is procured; those who buy, and those who keep the system, to the end. `keeps`: the register's own rule. */
export const mayLead = ({ stage, askedBy }: Pick<LifeValues, 'stage' | 'askedBy'>, actor: Actor, keeps: boolean): boolean =>
  keeps || hasRole(actor, 'procurement') || ((stage === 'need' || stage === 'procurement') && askedBy === actor.personId)

const set = (life: Life, values: Partial<LifeValues>, type: LifeEvent['type']): LifeOutcome =>
  change<Life, LifeEvent>({ ...life, values: { ...life.values, ...values } }, { type })
const at = ({ values }: Life, ...stages: readonly Stage[]): boolean => values.stage !== null && stages.includes(values.stage)
const same = (life: Life, values: Partial<LifeValues>): boolean =>
  Object.entries(values).every(([name, value]) => JSON.stringify(life.values[name as keyof LifeValues]) === JSON.stringify(value))

export function writeNeed(life: Life, values: Values<typeof needFields>): LifeOutcome {
  if (!goesFrom(workflow.writeNeed, life.values.stage)) return refuse('notNow')
  return same(life, values) ? refuse('nothingChanged') : set(life, values, 'system.needWritten')
}

/** The need, and what is needed to use and to manage it, are clear before anything is bought (S0-32). */
const needGaps = ({ values }: Life) =>
  (['kind', 'obtained', 'need', 'conditionsOfUse', 'conditionsOfManagement'] as const).filter((name) => isEmpty(values[name]))
export const isNeedClear = (life: Life): boolean => needGaps(life).length === 0
export function beginProcurement(life: Life): LifeOutcome {
  if (!goesFrom(workflow.beginProcurement, life.values.stage)) return refuse('notNow')
  const gaps = needGaps(life)
  return gaps.length > 0 ? refuse('needIncomplete', gaps) : set(life, { stage: 'procurement' }, 'system.procurementBegun')
}

export function writeProcurement(life: Life, values: Values<typeof procurementFields>): LifeOutcome {
  if (!goesFrom(workflow.writeProcurement, life.values.stage)) return refuse('notNow')
  return same(life, values) ? refuse('nothingChanged') : set(life, values, 'system.procurementWritten')
}

/** Who must be involved: IT, the data protection officer and the information security manager for software; IT alone for equipment (S4-057, S4-058). */
export const involved = (kind: LifeValues['kind']): readonly ('it' | 'dpo' | 'ciso')[] =>
  kind === 'equipment' ? ['it'] : ['it', 'dpo', 'ciso']

const played = { it: 'itHead', dpo: 'dpo', ciso: 'ciso', archive: 'documentCentre' } as const
export const playsPart = (part: keyof typeof played, actor: Actor): boolean => worksAs(actor, played[part])

export type Known = {
  readonly owner: string | null
  readonly consultations: readonly Consultation[]
  /** The parts that have not said yes to what is procured now. */
  readonly waiting: readonly string[]
}

/** What must be settled before the procurement is closed, in order, and whether it is. */
export function gatesOf(
  { values }: Life,
  { owner, consultations, waiting }: Known,
): readonly { readonly gate: Gate; readonly settled: boolean }[] {
  const software = values.kind !== 'equipment'
  const own: readonly (readonly [Gate, boolean])[] = [
    ['rules', values.rulesFollowed === 'yes'],
    ...(software
      ? ([
          ['byDesign', !isEmpty(values.byDesign)],
          ['byDefault', !isEmpty(values.byDefault)],
          ['owner', owner !== null],
          ['consulted', consultations.some(({ answer }) => answer !== null)],
        ] as const)
      : []),
  ]
  const said = involved(values.kind).map((part) => [part, !waiting.includes(part)] as const)
  return [...own, ...said].map(([gate, settled]) => ({ gate, settled }))
}

export function closeProcurement(life: Life, known: Known): LifeOutcome {
  if (!goesFrom(workflow.closeProcurement, life.values.stage)) return refuse('notNow')
  const open = gatesOf(life, known).filter(({ settled }) => !settled)
  return open.length > 0
    ? refuse(
        'gatesOpen',
        open.map(({ gate }) => gate),
      )
    : set(life, { stage: 'procured' }, 'system.procured')
}

/** A system that was in use when it was entered here had no need and no procurement: these phases are none of its, however far it comes. */
export const isPhaseOf = (stage: Stage, life: Life | undefined): boolean =>
  !(['need', 'procurement', 'procured'] as readonly Stage[]).includes(stage) || (life?.values.askedBy ?? null) !== null

/** A system on its way in is not in use before it is procured. Others are asked nothing here: what was in use before stays in use. */
export const whyNotInUse = (life: Life | undefined): Refusal | null =>
  life && at(life, 'need', 'procurement') ? refuse('notProcured', ['inUse']) : null

/** One that holds personal data goes out of use by its decommissioning alone (S4-122). */
export const whyNotOutOfUse = (dataKinds: readonly string[]): Refusal | null =>
  isPersonal({ dataKinds }) ? refuse('decommissionFirst', ['inUse']) : null

/** Taken back after its decommissioning it is in use as any other: the next one is answered and signed anew. */
export function takeIntoUse(life: Life): LifeOutcome {
  if (!goesFrom(workflow.takeIntoUse, life.values.stage)) return refuse('nothingChanged')
  return set(life, { ...(at(life, 'ended') && emptyValues(endingFields)), stage: 'inUse' }, 'system.taken')
}

export function beginEnding(life: Life): LifeOutcome {
  return goesFrom(workflow.beginEnding, life.values.stage) ? set(life, { stage: 'ending' }, 'system.endingBegun') : refuse('notNow')
}
export function stopEnding(life: Life): LifeOutcome {
  return goesFrom(workflow.stopEnding, life.values.stage) ? set(life, { stage: 'inUse' }, 'system.endingStopped') : refuse('notNow')
}
export function writeEnding(life: Life, values: Values<typeof endingFields>): LifeOutcome {
  if (!goesFrom(workflow.writeEnding, life.values.stage)) return refuse('notNow')
  return same(life, values) ? refuse('nothingChanged') : set(life, values, 'system.endingWritten')
}

/** The points of a decommissioning: secured in three ways, archived, and where it can be used further (S4-122, S4-123). */
export const endingPoints = [
  ...(['securedConfidentiality', 'securedIntegrity', 'securedAvailability', 'archivedWhere', 'carriedOn'] as const),
] as const
export const endingGaps = ({ values }: Life, owner: string | null): readonly string[] => [
  ...endingPoints.filter((name) => isEmpty(values[name])),
  ...(owner === null ? ['owner'] : []),
]

/** What follows when the owner and the Document Centre have signed. */
export function decommission(life: Life, owner: string | null): LifeOutcome {
  if (!goesFrom(workflow.decommission, life.values.stage)) return refuse('notNow')
  const gaps = endingGaps(life, owner)
  return gaps.length > 0 ? refuse('pointsOpen', gaps) : set(life, { stage: 'ended' }, 'system.decommissioned')
}

/** The head of the unit that owns a system appoints its super user; and those who keep the register (S4-102). */
export const mayAppoint = (ownerUnit: string | null, actor: Actor): boolean =>
  hasRole(actor, 'admin', 'itHead') || (ownerUnit !== null && actor.leads.includes(ownerUnit))

export function appoint(life: Life, appointed: string, appointedOn: LocalDate, today: LocalDate, by: string): LifeOutcome {
  if (!goesFrom(workflow.appoint, life.values.stage)) return refuse('notNow')
  if (appointedOn > today) return refuse('appointedLater', ['appointedOn'])
  const values = { appointed, appointedOn, appointedBy: by }
  return same(life, values) ? refuse('nothingChanged') : set(life, values, 'system.superUserAppointed')
}

/** What a system in use lacks. A super user who was never appointed, or whom somebody else has taken the place of, is none. */
export type Lack = 'owner' | 'analysis' | 'agreement' | 'superUser' | 'logsSearches' | 'review'
export type Standing = {
  readonly owner: string | null
  readonly superUser: string | null
  readonly appointed: string | null
  readonly logsSearches: string | null
  readonly dataKinds: readonly string[]
  readonly reviewDueOn: string | null
  /** When it was last gone through. */
  readonly reviewedOn: string | null
  readonly analysedOn: string | null
  /** The supplier, where it processes personal data for us. */
  readonly suppliedBy: string | null
  readonly agreement: 'inForce' | 'draft' | null
  /** Changes that nobody has decided. */
  readonly openChanges: number
}

/** Whether the agreement with whoever processes for us in a system is in place; asked where a supplier processes for us (GDPR art. 28(3)). */
export const agreementState = ({ agreement, suppliedBy }: Pick<Standing, 'agreement' | 'suppliedBy'>) =>
  agreement ?? (suppliedBy === null ? 'notAsked' : 'missing')

/** What the owner of a system answers for (S4-101). */
export const duties = ['analysis', 'review', 'agreement', 'superUser', 'logs', 'changes'] as const
export type Duty = (typeof duties)[number]
/** `notAsked`: nothing of the kind is asked of this system. `notYet`: its time has not come, and nobody has done it. */
export type DutyState = 'met' | 'open' | 'notAsked' | 'notYet'
export function dutiesOf(system: Standing, today: LocalDate): readonly { readonly duty: Duty; readonly state: DutyState }[] {
  const lacks = lacksOf(system, today)
  const met = (is: boolean): DutyState => (is ? 'met' : 'open')
  const state: Readonly<Record<Duty, DutyState>> = {
    analysis: met(!lacks.includes('analysis')),
    review: lacks.includes('review') ? 'open' : system.reviewedOn === null ? 'notYet' : 'met',
    agreement: agreementState(system) === 'notAsked' ? 'notAsked' : met(!lacks.includes('agreement')),
    superUser: met(!lacks.includes('superUser')),
    logs: isPersonal(system) ? met(!lacks.includes('logsSearches')) : 'notAsked',
    changes: met(system.openChanges === 0),
  }
  return duties.map((duty) => ({ duty, state: state[duty] }))
}

/** What is missing and is no other record's task: a draft has tasks of its own. One that is decommissioned is asked for nothing more. */
export const missingOf = (system: Pick<Standing, 'analysedOn' | 'agreement' | 'suppliedBy'>, stage: Stage | null) =>
  stage === 'ended'
    ? []
    : [
        ...(system.analysedOn === null ? (['analysis'] as const) : []),
        ...(agreementState(system) === 'missing' ? (['agreement'] as const) : []),
      ]

const isPersonal = ({ dataKinds }: Pick<Standing, 'dataKinds'>): boolean => dataKinds.some((kind) => kind !== 'none')

export function lacksOf(system: Standing, today: LocalDate): readonly Lack[] {
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['owner', system.owner === null],
    ['analysis', system.analysedOn === null],
    ['agreement', !['inForce', 'notAsked'].includes(agreementState(system))],
    ['superUser', system.superUser === null || system.superUser !== system.appointed],
    ['logsSearches', isPersonal(system) && system.logsSearches !== 'yes'],
    ['review', system.reviewDueOn === null || system.reviewDueOn < today],
  ]
  return lacks.filter(([, is]) => is).map(([lack]) => lack)
}
