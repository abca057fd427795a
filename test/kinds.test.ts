import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import type { Route } from '../src/kernel/http.ts'
import type { Preset } from '../src/kernel/profile.ts'
import { inAll, locales } from '../src/kernel/texts.ts'
import { startTerms } from '../src/modules/glossary/start.ts'
import { readyMade } from '../src/modules/guidance/start/all.ts'
import { profiles } from '../src/modules/organisation/presets.ts'
import { standard } from '../src/modules/questionnaire/standard.ts'
import { centralSystems, citesOwnRules } from '../src/modules/questionnaire/standard-own.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeExampleOnce } from './support/database.ts'

// A municipality is not asked of students, faculties and what universities alone report to; nor a university of kindergartens.

const university = /SAPUiO|\bFS\b|\bSikts?\b|\bNSDs?\b|stude(?:nt|rend)|studieleder|studieleiar|\bdekan|fakultet|\bfaculty\b|\bdean\b/gi
const municipality = /rådmann|kommunestyre|kommunedirektør|ordfører|barnehage|\bkindergarten/gi
const others = { university: municipality, municipality: university } as const
/** Names that are somebody's own, and the law's. */
const allowed = /universitets- og høy?sk[ou]lelov\w*|barnehagelærerutdanning\w*/gi
const wordsIn = (text: string, of: RegExp): readonly string[] => [...new Set(text.replace(allowed, '').match(of) ?? [])]

describe('ready-made content has no words of the other kind of organisation', () => {
  const organisations = Object.values(profiles)
  const said = (preset: Preset, content: unknown) => wordsIn(JSON.stringify(content), others[profiles[preset].orgType])
  it.each(organisations.map((profile) => [profile.preset, profile] as const))('%s', (preset, { orgType, locale, titles }) => {
    const { dpo, controller, cert, property } = titles
    const filled = { org: inAll(() => 'Her'), dpo, controller, cert, camera: property, systems: centralSystems[preset] }
    const { content } = standard(filled, { orgType, locale, ownRules: citesOwnRules[preset] })
    expect(['questionnaire', said(preset, content)]).toEqual(['questionnaire', []])
    expect(['glossary', said(preset, startTerms(orgType))]).toEqual(['glossary', []])
    expect(['guidance', said(preset, readyMade({ orgType, markedMail: true }))]).toEqual(['guidance', []])
    for (const text of [content, startTerms(orgType), readyMade({ orgType, markedMail: true })])
      expect(JSON.stringify(text)).not.toMatch(
        /\{(university|municipality|ownRules):|\{(?:dpo|org|controller|systems|camera|cert)\}| {2}[^ ]/,
      )
  })
  it('a university still has its own: 24 questions with Sikt and students, and the systems of its own', () => {
    const { titles } = profiles.uio
    const filled = { org: inAll(() => 'UiO'), ...titles, camera: titles.property, systems: centralSystems.uio }
    const text = JSON.stringify(standard(filled, { orgType: 'university', locale: 'nb', ownRules: true }).content)
    for (const word of ['SAPUiO og FS', 'Sikt', 'studenter', 'Se kapittel 12.2.3']) expect(text).toContain(word)
    expect(JSON.stringify(startTerms('university'))).toContain('fakultetet eller senteret')
  })
})

const routes = modules.flatMap((one): readonly Route[] => one.routes)
/** Every page that stands by itself, forms and lists among them. */
const pages = routes.filter(({ method, path, may }) => method === 'GET' && may !== 'open' && !path.includes(':')).map(({ path }) => path)
/** What nobody is led to where it is not theirs: the ethics of research, and the list of research. */
const apart = ['/forskningsetikk', '/behandlinger/import']
const plain = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')

describeExampleOnce('pages have no words of the other kind of organisation', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 240_000)
  afterAll(() => app?.stop())

  it.each([
    ['sandnes', 'municipality', ['personvernombud', 'administrator', 'leder']],
    ['sauda', 'municipality', ['personvernombud']],
    ['oslomet', 'university', ['administrator', 'leder']],
  ] as const)(
    '%s',
    async (preset, kind, seats) => {
      const wrong = new Set<string>()
      for (const seat of seats) {
        const client = await app.as(`${preset}-${seat}`)
        for (const locale of preset === 'sandnes' && seat === 'personvernombud' ? locales : [null]) {
          if (locale !== null) await client.post('/sprak', { sprak: locale, til: '/' })
          for (const path of pages.filter((one) => !apart.some((other) => one.startsWith(other)))) {
            const page = await client.get(path)
            if (page.status !== 200 || !page.text.startsWith('<!doctype html')) continue
            const own = plain(page.text)
            for (const word of wordsIn(own, others[kind]))
              wrong.add(`${path}: ${word}: ${own.slice(Math.max(0, own.indexOf(word) - 60), own.indexOf(word) + 40).replace(/\s+/g, ' ')}`)
          }
        }
      }
      expect([...wrong].toSorted()).toEqual([])
    },
    900_000,
  )
})
