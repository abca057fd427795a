import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { server } from '../src/app/server.ts'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { asOwner, inOrganisations } from '../src/db/transaction.ts'
import type { Ctx } from '../src/kernel/ctx.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { loadActor } from '../src/modules/people/public.ts'
import { closeCampaign } from '../src/modules/questionnaire/commands.ts'
import { numbered } from '../src/modules/questionnaire/content.ts'
import { makeCampaign, makeQuestionnaire } from '../src/modules/questionnaire/factory.ts'
import { findQuestionnaire, unitsOfCampaign } from '../src/modules/questionnaire/queries.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { listenToDriver, statementsOf } from '../test/support/statements.ts'
import { seed } from './data.ts'
import { median } from './load.ts'
import { quietParts } from './parts.ts'

// `tsx bench/campaign.ts`: the pages of a round of 33 faculties and 400 units with 24 questions each, last year's beside it, on PostgreSQL, next
// to the house's list of cases (10,000): what this process takes of the processor for an answer, how long one waits, statements, and what is sent.
const [faculties, departments] = [33, 400]
const rounds = 9
const say = (line: string) => process.stdout.write(`${line}\n`)
listenToDriver()
const postgres = await startPostgres({ durable: false })
const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000 })
try {
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.alloc(32, 7), jobs)
  const now = new Date()
  const [first] = await seed(db, house, 1, 10_000, now)
  if (!first) throw new Error('nothing was seeded')
  const { organisationId, dpo } = first
  const top = Array.from({ length: faculties }, () => randomUUID())
  await asOwner(db, async (tx) => {
    await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
    await sql`
      insert into unit (organisation_id, id, name, kind, parent_id, path)
      select r.organisation_id, f.id, 'Fakultet ' || f.n, 'faculty', r.id, r.path || f.id
      from unnest(${top}::uuid[]) with ordinality f(id, n), unit r where r.organisation_id = ${organisationId} and r.parent_id is null`.execute(
      tx,
    )
    await sql`
      insert into unit (organisation_id, id, name, kind, parent_id, path)
      select f.organisation_id, d.id, 'Institutt for prøvefag nummer ' || d.n, 'department', f.id, f.path || d.id
      from (select gen_random_uuid() as id, n from generate_series(1, ${departments}::int) n) d, unit f
      where f.organisation_id = ${organisationId} and f.id = (${top}::uuid[])[1 + (d.n - 1) % ${faculties}::int]`.execute(tx)
  })
  const { rows } = await asOwner(db, async (tx) => {
    await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
    return sql<{ id: string }>`select person_id as id from role_assignment where role = 'dpo'`.execute(tx)
  })
  const officer = async <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inOrganisations(db, [organisationId], async (tx) => {
      const signed = await loadActor(tx, organisationId, rows[0]?.id ?? '', now)
      if (!signed) throw new Error('the officer cannot act')
      return work({ tx, actor: signed.actor, now, house })
    })
  const questionnaire = await officer(makeQuestionnaire)
  const opened = performance.now()
  const past = await officer((ctx) => makeCampaign(ctx, { questionnaire, year: now.getFullYear() - 1 }))
  say(`a round of all units opens in ${Math.round(performance.now() - opened)} ms`)
  const round = await officer((ctx) => makeCampaign(ctx, { questionnaire, year: now.getFullYear() }))
  // One unit in eleven has not answered; of the answers one in nine is bad, and one in five of those has an action.
  await officer(async (ctx) => {
    const content = (await findQuestionnaire(ctx, questionnaire))?.content
    if (!content) throw new Error('no questionnaire')
    const keys = numbered(content).map(({ key }) => key)
    const scored = numbered(content).map(({ scoring }) => scoring === 'straight')
    await sql`
      insert into campaign_answer (organisation_id, campaign_unit_id, question, option, reason, follow, action, due_on)
      select u.organisation_id, u.id, q.key,
        case when q.straight then case when a.bad then 'notCovered' else 'covered' end else case when a.bad then 'yes' else 'no' end end,
        case when a.bad and q.straight then 'Tid' end, case when a.bad and q.straight and a.acts then 'action' when a.bad and q.straight then 'acceptance' end,
        case when a.bad and q.straight and a.acts then 'Lag en rutine for enheten' end, case when a.bad and a.acts then current_date + 90 end
      from campaign_unit u, unnest(${keys}::text[], ${scored}::boolean[]) with ordinality q(key, straight, n),
        lateral (select (u.position * 7 + q.n) % 9 = 0 as bad, q.n % 5 = 0 as acts) a
      where u.organisation_id = ${organisationId} and u.position % 11 <> 0`.execute(ctx.tx)
    await sql`update campaign_unit set status = 'sent', sent_at = now() where organisation_id = ${organisationId} and position % 11 <> 0`.execute(
      ctx.tx,
    )
  })
  await officer((ctx) => closeCampaign(ctx, past, null))
  await sql`analyze`.execute(db.owner)
  const unit = await officer(async (ctx) => (await unitsOfCampaign(ctx, round)).find(({ depth }) => depth === 1)?.id)
  const app = server(quietParts(db, house))
  const get = (path: string) => app.request(`http://127.0.0.1${path}`, { headers: { cookie: `varde=${dpo}` } })
  const at = `/internkontroll/${round}`
  const pages = [
    '/avvik',
    '/internkontroll',
    at,
    `${at}/rapport`,
    `${at}/rapport?under=${unit}`,
    `${at}/enheter/${unit}`,
    `${at}/enheter/${unit}/del/3`,
  ]
  const files = ['pdf', 'docx', 'xlsx', 'csv'].map((ending) => `${at}/rapport-nb.${ending}`)
  for (const path of [...pages, ...files]) {
    const [cpu, waited]: [number[], number[]] = [[], []]
    let sent = Buffer.alloc(0)
    const asked = await statementsOf(async () => void (await (await get(path)).arrayBuffer()))
    for (let n = 0; n < (files.includes(path) ? 3 : rounds); n++) {
      const [from, began] = [process.cpuUsage(), performance.now()]
      const answer = await get(path)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      sent = Buffer.from(await answer.arrayBuffer())
      const { user, system } = process.cpuUsage(from)
      cpu.push((user + system) / 1000)
      waited.push(performance.now() - began)
    }
    const [kB, packed] = [sent, gzipSync(sent)].map((one) => Math.round(one.length / 1000))
    const name = path.replace(round, ':id').replace(unit ?? '', ':unit')
    say(
      `${name.padEnd(34)} processor ${Math.round(median(cpu))} ms, waited ${Math.round(median(waited))} ms, ${asked.length} statements, ${kB} kB (${packed} packed)`,
    )
  }
  await jobs.stop()
} finally {
  await db.close()
  await postgres.stop()
}
