import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { makeCamera } from '../src/modules/cameras/factory.ts'
import { makeDisclosure } from '../src/modules/disclosures/factory.ts'
import { type Answer, type Client, type TestApp, testApp } from './support/app.ts'
import { rawKeys } from './support/browser.ts'
import { describeExampleOnce } from './support/database.ts'
import { someAddress } from './support/routes.ts'
import { plantAll, spaces } from './support/spaces.ts'

const parts = [
  'people',
  'cards',
  'equipment',
  'cameras',
  'recordings',
  'employment',
  'access',
  'mailbox-access',
  'disclosures',
  'retention',
]
const slugs = ['administrator', 'leder', 'kortutsteder', 'servicekontoret', 'it-sjef', 'ansatt', 'personvernombud']
type Form = {
  readonly by: string
  readonly action: string
  readonly names: readonly string[]
  readonly kept: Readonly<Record<string, string>>
  readonly files: boolean
}

/** Every form of people, cards, equipment, cameras, recordings, employment, access and disclosures, posted full of nonsense by those who may. */
describeExampleOnce('nonsense in every form', (db) => {
  let app: TestApp
  const clients = new Map<string, Client>()
  const forms = new Map<string, Form>()
  beforeAll(async () => {
    app = await testApp(db())
    const { ids, scene } = await plantAll(app)
    const camera = await app.ctx('sandnes-leder', (ctx) => makeCamera(ctx))
    const disclosure = await app.ctx('sandnes-ansatt', (ctx) => makeDisclosure(ctx, scene.system))
    const known = new Map([...ids.values(), camera, disclosure, scene.person, scene.unit].map((id) => [id, id]))
    const of = (module: string) => [
      ...spaces.flatMap((space) => (space.module === module ? [ids.get(space.name) ?? ''] : [])),
      ...(module === 'cameras'
        ? [camera]
        : module === 'disclosures'
          ? [disclosure]
          : module === 'people'
            ? [scene.person, scene.unit]
            : []),
    ]
    for (const slug of slugs) {
      const client = await app.as(`sandnes-${slug}`)
      clients.set(slug, client)
      for (const module of modules.filter(({ name }) => parts.includes(name)))
        for (const { method, path, may } of module.routes) {
          if (method !== 'GET' || may === 'open' || /:(?!id\b)/.test(path)) continue
          for (const id of path.includes(':') ? of(module.name) : ['']) {
            const page = await client.get(someAddress(path, id))
            if (page.status === 200)
              for (const form of formsIn(page.text, slug)) if (!forms.has(kindOf(form.action))) forms.set(kindOf(form.action), form)
          }
        }
    }
    expect(known.size).toBeGreaterThan(15)
  }, 300_000)
  afterAll(() => app.stop())

  const long = 'Æ'.repeat(30_000)
  const nonsense: Readonly<Record<string, (name: string) => string | readonly string[]>> = {
    nothing: () => '',
    'words where none belong': () => 'tull <script>alert(1)</script>',
    'a day that is none': () => '2026-02-30',
    'another day': () => '99999-99-99T99:99',
    numbers: () => '-99999999999999999999e9',
    'somebody else’s id': () => '019a0000-0000-7000-8000-00000000dead',
    'too much of it': () => long,
    'signs that no text has': () => '\u0000\uD800\u202Eabc\uFFFF',
    'many answers to one question': () => ['a', 'b', '019a0000-0000-7000-8000-00000000dead'],
  }

  it('there are forms of every part to try', () => {
    expect(forms.size).toBeGreaterThan(35)
    const of = (part: string) => [...forms.keys()].filter((action) => action.startsWith(part)).length
    for (const part of [
      '/personer',
      '/id-kort',
      '/lanekort',
      '/utstyr',
      '/kameraer',
      '/opptak',
      '/ansettelser',
      '/tilganger',
      '/utlevering',
    ])
      expect([part, of(part) > 0]).toEqual([part, true])
  })

  it.each(Object.keys(nonsense))(
    '%s: nothing fails, and what is refused says why',
    async (kind) => {
      const wrong: string[] = []
      for (const { by, action, names, kept, files } of forms.values()) {
        const client = clients.get(by) ?? expect.unreachable('nobody')
        const filled = Object.fromEntries(names.map((name) => [name, nonsense[kind]?.(name) ?? '']))
        const answer = await (files
          ? client.send(action, [], {
              ...kept,
              ...Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, String(value)])),
            })
          : client.post(action, { ...kept, ...filled }))
        wrong.push(...faultsOf(answer).map((fault) => `${by} ${action}: ${fault}`))
        // A refusal that leads back says why where it leads.
        if (answer.status === 303 && answer.location)
          wrong.push(...faultsOf(await client.get(answer.location), true).map((fault) => `${by} ${action} → ${answer.location}: ${fault}`))
      }
      expect(wrong).toEqual([])
    },
    300_000,
  )

  it.each([
    ['an empty file', ''],
    ['headings and nothing below', 'Navn;E-post;Enhet;Leder\n'],
    ['a row of nothing', 'Navn;E-post;Enhet;Leder\n;;;\n'],
    ['words without any table', 'Dette er ikke en tabell.'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000'],
    ['signs that no text has', 'Navn;E-post\n\u0000;\uFFFF\n'],
  ])(
    'S1-06 a file of people, employments or completions that is %s deletes nobody, and says why or what would follow',
    async (_, content) => {
      const { organisationId } = await app.person('sandnes-administrator')
      const counted = () =>
        app.inOrganisation(organisationId, async ({ tx }) => {
          const people = await tx
            .selectFrom('person')
            .select(['id', 'active', 'version'])
            .where('organisation_id', '=', organisationId)
            .orderBy('id')
            .execute()
          const employments = await tx
            .selectFrom('employment')
            .select(['id', 'version'])
            .where('organisation_id', '=', organisationId)
            .orderBy('id')
            .execute()
          return { people, employments }
        })
      const before = await counted()
      const admin = clients.get('administrator') ?? expect.unreachable('nobody')
      for (const path of ['/personer/import', '/enheter/import', '/ansettelser/import']) {
        for (const name of ['hr.csv', 'hr.xlsx', 'hr']) {
          const answer = await admin.send(path, [{ name, content: Buffer.from(content) }])
          expect([path, name, faultsOf(answer)]).toEqual([path, name, []])
          if (answer.status !== 303) continue
          const preview = await admin.get(answer.location ?? '')
          expect([path, name, faultsOf(preview, true)]).toEqual([path, name, []])
          const carried = await admin.post(`${(answer.location ?? '').split('?')[0]}/gjennomforing`)
          expect([path, name, carried.status < 500]).toEqual([path, name, true])
        }
      }
      expect(await counted()).toEqual(before)
    },
  )
})

const kindOf = (action: string) => action.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&')

/** The forms of a page that change something, with what they ask. What leads the whole session elsewhere is none of them. */
function formsIn(html: string, by: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    const action = attribute(head, 'action') ?? ''
    if (
      attribute(head, 'method')?.toLowerCase() !== 'post' ||
      !/^\/(?!logg-ut|sprak|demo|sok|visninger|beholdt)/.test(action) ||
      /\/sok$/.test(action)
    )
      return []
    const tags = [...body.matchAll(/<(input|select|textarea)\b([^>]*)>/g)].map(([, , tag = '']) => tag)
    const hidden = (tag: string) => attribute(tag, 'type') === 'hidden'
    const kept = Object.fromEntries(
      tags.flatMap((tag) => (hidden(tag) ? [[attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']] : [])),
    )
    const names = [
      ...new Set(tags.flatMap((tag) => (hidden(tag) || attribute(tag, 'type') === 'file' ? [] : (attribute(tag, 'name') ?? [])))),
    ]
    return [{ by, action, names, kept, files: /multipart/.test(head) }]
  })
}

/** What is wrong with an answer: it failed, or refused without words. */
function faultsOf({ status, text }: Answer, afterwards = false): readonly string[] {
  if (status >= 500) return [`answered ${status}`]
  if (status === 303) return []
  const main = /<main\b[\s\S]*<\/main>/.exec(text)?.[0] ?? text
  // Of what was posted, first: the sign that ends a tag may stand in an answer as it is.
  const written = main.replaceAll('tull &lt;script>alert(1)&lt;/script>', '')
  const words = written.replace(/<(script|style|textarea)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')
  const keys = rawKeys(words)
  return [
    ...keys.map((key) => `a raw key: ${key}`),
    ...(afterwards || ![422, 409].includes(status) || /data-error-summary|role="alert"|ds-alert/.test(main)
      ? []
      : [`${status} without words`]),
    ...(status >= 400 && words.trim().length < 20 ? [`${status}, and an empty page`] : []),
  ]
}
