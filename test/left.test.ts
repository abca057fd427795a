import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOrganisations } from '../src/db/transaction.ts'
import type { Ctx } from '../src/kernel/ctx.ts'
import { emptyValues } from '../src/kernel/fields.ts'
import { newId } from '../src/kernel/ids.ts'
import { makeAgreement } from '../src/modules/agreements/factory.ts'
import { makeDecision, makeReview } from '../src/modules/annual-wheel/factory.ts'
import { makeDelegation } from '../src/modules/delegations/factory.ts'
import { makeDpia, makeMeasure as makeDpiaMeasure } from '../src/modules/dpia/factory.ts'
import { makeArticle } from '../src/modules/guidance/factory.ts'
import {
  makeActivity,
  makeAudit,
  makeDocument,
  makeFinding,
  makeInspection,
  makeObjective,
  makeRequirement,
} from '../src/modules/internal-control/factory.ts'
import { addPerson, personsWithRoles, units } from '../src/modules/people/public.ts'
import { makeProcessing } from '../src/modules/processing/factory.ts'
import { makeCampaign } from '../src/modules/questionnaire/factory.ts'
import { unitsOfCampaign } from '../src/modules/questionnaire/queries.ts'
import { unitAddress } from '../src/modules/questionnaire/tasks.ts'
import { holdRecording } from '../src/modules/recordings/commands.ts'
import { makeRecording } from '../src/modules/recordings/factory.ts'
import { holdsOf } from '../src/modules/recordings/queries.ts'
import { makeMeasure, makeRisk } from '../src/modules/risks/factory.ts'
import { makeSubjectRequest } from '../src/modules/subject-requests/factory.ts'
import { makeChange } from '../src/modules/system-changes/factory.ts'
import { makeSystem } from '../src/modules/systems/factory.ts'
import { makeCompletion, makeCourse, makeRequirement as makeTraining } from '../src/modules/training/factory.ts'
import { addZone } from '../src/modules/zones/commands.ts'
import { zoneFields } from '../src/modules/zones/fields.ts'
import { type Client, type TestApp, testApp } from './support/app.ts'
import { openCase } from './support/cases.ts'
import { describeExample } from './support/database.ts'

// Whoever has left stays chosen and named wherever they were chosen, in every form that chooses somebody, and is chosen nowhere anew.

type Place = {
  /** Where the database keeps the choice. */
  readonly column: `${string}.${string}`
  /** Its name in the form. */
  readonly name: string
  readonly by: 'administrator' | 'personvernombud' | 'kommunedirektor'
  /** Where the form chooses people alone: another of them, who is changed meanwhile. */
  readonly besides?: string
  /** Makes the record; its key, the page of its form, and where the form is posted where that is another. */
  readonly make: (ctx: Ctx) => Promise<{ readonly id: string; readonly form: string; readonly to?: string }>
}

const inSystem = (name: string, column: string): Place => ({
  ...{ column: `system.${column}`, name, by: 'administrator' },
  make: async (ctx) => at(await makeSystem(ctx), (id) => `/systemer/${id}/endring`),
})
const inCase = (name: string, column: string, part: string): Place => ({
  ...{ column: `deviation.${column}`, name, by: 'personvernombud' },
  make: async ({ now }) => ({ id: String(now), form: part }),
})
const inDpia = (name: string, column: string): Place => ({
  ...{ column: `dpia.${column}`, name, by: 'administrator', besides: name === 'author' ? 'owner' : 'author' },
  make: async (ctx) => at(await makeDpia(ctx), (id) => `/dpia/${id}/endring/ansvar`),
})
const inDpiaPlan = (name: string, column: string): Place => ({
  ...{ column: `dpia_measure.${column}`, name, by: 'administrator' },
  make: async (ctx) => {
    const dpia = await makeDpia(ctx)
    return at(await makeDpiaMeasure(ctx, dpia), (id) => `/dpia/${dpia}/tiltak/${id}`)
  },
})
const inRisk = (name: string, column: string): Place => ({
  ...{ column: `risk.${column}`, name, by: 'personvernombud', besides: name === 'author' ? 'owner' : 'author' },
  make: async (ctx) => at(await makeRisk(ctx), (id) => `/ros/${id}/endring/ansvar`),
})
const inPlan = (name: string, column: string): Place => ({
  ...{ column: `risk_measure.${column}`, name, by: 'personvernombud' },
  make: async (ctx) => {
    const risk = await makeRisk(ctx)
    return at(await makeMeasure(ctx, risk), (id) => `/ros/${risk}/tiltak/${id}`)
  },
})
const inChange = (name: string, column: string) =>
  inControl(`system_change.${column}`, name, 'systemendringer', async (ctx) => makeChange(ctx, { system: await makeSystem(ctx) }))
const inRecording = (name: string, column: string): Place => ({
  ...{ column: `recording.${column}`, name, by: 'administrator' },
  make: async (ctx) => at(await makeRecording(ctx), (id) => `/opptak/${id}/endring`),
})
const inHold: Place = {
  ...{ column: 'record_hold.reviewer_id', name: 'holdReviewer', by: 'administrator' },
  make: async (ctx) => {
    const recording = await makeRecording(ctx)
    await holdRecording(ctx, recording, null, { holdReason: 'crime', holdReviewOn: '2026-12-01', holdReviewer: ctx.actor.personId })
    const [hold] = await holdsOf(ctx, recording)
    return at(hold?.id ?? '', (id) => `/opptak/${recording}/hold/${id}`)
  },
}
const inControl = (column: `${string}.${string}`, name: string, register: string, make: (ctx: Ctx) => Promise<string>): Place => ({
  ...{ column, name, by: 'personvernombud' },
  make: async (ctx) => at(await make(ctx), (id) => `/${register}/${id}/endring`),
})
const at = (id: string, form: (id: string) => string) => ({ id, form: form(id) })

async function makeGiven(ctx: Ctx): Promise<string> {
  const [to] = await personsWithRoles(ctx, ['controller'])
  return makeDelegation(ctx, to?.id ?? '')
}

/** Every form in which somebody is chosen and may be changed. */
const forms: readonly Place[] = [
  inHold,
  inControl('delegation.delegated_by_id', 'delegatedBy', 'delegeringer', makeGiven),
  inControl('delegation.delegated_to_id', 'delegatedTo', 'delegeringer', makeGiven),
  inSystem('owner', 'owner_id'),
  inSystem('superUser', 'super_user_id'),
  inSystem('technicalResponsible', 'technical_responsible_id'),
  inChange('owner', 'owner_id'),
  inChange('superUser', 'super_user_id'),
  inChange('technical', 'technical_id'),
  {
    ...{ column: 'processing.responsible_id', name: 'responsible', by: 'personvernombud' },
    make: async (ctx) => at(await makeProcessing(ctx), (id) => `/behandlinger/${id}/endring/ansvar`),
  },
  {
    ...{ column: 'processing.extended_owner_id', name: 'extendedOwner', by: 'personvernombud' },
    make: async (ctx) => at(await makeProcessing(ctx), (id) => `/behandlinger/${id}/endring/sikkerhet`),
  },
  {
    ...{ column: 'agreement.responsible_id', name: 'responsible', by: 'personvernombud' },
    make: async (ctx) => at(await makeAgreement(ctx), (id) => `/databehandleravtaler/${id}/endring/parter`),
  },
  {
    ...{ column: 'agreement.assessed_by_id', name: 'assessedBy', by: 'personvernombud' },
    make: async (ctx) => at(await makeAgreement(ctx), (id) => `/databehandleravtaler/${id}/endring/vurdering`),
  },
  inRisk('owner', 'owner_id'),
  inRisk('riskOwner', 'risk_owner_id'),
  inRisk('author', 'author_id'),
  {
    ...{ column: 'campaign_unit.delegate_id', name: 'delegate', by: 'personvernombud' },
    make: async (ctx) => {
      const [unit] = await unitsOfCampaign(ctx, await makeCampaign(ctx))
      if (!unit) throw new Error('nobody answers')
      return at(unit.id, () => `${unitAddress(unit)}/ansvar`)
    },
  },
  inPlan('owner', 'owner_id'),
  inRecording('recordedBy', 'recorded_by_id'),
  inRecording('caseworker', 'caseworker_id'),
  inPlan('decidedBy', 'decided_by_id'),
  {
    ...{ column: 'article.owner_id', name: 'owner', by: 'personvernombud' },
    make: async (ctx) => at(await makeArticle(ctx), (id) => `/artikler/${id}/endring/om`),
  },
  inControl('requirement.owner_id', 'owner', 'krav', makeRequirement),
  inControl('security_audit.leader_id', 'leader', 'revisjoner', makeAudit),
  inControl('audit_finding.owner_id', 'owner', 'revisjonsfunn', async (ctx) => makeFinding(ctx, await makeAudit(ctx))),
  inControl('inspection.owner_id', 'owner', 'tilsyn', makeInspection),
  inControl('governing_document.owner_id', 'owner', 'styringsdokumenter', makeDocument),
  inControl('security_objective.owner_id', 'owner', 'sikkerhetsmal', makeObjective),
  {
    ...{ column: 'premises_zone.responsible_id', name: 'responsible', by: 'administrator' },
    make: async (ctx) => {
      const id = newId(ctx.now)
      const made = await addZone(ctx, id, { ...emptyValues(zoneFields), name: 'Arkivet', protection: 'staff', inUse: 'yes' })
      if (!made.ok) throw new Error(made.why)
      return at(id, () => `/soner/${id}/endring`)
    },
  },
  inControl('control_activity.responsible_id', 'responsible', 'aktiviteter', makeActivity),
  inControl('management_decision.owner_id', 'owner', 'ledelsesvedtak', async (ctx) => makeDecision(ctx, await makeReview(ctx))),
  inControl('training_course.responsible_id', 'responsible', 'kurs', async (ctx) => makeCourse(ctx, await makeTraining(ctx))),
  inControl('training_completion.person_id', 'person', 'gjennomforinger', async (ctx) => makeCompletion(ctx, await makeTraining(ctx))),
  {
    ...{ column: 'person.leader_id', name: 'leader', by: 'administrator' },
    make: async (ctx) => {
      const id = newId(ctx.now)
      const made = await addPerson(ctx, { name: 'Den Som Blir', email: null, unit: null, leader: null, locale: null }, null, id)
      if (!made.ok) throw new Error(made.why)
      return { id, form: `/personer/${id}/rediger`, to: `/personer/${id}` }
    },
  },
  {
    ...{ column: 'unit.leader_id', name: 'leader', by: 'administrator' },
    make: async (ctx) => at((await units(ctx)).find(({ path }) => path.length > 1)?.id ?? '', (id) => `/enheter/${id}`),
  },
  {
    ...{ column: 'subject_request.responsible_id', name: 'responsible', by: 'kommunedirektor' },
    make: async (ctx) => at(await makeSubjectRequest(ctx), (id) => `/egne-opplysninger/${id}/fordeling`),
  },
  inDpia('owner', 'owner_id'),
  inDpia('riskOwner', 'risk_owner_id'),
  inDpia('author', 'author_id'),
  inDpiaPlan('owner', 'owner_id'),
  inDpiaPlan('decidedBy', 'decided_by_id'),
  inCase('affectedLeader', 'affected_leader_id', 'melding'),
  inCase('reporterLeader', 'reporter_leader_id', 'melding'),
]

/** Chosen in a form of several rows, planned before there is a record, or where the profile says so: each has its own test, below or in its module. */
const own = [
  'device.holder_id',
  'campaign_answer.owner_id',
  'deviation_measure.responsible_person_id',
  'review_plan.owner_id',
  'password_rule.emergency_id',
]
/** Chosen once and for what is done now: there is no form that shows the choice again. */
const once = [
  'ethics_complaint.closed_by_id',
  'ethics_complaint.received_by_id',
  'ethics_complaint.writer_id',
  'ethics_talk.head_id',
  'ethics_talk.writer_id',
  'id_card.holder_id',
  'id_card.leader_id',
  'loan_card.holder_id',
  ...['asked_by_id', 'agreed_by_id', 'received_by_id', 'erased_by_id', 'ended_by_id'].map((by) => `equipment_delivery.${by}`),
  'approval_stand_in.person_id',
  'campaign_forward.asked_id',
  'deviation_inquiry.person_id',
  ...['asked_by_id', 'stated_by_id', 'decided_by_id'].map((by) => `disclosure.${by}`),
  'information_notice.published_by_id',
  'plan_exercise.leader_id',
  'question_share.person_id',
  'recording.hold_reviewer_id',
  'role_assignment.person_id',
  ...['asked_by_id', 'identified_by_id', 'answered_by_id'].map((by) => `subject_request.${by}`),
  'subject_request_correction.corrected_by_id',
  ...['searcher_id', 'searched_by_id'].map((by) => `subject_request_search.${by}`),
  'saved_view.person_id',
  'system_life.appointed_id',
  'system_life.archivist_id',
  'training_participant.person_id',
  'training_user.person_id',
]
/** Not chosen: who did it, whose it is, or who was on the day it was registered. */
const said =
  /\.(\w+_by|actor_id|acting_id|by_id|on_behalf_of)$|^(calendar_feed|deviation_reporter|message|person_word|task)\.person_id$|^task\.led_person_id$|^processing\.(approved|permission|registered)_by_id$|^agreement\.registered_by_id$|^processing_check\.responsible_id$|^camera\.approved_by_id$|^deletion\.|^question_share\.shared_by_id$|^(agreement_request|question|article_confirmation|checklist_tick|training_need|training_read)\.|^article\.reviewed_by_id$|^article_edition\.published_by_id$|^sending_assessment\.assessed_by_id$|^system_life\.(asked|appointed)_by_id$|^system_change\.(registered|decided)_by_id$|^(risk|dpia)\.(initiator|accepted_by|waived_by)_id$|^(governing_document|management_review)\.approved_by_id$|^dpia_round\.(sent|advised|answered)_by_id$|^campaign\.administrator_id$|^(openid_link|openid_expected|directory_entry|directory_waiting)\.person_id$|^directory_token\.made_by_id$|^campaign_respondent\.person_id$|^campaign_forward\.asked_by_id$|^own_record\.(held|archived)_by_id$|^questionnaire\.published_by_id$/

/** The same of who has access and who is employed: chosen once, or said by its deeds. */
const saidOfWork = /^(access_grant|mailbox_access|employment|employment_checklist|employment_step)\./

describe('whoever has left', () => {
  describeExample('stays', (db) => {
    let app: TestApp
    let left = ''
    beforeAll(async () => {
      app = await testApp(db())
      left = await app.ctx('sauda-administrator', async (ctx) => {
        const id = newId(ctx.now)
        const made = await addPerson(ctx, { name: 'Ho Som Gjekk', email: null, unit: null, leader: null, locale: null }, null, id)
        if (!made.ok) throw new Error(made.why)
        return id
      })
      const admin = await app.as('sauda-administrator')
      const { version } = formIn((await admin.get(`/personer/${left}`)).text)
      expect((await admin.post(`/personer/${left}/slutt`, { version: version ?? '' })).status).toBe(303)
    }, 120_000)
    afterAll(() => app.stop())

    const run = async <R>(asked: RawBuilder<R>) =>
      inOrganisations(db(), [(await app.person('sauda-administrator')).organisationId], (tx) => asked.execute(tx))
    const stored = async (column: string, id: string) => {
      const [table = '', name = ''] = column.split('.')
      const { rows } = await run(sql<{ of: string | null }>`select ${sql.ref(name)} as of from ${sql.table(table)} where id = ${id}`)
      return rows[0]?.of
    }
    const choose = async (column: string, id: string, person: string) => {
      const [table = '', name = ''] = column.split('.')
      await run(sql`update ${sql.table(table)} set ${sql.ref(name)} = ${person} where id = ${id}`)
    }
    const opened = async (client: Client, path: string) => {
      const { status, text } = await client.get(path)
      expect([path, status]).toEqual([path, 200])
      return { text, form: formIn(text) }
    }

    it.each(forms)(
      'chosen and named in $column, is kept when something is saved, and is not chosen anew',
      async ({ column, name, by, besides, make }) => {
        const slug = `sauda-${by}`
        const client = await app.as(slug)
        const made = column.startsWith('deviation.')
          ? await openCase(app, 'sauda').then((id) => ({ id, form: `/avvik/${id}/melding`, to: undefined }))
          : await app.ctx(slug, make)
        const { id, form: page, to = page } = made
        const anew = await opened(client, page)
        const strange = await client.post(to, { ...anew.form, [name]: left })
        expect([strange.status, strange.text.includes(`href="#${name}"`)]).toEqual([422, true])
        await choose(column, id, left)
        const { text, form } = await opened(client, page)
        expect(text.includes('Ho Som Gjekk (har slutta)')).toBe(true)
        expect(form[name]).toBe(left)
        const free = /<textarea[^>]* name="([^"]+)"/.exec(text)?.[1] ?? ['name', 'number'].find((one) => form[one])
        // Somebody else than whoever writes: nobody makes themselves the one who decides.
        const another = by === 'administrator' ? 'sauda-personvernombud' : 'sauda-administrator'
        const other = besides && { [besides]: (await app.person(another)).personId }
        const saved = await client.post(to, { ...form, ...(free && { [free]: `${form[free] ?? ''} Og meir.` }), ...other })
        expect([saved.status, faults(saved.text)]).toEqual([303, ''])
        expect(await stored(column, id)).toBe(left)
      },
    )

    it('chosen and named among the measures of a case, and kept when another row is written', async () => {
      const client = await app.as('sauda-personvernombud')
      const path = `/avvik/${await openCase(app, 'sauda')}/tiltak`
      const measure = { 'measure0.what': 'Ring mottakaren', 'measure0.purpose': 'prevent', 'measure0.state': 'planned' }
      expect((await client.post(path, { ...(await opened(client, path)).form, ...measure })).status).toBe(303)
      const { form } = await opened(client, path)
      const id = form['measure0.id'] ?? ''
      const person = 'measure0.responsiblePerson'
      expect((await client.post(path, { ...form, [person]: left })).status).toBe(422)
      await choose('deviation_measure.responsible_person_id', id, left)
      const again = await opened(client, path)
      expect(again.text.includes('Ho Som Gjekk (har slutta)')).toBe(true)
      expect(again.form[person]).toBe(left)
      const more = { 'measure1.what': 'Skriv rutine', 'measure1.purpose': 'prevent', 'measure1.state': 'planned' }
      expect((await client.post(path, { ...again.form, ...more })).status).toBe(303)
      expect(await stored('deviation_measure.responsible_person_id', id)).toBe(left)
    })

    it('chosen and named in the plan of a review', async () => {
      const client = await app.as('sauda-administrator')
      const system = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx))
      const path = `/gjennomganger/system/${system}/plan`
      const first = await opened(client, path)
      expect((await client.post(path, { ...first.form, owner: left })).status).toBe(422)
      await run(sql`update review_plan set owner_id = ${left} where subject_id = ${system}`)
      const { text, form } = await opened(client, path)
      expect(text.includes('Ho Som Gjekk (har slutta)')).toBe(true)
      expect(form.owner).toBe(left)
      expect((await client.post(path, { ...form, every: '24' })).status).toBe(303)
      expect((await opened(client, path)).form).toMatchObject({ owner: left, every: '24' })
    })

    it('no place that points at a person is forgotten here', async () => {
      const { rows } = await sql<{ at: string }>`
        select distinct c.conrelid::regclass || '.' || a.attname as at from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organisation_id'
        where c.contype = 'f' and c.confrelid = 'person'::regclass`.execute(db().owner)
      const known = [...forms.map(({ column }) => column as string), ...own, ...once]
      expect(rows.map(({ at }) => at).filter((at) => !known.includes(at) && !said.test(at) && !saidOfWork.test(at))).toEqual([])
      expect(known.filter((column) => !rows.some(({ at }) => at === column))).toEqual([])
    })
  })
})

/** What the page says is wrong, and nothing else of it. */
const faults = (html: string): string => (/data-error-summary[^>]*>[\s\S]*?<\/div>/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ')

/** What the first form of the page with a version, or the longest one, would send as it stands. */
function formIn(html: string): Record<string, string> {
  const all = [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].map(([, inside]) => inside ?? '')
  const inside = all.filter((one) => !one.includes('name="sprak"')).sort((a, b) => b.length - a.length)[0] ?? ''
  const form: Record<string, string> = {}
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  const plain = (text = '') =>
    text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  for (const [tag] of inside.matchAll(/<input[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')]
    const off = (type === 'radio' || type === 'checkbox') && !/ checked\b/.test(tag)
    if (name && !off) form[name] = plain(attribute(tag, 'value'))
  }
  for (const [, tag = '', text] of inside.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    form[attribute(tag, 'name') ?? ''] = plain(text)
  for (const [, tag = '', options = ''] of inside.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g))
    form[attribute(tag, 'name') ?? ''] = plain(/<option selected value="([^"]*)"/.exec(options)?.[1])
  return form
}
