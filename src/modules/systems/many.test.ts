import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeSystem } from './factory.ts'
import { store } from './store.ts'

const posted = (html: string): Record<string, string | string[]> => {
  const form: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form[name] = [...(form[name] ?? []), value.replaceAll('&amp;', '&')]
  return form
}

describeExample('systems: several at once', (db) => {
  let app: TestApp
  let admin: Client
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sauda-administrator')
  }, 60_000)
  afterAll(() => app.stop())

  const made = (...names: readonly string[]) =>
    app.ctx('sauda-administrator', async (ctx) => {
      const ids: string[] = []
      for (const name of names) ids.push(await makeSystem(ctx, { name, inUse: 'yes' }))
      return ids
    })
  const values = (id: string) => app.ctx('sauda-administrator', async (ctx) => (await store.find(ctx, id))?.values)
  const owner = async () => (await app.person('sauda-personvernombud')).personId
  const ticks = (ids: readonly string[], version = 1) => ids.map((id) => `${id}.${version}`)
  const events = (ids: readonly string[]) =>
    app.ctx('sauda-administrator', async (ctx) =>
      (await ctx.tx.selectFrom('audit_event').select('type').where('subject_id', 'in', ids).where('type', 'like', 'system.%').execute())
        .map(({ type }) => type)
        .sort(),
    )

  it('what is ticked in the list is asked about, shown, and done: each by its own rule, with its own line in the log', async () => {
    const ids = await made('Samlet 1', 'Samlet 2', 'Samlet 3')
    const list = (await admin.get('/systemer?sorter=-name&i-bruk=yes')).text
    for (const tick of ticks(ids))
      expect(list).toMatch(
        new RegExp(`<input(?=[^>]*form="flere")(?=[^>]*aria-label="Vel Samlet \\d")(?=[^>]*name="valgt")[^>]*value="${tick}"`),
      )
    const came = posted(list.slice(list.indexOf('id="flere"')))
    const asked = await admin.post('/systemer/flere', { ...came, valgt: ticks(ids) })
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Samlet 1, Samlet 2, Samlet 3')
    expect(asked.text).toContain('Det du ikkje svarer på, blir som det er.')
    const shown = await admin.post('/systemer/flere', { ...posted(asked.text), inUse: 'no', owner: await owner() })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Blir endra: 3')
    expect(shown.text).toMatch(/<span class="v-soft">Ja<\/span> → <b>Nei<\/b>/)
    // Nothing is done before it is confirmed, and nothing is left of the trial.
    expect((await values(ids[0] ?? ''))?.inUse).toBe('yes')
    expect(await events(ids)).toEqual(['system.added', 'system.added', 'system.added'])
    const confirm = posted(shown.text)
    const done = await Promise.all([admin.post('/systemer/flere', confirm), admin.post('/systemer/flere', confirm)])
    expect(done.map(({ status, location }) => [status, location])).toEqual([1, 2].map(() => [303, '/systemer?i-bruk=yes&sorter=-name']))
    for (const id of ids) expect(await values(id)).toMatchObject({ inUse: 'no', owner: await owner(), superUser: null })
    expect((await events(ids)).filter((type) => type === 'system.edited')).toHaveLength(3)
  })

  it('one that somebody else has changed, one that is not yours, and one that is so already are named with the reason', async () => {
    const ids = await made('Forelda', 'Fremmend', 'Lik')
    const [stale, , same] = ids
    await app.ctx('sauda-administrator', async (ctx) => {
      const { editSystem } = await import('./commands.ts')
      for (const [id, over] of [
        [stale, { purpose: 'Endra av ein annan' }],
        [same, { inUse: 'no' }],
      ] as const) {
        const record = await store.find(ctx, id ?? '')
        if (record) await editSystem(ctx, record.id, 1, { ...record.values, ...over })
      }
    })
    const answer = await admin.post('/systemer/flere', { valgt: [`${stale}.1`, `${ids[1]}.1`, `${same}.2`], inUse: 'no' })
    const row = (name: string) => new RegExp(`<tr><th[^>]*>${name}</th>.*?</tr>`, 's').exec(answer.text)?.[0]
    expect(row('Forelda')).toContain('Nokon andre har endra denne')
    expect(row('Lik')).toContain('Er slik allereie')
    expect(answer.text).toContain('Blir endra: 1')
    // Somebody with no say over it.
    const leader = await app.as('sauda-leder')
    const refused = await leader.post('/systemer/flere', { valgt: [`${ids[1]}.1`], inUse: 'no', gjor: 'ja' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Du kan ikkje endre denne')
    expect((await values(ids[1] ?? ''))?.inUse).toBe('yes')
    expect((await leader.get('/systemer')).text).not.toContain('name="valgt"')
  })

  it('where one is changed between the preview and the press, none is done, and it is said which', async () => {
    const ids = await made('Heil 1', 'Heil 2', 'Heil 3')
    const shown = await admin.post('/systemer/flere', { valgt: ticks(ids), inUse: 'no' })
    await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx
        .updateTable('system')
        .set({ purpose: 'Imens', version: 2 })
        .where('id', '=', ids[2] ?? '')
        .execute(),
    )
    const answer = await admin.post('/systemer/flere', posted(shown.text))
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Ingenting er endra')
    expect(answer.text).toMatch(/Heil 3<\/th>.*?Nokon andre har endra denne/s)
    for (const id of ids) expect((await values(id))?.inUse).toBe('yes')
    // The rest goes through when it is confirmed anew.
    expect((await admin.post('/systemer/flere', posted(answer.text))).status).toBe(303)
    expect(await Promise.all(ids.map(async (id) => (await values(id))?.inUse))).toEqual(['no', 'no', 'yes'])
  })

  it('another organisation’s records, nonsense and nothing change nothing', async () => {
    const [id = ''] = await made('Vår eigen')
    const stranger = await app.as('sandnes-administrator')
    const foreign = await stranger.post('/systemer/flere', { valgt: ticks([id]), inUse: 'no', gjor: 'ja' })
    expect(foreign.text).not.toContain('Vår eigen')
    expect((await values(id))?.inUse).toBe('yes')
    expect((await admin.post('/systemer/flere', {})).status).toBe(303)
    expect((await admin.post('/systemer/flere', { valgt: ['tull', `${id}.x`, `${id}.1.2`], inUse: 'no', gjor: 'ja' })).status).toBeLessThan(
      500,
    )
    expect((await admin.post('/systemer/flere', { valgt: ticks([id]), inUse: 'kanskje', gjor: 'ja' })).status).toBe(422)
    const other = (await app.person('sandnes-administrator')).personId
    const wrong = await admin.post('/systemer/flere', { valgt: ticks([id]), owner: other, gjor: 'ja' })
    expect(wrong.status).toBe(409)
    expect(wrong.text).toContain('Vel ein av dei i lista')
    expect(await values(id)).toMatchObject({ inUse: 'yes', owner: null })
    expect((await app.stranger().post('/systemer/flere', { valgt: ticks([id]), inUse: 'no', gjor: 'ja' })).status).toBe(303)
    expect((await values(id))?.inUse).toBe('yes')
  })
})
