import type { Ctx } from '../../src/kernel/ctx.ts'
import { emptyValues } from '../../src/kernel/fields.ts'
import { newId } from '../../src/kernel/ids.ts'
import { makeAccess } from '../../src/modules/access/factory.ts'
import { registerCard } from '../../src/modules/cards/commands.ts'
import { lendCard } from '../../src/modules/cards/commands-loan.ts'
import { makeReport } from '../../src/modules/deviation/factory.ts'
import { takeIn } from '../../src/modules/deviation/mail-in/commands.ts'
import { sendReport } from '../../src/modules/deviation/report/commands.ts'
import { makeDpia } from '../../src/modules/dpia/factory.ts'
import { makeEmployment } from '../../src/modules/employment/factory.ts'
import { askForTime } from '../../src/modules/equipment/commands-delivery.ts'
import { makeDevice } from '../../src/modules/equipment/factory.ts'
import { askTalk } from '../../src/modules/ethics/commands.ts'
import { makeComplaint } from '../../src/modules/ethics/factory.ts'
import { makeAudit, makeFinding } from '../../src/modules/internal-control/factory.ts'
import { addLogReview } from '../../src/modules/log-reviews/commands.ts'
import { logReviewFields } from '../../src/modules/log-reviews/fields.ts'
import { makeMailboxAccess } from '../../src/modules/mailbox-access/factory.ts'
import { profileOf } from '../../src/modules/organisation/public.ts'
import { changeProfile } from '../../src/modules/organisation/store.ts'
import { always, giveRole } from '../../src/modules/people/commands.ts'
import { makeProcessing } from '../../src/modules/processing/factory.ts'
import { makeCampaign, sendUnit, unitNamed } from '../../src/modules/questionnaire/factory.ts'
import type { CampaignUnit } from '../../src/modules/questionnaire/questionnaire.ts'
import { unitAddress } from '../../src/modules/questionnaire/tasks.ts'
import { makeQuestion } from '../../src/modules/questions/factory.ts'
import { makeRecording } from '../../src/modules/recordings/factory.ts'
import { carryOut } from '../../src/modules/retention/commands.ts'
import { proofFields } from '../../src/modules/retention/fields.ts'
import { deletionsOf } from '../../src/modules/retention/store.ts'
import { makeRisk } from '../../src/modules/risks/factory.ts'
import { makeSubjectRequest } from '../../src/modules/subject-requests/factory.ts'
import { makeSystem } from '../../src/modules/systems/factory.ts'
import { reportNeed } from '../../src/modules/training/commands-needs.ts'
import { makeCompletion, makeRequirement } from '../../src/modules/training/factory.ts'
import type { TestApp } from './app.ts'

/** What the records of the spaces point at, and everybody may read: there too nothing of a space is found by those outside. */
export type Scene = {
  readonly app: TestApp
  readonly system: string
  readonly processing: string
  readonly person: string
  readonly unit: string
  readonly asked: CampaignUnit
}

/** A space, with how a record comes into it and who is inside: everybody else who works there is outside. */
export type Space = {
  /** The kind of record, as `opens` has it. */
  readonly name: string
  readonly module: string
  readonly page: (id: string) => string
  /** The last parts of their slugs; the first of them reads its page. */
  readonly inside: readonly string[]
  /** Those who know of it by their own pages alone: it is about them. */
  readonly theirs?: readonly string[]
  /** Whoever brings it there. */
  readonly by: string
  readonly make: (ctx: Ctx, word: string, scene: Scene) => Promise<string>
  /** There is no text in it: it is known by its id alone. */
  readonly wordless?: true
}

/** What stands in all that is written in a space, and nowhere else. */
export const wordOf = (name: string): string => `Kvintus${name.replaceAll('_', '').toLowerCase()}`
/** What all of them have beside it: one search for all. */
export const sharedWord = 'fugleskremsel'

const [leader, head, controller, dpo, ciso] = [
  'leder',
  'virksomhetsleder',
  'kommunedirektor',
  'personvernombud',
  'informasjonssikkerhetssjef',
]
const above = [leader, head, controller]
const department = ['it-sjef', 'servicedesk']
const unit = ['personvern-gdpr', 'personvern-gdpr-2']
const [admin, adviser] = ['administrator', 'personvernradgiver']
const personOf = async (app: TestApp, slug: string) => (await app.person(`sandnes-${slug}`)).personId
const must = (done: { readonly ok: boolean; readonly why?: string }): void => {
  if (!done.ok) throw new Error(`refused: ${done.why}`)
}

const ofPeople: readonly Space[] = [
  {
    ...{
      name: 'deviation',
      module: 'deviation',
      by: 'ansatt',
      inside: ['ansatt', leader, controller, dpo, ciso, ...unit],
      page: (id) => `/avvik/${id}`,
    },
    make: async (ctx, word) => {
      const id = newId(ctx.now)
      const told = { affectedUnit: ctx.actor.unitId, affectedLeader: null, whatHappened: word, discoveredAt: ctx.now }
      must(await sendReport(ctx, id, 'form', makeReport(told)))
      return id
    },
  },
  {
    ...{ name: 'mailIn', module: 'deviation', by: dpo, inside: [dpo, ...unit], page: (id) => `/avvik/epost/${id}` },
    make: async (ctx, word) => {
      const letter = {
        messageId: '<1@ute.test>',
        from: 'noen@ute.test',
        subject: word,
        text: word,
        files: [],
        leftOut: 0,
        header: () => [],
      }
      await takeIn(ctx, { validity: '1', uid: 1, at: ctx.now, letter, unread: null, digest: '1', files: [] }, 'varde@sandnes.test')
      const { id } = await ctx.tx.selectFrom('mail_in').select('id').where('subject', '=', word).executeTakeFirstOrThrow()
      return id
    },
  },
  {
    ...{ name: 'question', module: 'questions', by: 'ansatt', inside: ['ansatt', dpo], page: (id) => `/sporsmal/${id}` },
    make: (ctx, word) => makeQuestion(ctx, { about: word }),
  },
  {
    ...{ name: 'ethics_complaint', module: 'ethics', by: 'ansatt', inside: ['ansatt', leader] },
    page: (id) => `/forskningsetikk/klager/${id}`,
    make: (ctx, word, { unit }) => makeComplaint(ctx, { unit, about: word, against: word }),
  },
  {
    ...{ name: 'ethics_talk', module: 'ethics', by: 'ansatt', inside: ['ansatt', 'systemeier'], wordless: true },
    page: (id) => `/forskningsetikk/samtaler/${id}`,
    make: async (ctx, _, { app, unit }) => {
      const id = newId(ctx.now)
      must(await askTalk(ctx, id, { unit, head: await personOf(app, 'systemeier') }))
      return id
    },
  },
  {
    ...{ name: 'subject_request', module: 'subject-requests', by: 'ansatt', inside: ['ansatt', dpo, ...unit] },
    page: (id) => `/egne-opplysninger/${id}`,
    make: (ctx, word) => makeSubjectRequest(ctx, { about: word, name: word }),
  },
  {
    ...{
      name: 'employment',
      module: 'employment',
      by: leader,
      inside: [...above, 'ansatt', admin, ciso],
      page: (id) => `/ansettelser/${id}`,
    },
    make: (ctx, word, { person }) => makeEmployment(ctx, { person, position: word, number: word }),
  },
  {
    ...{
      name: 'access_grant',
      module: 'access',
      by: leader,
      inside: [...above, admin, ciso],
      theirs: ['ansatt'],
      page: (id) => `/tilganger/${id}`,
    },
    make: (ctx, word, { person, system }) => makeAccess(ctx, { person, system, reason: word, role: word }),
  },
  {
    ...{
      name: 'mailbox_access',
      module: 'mailbox-access',
      by: leader,
      inside: [...above, admin, ciso],
      page: (id) => `/innsyn-i-epost/${id}`,
    },
    make: (ctx, word, { person }) => makeMailboxAccess(ctx, { person, name: word, why: word }),
  },
  {
    ...{ name: 'recording', module: 'recordings', by: leader, inside: [...above, dpo, ciso], page: (id) => `/opptak/${id}` },
    make: (ctx, word) => makeRecording(ctx, { name: word, keepReason: word }),
  },
  {
    ...{
      name: 'deletion',
      module: 'retention',
      by: leader,
      inside: [...above, dpo, ciso, adviser, ...unit, 'revisor'],
      page: (id) => `/sletting/${id}`,
    },
    make: async (ctx, word, { person }) => {
      const recording = await makeRecording(ctx, { eraseOn: '2026-03-01', caseworker: person })
      const [due] = await deletionsOf(ctx, 'recording', recording)
      const said = { ...({ archive: 'no', outcome: 'deleted' } as const), archiveBasis: word, method: word }
      must(await carryOut(ctx, due?.id ?? '', null, { ...emptyValues(proofFields), ...said, doneOn: '2026-03-02', what: word }))
      return due?.id ?? ''
    },
  },
  {
    ...{
      name: 'id_card',
      module: 'cards',
      by: 'kortutsteder',
      inside: ['kortutsteder', 'ansatt', leader],
      page: (id) => `/id-kort/${id}`,
    },
    make: async (ctx, word, { person }) => {
      const id = newId(ctx.now)
      must(await registerCard(ctx, id, { holder: person, cardNumber: word, uses: ['print'], zones: word }))
      return id
    },
  },
  {
    ...{
      name: 'device',
      module: 'equipment',
      by: leader,
      inside: [...above, ...department, 'ansatt', ciso],
      page: (id) => `/utstyr/${id}`,
    },
    make: (ctx, word, { person }) => makeDevice(ctx, { holder: person, number: word, model: word }),
  },
  {
    ...{ name: 'equipment_delivery', module: 'equipment', by: leader, inside: [...above, ...department, ciso] },
    page: (id) => `/utstyrslevering/${id}`,
    make: async (ctx, word, { unit }) => {
      const id = newId(ctx.now)
      const proposedAt = new Date(ctx.now.getTime() + 86_400_000)
      must(await askForTime(ctx, id, { what: word, kind: 'laptop', unit, storesData: 'yes', proposedAt }))
      return id
    },
  },
  {
    ...{ name: 'log_review', module: 'log-reviews', by: 'it-sjef', inside: ['it-sjef', ciso, dpo, 'revisor'] },
    page: (id) => `/loggkontroller/${id}`,
    make: async (ctx, word, { system }) => {
      const id = newId(ctx.now)
      const days = { periodFrom: '2026-02-01', periodTo: '2026-02-20', doneOn: '2026-02-21' }
      const said = {
        ...({ reason: 'routine', result: 'followUp' } as const),
        name: word,
        why: word,
        found: word,
        system,
        by: ctx.actor.personId,
      }
      must(await addLogReview(ctx, id, { ...emptyValues(logReviewFields), ...days, ...said }))
      return id
    },
  },
  {
    ...{
      name: 'training_need',
      module: 'training',
      by: 'ansatt',
      inside: ['ansatt', leader, dpo, ciso, adviser],
      page: (id) => `/opplaeringsbehov/${id}`,
    },
    make: async (ctx, word) => {
      const id = newId(ctx.now)
      must(await reportNeed(ctx, id, { topic: word, description: word, forWhom: 'me' }))
      return id
    },
  },
  {
    ...{
      name: 'training_completion',
      module: 'training',
      by: dpo,
      inside: ['ansatt', dpo, ciso, adviser],
      page: (id) => `/gjennomforinger/${id}`,
    },
    make: async (ctx, word, { person }) => makeCompletion(ctx, await makeRequirement(ctx), { number: word, person }),
  },
  {
    ...{
      name: 'campaign_unit',
      module: 'questionnaire',
      by: leader,
      inside: [leader, head, controller, dpo, ciso, adviser, ...unit, 'ledergruppe', 'revisor'],
    },
    // What is answered stands on the pages below its own.
    wordless: true,
    page: (id) => id,
    make: async (ctx, word, { asked }) => {
      await sendUnit(ctx, asked.id, { duty: { comment: word } })
      return unitAddress(asked)
    },
  },
]

// What is said of weaknesses is for those who work with security, lead, answer for a system or oversee.
const overWork = [...above, 'leder-helse', ciso, dpo, adviser, 'it-sjef', 'systemeier', 'ledergruppe', 'revisor']
const weaknesses: readonly Space[] = [
  {
    ...{ name: 'risk', module: 'risks', by: dpo, inside: [...overWork, 'superbruker', admin], page: (id: string) => `/ros/${id}` },
    make: (ctx, word) => makeRisk(ctx, { name: word, about: word }),
  },
  {
    ...{ name: 'dpia', module: 'dpia', by: ciso, inside: [...overWork, 'superbruker', admin], page: (id: string) => `/dpia/${id}` },
    make: (ctx, word) => makeDpia(ctx, { name: word, about: word }),
  },
  {
    ...{ name: 'security_audit', module: 'internal-control', by: ciso, inside: [...overWork, ...unit] },
    page: (id) => `/revisjoner/${id}`,
    make: async (ctx, word) => {
      const audit = await makeAudit(ctx, { name: word })
      await makeFinding(ctx, audit, { name: word, found: word })
      return audit
    },
  },
  {
    ...{ name: 'loan_card', module: 'cards', by: 'servicekontoret', inside: ['servicekontoret', 'kortutsteder', 'ansatt'] },
    page: (id) => `/lanekort/${id}`,
    make: async (ctx, word, { person }) => {
      const id = newId(ctx.now)
      must(await lendCard(ctx, id, { holder: person, cardNumber: word }))
      return id
    },
  },
]

export const spaces: readonly Space[] = [...ofPeople, ...weaknesses]

const byRole = (module: string, ...kinds: readonly string[]) =>
  Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { module, why: 'read by role and unit, and about work and not about people: tried by the tests of its routes' },
    ]),
  )

/** Kinds that a module opens by a rule, and that are no space of their own: why. */
export const spared: Readonly<Record<string, { readonly module: string; readonly why: string }>> = {
  disclosure: {
    module: 'disclosures',
    why: 'everybody in the organisation reads them (disclosures/rules.ts): they are about systems and recipients, and no person is in them',
  },
  data_extract: { module: 'disclosures', why: 'everybody in the organisation reads them' },
  information_notice: { module: 'information-notices', why: 'what people are told is for everybody' },
  training_person: { module: 'training', why: 'one’s own page, found by nobody’s id but one’s own' },
  ...byRole('guidance', 'article', 'article_reader'),
  article_confirmation: {
    module: 'guidance',
    why: 'one’s own, and those of people whom one oversees: tried by the tests of its routes',
  },
  person: { module: 'people', why: 'the administrator’s, as the list of people is' },
  sharing_told: {
    module: 'sharing',
    why: 'read by those who handle deviations: what others shared, and why it is not ours (sharing/incident.test.ts)',
  },
  ...byRole('agreements', 'agreement'),
  ...byRole('agreement-requests', 'agreement_request'),
  ...byRole('system-changes', 'system_change'),
  ...byRole('internal-control', 'inspection', 'governing_document', 'security_objective', 'control_activity', 'unit'),
  ...byRole('annual-wheel', 'management_review', 'management_decision', 'dpo_report'),
  audit_finding: { module: 'internal-control', why: 'found with its audit, by the same rule: its word is the audit’s canary' },
  sharingTold: {
    module: 'sharing',
    why: 'it says nothing of its own: which incident another organisation told of is read there, by those who see cases, and that others are refused is tried in sharing/incident.test.ts',
  },
  training_resource: { module: 'training', why: 'what is read to learn is for everybody' },
}

/** One record in each space, and what they point at. Answers the id of each, by its name. */
export async function plantAll(app: TestApp): Promise<{ readonly scene: Scene; readonly ids: ReadonlyMap<string, string> }> {
  const unit = await app.ctx('sandnes-ansatt', async ({ actor }) => actor.unitId ?? '')
  await app.ctx(`sandnes-${admin}`, async (ctx) => {
    // All of it in one organisation, so that everybody there can look for it.
    const profile = await profileOf(ctx)
    await changeProfile(ctx, null, () => ({ ...profile, ethics: { on: true, committee: null } }) as never)
    must(await giveRole(ctx, await personOf(app, 'systemeier'), null, always('studyHead', '2026-01-01', unit)))
  })
  const scene: Scene = {
    ...{ app, unit, person: await personOf(app, 'ansatt') },
    system: await app.ctx(`sandnes-${admin}`, (ctx) => makeSystem(ctx)),
    processing: await app.ctx(`sandnes-${admin}`, (ctx) => makeProcessing(ctx)),
    asked: await app.ctx(`sandnes-${dpo}`, async (ctx) => unitNamed(ctx, await makeCampaign(ctx), 'Barneskolen i sentrum')),
  }
  const ids = new Map<string, string>()
  const faults: string[] = []
  for (const { name, by, make } of spaces)
    try {
      ids.set(name, await app.ctx(`sandnes-${by}`, (ctx) => make(ctx, `${wordOf(name)} ${sharedWord}`, scene)))
    } catch (error) {
      faults.push(`${name}: ${error}`)
    }
  if (faults.length > 0) throw new Error(`could not be planted: ${faults.join('; ')}`)
  return { scene, ids }
}
