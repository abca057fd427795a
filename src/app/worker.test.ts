import { afterEach, beforeAll, expect, test } from 'vitest'
import { describeDatabase } from '../../test/support/database.ts'
import { type Mailbox, openMailbox } from '../../test/support/mailbox.ts'
import type { Database } from '../db/database.ts'
import type { House } from '../kernel/ctx.ts'
import { newId } from '../kernel/ids.ts'
import { type Jobs, queues, type Sweep, startJobs } from '../kernel/jobs.ts'
import { tell } from '../modules/messages/public.ts'
import { played, staffOf, testHouse } from '../modules/tasks/factory.ts'
import { syncTasks } from '../modules/tasks/public.ts'
import { startWorker, type Worker, type WorkerLog } from './worker.ts'

const start = new Date('2026-11-27T12:00:00Z')
const hours = (n: number) => new Date(start.getTime() + n * 3_600_000)
const title = { nb: 'Vurder avviket', nn: 'Vurder avviket', en: 'Assess the deviation' }

describeDatabase('The worker', (db) => {
  let box: Mailbox
  const open: { stop: () => Promise<void> }[] = []
  beforeAll(async () => {
    box = await openMailbox()
    return () => box.close()
  })
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.stop()
    box.answer('accept')
    box.clear()
  })

  const quick = { ...queues, mail: { ...queues.mail, retryDelay: 1, retryDelayMax: 1, retryLimit: 3 } }
  const queue = async (): Promise<{ jobs: Jobs; house: House }> => {
    const jobs = await startJobs(db(), { queues: quick, pollSeconds: 0.5 })
    open.push(jobs)
    return { jobs, house: { ...testHouse(), enqueue: jobs.enqueue } }
  }
  const lines: string[] = []
  const log: WorkerLog = { info: (text) => void lines.push(text), error: ({ err }, text) => void lines.push(`${text} ${err}`) }
  const work = async (
    jobs: Jobs,
    house: House,
    clock: () => Date,
    more: { smtp?: boolean; sweeps?: readonly Sweep[] } = {},
  ): Promise<Worker> => {
    const smtpUrl = more.smtp === false ? null : `smtp://${box.host}:${box.port}`
    const worker = await startWorker(db(), jobs, house, {
      clock,
      log,
      mail: { smtpUrl, from: 'varde@prove.test' },
      sweeps: more.sweeps ?? [],
      pauseMs: 50,
    })
    open.push(worker)
    return worker
  }
  const mailRows = (database: Database, house: House, staff: Awaited<ReturnType<typeof staffOf>>) =>
    played(database, house, staff, start, (ctx) => ctx.tx.selectFrom('mail').select(['status', 'attempts']).execute())
  const notice = (staff: { dpo: string }) => ({ to: { persons: [staff.dpo] }, kind: 'x', title, reference: '2026/1', href: '/avvik/1' })

  test('S0-17 from a deed to the mailbox, and a server that first says later; no word of the case is in the mail', async () => {
    const { jobs, house } = await queue()
    const staff = await staffOf(db(), house, start)
    const canary = 'Kanarifugl'
    await played(db(), house, staff, start, async (ctx) => {
      const insert = ctx.tx
        .insertInto('system')
        .values({ organisation_id: staff.organisationId, id: newId(start), name: canary, purpose: canary })
      await insert.execute()
      await ctx.tx.updateTable('person').set({ name: canary }).execute()
      await tell(ctx, notice(staff))
    })
    box.answer('later', 2)
    await work(jobs, house, () => start)
    const [mail] = await box.until(1, 15_000)
    expect(mail?.text).toContain('2026/1')
    expect(mail?.source).not.toContain(canary)
    await expect.poll(() => mailRows(db(), house, staff)).toEqual([{ status: 'sent', attempts: 3 }])
  }, 30_000)

  test('S1-45 reminds by mail within a round, and once, with two workers at it', async () => {
    const { jobs, house } = await queue()
    const staff = await staffOf(db(), house, start)
    const subject = { type: 'deviation', id: newId(start), reference: '2026/3', href: '/avvik/3' }
    const spec = { kind: 'deviation.assess', title, roles: ['dpo' as const], dueAt: hours(72), remindAtHoursLeft: [48, 24, 4] }
    await played(db(), house, staff, start, (ctx) => syncTasks(ctx, subject, 'deviation.', [spec]))
    let clock = start
    await work(jobs, house, () => clock)
    await work((await queue()).jobs, house, () => clock)
    clock = hours(24)
    await box.until(1, 10_000)
    clock = hours(50)
    await box.until(2, 10_000)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(box.mails.map((mail) => mail.headers.subject)).toEqual([
      'Varde: 48 timer igjen: Vurder avviket (2026/3)',
      'Varde: 22 timer igjen: Vurder avviket (2026/3)',
    ])
  }, 30_000)

  test('without a mail server mails wait, and the reason is said once', async () => {
    const { jobs, house } = await queue()
    const staff = await staffOf(db(), house, start)
    await played(db(), house, staff, start, (ctx) => tell(ctx, notice(staff)))
    lines.length = 0
    await work(jobs, house, () => start, { smtp: false })
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(await mailRows(db(), house, staff)).toEqual([{ status: 'waiting', attempts: 0 }])
    expect(lines).toEqual([expect.stringContaining('no mail server is set')])
    expect(box.mails).toEqual([])
  })

  test('a sweep that fails is told of, and the others and the next round go on; rounds do not overlap', async () => {
    const { jobs, house } = await queue()
    let [rounds, at, most] = [0, 0, 0]
    const bad: Sweep = { name: 'bad', run: () => Promise.reject(new Error('broken')) }
    const slow: Sweep = {
      name: 'slow',
      run: async () => {
        most = Math.max(most, ++at)
        await new Promise((resolve) => setTimeout(resolve, 120))
        at--
        rounds++
      },
    }
    const seldom = { name: 'seldom', everyMs: 3_600_000, runs: 0, run: async () => void seldom.runs++ }
    lines.length = 0
    let clock = start
    const worker = await work(jobs, house, () => clock, { smtp: false, sweeps: [bad, slow, seldom] })
    await expect.poll(() => rounds, { timeout: 5_000 }).toBeGreaterThanOrEqual(3)
    expect(seldom.runs).toBe(1)
    clock = hours(2)
    await expect.poll(() => seldom.runs, { timeout: 5_000 }).toBe(2)
    await worker.stop()
    const ended = rounds
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(rounds).toBe(ended)
    expect(most).toBe(1)
    expect(lines.filter((line) => line.includes('broken')).length).toBeGreaterThanOrEqual(3)
  })

  test('what is wrong in one organisation keeps none of the others waiting', async () => {
    const { jobs, house } = await queue()
    const [one, two] = [await staffOf(db(), house, start), await staffOf(db(), house, start)]
    const [first = '', last = ''] = [one.organisationId, two.organisationId].toSorted()
    const done: string[] = []
    const picky: Sweep = {
      name: 'picky',
      everyMs: 1,
      run: async ({ organisationIds }) => {
        for (const id of organisationIds) {
          if (id === first) throw new Error('not in this one')
          done.push(id)
        }
      },
    }
    lines.length = 0
    const worker = await work(jobs, house, () => start, { smtp: false, sweeps: [picky] })
    await expect.poll(() => done, { timeout: 5_000 }).toContain(last)
    await worker.stop()
    expect(lines.some((line) => line.includes('not in this one'))).toBe(true)
  })

  test('the clockwork sees one organisation at a time', async () => {
    const { jobs, house } = await queue()
    const [one, two] = [await staffOf(db(), house, start), await staffOf(db(), house, start)]
    let seen: string[] | undefined
    const look: Sweep = {
      name: 'look',
      run: async ({ inOrganisation, organisationIds }) => {
        expect(organisationIds).toEqual(expect.arrayContaining([one.organisationId, two.organisationId]))
        seen = await inOrganisation(one.organisationId, async (ctx) =>
          (await ctx.tx.selectFrom('person').select('organisation_id').distinct().execute()).map((row) => row.organisation_id),
        )
      },
    }
    await work(jobs, house, () => start, { smtp: false, sweeps: [look] })
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual([one.organisationId])
  })
})
