import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Locale } from '../../kernel/texts.ts'
import { specialDataTypes } from '../deviation/public.ts'
import { basisTerms, dataKindTerms, dataSubjectTerms, prefixes, specialTerm, useTerms } from './linked-data-terms.ts'
import type { Processing } from './processing.ts'
import { recipientsIn } from './recipients.ts'
import { texts } from './texts.ts'

// The record of processing as linked data (JSON-LD 1.1): each activity in the words of the W3C Data Privacy Vocabulary, the record itself as a
// dataset of a catalogue in the words of DCAT-AP-NO 2.2 (Digdir; read 30 November 2026). No person is named in it.

export type Source = {
  /** Where Varde stands, without a slash at the end. */
  readonly base: string
  readonly language: Exclude<Locale, 'en'>
  readonly organisation: { readonly name: string; readonly number: string | null; readonly email: string | null }
  readonly title: string
  readonly description: string
  /** Where the record is read, and its files by their kind. */
  readonly page: string
  readonly files: readonly { readonly href: string; readonly type: string }[]
  readonly access: 'PUBLIC' | 'NON_PUBLIC'
  readonly now: Date
}

/** One activity with the names of what it points at. What is not to be said is null or empty here. */
export type Activity = {
  readonly record: Pick<Processing, 'id' | 'values'>
  readonly unit: string | null
  readonly systems: readonly string[]
  readonly processors: readonly string[]
}

type Json = string | readonly Json[] | { readonly [key: string]: Json | undefined }
type Node = { readonly [key: string]: Json | undefined }

/** The whole file. The same record gives the same letters. */
export function linkedData(source: Source, activities: readonly Activity[]): string {
  const { base, language, organisation, now } = source
  const publisher = organisationIri(source)
  const dataset = `${base}${source.page}#protokoll`
  const activityNodes = activities.map((one) => activityNode(source, publisher, one))
  const about = {
    'dct:title': source.title,
    'dct:description': source.description,
    'dct:publisher': iri(publisher),
    'dcat:contactPoint': clean({
      '@type': 'vcard:Organization',
      'vcard:hasOrganizationName': organisation.name,
      'vcard:hasEmail': organisation.email === null ? undefined : iri(`mailto:${organisation.email}`),
    }),
    'dct:language': iri(`http://publications.europa.eu/resource/authority/language/${language === 'nn' ? 'NNO' : 'NOB'}`),
    'dct:modified': typed(localDate(now), 'date'),
  } satisfies Node
  const graph: readonly Node[] = [
    clean({
      '@id': publisher,
      '@type': ['foaf:Agent', 'dpv:LegalEntity'],
      'foaf:name': organisation.name,
      'dct:identifier': organisation.number === null ? undefined : plain(organisation.number),
    }),
    {
      '@id': `${base}${source.page}#katalog`,
      '@type': 'dcat:Catalog',
      'dct:identifier': plain(`${base}${source.page}#katalog`),
      ...about,
      'dcat:dataset': iri(dataset),
    },
    {
      '@id': dataset,
      '@type': ['dcat:Dataset', 'dpv:ROPA'],
      'dct:identifier': plain(dataset),
      ...about,
      'dcat:theme': iri('http://publications.europa.eu/resource/authority/data-theme/GOVE'),
      'dct:accessRights': iri(`http://publications.europa.eu/resource/authority/access-right/${source.access}`),
      'dcat:landingPage': iri(`${base}${source.page}`),
      'dcat:distribution': source.files.map(({ href, type }) => ({
        '@type': 'dcat:Distribution',
        'dcat:accessURL': iri(`${base}${href}`),
        'dcat:downloadURL': iri(`${base}${href}`),
        'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${type.split(';')[0]}`),
      })),
      'dpv:hasPersonalDataProcess': activityNodes.map((node) => iri(String(node['@id']))),
    },
    ...activityNodes,
  ]
  return `${JSON.stringify({ '@context': { '@version': 1.1, ...prefixes, '@language': language }, '@graph': graph }, null, 1)}\n`
}

/** As the national catalogue of organisations knows it; one without a number is known by us alone. */
const organisationIri = ({ base, organisation: { number } }: Source): string =>
  number === null ? `${base}/#virksomhet` : `https://organization-catalog.fellesdatakatalog.digdir.no/organizations/${number}`

const iri = (id: string): Node => ({ '@id': id })
const plain = (value: string): Node => typed(value, 'string')
const typed = (value: string, type: 'string' | 'date'): Node => ({ '@type': `xsd:${type}`, '@value': value })
const clean = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)))

function activityNode({ base, language, now }: Source, us: string, { record, unit, systems, processors }: Activity): Node {
  const { values } = record
  const t = texts(language).fields
  const ours = values.ourRole === 'controller'
  const others = named('dpv:LegalEntity', linesOf(values.jointControllers))
  return clean({
    '@id': `${base}/behandlinger/${record.id}`,
    '@type': 'dpv:PersonalDataProcess',
    'dct:identifier': plain(record.id),
    'dct:title': values.name ?? '',
    'dct:modified': typed(localDate(values.touchedAt ?? now), 'date'),
    'dpv:hasPurpose': described('dpv:Purpose', values.purpose),
    'dpv:hasProcessing': [
      ...values.kindsOfUse.map((use) => iri(useTerms[use])),
      ...(values.transfers === 'yes' ? [iri('dpv:CrossBorderTransfer')] : []),
    ],
    'dpv:hasDataController': ours ? iri(us) : others,
    'dpv:hasJointDataControllers': ours ? others : undefined,
    'dpv:hasDataProcessor': [
      ...(ours ? [] : [iri(us)]),
      ...named('dpv:DataProcessor', processors.length > 0 ? processors : linesOf(values.processors)),
    ],
    'dpv:hasOrganisationalUnit': unit === null ? undefined : named('dpv:LegalEntity', [unit]),
    'dpv:hasDataSubject': values.dataSubjects.map((one) => ({
      '@type': dataSubjectTerms[one],
      'skos:prefLabel': t.dataSubjects.choices[one],
    })),
    'dpv:hasPersonalData': values.dataKinds.map((one) => ({
      '@type': isSpecial(one) ? [dataKindTerms[one], 'dpv:SpecialCategoryPersonalData'] : dataKindTerms[one],
      'skos:prefLabel': t.dataKinds.choices[one],
    })),
    'dpv:hasLegalBasis': [...values.basis.map((one) => iri(basisTerms[one])), ...values.specialBasis.map((one) => iri(specialTerm(one)))],
    'dpv:hasApplicableLaw': [values.lawReference, values.specialReference].flatMap((law) =>
      law === null ? [] : [{ '@type': 'dpv:Law', 'dct:title': law }],
    ),
    'dpv:hasDataSource': described('dpv:DataSource', values.sources),
    'dpv:hasRecipient': named('dpv:Recipient', recipientsIn(values.recipients)),
    'dpv:hasStorageCondition': [
      ...(described('dpv:StorageDuration', values.storageTime) ?? []),
      ...(described('dpv:StorageDeletion', values.deletionRoutine) ?? []),
    ],
    'dpv:hasTechnicalOrganisationalMeasure': [
      ...(described('dpv:TechnicalOrganisationalMeasure', values.securityMeasures) ?? []),
      ...(described('eu-gdpr:DataTransferTool', values.transfers === 'yes' ? values.safeguards : null) ?? []),
    ],
    'dct:relation': systems.map((name) => ({ 'dct:title': name })),
  })
}

const isSpecial = (kind: string): boolean => kind !== 'criminal' && (specialDataTypes as readonly string[]).includes(kind)
const described = (type: string, text: string | null): readonly Node[] | undefined =>
  text === null ? undefined : [{ '@type': type, 'dct:description': text }]
const named = (type: string, names: readonly string[]): readonly Node[] => names.map((name) => ({ '@type': type, 'dpv:hasName': name }))
const linesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
