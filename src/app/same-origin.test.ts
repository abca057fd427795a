import { describe, expect, it } from 'vitest'
import { fromOurPages } from './same-origin.ts'

const own = new Set(['https://varde.kommune.no'])
const sites = ['same-origin', 'none', 'same-site', 'cross-site', null] as const
const origins = [
  'https://varde.kommune.no',
  'https://ond.example',
  'http://varde.kommune.no',
  'https://varde.kommune.no:8443',
  'null',
  null,
] as const

/** The policy, written out once more in other words: what the browser says of the site decides; else who sent it. */
const expected = (site: (typeof sites)[number], origin: (typeof origins)[number], scripts: boolean) => {
  if (site === 'same-origin' || site === 'none') return true
  if (site === 'same-site' || site === 'cross-site') return false
  return origin === 'https://varde.kommune.no' || (origin === null && scripts)
}

describe('forms from elsewhere (G-24)', () => {
  for (const scripts of [true, false]) {
    for (const site of sites) {
      for (const origin of origins) {
        const says = expected(site, origin, scripts) ? 'taken' : 'refused'
        it(`Sec-Fetch-Site ${site}, Origin ${origin}, ${scripts ? 'demo' : 'no demo'}: ${says}`, () => {
          const headers = new Headers({ ...(site ? { 'sec-fetch-site': site } : {}), ...(origin ? { origin } : {}) })
          expect(fromOurPages(headers, own, scripts)).toBe(says === 'taken')
        })
      }
    }
  }
})
