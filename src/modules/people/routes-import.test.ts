import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { always, giveRole } from './commands.ts'

describeExample('people and units: import', (db) => {
  let app: TestApp
  let admin: Client
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sauda-administrator')
  }, 180_000)
  afterAll(() => app.stop())

  const facts = (html: string) => [...html.matchAll(/<dt>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)].map(([, label, n]) => `${label}: ${n}`)
  const looked = async (where: string, text: string) => {
    const at = (await admin.send(`${where}/import`, [{ name: 'x', content: Buffer.from(text) }])).location ?? ''
    const columns = (await admin.get(at)).text
    const mapping = Object.fromEntries(
      [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"[\s\S]*?<\/select>/g)].map(([html, name = '']) => [
        name,
        /<option selected value="([^"]*)"/.exec(html)?.[1] ?? '',
      ]),
    )
    await admin.post(`${at}/kolonner`, mapping)
    return { at, page: (await admin.get(at)).text }
  }
  const unitsLike = (name: string) =>
    app.ctx('sauda-administrator', (ctx) =>
      ctx.tx
        .selectFrom('unit as u')
        .leftJoin('unit as p', (join) => join.onRef('p.organisation_id', '=', 'u.organisation_id').onRef('p.id', '=', 'u.parent_id'))
        .select(['u.name', 'p.name as above'])
        .where('u.organisation_id', '=', ctx.actor.organisationId)
        .where('u.name', 'like', `${name}%`)
        .orderBy('u.name')
        .orderBy('p.name')
        .execute(),
    )
  const peopleLike = (name: string) =>
    app.ctx('sauda-administrator', (ctx) =>
      ctx.tx
        .selectFrom('person as p')
        .leftJoin('person as l', (join) => join.onRef('l.organisation_id', '=', 'p.organisation_id').onRef('l.id', '=', 'p.leader_id'))
        .select(['p.name', 'l.name as leader', 'p.active'])
        .where('p.organisation_id', '=', ctx.actor.organisationId)
        .where('p.name', 'like', `${name}%`)
        .orderBy('p.name')
        .execute(),
    )

  it('a unit comes after the one it lies below, wherever they stand in the file; two of one name are told apart by what lies above', async () => {
    const file =
      'Namn;Type;Ligg under\nFil Kontor;eining;Fil Skule A\nFil Kontor;eining;Fil Skule B\nFil Skule A;skule;Fil Område\nFil Skule B;skule;Fil Område\nFil Område;eining;\n'
    const { at, page } = await looked('/enheter', file)
    expect([...page.matchAll(/<td data-label="Kvifor">([^<]*)/g)].map(([, why]) => why)).toEqual([])
    expect(facts(page)[0]).toBe('Blir lagde til: 5')
    await admin.post(`${at}/gjennomforing`)
    expect(await unitsLike('Fil')).toEqual([
      { name: 'Fil Kontor', above: 'Fil Skule A' },
      { name: 'Fil Kontor', above: 'Fil Skule B' },
      { name: 'Fil Område', above: null },
      { name: 'Fil Skule A', above: 'Fil Område' },
      { name: 'Fil Skule B', above: 'Fil Område' },
    ])
    expect(facts((await looked('/enheter', file)).page)).toEqual(['Blir lagde til: 0', 'Blir endra: 0', 'Uendra: 5', 'Avviste: 0'])
    await admin.post(`${at}/angring`)
    expect(await unitsLike('Fil')).toEqual([])
  })

  it('S4-048 a file from the HR system makes people with unit and leader, without accounts or mail; whoever has got something to do stays when it is undone', async () => {
    await admin.post(`${(await looked('/enheter', 'Namn;Type\nHR-eininga;eining\n')).at}/gjennomforing`)
    const { at, page } = await looked(
      '/personer',
      'Namn;E-post;Eining;Eigen leiar\nHr Ein;hr.ein@example.org;HR-eininga;hr.sjef@example.org\nHr Sjef;hr.sjef@example.org;HR-eininga;\nHr To;ikke-adresse;;\nHr Tre;;;\npost;post@example.org;;\n',
    )
    expect(facts(page)).toEqual(['Blir lagde til: 2', 'Blir endra: 0', 'Uendra: 0', 'Avviste: 3'])
    await admin.post(`${at}/gjennomforing`)
    expect(await peopleLike('Hr')).toEqual([
      { name: 'Hr Ein', leader: 'Hr Sjef', active: true },
      { name: 'Hr Sjef', leader: null, active: true },
    ])
    const made = await app.ctx('sauda-administrator', async ({ tx, actor }) => ({
      mails: await tx
        .selectFrom('mail')
        .select('id')
        .where('organisation_id', '=', actor.organisationId)
        .where('address', 'like', 'hr.%')
        .execute(),
      units: await tx
        .selectFrom('person')
        .innerJoin('unit', 'unit.id', 'person.unit_id')
        .select('unit.name')
        .where('person.name', 'like', 'Hr %')
        .execute(),
      sjef: (await tx.selectFrom('person').select('id').where('name', '=', 'Hr Sjef').executeTakeFirst())?.id,
    }))
    expect(made.mails).toEqual([])
    expect(made.units).toEqual([{ name: 'HR-eininga' }, { name: 'HR-eininga' }])
    await app.ctx('sauda-administrator', (ctx) => giveRole(ctx, made.sjef ?? '', null, always('auditor', '2026-03-01')))
    await admin.post(`${at}/angring`)
    expect(await peopleLike('Hr')).toEqual([{ name: 'Hr Sjef', leader: null, active: true }])
    expect((await admin.get(at)).text).toContain('Vart ståande')
  })

  it.each(['Nærmeste leder', 'Næraste leiar', 'Line manager'])(
    'S4-048 a column called “%s” is the leader of the person',
    async (heading) => {
      const { page } = await looked('/personer', `Namn;E-post;${heading}\nLeia Ein;leia.ein@example.org;finst.ikkje@example.org\n`)
      // A leader who is nowhere is told of: a column that was not read would have added the row without one.
      expect(facts(page)).toEqual(['Blir lagde til: 0', 'Blir endra: 0', 'Uendra: 0', 'Avviste: 1'])
    },
  )

  it('a ring of leaders or units in a file is refused, not gone round', async () => {
    const { page } = await looked('/enheter', 'Namn;Type;Ligg under\nRing A;eining;Ring B\nRing B;eining;Ring A\n')
    expect(page).toContain('Dette kjem til å skje')
  })
})
