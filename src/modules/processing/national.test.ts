import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { folded } from '../../register/import/columns.ts'
import { makeSystem } from '../systems/factory.ts'
import { processingFields } from './fields.ts'
import { nationalWords } from './national.ts'
import { processingsNamed } from './queries.ts'

describe('the words of the national overview', () => {
  it('each heading is one question, and each word of an answer one answer', () => {
    for (const words of [nationalWords.headings, ...Object.values(nationalWords.choices)]) {
      const meant = new Map<string, string>()
      for (const [word, answer] of Object.entries(words)) {
        expect([word, meant.get(folded(word)) ?? answer]).toEqual([word, answer])
        meant.set(folded(word), answer)
      }
    }
  })
  it('they answer what is asked', () => {
    for (const field of Object.values(nationalWords.headings)) expect(Object.keys(processingFields)).toContain(field)
    for (const [field, words] of Object.entries(nationalWords.choices)) {
      const { of } = processingFields[field as 'basis']
      for (const answer of Object.values(words)) expect(of).toContain(answer)
    }
  })
})

const headings = [
  ...['Behandlingsansvarlig', 'Organisasjonsnummer', 'Behandlingen gjelder', 'Daglig behandlingsansvar - Navn', 'Databehandlere - Navn'],
  ...[
    'Formål med behandlingen',
    'Behandlingsgrunnlag artikkel 6',
    'Artikkel 6 - Henvisning til annen lovgiving',
    'Behandlingsgrunnlag artikkel 9',
  ],
  ...['Personopplysninger - Kategorier av registrerte', 'Personopplysninger - tilknyttet den registrerte', 'Systemer'],
  ...[
    'Personopplysninger - Planlagte tidsfrister for sletting',
    'Kategorier av mottakere',
    'Overføres personopplysningene til et tredjeland?',
  ],
  ...['Tekniske og organisatoriske sikkerhetstiltak', 'Behandlingstatus'],
]
const row = (name: string, over: Readonly<Record<number, string>> = {}) =>
  [
    'Sandnes kommune',
    '',
    name,
    'En som har sluttet',
    'Skyen AS',
    'Gi elevene opplæring.',
    '6(1)(e), Artikkel 6 nr. 1 bokstav c',
    'Opplæringslova § 2-1',
    '9(2)(g)',
  ]
    .concat([
      'Elever; Foresatte',
      'Navn, Fødselsnummer',
      'Skoleportalen',
      'Når eleven slutter.',
      'Statsforvalteren',
      'Nei',
      'Tilgangsstyring',
      'APPROVED',
    ])
    .map((cell, at) => over[at] ?? cell)

describeExample('processing: the whole record from a file', (db) => {
  let app: TestApp
  const dpo = 'sandnes-personvernombud'
  beforeAll(async () => {
    app = await testApp(db())
    await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Skoleportalen' }))
  }, 60_000)
  afterAll(() => app.stop())
  const at = '/behandlinger/protokoll/import'
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
  async function bring(lines: readonly (readonly string[])[]) {
    const client = await app.as(dpo)
    const place = (await client.send(at, [{ name: 'oversikt.csv', content: Buffer.from(lines.map(quoted).join('\n')) }])).location ?? ''
    const columns = (await client.get(`${place}/kolonner`)).text
    const names = [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"[^>]*>(.*?)<\/select>/gs)]
    const chosen = names.map(
      ([, name = '', options = '']) => [name, /<option[^>]*selected[^>]*value="([^"]*)"/.exec(options)?.[1] ?? ''] as const,
    )
    await client.post(`${place}/kolonner`, Object.fromEntries(chosen))
    return { client, place, chosen: chosen.map(([, field]) => field), preview: (await client.get(place)).text }
  }
  const found = (name: string) => app.ctx(dpo, async (ctx) => (await processingsNamed(ctx, [name]))[0])

  it('the file of the national overview is read by its own headings and words, with nothing chosen by hand', async () => {
    const { client, place, chosen } = await bring([headings, row('Grunnskoleopplæring'), row('Ukjent ord', { 9: 'Elever; Romvesener' })])
    expect(chosen).toEqual([
      ...['', '', 'name', '', 'processors', 'purpose', 'basis', 'lawReference', 'specialBasis', 'dataSubjects', 'dataKinds', 'systems'],
      ...['storageTime', 'recipients', 'transfers', 'securityMeasures', ''],
    ])
    const preview = (await client.get(place)).text
    expect(preview).toContain('«Elever; Romvesener» er ikke et av svarene')
    expect((await client.post(`${place}/gjennomforing`)).status).toBe(303)
    expect((await found('Grunnskoleopplæring'))?.values).toMatchObject({
      ...{ status: 'draft', kind: 'administrative', ourRole: 'controller', purpose: 'Gi elevene opplæring.' },
      ...{ basis: ['publicTask', 'legalObligation'], lawReference: 'Opplæringslova § 2-1', specialBasis: ['g'] },
      ...{ dataSubjects: ['pupils', 'guardians'], dataKinds: ['name', 'nationalId'], transfers: 'no', processors: 'Skyen AS' },
      ...{ storageTime: 'Når eleven slutter.', recipients: 'Statsforvalteren', securityMeasures: 'Tilgangsstyring' },
    })
    expect((await found('Grunnskoleopplæring'))?.values.systems.length).toBe(1)
    expect(await found('Ukjent ord')).toBeUndefined()
  })
  it('our own file goes out, is changed, and comes back; the same again brings nothing, and another organisation has none of it', async () => {
    const client = await app.as(dpo)
    const all = Object.keys(processingFields).filter((name) => name !== 'name')
    const file = (await client.get(`/behandlinger/utdrag/csv?kolonner=${all.join('.')}`)).text
    const place = (await client.send(at, [{ name: 'vaar.csv', content: Buffer.from(file) }])).location ?? ''
    const columns = (await client.get(`${place}/kolonner`)).text
    const selects = [...columns.matchAll(/<select[^>]*name="(kolonne\.\d+)"[^>]*>(.*?)<\/select>/gs)]
    const chosen = selects.map(
      ([, name = '', options = '']) => [name, /<option[^>]*selected[^>]*value="([^"]*)"/.exec(options)?.[1] ?? ''] as const,
    )
    expect(chosen.map(([, field]) => field)).toEqual(['name', ...all])
    await client.post(`${place}/kolonner`, Object.fromEntries(chosen))
    const page = (await client.get(place)).text
    expect(page).toContain('Ingen rader gir noe nytt')
    const changed = await bring([
      ['Behandlingen gjelder', 'Formål med behandlingen'],
      ['Grunnskoleopplæring', 'Et nytt formål.'],
    ])
    await changed.client.post(`${changed.place}/gjennomforing`)
    expect((await found('Grunnskoleopplæring'))?.values).toMatchObject({ purpose: 'Et nytt formål.', lawReference: 'Opplæringslova § 2-1' })
    const other = await app.as('sauda-personvernombud')
    expect((await other.get(changed.place)).status).toBe(404)
    expect((await other.get('/behandlinger')).text).not.toContain('Grunnskoleopplæring')
  })
  it('the list from the national body for research stays apart, and who may not keep the record brings nothing in', async () => {
    const client = await app.as(dpo)
    const place = (await client.send(at, [{ name: 'a.csv', content: Buffer.from('Behandlingen gjelder\nNoe\n') }])).location ?? ''
    expect((await client.get(place.replace('/protokoll', ''))).status).toBe(404)
    expect((await (await app.as('sandnes-ansatt')).get(at)).status).toBe(403)
    expect((await (await app.as('sandnes-leder')).send(at, [{ name: 'a.csv', content: Buffer.from('x') }])).status).toBe(403)
  })
})
