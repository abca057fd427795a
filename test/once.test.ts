import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Schema } from '../src/db/types.ts'
import { localInput } from '../src/kernel/calendar/calendar.ts'
import { newId } from '../src/kernel/ids.ts'
import { type Answer, type Client, type TestApp, testApp } from './support/app.ts'
import { openCase } from './support/cases.ts'
import { describeExample } from './support/database.ts'

type Posted = Readonly<Record<string, string | readonly string[]>>
type Kind = {
  readonly name: string
  /** The page with the form, and where it is posted. */
  readonly page: string
  readonly to: string
  readonly by: string
  readonly form: Posted
  /** Counted before and after: one more. */
  readonly table: keyof Schema
  /** What makes two of them equal, when two pages are open: told in these words, and one is made. Absent: equals are allowed. */
  readonly equal?: RegExp
}

/** A double click, and two who make the same at once: G-38, S4-023. No 500, no double, and a clear answer. */
describeExample('what is made is made once', (db) => {
  let app: TestApp
  let caseId: string
  beforeAll(async () => {
    app = await testApp(db())
    caseId = await openCase(app, 'sauda')
  }, 60_000)
  afterAll(() => app.stop())

  const count = async (table: keyof Schema): Promise<number> => {
    const asked = sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`
    // The web role has no right to the accounts.
    const { rows } =
      table === 'account' ? await asked.execute(db().owner) : await app.ctx('sauda-administrator', (ctx) => asked.execute(ctx.tx))
    return rows[0]?.n ?? 0
  }
  /** What the page itself would post along: ids and versions that it made. */
  const hiddenIn = (page: string, to: string): Posted => {
    const forms = page.match(/<form\b[\s\S]*?<\/form>/g) ?? []
    const form =
      forms.find((one) => one.includes(`action="${to}"`)) ??
      forms.find((one) => /<form[^>]*class="v-form"/.test(one) && !/<form[^>]*action=/.test(one)) ??
      ''
    return Object.fromEntries(
      [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].flatMap(([one]) => {
        const [name, value] = [/name="([^"]*)"/.exec(one)?.[1], /value="([^"]*)"/.exec(one)?.[1]]
        return name ? [[name, value ?? '']] : []
      }),
    )
  }
  const three = (post: (n: number) => Promise<Answer>) => Promise.all([0, 1, 2].map(post))
  const clear = (answers: readonly Answer[], name: string) => {
    for (const { status, text } of answers) expect([303, 409, 422], `${name}: ${status} ${text.slice(0, 300)}`).toContain(status)
    expect(
      answers.some(({ status }) => status === 303),
      name,
    ).toBe(true)
  }

  const admin = 'sauda-administrator'
  const kinds = async (): Promise<readonly Kind[]> => {
    const dpo = 'sauda-personvernombud'
    const at = localInput(app.clock.now)
    const unit = await app.ctx(dpo, async (ctx) => ctx.actor.unitId ?? '')
    const colleague = (await app.person('sauda-leder')).personId
    const report = { personalData: 'yes', categories: 'MISSENT_EMAIL', discoveredAt: at, affectedUnit: unit, deed: 'send' }
    return [
      {
        name: 'a system',
        page: '/systemer/nytt',
        to: '/systemer/nytt',
        by: admin,
        form: { name: 'Parallellsystemet', inUse: 'yes' },
        table: 'system',
        equal: /allereie/,
      },
      {
        name: 'a person',
        page: '/personer/ny',
        to: '/personer',
        by: admin,
        form: { name: 'Parallell, Sauda', email: 'parallell@sauda.example' },
        table: 'person',
        equal: /denne e-postadressa/,
      },
      {
        name: 'a person without address',
        page: '/personer/ny',
        to: '/personer',
        by: admin,
        form: { name: 'Namnebror, Sauda' },
        table: 'person',
      },
      {
        name: 'a unit',
        page: '/enheter/ny',
        to: '/enheter',
        by: admin,
        form: { name: 'Parallelleininga', kind: 'unit', parent: unit },
        table: 'unit',
        equal: /allereie ei eining/,
      },
      {
        name: 'a role',
        page: `/personer/${colleague}`,
        to: `/personer/${colleague}/roller`,
        by: admin,
        form: { role: 'superUser', unit: '', from: '2026-03-02', to: '', reason: 'Opplæring' },
        table: 'role_assignment',
        equal: /rolla|endra/,
      },
      {
        name: 'a way to sign in',
        page: `/personer/${colleague}/innlogging`,
        to: `/personer/${colleague}/innlogging`,
        by: admin,
        form: {},
        table: 'account',
      },
      {
        name: 'a quick report',
        page: '/avvik/ny',
        to: '/avvik/ny',
        by: 'sauda-ansatt',
        form: { ...report, whatHappened: 'Ei liste gjekk til feil mottakar.' },
        table: 'deviation',
      },
      {
        name: 'a report for another',
        page: '/avvik/pa-vegne',
        to: '/avvik/pa-vegne',
        by: dpo,
        form: {
          ...report,
          whatHappened: 'Ein forelder ringde.',
          channel: 'telephone',
          receivedAt: at,
          who: 'outside',
          outside: 'forelder',
        },
        table: 'deviation',
      },
      {
        name: 'a meeting',
        page: `/avvik/${caseId}/mote`,
        to: `/avvik/${caseId}/mote`,
        by: dpo,
        form: { at, place: 'Rådhuset', participants: colleague },
        table: 'deviation_meeting',
      },
      {
        name: 'a question',
        page: `/avvik/${caseId}/sporsmal`,
        to: `/avvik/${caseId}/sporsmal`,
        by: dpo,
        form: {
          to: 'person',
          person: colleague,
          role: 'leader',
          question: 'Kven fekk lista?',
          dueAt: localInput(new Date(app.clock.now.getTime() + 86_400_000)),
        },
        table: 'deviation_inquiry',
      },
      {
        name: 'a notice',
        page: `/avvik/${caseId}/datatilsynet`,
        to: `/avvik/${caseId}/datatilsynet`,
        by: dpo,
        form: { kind: 'preliminary' },
        table: 'authority_notice',
      },
      {
        name: 'a letter from Datatilsynet',
        page: `/avvik/${caseId}/datatilsynet/brev`,
        to: `/avvik/${caseId}/datatilsynet/brev`,
        by: dpo,
        form: { kind: 'contact', at, question: 'Kva meiner de?', content: 'De svara.' },
        table: 'authority_letter',
      },
      {
        name: 'a letter to those affected',
        page: `/avvik/${caseId}/berorte`,
        to: `/avvik/${caseId}/berorte`,
        by: dpo,
        form: { language: 'nn' },
        table: 'subject_message',
      },
    ] as const
  }

  it('pressed three times at once: one is made, and every answer is the first one’s', async () => {
    for (const kind of await kinds()) {
      const client = await app.as(kind.by)
      const hidden = hiddenIn((await client.get(kind.page)).text, kind.to)
      const before = await count(kind.table)
      const answers = await three(() => client.post(kind.to, { ...hidden, ...kind.form }))
      clear(answers, kind.name)
      expect(await count(kind.table), kind.name).toBe(before + 1)
      // A draft that stands already is shown among the others.
      const places = new Set(
        answers.filter(({ status }) => status === 303).map(({ location }) => location?.replace(/(datatilsynet|berorte)\/.*/, '$1')),
      )
      expect(places.size, `${kind.name}: ${[...places].join(' ')}`).toBe(1)
    }
  }, 60_000)

  it('three who make an equal one at once: one is made, and the others are told that it is there', async () => {
    for (const kind of await kinds()) {
      if (!kind.equal) continue
      const clients: Client[] = await Promise.all([0, 1, 2].map(() => app.as(kind.by)))
      const form = Object.fromEntries(
        Object.entries(kind.form).map(([name, value]) => [
          name,
          name === 'from' ? '2026-04-02' : `${value}`.replace(/^[Pp]arallell/, 'Likt'),
        ]),
      )
      const hidden = await Promise.all(clients.map(async (client) => hiddenIn((await client.get(kind.page)).text, kind.to)))
      const before = await count(kind.table)
      const answers = await three((n) =>
        (clients[n] as Client).post(kind.to, { ...hidden[n], ...form, ...(kind.name === 'a role' ? { role: 'ciso' } : {}) }),
      )
      clear(answers, kind.name)
      expect(await count(kind.table), kind.name).toBe(before + 1)
      for (const { status, text } of answers) if (status !== 303) expect(text, kind.name).toMatch(kind.equal)
    }
  }, 60_000)

  it('two that are renamed to one name at once: one is, and the other is told', async () => {
    const client = await app.as(admin)
    const made = await Promise.all(
      ['Eitt', 'To', 'Tre'].map(
        async (name) =>
          (await client.post('/systemer/nytt', { id: newId(new Date()), name: `Omdøypt ${name}`, inUse: 'yes' })).location ?? '',
      ),
    )
    const answers = await three((n) => client.post(`${made[n]}/endring`, { version: '1', name: 'Omdøypt til det same', inUse: 'yes' }))
    clear(answers, 'renaming')
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  it('a page used again for something else makes a record of its own: what was written is not lost', async () => {
    const client = await app.as(admin)
    for (const [to, form] of [
      ['/systemer/nytt', { name: 'Brukt på nytt', inUse: 'yes' }],
      ['/personer', { name: 'Brukt på nytt, Sauda' }],
    ] as const) {
      const id = newId(new Date())
      const first = await client.post(to, { ...form, id })
      const second = await client.post(to, { ...form, id, name: `${form.name} igjen` })
      expect([first.status, second.status], to).toEqual([303, 303])
      expect((await client.get(second.location ?? '')).text).toContain(`${form.name} igjen`)
    }
  })

  it('drafts, numbers and autosave: three at once are one draft and one case', async () => {
    const client = await app.as('sauda-ansatt')
    const id = newId(app.clock.now)
    const before = await count('deviation')
    const saved = await three(() =>
      client.post(`/avvik/${id}/utkast`, { whatHappened: 'Eg starta å skrive.' }, { accept: 'application/json' }),
    )
    expect(saved.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await count('deviation')).toBe(before + 1)
    // Different reports at once: every one a number of its own, without a gap.
    const numbers = await app.ctx('sauda-personvernombud', (ctx) =>
      ctx.tx.selectFrom('deviation').select(['number']).where('number', 'is not', null).execute(),
    )
    const all = numbers.map(({ number }) => number ?? 0).toSorted((one, other) => one - other)
    expect(all).toEqual(all.map((_, n) => n + 1))
  })

  it('sign-ins of one person from one place at the same moment are all answered', async () => {
    const answers = await three(() => app.stranger().post('/demo/logg-inn', { person: 'sauda-leder' }))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  })
})
