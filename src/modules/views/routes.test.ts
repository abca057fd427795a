import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'

const links = (page: string) =>
  [...page.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(
    ([, href, label]) => [label ?? '', (href ?? '').replaceAll('&amp;', '&')] as const,
  )
const linkTo = (page: Answer, label: string) => links(page.text).find(([one]) => one === label)?.[1]
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
const shown = (page: Answer) => [...page.text.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)<\/a>/g)].map(([, name]) => name)

describeExample('saved views', (db) => {
  let app: TestApp
  let dpo: Client
  beforeAll(async () => {
    app = await testApp(db())
    dpo = await app.as('sauda-personvernombud')
  }, 60_000)
  afterAll(() => app.stop())

  /** From the list, as one does. */
  const begun = async (who: Client, address: string) => {
    const href = linkTo(await who.get(address), 'Lagre visinga') ?? linkTo(await who.get(address), 'Lagre visningen') ?? ''
    const page = await who.get(href)
    return { av: field(page.text, 'av'), id: field(page.text, 'id'), sharedWith: '', opens: 'no' }
  }
  const save = async (who: Client, address: string, form: Readonly<Record<string, string>>) =>
    who.post('/visninger/ny', { ...(await begun(who, address)), ...form })
  const all = () => app.ctx('sauda-personvernombud', (ctx) => ctx.tx.selectFrom('saved_view').selectAll().execute())
  const editOf = async (name: string) => `/visninger/${(await all()).find((one) => one.name === name)?.id}/endring`

  it('has a name, stands above its list, and shows what it showed when it was saved', async () => {
    const address = '/systemer?i-bruk=no&sorter=-name&kolonner=purpose'
    const answer = await save(dpo, address, { name: 'Ute av bruk' })
    expect([answer.status, answer.location]).toEqual([303, address])
    const list = await dpo.get('/systemer')
    expect(linkTo(list, 'Ute av bruk')).toBe(address)
    const view = await dpo.get(address)
    expect(view.text).toMatch(/aria-current="page">Ute av bruk/)
    expect(linkTo(view, 'Endre visinga')).toBe(await editOf('Ute av bruk'))
    expect(shown(view)).toEqual(shown(await dpo.get(address)))
    // It is one's own.
    expect((await (await app.as('sauda-leder')).get('/systemer')).text).not.toContain('Ute av bruk')
    expect((await (await app.as('sauda-leder')).get(await editOf('Ute av bruk'))).status).toBe(404)
  })

  it('holds no word that was searched for, in the table or in the address', async () => {
    const { location } = await dpo.post('/systemer/sok', { ord: 'Visma Flyt', 'i-bruk': 'yes' })
    expect((await save(dpo, location ?? '', { name: 'Med søk' })).location).toBe('/systemer?i-bruk=yes')
    const admin = await app.as('sauda-administrator')
    const log = await admin.post('/logg/sok', { gjelder: 'Ola Leitar', hendelse: 'personer' })
    expect((await save(admin, log.location ?? '', { name: 'Personhendingar' })).location).toBe('/logg?hendelse=personer')
    expect((await all()).map(({ query }) => query).filter((query) => /ord=|gjelder=|Visma|Leitar/.test(query))).toEqual([])
    // Nobody writes an address by hand to be kept.
    for (const av of ['', 'tull', Buffer.from('/systemer?ord=Ola').toString('base64url')]) {
      expect((await dpo.get(`/visninger/ny?av=${av}`)).status).toBe(404)
      expect((await dpo.post('/visninger/ny', { av, name: 'Egen', opens: 'no' })).status).toBe(404)
    }
  })

  it('is shared with a role: those who hold it see it and change nothing, others never hear of it', async () => {
    const admin = await app.as('sauda-administrator')
    await save(admin, '/systemer?i-bruk=yes&kolonner=owner', { name: 'Til gjennomgang', sharedWith: 'dpo' })
    expect((await dpo.get('/systemer')).text).toContain('Til gjennomgang')
    const edit = await editOf('Til gjennomgang')
    expect((await dpo.get(edit)).status).toBe(404)
    expect((await dpo.post(edit.replace('endring', 'fjerning'), { version: '1' })).status).toBe(404)
    for (const slug of ['sauda-leder', 'sandnes-personvernombud', 'sandnes-administrator']) {
      const other = await app.as(slug)
      expect((await other.get('/systemer')).text, slug).not.toContain('Til gjennomgang')
      expect((await other.get(edit)).status, slug).toBe(404)
    }
    // A view of the log gives nobody the log.
    await save(admin, '/logg?hendelse=personer&sorter=at', { name: 'Logg for alle', sharedWith: 'employee' })
    expect((await (await app.as('sauda-ansatt')).get('/logg?hendelse=personer')).status).toBe(403)
    const refused = await save(dpo, '/systemer?i-bruk=no&kolonner=owner', { name: 'Til sikkerhetssjefen', sharedWith: 'ciso' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('value="Til sikkerhetssjefen"')
  })

  it('may be what the list opens with, and all of the list is one press away', async () => {
    const handler = await app.as('sauda-kommunedirektor')
    await save(handler, '/avvik?frist=over&kolonner=status', { name: 'Over tida', opens: 'yes' })
    expect((await handler.get('/avvik')).location).toBe('/avvik?frist=over&kolonner=status')
    const view = await handler.get('/avvik?frist=over&kolonner=status')
    expect(linkTo(view, 'Etter frist')).toBe('/avvik?visning=alle')
    expect(linkTo(view, 'Nullstill')).toBe('/avvik?kolonner=status')
    expect((await handler.get('/avvik?visning=alle')).status).toBe(200)
    // Also where the filter is emptied by hand.
    expect((await handler.post('/avvik/sok', { ord: '' })).location).toBe('/avvik?visning=alle')
    // Another one takes its place.
    await save(handler, '/avvik?status=lukket&kolonner=status', { name: 'Lukka saker', opens: 'yes' })
    expect((await handler.get('/avvik')).location).toBe('/avvik?status=lukket&kolonner=status')
    expect((await all()).filter(({ opens, list }) => opens === 'yes' && list === '/avvik')).toHaveLength(1)
    expect((await dpo.get('/avvik')).status).toBe(200)
  })

  it('is saved once by a double press; the same name is refused, and a name that is none', async () => {
    const form = { ...(await begun(dpo, '/systemer?sorter=-inUse')), name: 'Etter bruk' }
    const answers = await Promise.all([dpo.post('/visninger/ny', form), dpo.post('/visninger/ny', form)])
    expect(answers.map(({ status, location }) => [status, location])).toEqual([1, 2].map(() => [303, '/systemer?sorter=-inUse']))
    expect((await all()).filter(({ name }) => name === 'Etter bruk')).toHaveLength(1)
    const same = await save(dpo, '/systemer?sorter=-name', { name: 'ETTER BRUK' })
    expect(same.status).toBe(422)
    expect(same.text).toContain('Du har allereie ei vising med dette namnet')
    // The same name for another list is another view.
    expect((await save(dpo, '/avvik?haster=ja&kolonner=unit', { name: 'Etter bruk' })).status).toBe(303)
    for (const name of ['', '   ', '\u200b\u00ad', 'x'.repeat(61)])
      expect((await save(dpo, '/systemer?sorter=-name&kolonner=owner', { name })).status, JSON.stringify(name)).toBe(422)
    const odd = '<b>=1+1</b> ære & "være"'
    expect((await save(dpo, '/systemer?sorter=-name&kolonner=owner', { name: odd })).status).toBe(303)
    expect((await dpo.get('/systemer')).text).toContain('&lt;b>=1+1&lt;/b> ære &amp; &quot;være&quot;')
    expect((await save(dpo, '/systemer?i-bruk=no&kolonner=owner', { name: 'Rart', sharedWith: 'keiser', opens: 'kanskje' })).status).toBe(
      422,
    )
  })

  it('is renamed, put together where two change it at once, and asked about where both change the same', async () => {
    await save(dpo, '/systemer?i-bruk=yes&sorter=-name', { name: 'I bruk' })
    const edit = await editOf('I bruk')
    const page = (await dpo.get(edit)).text
    const opened = Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']),
    )
    expect((await dpo.post(edit, { ...opened, name: 'Dei i bruk', sharedWith: '', opens: 'no' })).status).toBe(303)
    expect((await dpo.get('/systemer')).text).toContain('Dei i bruk')
    const second = await dpo.post(edit, { ...opened, name: 'Noko anna', sharedWith: '', opens: 'no' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Dei i bruk')
    expect(second.text).toContain('value="Noko anna"')
    expect((await dpo.get('/systemer')).text).not.toContain('Noko anna')
  })

  it('is removed, and the list loses nothing', async () => {
    await save(dpo, '/systemer?i-bruk=no&sorter=-name', { name: 'Til sletting' })
    const removal = (await editOf('Til sletting')).replace('endring', 'fjerning')
    expect((await dpo.post(removal, { version: '9' })).status).toBe(409)
    const rows = shown(await dpo.get('/systemer')).length
    expect((await dpo.post(removal, { version: '1' })).location).toBe('/systemer?visning=alle')
    const list = await dpo.get('/systemer')
    expect(linkTo(list, 'Til sletting')).toBeUndefined()
    expect(shown(list)).toHaveLength(rows)
    expect((await dpo.post(removal, { version: '1' })).status).toBe(404)
    const log = await app.ctx('sauda-personvernombud', (ctx) =>
      ctx.tx.selectFrom('audit_event').select('type').where('subject_type', '=', 'saved_view').orderBy('id').execute(),
    )
    expect(new Set(log.map(({ type }) => type))).toEqual(new Set(['view.added', 'view.edited', 'view.removed', 'saved_view.refused']))
  })
})
