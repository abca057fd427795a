import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { describeDatabase } from '../../test/support/database.ts'
import { fillCases } from '../db/seed/fill.ts'
import { profiles } from '../modules/organisation/public.ts'
import { loadActor } from '../modules/people/public.ts'

const now = new Date('2026-03-02T08:00:00Z')

describeDatabase('home', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), now)
    // The three example cases of Sandnes, by those who play them.
    await app.ctx('sandnes-administrator', async (ctx) => {
      const units = await ctx.tx.selectFrom('unit').select(['id', 'name']).where('organisation_id', '=', ctx.actor.organisationId).execute()
      const seats = new Map<string, string>()
      for (const slug of ['ansatt', 'personvernombud', 'kommunedirektor']) seats.set(slug, (await app.person(`sandnes-${slug}`)).personId)
      const person = (slug: string) => seats.get(slug) ?? ''
      await fillCases({
        ctx,
        preset: profiles.sandnes.preset,
        person,
        unit: (name) => units.find((one) => one.name === name)?.id ?? '',
        as: async (slug) => {
          const signed = await loadActor(ctx.tx, ctx.actor.organisationId, person(slug), now)
          if (!signed) throw new Error(slug)
          return { ...ctx, actor: signed.actor }
        },
      })
    })
  })
  afterAll(() => app.stop())

  const rows = (page: string): readonly string[] => page.split('<li>').filter((row) => /href="\/avvik\/[0-9a-f-]{36}"/.test(row))

  it('has one row for each case of a data protection officer, the nearest deadline first, and not one for each task', async () => {
    const dpo = await app.as('sandnes-personvernombud')
    const page = (await dpo.get('/')).text
    const shown = rows(page)
    expect(shown).toHaveLength(3)
    expect(shown[0]).toMatch(/data-state="overdue".*8 timer over fristen/s)
    expect(shown[0]).toContain('En mappe på fellesområdet var åpen for alle ansatte.')
    expect(shown[1]).toContain('En bærbar datamaskin ble glemt på toget.')
    expect(shown[2]).toContain('En liste over elever med spesialundervisning')
  })

  it('counts what those who oversee may see, each count the way to a list of just as many; an employee is shown none', async () => {
    const tallies = async (slug: string) => {
      const browser = await app.as(slug)
      const page = (await browser.get('/')).text
      const part = /<ul class="v-tallies">(.*?)<\/ul>/s.exec(page)?.[1] ?? ''
      return Promise.all(
        [...part.matchAll(/<li([^>]*)><a href="([^"]*)"><span class="v-tallies__count">(\d+)<\/span> <span>([^<]*)</g)].map(
          async ([, late, href = '', count, label]) => {
            const list = (await browser.get(href.replaceAll('&amp;', '&'))).text
            return { count: Number(count), label, late: late !== '', listed: rowsOf(list, href.split('?')[0] ?? '') }
          },
        ),
      )
    }
    const rowsOf = (list: string, at: string) =>
      new Set([...list.matchAll(new RegExp(`href="${at}/([0-9a-f-]{36})"`, 'g'))].map(([, id]) => id)).size
    const dpo = await tallies('sandnes-personvernombud')
    expect(dpo.map(({ count, label, late }) => [count, label, late]).slice(0, 2)).toEqual([
      [3, 'åpne avvik', false],
      [1, 'avvik over fristen', true],
    ])
    // What there is none of is not said.
    expect(dpo.filter(({ count }) => count === 0)).toEqual([])
    for (const { count, listed } of dpo) expect(listed).toBe(count)
    expect(await tallies('sandnes-ansatt')).toEqual([])
  })

  it('says the same next step as the case itself', async () => {
    const dpo = await app.as('sandnes-personvernombud')
    const shown = rows((await dpo.get('/')).text)
    expect(shown).toHaveLength(3)
    for (const row of shown) {
      const path = /href="(\/avvik\/[0-9a-f-]{36})"/.exec(row)?.[1] ?? ''
      const next = /<section class="v-next"[^>]*>.*?<h2[^>]*>([^<]+)</s.exec((await dpo.get(path)).text)?.[1]
      expect(row).toContain(`<strong>${next}</strong>`)
    }
  })

  it('says on whom a case waits where it waits for somebody else, and shows it only to those who take part', async () => {
    const director = (await (await app.as('sandnes-kommunedirektor')).get('/')).text
    const theirs = rows(director.slice(director.indexOf('Hos andre')))
    expect(theirs.length).toBeGreaterThan(0)
    for (const row of theirs) expect(row).toMatch(/Venter på Personvernombud/)
    for (const slug of ['sandnes-ansatt', 'sandnes-leder-helse', 'sandnes-revisor', 'sandnes-administrator'])
      expect(rows((await (await app.as(slug)).get('/')).text), slug).toEqual([])
  })
})
