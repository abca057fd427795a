import { sql } from 'kysely'
import type { Database } from '../src/db/database.ts'
import { asOwner } from '../src/db/transaction.ts'
import { clockwork } from '../src/kernel/actor.ts'
import type { Ctx, House, Tx } from '../src/kernel/ctx.ts'
import { presets } from '../src/kernel/profile.ts'
import { profiles } from '../src/modules/deviation/presets.ts'
import { openSession } from '../src/modules/identity/store.ts'
import { createOrganisation } from '../src/modules/organisation/public.ts'
import { addPerson, addUnit, always, giveRole } from '../src/modules/people/public.ts'

export type Seeded = {
  readonly organisationId: string
  readonly unitId: string
  readonly handlerId: string
  readonly handler: string
  readonly employee: string
  /** Keeps the registers, besides. */
  readonly dpo: string
}

/** Organisations with people and a session each, and cases spread over three years of which one in ten is open. */
export async function seed(db: Database, house: House, organisations: number, casesEach: number, now: Date): Promise<readonly Seeded[]> {
  const seeded: Seeded[] = []
  for (let n = 0; n < organisations; n++) {
    seeded.push(
      await asOwner(db, async (tx) => {
        const made = await organisation(tx, house, n, now)
        await cases(tx, made, casesEach, now)
        return made
      }),
    )
  }
  await sql`analyze`.execute(db.owner)
  return seeded
}

async function organisation(tx: Tx, house: House, n: number, now: Date): Promise<Seeded> {
  const preset = presets[n % presets.length] ?? 'sauda'
  const profile = profiles[preset]
  const { id } = await createOrganisation({ tx, now, house }, { name: `Virksomhet ${n}`, slug: `virksomhet-${n}`, profile, demo: false })
  const ctx: Ctx = { tx, now, house, actor: clockwork(id, 1) }
  const root = ok(
    await addUnit(ctx, {
      name: 'Virksomheten',
      kind: 'organisation',
      researchPortal: null,
      researchPortalPeople: [],
      parent: null,
      leader: null,
    }),
  )
  const unit = ok(
    await addUnit(ctx, { name: 'Skolen', kind: 'school', researchPortal: null, researchPortalPeople: [], parent: root.id, leader: null }),
  )
  const person = async (name: string, ...roles: Parameters<typeof always>[0][]) => {
    const made = ok(await addPerson(ctx, { name, email: null, unit: unit.id, leader: null, locale: null }))
    for (const role of roles) ok(await giveRole(ctx, made.id, null, always(role, '2026-01-01')))
    return made.id
  }
  const handlerId = await person('Den som vurderer', ...profile.assessment.assessors)
  const reporter = await person('Lærer')
  for (const role of ['controller', 'ciso', 'gdprUnit', 'auditor'] as const) await person(role, role)
  const officer = await person('Personvernombud', 'dpo')
  const handler = await openSession({ tx, house }, null, { organisationId: id, personId: handlerId }, now, 'more')
  const employee = await openSession({ tx, house }, null, { organisationId: id, personId: reporter }, now, 'more')
  const dpo = await openSession({ tx, house }, null, { organisationId: id, personId: officer }, now, 'more')
  return { organisationId: id, unitId: unit.id, handler, employee, dpo, handlerId }
}

/** By SQL, since only their number and spread matter here; every other figure is measured on cases made by the real commands. */
async function cases(tx: Tx, { organisationId, unitId, handlerId }: Seeded, count: number, now: Date): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
  const roles = sql`(select array_agg(distinct role) from role_assignment where organisation_id = ${organisationId} and role <> 'auditor')`
  // In parts: one statement may not take longer than the server lets a page take.
  for (let from = 1; from <= count; from += 10_000)
    await sql`
    insert into deviation (organisation_id, id, status, profile_version, language, channel, created_at, received_at, year, number, notify_by,
      queue_roles, access_roles, taken_by, case_type, personal_data, affected_unit_id, categories, what_happened, discovered_at, closed_at,
      authority_track, subjects_track, external_reference)
    select ${organisationId}::uuid, gen_random_uuid(), s.status, 1, 'nb', 'form', s.at, s.at, extract(year from s.at)::int, s.n, s.at + interval '72 hours',
      ${roles}, ${roles}, case when s.n % 3 = 0 then ${handlerId}::uuid end, 'privacyDeviation', 'yes', ${unitId}::uuid,
      array[(array['MISSENT_EMAIL','LOST_ITEM','OPEN_DATA','SENSITIVE_ASTRAY','OTHER_UNSURE'])[1 + s.n % 5]], repeat('En liste ble sendt til feil mottaker. ', 7) || 'Kode' || s.n % 1000 || ', gruppe' || s.n % 10 || '.', s.at,
      case when s.status = 'closed' then s.at + interval '9 days' end,
      case when s.status = 'closed' then 'notOwed' else 'undecided' end, case when s.status = 'closed' then 'notOwed' else 'undecided' end, 'SAK-' || s.n
    from (
      select n, ${now}::timestamptz - (n * interval '5 hours') as at,
        case when n <= ${Math.floor(count / 10)} then (array['received','open','proposed'])[1 + n % 3] else 'closed' end as status
      from generate_series(${from}::integer, ${Math.min(count, from + 9_999)}::integer) n
    ) s`.execute(tx)
  await sql`
    insert into deviation_number (organisation_id, year, last)
    select organisation_id, year, max(number) from deviation where organisation_id = ${organisationId} group by 1, 2`.execute(tx)
}

const ok = <T>(outcome: { readonly ok: true; readonly next: T } | { readonly ok: false; readonly why: string }): T => {
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.next
}
