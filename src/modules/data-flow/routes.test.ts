import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { makeProcessing } from '../processing/factory.ts'
import { addSupplier, supplierFields } from '../suppliers/public.tsx'
import { makeSystem } from '../systems/factory.ts'

describeExample('data flow: page', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const keeper = 'sandnes-personvernombud'

  it('draws what hangs together, says the same as a list, opens each part, and shows nobody another organisation’s', async () => {
    const made = await app.ctx('sandnes-administrator', async (ctx) => {
      const supplier = newId(ctx.now)
      await addSupplier(ctx, supplier, {
        ...emptyValues(supplierFields),
        name: 'Skytjenesten AS',
        country: 'Irland',
        processesData: 'yes',
        inUse: 'yes',
      })
      return { supplier, system: await makeSystem(ctx, { name: 'Barnehageportalen', suppliedBy: supplier }) }
    })
    const processing = await app.ctx(keeper, (ctx) =>
      makeProcessing(ctx, { name: 'Tildele <plass>', systems: [made.system], recipients: 'Nav; Utdanningsdirektoratet', transfers: 'yes' }),
    )
    const employee = await app.as('sandnes-ansatt')
    const { status, text } = await employee.get(`/dataflyt?behandling=${processing}`)
    expect(status).toBe(200)
    const svg = text.slice(text.indexOf('<figure class="v-flow">'), text.indexOf('</figure>'))
    for (const href of [`/behandlinger/${processing}`, `/systemer/${made.system}`, `/leverandorer/${made.supplier}`])
      expect([href, svg.includes(`href="${href}"`), text.slice(text.indexOf('</figure>')).includes(`href="${href}"`)]).toEqual([
        href,
        true,
        true,
      ])
    expect(svg).toContain('behandlinger (1), systemer (1), leverandører (1) og mottakere (2)')
    expect(svg).toContain('<title>Behandlinger: Tildele &lt;plass>, ut av EØS</title>')
    expect(svg).toMatch(/<figcaption[^>]*>Stiplet ramme: opplysningene går ut av EØS\./)
    expect(svg).toContain('<title>Leverandører: Skytjenesten AS, Irland</title>')
    expect(svg).not.toContain('Elevsystem')
    const [, recipient = ''] = /href="(\/dataflyt\?mottaker=[^"]+)"/.exec(svg) ?? []
    expect(recipient).not.toMatch(/nav|utdanning/i)
    expect((await employee.get(recipient)).text).toContain('Tildele &lt;plass>')
    const other = await app.as('sauda-personvernombud')
    expect((await other.get('/dataflyt')).text).not.toContain('Barnehageportalen')
    expect((await other.get(`/dataflyt?behandling=${processing}`)).text).toContain('Ingenting å vise')
    for (const strange of ['?enhet=tull', '?system=%00', '?behandling=1', '?mottaker=%3Ci%3Ex']) {
      const page = await employee.get(`/dataflyt${strange}`)
      expect([strange, page.status, page.text.includes('<i>x')]).toEqual([strange, 200, false])
    }
    expect((await app.stranger().get('/dataflyt')).status).toBe(303)
  })
})
