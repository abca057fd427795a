import { expect, it } from 'vitest'
import { archiveMessages } from '../../../test/support/archive-messages.ts'

it('S0-14 whatever is sent, each message has the elements that the schema demands, each in its place, and no character that XML has not', () => {
  for (const { name, xml, exempt } of archiveMessages()) {
    expect([name, namesIn(xml)]).toEqual([name, orderOf(exempt)])
    const strange = [...xml].filter((sign) => (sign < ' ' && sign !== '\n' && sign !== '\t') || /^[\ud800-\udfff\ufffe\uffff]$/.test(sign))
    expect([name, strange]).toEqual([name, []])
    expect([name, Number(/<antallFiler>(\d+)</.exec(xml)?.[1])]).toEqual([name, exempt.length])
  }
  const types = archiveMessages().flatMap(({ xml }) => [...xml.matchAll(/<journalposttype>([^<]*)</g)].map(([, type]) => type))
  expect(new Set(types)).toEqual(new Set(['Inngående dokument', 'Utgående dokument', 'Organinternt dokument uten oppfølging']))
})

/** The elements in the order that the schema demands (arkivmelding.xsd of eFormidling, read 29 November 2026; `npm run arkivmelding` tries the whole). */
const namesIn = (xml: string): readonly string[] => [...xml.matchAll(/<(\w+)[ >]/g)].map(([, name = '']) => name)
const shield = ['skjerming', 'tilgangsrestriksjon', 'skjermingshjemmel', 'skjermingMetadata']
/** `exempt`: of each document. */
const orderOf = (exempt: readonly boolean[]): readonly string[] => [
  ...['arkivmelding', 'system', 'meldingId', 'tidspunkt', 'antallFiler', 'mappe', 'systemID', 'tittel', 'opprettetDato', 'opprettetAv'],
  ...(exempt.includes(true) ? shield : []),
  ...exempt.flatMap((one) => [
    ...['basisregistrering', 'systemID', 'opprettetDato', 'opprettetAv', 'arkivertDato', 'arkivertAv', 'referanseForelderMappe'],
    ...(one ? shield : []),
    ...['dokumentbeskrivelse', 'systemID', 'dokumenttype', 'dokumentstatus', 'tittel', 'opprettetDato', 'opprettetAv'],
    ...['tilknyttetRegistreringSom', 'dokumentnummer', 'tilknyttetDato', 'tilknyttetAv'],
    ...['dokumentobjekt', 'versjonsnummer', 'variantformat', 'opprettetDato', 'opprettetAv', 'referanseDokumentfil'],
    ...['tittel', 'offentligTittel', 'journalposttype', 'journalstatus', 'journaldato', 'dokumentetsDato'],
  ]),
  ...['saksdato', 'administrativEnhet', 'saksansvarlig', 'saksstatus'],
]
