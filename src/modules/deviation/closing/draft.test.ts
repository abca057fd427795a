import { describe, expect, test } from 'vitest'
import type { Deviation } from '../deviation.ts'
import { makeDeviation } from '../factory.ts'
import { isUnfinished } from '../unfinished.ts'
import { documentationDraft, filled, memoDraft } from './draft.ts'
import { makeMaterial, makeReady } from './factory.ts'

const involved = (deviation: Deviation, who: string | null): Deviation => ({
  ...deviation,
  handling: { ...deviation.handling, involved: who },
})

describe('what the case suggests', () => {
  test('S4-150 the incident has its five parts from the case, and the one it cannot fill is marked', () => {
    const ready = makeReady('sandnes', {
      report: { periodFrom: new Date('2026-03-01T12:00:00Z'), periodState: 'unknown', whereNow: 'Slettet hos mottakeren.' },
    })
    const parts = memoDraft(makeMaterial(ready, 'sandnes')).memoIncident?.split('\n\n') ?? []
    expect(parts.map((part) => part.split(':')[0])).toEqual([
      'Hva som skjedde',
      'Når det ble oppdaget',
      'Når det skjedde',
      'Hvem som var involvert',
      'Andre opplysninger',
    ])
    expect(parts[0]).toBe('Hva som skjedde: En liste ble sendt til feil mottaker.')
    expect(parts[1]).toBe('Når det ble oppdaget: søndag 1. mars 2026 kl. 23.00')
    expect(parts[2]).toBe('Når det skjedde: Fra søndag 1. mars 2026 kl. 13.00, det er ikke kjent når det tok slutt')
    expect(parts[3]).toBe('Hvem som var involvert: [fyll ut]')
    expect(parts.filter(isUnfinished)).toHaveLength(1)
    const over = makeReady('sandnes', { report: { periodState: 'ended' } })
    expect(memoDraft(makeMaterial(over, 'sandnes')).memoIncident).toContain('Når det skjedde: [fyll ut]')
  })

  test('S4-150 those involved are roles and never names, and never the reporter', () => {
    const who = (preset: 'oslomet' | 'sandnes') => {
      const deviation = involved(makeReady(preset), 'To lærere og en mottaker.')
      return memoDraft(makeMaterial(deviation, preset)).memoIncident ?? ''
    }
    expect(who('oslomet')).toContain('To lærere og en mottaker.')
    expect(who('oslomet')).toContain('Leder i Sentrum skole')
    expect(who('oslomet')).not.toContain('Nordmann')
    expect(who('sandnes')).toContain('Saken er behandlet av personvernombud.')
    expect(who('sandnes')).not.toContain('Nordmann')
  })

  test('S4-153 the assessment has its three parts, with the measures of the case', () => {
    const parts = memoDraft(makeMaterial(makeReady('sandnes'), 'sandnes')).memoAssessment ?? ''
    expect(parts).toMatch(/^Vurdering av avviket: Risikoen for de registrerte er vurdert som middels\.\n/)
    expect(parts).toContain('Forslag til tiltak: Lenke.\n\nPlanlagt:\n– Slå av autoutfylling (ansvarlig: IT, frist 1. april 2026)')
    expect(parts).toContain('Vurdering av tiltakene: Alle som har vurdert saken sammen, mener at tiltakene er gode nok')
    expect(parts).toContain('Kommunedirektør: Ja. Godt nok.')
  })

  test('the conclusion has a point for each planned measure, with who and when', () => {
    const { memoConclusion } = memoDraft(makeMaterial(makeReady('sandnes'), 'sandnes'))
    expect(memoConclusion).toBe('Avviket er foreslått lukket.\n\nOppfølging:\n– Slå av autoutfylling (ansvarlig: IT, frist 1. april 2026)')
    expect(memoDraft(makeMaterial(makeReady('sandnes', { enough: 'no' }), 'sandnes')).memoConclusion).toMatch(/^Avviket er ikke klart/)
  })

  test('S4-154 the conclusion never says that it is not ready and that nothing is missing: it says what is', () => {
    const doubted = makeReady('sandnes', { enough: 'no' })
    const alone = { ...doubted, measures: [] }
    const said = memoDraft(makeMaterial(alone, 'sandnes')).memoConclusion
    expect(said).toContain('gode nok tiltak, slik personvernombud')
    expect(said).not.toContain('Ingen punkter står igjen')
    const ordered = { ...makeReady('sandnes'), measures: [], openOrders: 1 }
    expect(memoDraft(makeMaterial(ordered, 'sandnes')).memoConclusion).toBe(
      'Avviket er ikke klart til å lukkes. Dette mangler:\n– pålegg fra Datatilsynet som ikke er fulgt',
    )
  })

  test('S4-152 what each has signed stands under its label, and yes or no with it', () => {
    const said = memoDraft(makeMaterial(makeReady('sandnes'), 'sandnes')).memoDiscussion ?? ''
    expect(said).toContain('Kommunedirektør:\nOmfanget: En klasse.\nAlvorlighetsgraden: Middels.')
    expect(said).toMatch(/slik at Datatilsynet skal ha melding\? Ja\. Artikkel 33\./)
  })

  test('the documentation takes what the case knows, and leaves empty what nobody has said', () => {
    const ready = makeReady('sandnes', {
      report: {
        relation: ['pupils'],
        dataTypes: ['health'],
        processElement: 'Autoutfylling.',
        mainCause: 'Like navn.',
        effects: ['astray'],
      },
    })
    const draft = documentationDraft(makeMaterial(ready, 'sandnes'))
    expect(draft.circumstances).toContain('En liste ble sendt til feil mottaker.')
    expect(draft.circumstances).toContain('Det som sviktet i arbeidet: Autoutfylling.')
    expect(draft.volume).toContain('Berørte: elever (24).')
    expect(draft.actualEffects).toBe('Opplysningene er ikke på avveie, urettmessig endret eller gått tapt.')
    expect(draft.correction).toContain('Planlagt:\n– Slå av autoutfylling')
    expect(draft.routineChange).toContain('Slå av autoutfylling')
    expect(draft.newSolution).toBeNull()
    const bare = makeDeviation('sandnes', { status: 'open' })
    expect(documentationDraft(makeMaterial(bare, 'sandnes'))).toMatchObject({
      volume: null,
      actualEffects: null,
      correction: null,
      lessons: null,
    })
  })

  test('a number nobody knows is not a zero', () => {
    const unknown = makeReady('sandnes', { report: { affectedKnown: 'unknown', affectedCount: null, relation: ['pupils'] } })
    expect(documentationDraft(makeMaterial(unknown, 'sandnes')).volume).toContain('Berørte: elever (ukjent).')
    const between = makeReady('sandnes', { report: { affectedKnown: 'interval', affectedCount: 1000, affectedMax: 1500 } })
    expect(documentationDraft(makeMaterial(between, 'sandnes')).volume).toContain('mellom 1\u00a0000 og 1\u00a0500')
  })

  test('a suggestion stands only where nothing is written', () => {
    const stored = { lessons: 'Skrevet før.', routineChange: null }
    expect(filled(stored, { lessons: 'Forslag.', routineChange: 'Forslag.' })).toEqual({
      values: { lessons: 'Skrevet før.', routineChange: 'Forslag.' },
      suggested: ['routineChange'],
    })
    expect(filled({ lessons: null }, { lessons: null }).suggested).toEqual([])
  })

  test('S4-131 a protected reporter is nowhere in what the case suggests', () => {
    const ready = makeReady('sandnes', { report: { reporterUnit: null, reporterLeader: null } })
    const material = makeMaterial(involved(ready, 'En lærer.'), 'sandnes', { reporter: 'protected' })
    const all = JSON.stringify([documentationDraft(material), memoDraft(material)])
    expect(all).not.toMatch(/[Mm]elder/)
  })
})
