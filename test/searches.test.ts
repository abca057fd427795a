import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeExample } from './support/database.ts'

/** A name or a number that somebody looks for is in no history, no proxy's log, no Referer and no `til` (ASVS 14.2.1). */
describeExample('searching', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  const lists = modules.flatMap(({ routes }) => routes).filter(({ method, path }) => method === 'GET' && !/[:.*]/.test(path))
  const slugs = ['sauda-administrator', 'sauda-personvernombud', 'sauda-ansatt'] as const
  const words = 'Ola Leitar 01815012345'
  const formsOf = (page: string) => page.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const written = /<input\b[^>]*type="(?:search|text)"/

  it('has a page of every list where words are written, and none that puts them in its address', async () => {
    const searched: string[] = []
    for (const slug of slugs) {
      const client = await app.as(slug)
      for (const { path } of lists) {
        const page = await client.get(path)
        for (const form of formsOf(page.text)) {
          const opening = /<form[^>]*>/.exec(form)?.[0] ?? ''
          if (/method="get"/.test(opening)) expect(written.test(form), `${path} as ${slug}: words in a GET form`).toBe(false)
          const action = /action="([^"]*\/sok)"/.exec(opening)?.[1]
          if (!action) continue
          const names = [...form.matchAll(/<input\b[^>]*type="(?:search|text)"[^>]*>/g)].flatMap(
            ([one]) => /name="([^"]+)"/.exec(one)?.[1] ?? [],
          )
          // Some have choices alone.
          if (names.length > 0) searched.push(action)
          for (const name of names) {
            const sent = await client.post(action, { [name]: words })
            expect(sent.status, action).toBe(303)
            expect(decodeURIComponent(sent.location ?? ''), action).not.toMatch(/Ola|Leitar|01815012345/)
            const found = await client.get(sent.location ?? '')
            expect(found.status).toBe(200)
            const links = [...found.text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, href]) => decodeURIComponent(href ?? ''))
            expect(links.filter((href) => /Ola|Leitar|01815012345/.test(href))).toEqual([])
          }
        }
      }
    }
    expect([...new Set(searched)].toSorted()).toEqual([
      '/avvik/sok',
      '/egne-opplysninger/sok',
      '/logg/sok',
      '/oppgaver/enheter/sok',
      '/oppgaver/sok',
      '/personer/sok',
      '/rutiner/sok',
      '/sok',
      '/systemer/sok',
      '/systemoversikt/sok',
      '/tiltaksplan/sok',
    ])
  }, 90_000)

  it('keeps the words through paging, a reload and the back button, for whoever wrote them and nobody else', async () => {
    const dpo = await app.as('sauda-personvernombud')
    const { location } = await dpo.post('/avvik/sok', { ord: 'C-4711', status: 'alle', filtre: 'flere' })
    expect(location).toMatch(/^\/avvik\?ord=[\w-]+&status=alle&filtre=flere$/)
    for (let again = 0; again < 2; again++) expect((await dpo.get(location ?? '')).text).toContain('value="C-4711"')
    const other = await (await app.as('sauda-kommunedirektor')).get(location ?? '')
    expect(other.text).not.toContain('C-4711')
    expect(other.text).toContain('Søkjeorda følgjer ikkje med')
    expect((await dpo.get('/avvik?ord=C-4711')).text).toContain('Søkjeorda følgjer ikkje med')
    // Whoever must sign in first comes back to the view, and the address that waits holds no word.
    expect((await app.stranger().get(location ?? '')).location).not.toContain('4711')
  })

  it('S4-167 is logged with who, when and which fields, in every list, and never with the words', async () => {
    const admin = await app.as('sauda-administrator')
    const { location } = await admin.post('/personer/sok', { ord: 'Ola Leitar', rolle: 'dpo' })
    await admin.get(location ?? '')
    const lines = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select(['actor_id', 'type', 'data'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .execute(),
    )
    const { personId } = await app.person('sauda-administrator')
    const line = { actor_id: personId, type: 'person.listed', data: { filters: ['search', 'role'], hits: 0, more: false } }
    expect(lines).toContainEqual(line)
    expect(JSON.stringify(lines)).not.toMatch(/Leitar|01815012345|4711/)
  })
})
