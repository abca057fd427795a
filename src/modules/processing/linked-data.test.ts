import { describe, expect, it } from 'vitest'
import { dpvTerms } from '../../../test/support/dpv.ts'
import { expandedOf, type Triple } from '../../../test/support/json-ld.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { processingFields, recordFields } from './fields.ts'
import { type Activity, linkedData, type Source } from './linked-data.ts'
import { basisTerms, dataKindTerms, dataSubjectTerms, prefixes, specialTerm, useTerms } from './linked-data-terms.ts'
import type { Processing } from './processing.ts'

const now = new Date('2026-11-30T10:00:00Z')
const source: Source = {
  ...{ base: 'https://varde.kommune.no', language: 'nn', title: 'Protokoll', description: 'Kva vi gjer.', page: '/behandlinger' },
  ...{ organisation: { name: 'Sauda kommune', number: '964979634', email: 'post@sauda.example' }, access: 'PUBLIC', now },
  files: [{ href: '/protokoll.csv', type: 'text/csv; charset=utf-8' }],
}
const activity = (values: Partial<Processing['values']>, more: Partial<Activity> = {}): Activity => ({
  record: { id: '019c0000-0000-7000-8000-000000000001', values: { ...emptyValues(recordFields), ourRole: 'controller', ...values } },
  ...{ unit: null, systems: [], processors: [] },
  ...more,
})
const whole = activity(
  {
    ...{ name: 'Opptak', purpose: 'Fordele plassar.', kindsOfUse: ['collection', 'erasure'], dataSubjects: ['pupils'], transfers: 'yes' },
    ...{ dataKinds: ['name', 'health', 'criminal'], basis: ['publicTask'], specialBasis: ['g'], lawReference: 'opplæringslova § 25-1' },
    ...{
      recipients: 'Nav, Lånekassen',
      storageTime: 'Til eleven sluttar',
      deletionRoutine: 'Ved årsskiftet',
      safeguards: 'Standardavtale',
    },
    ...{ jointControllers: 'Fylkeskommunen\nKS', securityMeasures: 'Kryptering', sources: 'Dei føresette', touchedAt: now },
  },
  { unit: 'Skulen', systems: ['Elevsystemet'], processors: ['Skyleverandøren AS'] },
)
const dpv = 'https://w3id.org/dpv#'
const gdpr = 'https://w3id.org/dpv/legal/eu/gdpr#'
const said = (triples: readonly Triple[], property: string) =>
  triples.filter(({ predicate }) => predicate === property).map(({ object }) => object)

describe('the record of processing as linked data', () => {
  it('is JSON-LD by its own rules: every word has a prefix that the context knows, and every node says what it is', () => {
    const { triples, nodes } = expandedOf(linkedData(source, [whole]))
    expect(triples.length).toBeGreaterThan(50)
    for (const { predicate } of triples) expect(predicate).toMatch(/^https?:\/\//)
    for (const node of nodes) expect(Object.keys(node).some((key) => key === '@id' || key === '@type' || key.includes(':'))).toBe(true)
    expect(linkedData(source, [whole])).toBe(linkedData(source, [whole]))
  })

  it('has no word of the Data Privacy Vocabulary that was never published in it', () => {
    const { triples } = expandedOf(linkedData(source, [whole]))
    const terms = [
      ...triples.flatMap(({ predicate, object, is }) => [predicate, ...(is === 'iri' ? [object] : [])]),
      ...[dataSubjectTerms, dataKindTerms, useTerms, basisTerms].flatMap((all) => Object.values(all)).map(long),
      ...processingFields.specialBasis.of.map(specialTerm).map(long),
    ]
    const unknown = terms.filter((term) => {
      const [prefix] = Object.entries(prefixes).find(([name, at]) => name in dpvTerms && term.startsWith(at)) ?? []
      return prefix !== undefined && !dpvTerms[prefix]?.has(term.slice(prefixes[prefix as keyof typeof prefixes].length))
    })
    expect(unknown).toEqual([])
    expect(terms.filter((term) => term.startsWith(dpv)).length).toBeGreaterThan(20)
  })

  it('has what DCAT-AP-NO demands of a catalogue, of a dataset and of whoever publishes it', () => {
    const { triples, subjectOf } = expandedOf(linkedData(source, [whole]))
    const of = (type: string, property: string) =>
      triples.filter(({ subject, predicate }) => subject === subjectOf(type) && predicate === long(property)).map(({ object }) => object)
    const publisher = 'https://organization-catalog.fellesdatakatalog.digdir.no/organizations/964979634'
    for (const type of ['dcat:Catalog', 'dcat:Dataset']) {
      expect(of(long(type), 'dct:publisher')).toEqual([publisher])
      for (const property of ['dct:title', 'dct:description', 'dct:identifier', 'dcat:contactPoint'])
        expect([type, property, of(long(type), property).length]).toEqual([type, property, 1])
    }
    expect(of(long('dcat:Catalog'), 'dcat:dataset')).toEqual([subjectOf(long('dcat:Dataset'))])
    expect(of(long('dcat:Dataset'), 'dcat:theme')).toEqual(['http://publications.europa.eu/resource/authority/data-theme/GOVE'])
    expect(of(long('dcat:Dataset'), 'dct:accessRights')).toEqual(['http://publications.europa.eu/resource/authority/access-right/PUBLIC'])
    expect(said(triples, long('dcat:accessURL'))).toEqual(['https://varde.kommune.no/protokoll.csv'])
    expect(said(triples, long('foaf:name'))).toEqual(['Sauda kommune'])
  })

  it('says of an activity what Article 30(1) asks, each in the word that the vocabulary has for it', () => {
    const { triples } = expandedOf(linkedData(source, [whole]))
    expect(said(triples, `${dpv}hasLegalBasis`)).toEqual([`${gdpr}A6-1-e`, `${gdpr}A9-2-g`])
    expect(said(triples, `${dpv}hasProcessing`)).toEqual([`${dpv}Collect`, `${dpv}Erase`, `${dpv}CrossBorderTransfer`])
    expect(said(triples, `${dpv}hasName`)).toEqual(['Fylkeskommunen', 'KS', 'Skyleverandøren AS', 'Skulen', 'Nav', 'Lånekassen'])
    for (const words of ['Fordele plassar.', 'Til eleven sluttar', 'Ved årsskiftet', 'Standardavtale', 'Kryptering', 'Dei føresette'])
      expect(said(triples, long('dct:description'))).toContain(words)
    // What is special is said to be so; what belongs to Article 10 is not of Article 9.
    const special = triples.filter(({ object }) => object === `${dpv}SpecialCategoryPersonalData`)
    expect(special).toHaveLength(1)
    expect(said(triples, long('skos:prefLabel'))).toEqual(['Elevar', 'Namn', 'Helseopplysningar', expect.stringMatching(/straff/i)])
  })

  it('as a processor it is the others who are controllers, and we who process', () => {
    const { triples } = expandedOf(
      linkedData(source, [activity({ name: 'Drift', ourRole: 'processor', jointControllers: 'Nabokommunen' })]),
    )
    const us = 'https://organization-catalog.fellesdatakatalog.digdir.no/organizations/964979634'
    expect(said(triples, `${dpv}hasDataProcessor`)).toEqual([us])
    expect(said(triples, `${dpv}hasName`)).toEqual(['Nabokommunen'])
    expect(said(triples, `${dpv}hasJointDataControllers`)).toEqual([])
  })
})

function long(term: string): string {
  const at = term.indexOf(':')
  const prefix = prefixes[term.slice(0, at) as keyof typeof prefixes]
  return prefix ? prefix + term.slice(at + 1) : term
}
