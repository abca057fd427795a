import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyValues } from '../src/kernel/fields.ts'
import { newId } from '../src/kernel/ids.ts'
import { addPerson, units } from '../src/modules/people/public.ts'
import { addSystem, systemFields } from '../src/modules/systems/public.ts'
import { type Client, type TestApp, testApp } from './support/app.ts'
import { describeExample } from './support/database.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
/** What a reader sees of a page: no tag, and so no address and no value. */
const seen = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')
const version = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
const opened = (html: string) => /name="opened" value="([^"]*)"/.exec(html)?.[1] ?? ''
const checked = (html: string, name: string) =>
  new RegExp(`<select[^>]*name="${name}"[^>]*>.*?<option selected value="([^"]*)"`, 's').exec(html)?.[1] ??
  new RegExp(`<input(?=[^>]*type="radio")(?=[^>]*name="${name}")(?=[^>]*checked)[^>]*value="([^"]*)"`).exec(html)?.[1]

describeExample('references', (db) => {
  let app: TestApp
  let admin: Client
  let count = 0
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sauda-administrator')
  }, 120_000)
  afterAll(() => app.stop())

  const person = (name: string, unit: string | null = null, email: string | null = null) =>
    app.ctx('sauda-administrator', async (ctx) => {
      const id = newId(ctx.now)
      const made = await addPerson(ctx, { name, email, unit, leader: null, locale: null }, null, id)
      if (!made.ok) throw new Error(made.why)
      return id
    })
  const leaves = async (id: string) => {
    const page = await admin.get(`/personer/${id}`)
    expect((await admin.post(`/personer/${id}/slutt`, { version: version(page.text) })).status).toBe(303)
  }
  const system = (over: object) =>
    app.ctx('sauda-administrator', async (ctx) => {
      const id = newId(ctx.now)
      const made = await addSystem(ctx, id, { ...emptyValues(systemFields), name: `System ${++count}`, inUse: 'yes', ...over })
      if (!made.ok) throw new Error(made.why)
      return id
    })
  const unitIds = () => app.ctx('sauda-administrator', async (ctx) => (await units(ctx)).map(({ id }) => id))

  it('a system keeps an owner who has left: named with the state, chosen in the form, kept when something else is saved; nobody new may be', async () => {
    const owner = await person('Eigar Som Går')
    const id = await system({ owner })
    await leaves(owner)
    const shown = (await admin.get(`/systemer/${id}`)).text
    expect(shown).toContain('Eigar Som Går (har slutta)')
    expect(seen(shown)).not.toMatch(uuid)
    const form = (await admin.get(`/systemer/${id}/endring`)).text
    expect(form).toContain('Eigar Som Går (har slutta)')
    expect(checked(form, 'owner')).toBe(owner)
    const posted = { version: version(form), opened: opened(form), name: `System ${count}`, inUse: 'yes', owner, purpose: 'Nytt formål' }
    expect((await admin.post(`/systemer/${id}/endring`, posted)).status).toBe(303)
    const after = (await admin.get(`/systemer/${id}`)).text
    expect(after).toContain('Nytt formål')
    expect(after).toContain('Eigar Som Går (har slutta)')
    const other = await system({})
    const form2 = (await admin.get(`/systemer/${other}/endring`)).text
    const anew = await admin.post(`/systemer/${other}/endring`, {
      ...posted,
      name: `System ${count}`,
      version: version(form2),
      opened: opened(form2),
    })
    expect(anew.status).toBe(422)
    expect(anew.text).toContain('href="#owner"')
  })

  it('a person and a unit keep a leader who has left', async () => {
    const leader = await person('Leiar Som Går')
    const id = await person('Den Som Blir')
    const form = (await admin.get(`/personer/${id}/rediger`)).text
    const first = { version: version(form), opened: opened(form), name: 'Den Som Blir', leader }
    expect((await admin.post(`/personer/${id}`, first)).status).toBe(303)
    const [top] = await unitIds()
    const unit = newId(new Date())
    expect((await admin.post('/enheter', { id: unit, name: 'Leia eining', kind: 'unit', parent: top ?? '', leader })).status).toBe(303)
    await leaves(leader)
    expect((await admin.get(`/personer/${id}`)).text).toContain('Leiar Som Går (har slutta)')
    for (const [at, to, more] of [
      [`/personer/${id}/rediger`, `/personer/${id}`, { name: 'Den Som Framleis Blir' }],
      [`/enheter/${unit}`, `/enheter/${unit}`, { name: 'Leia eining', kind: 'school', parent: top ?? '' }],
    ] as const) {
      const page = (await admin.get(at)).text
      expect(checked(page, 'leader')).toBe(leader)
      expect(seen(page)).not.toMatch(uuid)
      expect((await admin.post(to, { version: version(page), opened: opened(page), leader, ...more })).status).toBe(303)
      expect(checked((await admin.get(at)).text, 'leader')).toBe(leader)
    }
  })

  it('a report keeps a leader who has left and a system out of use, through another part of the form', async () => {
    const leader = await person('Leiar I Melding')
    const used = await system({ name: 'System i melding' })
    const staff = await app.as('sauda-ansatt')
    const started = await staff.post('/avvik/ny', { id: newId(new Date()), knapp: 'mer', whatHappened: 'Ei hending.', personalData: 'yes' })
    const id = /[0-9a-f-]{36}/.exec(started.location ?? '')?.[0] ?? ''
    const at = `/avvik/${id}/skjema`
    const save = async (part: string, answers: object) => {
      const page = (await staff.get(`${at}?del=${part}`)).text
      return staff.post(at, { version: version(page), opened: opened(page), del: part, videre: 'senere', ...answers })
    }
    const [unit] = await unitIds()
    expect((await save('kontakt', { affectedUnit: unit, affectedLeader: leader })).status).toBe(303)
    const part =
      (
        await Promise.all(
          ['kontakt', 'hendelse', 'beskrivelse', 'konsekvenser'].map(
            async (one) => [one, (await staff.get(`${at}?del=${one}`)).text] as const,
          ),
        )
      ).find(([, text]) => text.includes('name="system"'))?.[0] ?? ''
    const before = (await staff.get(`${at}?del=${part}`)).text
    expect((await save(part, { system: used })).status, before.slice(0, 0)).toBe(303)
    await leaves(leader)
    const form = (await admin.get(`/systemer/${used}/endring`)).text
    const out = { version: version(form), opened: opened(form), name: 'System i melding', inUse: 'no' }
    expect((await admin.post(`/systemer/${used}/endring`, out)).status).toBe(303)
    const contact = (await staff.get(`${at}?del=kontakt`)).text
    expect(contact).toContain('Leiar I Melding (har slutta)')
    expect(checked(contact, 'affectedLeader')).toBe(leader)
    expect((await save('kontakt', { affectedUnit: unit, affectedLeader: leader, contactPhone: '' })).status).toBe(303)
    expect(checked((await staff.get(`${at}?del=${part}`)).text, 'system')).toBe(used)
    const check = (await staff.get(`/avvik/${id}/kontroll`)).text
    expect(check).toContain('Leiar I Melding (har slutta)')
    expect(check).toContain('System i melding (ikkje i bruk)')
    expect(seen(check)).not.toMatch(uuid)
  })

  it('namesakes have their unit beside the name, and the address where the unit is the same', async () => {
    const [, one, other] = await unitIds()
    await person('Kari Namnesøster', one ?? null, 'kari.ein@sauda.example')
    await person('Kari Namnesøster', one ?? null, 'kari.to@sauda.example')
    await person('Kari Namnesøster', other ?? null)
    const found = JSON.parse((await admin.post('/personer/finn', { navn: 'kari namn' })).text).found as {
      name: string
      beside: string | null
    }[]
    expect(found).toHaveLength(3)
    expect(new Set(found.map(({ beside }) => beside)).size).toBe(3)
    expect(found.filter(({ beside }) => beside?.includes('@')).length).toBe(2)
    const list = (await admin.get('/systemer/nytt')).text
    for (const { name, beside } of found) expect(list).toContain(`${name}, ${beside}`)
  })

  it('who is asked about by name: nothing to strangers, nothing of another organisation, nobody who has left, at most twenty', async () => {
    const gone = await person('Finn Ikkje Meg')
    await leaves(gone)
    const find = async (client: Client, navn: string) => client.post('/personer/finn', { navn })
    const stranger = await find(app.stranger(), 'sauda')
    expect(stranger.status).not.toBe(200)
    expect(stranger.text).not.toContain('found')
    expect((await find(await app.as('sandnes-ansatt'), 'namnesøster')).text).toBe('{"found":[],"more":false}')
    expect((await find(admin, 'finn ikkje')).text).toBe('{"found":[],"more":false}')
    expect((await find(admin, 'k')).text).toBe('{"found":[],"more":false}')
    expect((await find(admin, '%%%')).text).toBe('{"found":[],"more":false}')
    // Words in an address find nobody: the page above it is shown, without them.
    expect((await admin.get('/personer/finn?navn=kari')).location).toBe('/personer')
    await many(60)
    const answer = JSON.parse((await find(await app.as('sauda-ansatt'), 'mangfald')).text)
    expect([answer.found.length, answer.more]).toEqual([20, true])
  })

  it('many people, without script: the button finds, nothing is saved and nothing written is lost; words that choose nobody are asked back', async () => {
    await many(60)
    const id = await system({ purpose: 'Før' })
    const name = `System ${count}`
    const at = `/systemer/${id}/endring`
    const form = (await admin.get(at)).text
    expect(form).not.toContain('Mangfald 7,')
    expect(form.length).toBeLessThan(40_000)
    const base = { version: version(form), opened: opened(form), name, inUse: 'yes', purpose: 'Skrive så langt' }
    const found = await admin.post(at, { ...base, 'owner.find': 'mangfald 17', finn: 'owner' })
    expect(found.status).toBe(200)
    expect(found.text).toContain('Skrive så langt')
    expect(found.location).toBeNull()
    const radio = /<input(?=[^>]*type="radio")(?=[^>]*name="owner")[^>]*value="([^"]+)"/.exec(found.text)?.[1] ?? ''
    expect(radio).toMatch(uuid)
    expect(seen(found.text)).not.toMatch(uuid)
    expect((await admin.get(`/systemer/${id}`)).text).toContain('Før')
    const back = await admin.post(at, { ...base, 'owner.find': 'mangfald' })
    expect(back.status).toBe(200)
    expect(back.text).toContain('Mangfald')
    const saved = await admin.post(at, { ...base, 'owner.find': 'mangfald 17', 'owner.searched': 'mangfald 17', owner: radio })
    expect(saved.status).toBe(303)
    expect((await admin.get(`/systemer/${id}`)).text).toMatch(/Mangfald 17[^0-9]/)
    const again = (await admin.get(at)).text
    expect(checked(again, 'owner')).toBe(radio)
  })

  /** People enough that they are found by name. */
  async function many(least: number): Promise<void> {
    const [, unit] = await unitIds()
    await app.ctx('sauda-administrator', async ({ tx, actor, now }) => {
      const { n } = await tx
        .selectFrom('person')
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .where('name', 'like', 'Mangfald %')
        .executeTakeFirstOrThrow()
      const rows = Array.from({ length: Math.max(0, least - Number(n)) }, (_, at) => ({
        organisation_id: actor.organisationId,
        id: newId(now),
        name: `Mangfald ${at}`,
        unit_id: unit ?? null,
      }))
      if (rows.length > 0) await tx.insertInto('person').values(rows).execute()
    })
  }
})
