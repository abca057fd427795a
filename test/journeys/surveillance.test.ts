import { expect, it } from 'vitest'
import { deed, fill, inDays, inHours, pick, startJourney } from '../support/journey.ts'

const journey = startJourney()
/** What a deletion of a clip is called: nothing that anybody wrote. */
const clip = /Klipp fr[aå] kamera, [^,]+, \d+\./

type Said = {
  readonly language: 'nb' | 'nn'
  readonly leader: string
  readonly controller: string
  readonly needsDpia: string
  readonly dpiaGap: string
  readonly approve: string
  readonly activate: string
  readonly inUse: string
  readonly held: string
  readonly reviewer: string
  readonly release: string
  readonly carryOut: string
  readonly erased: string
}
const organisations: readonly Said[] = [
  {
    language: 'nb',
    leader: 'sandnes-virksomhetsleder',
    controller: 'sandnes-kommunedirektor',
    needsDpia: 'DPIA kreves, høy risiko',
    dpiaGap: 'Gjør en DPIA og velg den her',
    approve: 'Godkjenn kameraet',
    activate: 'Ta kameraet i bruk',
    inUse: 'I bruk',
    held: 'Holdes for politiet',
    reviewer: 'Virksomhetsleder, Sandnes',
    release: 'Slutt å holde',
    carryOut: 'Registrer at det er gjort',
    erased: 'Slettet',
  },
  {
    language: 'nn',
    leader: 'sauda-leder',
    controller: 'sauda-kommunedirektor',
    needsDpia: 'DPIA krevst, høg risiko',
    dpiaGap: 'Gjer ein DPIA og vel han her',
    approve: 'Godkjenn kameraet',
    activate: 'Ta kameraet i bruk',
    inUse: 'I bruk',
    held: 'Blir halde for politiet',
    reviewer: 'Rektor, Sauda',
    release: 'Slutt å halde',
    carryOut: 'Registrer at det er gjort',
    erased: 'Sletta',
  },
]

it.each(organisations)(
  'scenario 12: S4-187 S4-199 in $language: no camera before its DPIA, a recording held for the police, deleted with proof',
  async (said) => {
    const { open } = journey()
    const place = 'Torget'
    const leader = await open({ language: said.language })
    await leader.as(said.leader)

    // A camera that sees everybody, all the time, where all may go: it stops at the DPIA.
    await deed(leader, '/kameraer/nytt', { name: place, kind: 'real', site: 'Torget', area: 'Torget.', purposes: ['vandalism'] }, /^Lagre/)
    const camera = /^\/kameraer\/[0-9a-f-]{36}/.exec(leader.path())?.[0] ?? ''
    const all = { recognisable: 'yes', systematic: 'yes', largeScale: 'yes', publicPlace: 'yes', workplace: 'no' }
    await deed(leader, `${camera}/endring/vurdering`, all, /^Lagre/)
    await deed(leader, `${camera}/endring/alternativer`, { altLighting: 'notEnough', alternativesWhy: 'Lys.' }, /^Lagre/)
    await deed(leader, `${camera}/endring/grunnlag`, { justification: 'To.', basis: 'publicTask', lawReference: '§' }, /^Lagre/)
    const use = { mode: 'recording', sound: 'no', hours: 'Natt', masked: 'Gate', retentionDays: '7', erase: 'delete', viewersText: 'Leiar' }
    await deed(leader, `${camera}/endring/bruk`, use, /^Lagre/)
    await leader.go(camera)
    expect(await leader.text()).toContain(said.needsDpia)
    await deed(leader, `${camera}/endring/skilt`, { signOn: inDays(0), signPlace: 'X', signMore: 'https://www.example' }, /^Lagre/)
    const controller = await open({ language: said.language })
    await controller.as(said.controller)
    const approve = async () => deed(controller, `${camera}/godkjenning`, { decision: 'X' }, said.approve)
    await approve()
    await leader.go(camera)
    expect(await leader.text()).toContain(said.dpiaGap)
    expect(await leader.page.getByRole('button', { name: said.activate }).count()).toBe(0)

    // Turned away from where all may go it needs none: decided once more, and taken into use.
    await deed(leader, `${camera}/endring/vurdering`, { publicPlace: 'no' }, /^Lagre/)
    await approve()
    await leader.go(camera)
    await leader.send(said.activate)
    expect(await leader.text()).toContain(said.inUse)

    const due = async () => {
      await leader.go('/sletting?status=due')
      return leader.text()
    }
    // A clip of it, kept for a week, whose day has come.
    await leader.go('/opptak/nytt')
    await pick(leader, 'camera', place)
    await fill(leader, {
      name: `${place}, klipp`,
      kind: 'camera',
      startedAt: inHours(-24 * 7),
      purposes: ['police'],
      storagePlace: 'Server',
      eraseOn: inDays(0),
      erase: 'delete',
    })
    await leader.send(/^Lagre/)
    const recording = /^\/opptak\/[0-9a-f-]{36}/.exec(leader.path())?.[0] ?? ''
    await leader.go(`${recording}/hold`)
    await fill(leader, { holdReason: 'crime', holdReviewOn: inDays(14) })
    await pick(leader, 'holdReviewer', said.reviewer)
    await leader.send(/^H[oa]ld for politiet$/)
    expect(await leader.text()).toContain(said.held)
    expect(await due()).not.toMatch(clip)
    await leader.go(recording)
    await leader.send(said.release)

    // The duty to delete holds again: carried out with proof, and nothing of what was said is left.
    await expect.poll(due, { timeout: 60_000 }).toMatch(clip)
    await leader.follow(clip)
    await leader.follow(said.carryOut)
    const proof = { doneOn: inDays(0), what: 'Klipp', method: 'Server', archive: 'no', archiveBasis: 'Kassasjonsplan', outcome: 'deleted' }
    await fill(leader, proof)
    await leader.send(/^(Lagre|Registrer)/)
    expect(await leader.text()).toContain('Kassasjonsplan')
    await leader.go(recording)
    expect(await leader.text()).toContain(said.erased)
    expect(await leader.text()).not.toContain(`${place}, klipp`)
  },
  300_000,
)
