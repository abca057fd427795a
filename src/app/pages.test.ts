import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, type TestApp, testApp } from '../../test/support/app.ts'
import { describeExampleOnce } from '../../test/support/database.ts'
import { someAddress } from '../../test/support/routes.ts'
import { modules } from './modules.ts'
import { pages } from './pages.ts'
import { pagesOf } from './pages-of.ts'

const routes = modules.flatMap((module) => module.routes)
const posts = routes.filter(({ method }) => method === 'POST').map(({ path }) => someAddress(path))
const id = '00000000-0000-7000-8000-000000000001'

it('an address is a page where one is read there, and not where a form is sent by that very word', () => {
  const { pageAt, isForForms } = pagesOf([
    { method: 'GET', path: '/' },
    { method: 'GET', path: '/post' },
    { method: 'POST', path: '/post/avvisning' },
    { method: 'GET', path: '/post/:id' },
    { method: 'POST', path: '/post/:id' },
    { method: 'POST', path: '/post/:id/sak' },
    { method: 'GET', path: '/post/:id/:file{[a-z-]+\\.(?:pdf|docx)}' },
    { method: 'POST', path: '/annet/sted' },
  ])
  const at = (path: string) => [pageAt(path), isForForms(path)]
  expect(at('/post')).toEqual(['/post', false])
  expect(at('/post/1')).toEqual(['/post/1', false])
  expect(at('/post/avvisning')).toEqual(['/post', true])
  expect(at('/post/1/sak')).toEqual(['/post/1', true])
  expect(at('/post/1/brev.pdf')).toEqual(['/post/1/brev.pdf', false])
  expect(at('/post/1/brev.exe')).toEqual(['/post/1', false])
  expect(at('/annet/sted')).toEqual(['/', true])
})

it('above every address that a form is sent to there is a page', () => {
  const { pageAt, isForForms } = pages()
  expect(posts.length).toBeGreaterThan(500)
  for (const path of posts) expect([path, isForForms(pageAt(path))]).toEqual([path, false])
  expect(pageAt(`/avvik/epost/${id}/avvik`)).toBe(`/avvik/epost/${id}`)
  expect(pageAt('/avvik/epost/avvisning')).toBe('/avvik/epost')
  expect(pageAt('/personer')).toBe('/personer')
})

describeExampleOnce('the page that answers a form', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('has a choice of language that leads to a page, whatever address the form was sent to', async () => {
    const { pageAt } = pages()
    let officer = await app.as('sandnes-personvernombud')
    const wrong: string[] = []
    let shown = 0
    // Above each of them is a page, by the test before; here the frame says so, for every fifth.
    for (const path of posts.filter((_, nth) => nth % 5 === 0)) {
      let answer = await officer.post(path)
      // Some of them sign out whoever sends.
      if (answer.location?.startsWith('/logg-inn')) {
        officer = await app.as('sandnes-personvernombud')
        answer = await officer.post(path)
      }
      const to = backOf(answer)
      if (to === null) continue
      shown += 1
      if (pageAt(pathIn(to)) !== pathIn(to)) wrong.push(`${path} leads to ${to}`)
    }
    expect(wrong).toEqual([])
    expect(shown).toBeGreaterThan(80)
  }, 300_000)
  it('comes back, in another language, to the page the form is filled in at, however many times it was refused', async () => {
    const admin = await app.as('sandnes-administrator')
    const form = (await admin.get('/personer/ny?enhet=1')).text
    const once = await admin.post('/personer', { writer: writerIn(form), email: 'tull' })
    expect([once.status, backOf(once)]).toEqual([422, '/personer/ny?enhet=1'])
    const twice = await admin.post(
      '/personer',
      { writer: writerIn(once.text), email: 'tull' },
      { referer: 'http://127.0.0.1:3000/personer' },
    )
    expect([twice.status, backOf(twice)]).toEqual([422, '/personer/ny?enhet=1'])
    // A form that can lose nothing does not say where it stands: the browser does, and is not followed out of Varde.
    const said = async (referer: string) => backOf(await admin.post('/personer', { email: 'tull' }, { referer }))
    expect(await said('http://127.0.0.1:3000/personer/ny')).toBe('/personer/ny')
    expect(await said('https://ond.example//ond.example/personer')).toBe('/personer')
    expect(await said('ikke en adresse')).toBe('/personer')
  })
  it('is not read by its address: whoever comes to it comes to the page above', async () => {
    const admin = await app.as('sandnes-administrator')
    const { isForForms, pageAt } = pages()
    const alone = posts.filter(isForForms)
    let led = 0
    for (const path of alone) {
      const { status, location } = await admin.get(path)
      // Whom the whole part is shut to is told so.
      if (status === 403) continue
      led += 1
      expect([path, status, location]).toEqual([path, 303, pageAt(path)])
    }
    expect(led).toBeGreaterThan(200)
    expect((await admin.get('/finnes-ikke')).status).toBe(404)
  }, 120_000)
})

const pathIn = (address: string) => address.replace(/\?.*/, '')
const writerIn = (html: string) => /name="writer" value="([^"]+)"/.exec(html)?.[1] ?? expect.unreachable('no mark')
/** Where the choice of language leads; null where the answer is no page. */
const backOf = ({ text }: Answer) => /name="til" value="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null
