import { type Actor, hasRole, nobody } from '../../../kernel/actor.ts'
import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Shareable, Stands } from '../../../kernel/shared.ts'
import { audienceOf } from '../audience.ts'
import { clockStart } from '../clock.ts'
import { reference } from '../deviation.ts'
import { type Report, reportFields } from '../fields-report.ts'
import { type CaseView, caseView } from '../queries.ts'
import { profileOf } from '../queries-profile.ts'
import { load } from '../store.ts'
import { texts as caseTexts } from '../texts.ts'
import { editSentReport, registerReport } from './commands.ts'
import { texts } from './texts.ts'

/** What is common to all who answer for the data: what happened, and to which kinds of data. How many, and whom, each finds out for itself. */
const common = [
  ...(['personalData', 'categories', 'whatHappened', 'mainCause', 'causeCode', 'periodFrom', 'periodTo', 'periodState'] as const),
  ...(['dataTypes', 'dataTypesOther', 'relation', 'relationOther', 'whereNow', 'breachKinds', 'breachManner', 'effects'] as const),
  ...(['incidentKind', 'deletionConfirmed', 'encrypted', 'consequencesSubjects'] as const),
] as const satisfies readonly (keyof Report)[]

/** Those who handle cases, whichever the organisation calls them. Who makes a case, its profile says. */
const handles = (actor: Actor): boolean =>
  hasRole(actor, 'dpo', 'ciso', 'cert', 'centralAssessor', 'controller', 'gdprUnit', 'privacyAdviser')

/** The case, for those who have it whole. */
async function whole(ctx: Ctx, id: string): Promise<CaseView | undefined> {
  const view = await caseView(ctx, id)
  return view && audienceOf(view, ctx.actor) === 'full' ? view : undefined
}
const standing = ({ deviation, parts }: Pick<CaseView, 'deviation' | 'parts'>): Stands => ({
  version: deviation.version,
  name: reference(deviation) ?? '',
  ready: deviation.status !== 'draft',
  ended: deviation.mergedInto !== null,
  owner: deviation.takenBy,
  knownAt: clockStart(deviation),
  roles: deviation.queueRoles as Stands['roles'],
  may: parts.has('handler') || parts.has('assessor'),
  // Whoever speaks for the organisation to Datatilsynet by its profile (S4-135) tells the others who answer for the data too (GDPR art. 33(2)).
  shares: parts.has('sender'),
})

/**
 * One incident with many controllers: a host or a processor writes the facts that are common once, and each of those who are named makes a case
 * of its own, with its own clock and its own decision (GDPR art. 33(1), 33(2) and 26).
 */
export const sharedIncident: Shareable = {
  at: '/avvik',
  main: {
    fields: reportFields,
    texts: (locale) => texts(locale).fields as never,
    references: {},
    goes: common,
  },
  lines: {},
  named: true,
  folded: true,
  incident: async (ctx) => (await profileOf(ctx)).deviation.routes.privacyDeviation.queue,
  sees: handles,
  takes: handles,
  stands: async (ctx, id) => {
    // The clockwork looks for what has changed at the source; it has no part in a case.
    const swept = ctx.actor.personId === nobody ? await load(ctx, id) : undefined
    const view = swept ? { deviation: swept, parts: new Set<never>() } : await whole(ctx, id)
    return view && standing(view)
  },
  read: async (ctx, id) => {
    const view = await whole(ctx, id)
    return view && { ...standing(view), content: { deviation: { ...view.deviation.report } } }
  },
  // From when the organisation was told, it knows (EDPB 9/2022, no. 44).
  begin: async (ctx, id, answers, { unit, told }) => {
    if (unit === null) return refuse('incomplete', ['unit'])
    const facts = Object.fromEntries(common.map((name) => [name, answers[name] ?? emptyValues(reportFields)[name]])) as Partial<Report>
    const at = told && told.at < ctx.now ? told.at : ctx.now
    const own = { affectedUnit: unit, discoveredAt: at, externalReference: told ? `${told.from} ${told.name}`.slice(0, 60) : null }
    const behalf = { channel: 'ownInitiative', receivedAt: at, person: null, outside: null, isProtected: false } as const
    const outcome = await registerReport(ctx, id, { ...emptyValues(reportFields), ...facts, ...own }, [], behalf)
    return outcome.ok || outcome.why !== 'alreadySent' ? outcome : refuse('nothingChanged')
  },
  edit: (ctx, id, version, answers) => editSentReport(ctx, id, version, answers as Partial<Report>),
  writeLine: async () => refuse('notFound'),
  refusals: (locale) => caseTexts(locale).refusals,
}
