import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { docxType } from '../documents/public.ts'
import { units } from '../people/public.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeSupplier } from '../suppliers/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeAgreement, makeInForce } from './factory.ts'
import { wholeAnswers } from './factory-answers.ts'

describeExample('agreements: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const officer = 'sandnes-personvernombud'
  const key = (n: string) => `019a0000-0000-7000-8000-00000000${n}`
  const at = '/databehandleravtaler'
  const restsOnIn = (html: string) => /name="restsOn" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const supplier = (name: string) => app.ctx(officer, (ctx) => makeSupplier(ctx, { name }))
  const sign = async (browser: Awaited<ReturnType<TestApp['as']>>, id: string, party: 'ours' | 'theirs', signatory = 'Direktør') => {
    const form = await browser.get(`${at}/${id}/signatur/${party}`)
    return browser.post(`${at}/${id}/signatur/${party}`, { restsOn: restsOnIn(form.text), signatory, signedOn: '2026-02-01' })
  }

  it('S2-43 S4-095 is registered, says what the law misses, is filled in, signed by both, assessed and in force', async () => {
    const browser = await app.as(officer)
    const with_ = await supplier('Skyhuset')
    const id = key('a001')
    const made = await browser.post(`${at}/nytt`, { id, name: 'Avtale med Skyhuset', ourRole: 'controller', supplier: with_ })
    expect([made.status, made.location]).toEqual([303, `${at}/${id}`])
    const empty = (await browser.get(`${at}/${id}`)).text
    expect(empty).toContain('Dette mangler før avtalen kan gjelde')
    expect(empty).toContain('Artikkel 28 (3) (h)')
    expect(empty).not.toContain('Sett avtalen i kraft')
    const { purpose, nature, duration, instructions, securityMeasures, guarantees } = wholeAnswers as Record<string, string>
    const part = async (page: string, answers: Record<string, string>) => {
      const version = versionIn((await browser.get(`${at}/${id}/endring/${page}`)).text)
      expect([page, (await browser.post(`${at}/${id}/endring/${page}`, { version, ...answers })).status]).toEqual([page, 303])
    }
    await part('bilag-a', {
      purpose: purpose ?? '',
      nature: nature ?? '',
      duration: duration ?? '',
      dataSubjects: 'employees',
      dataKinds: 'name',
    })
    await part('bilag-b', { subProcessing: 'none' })
    const promised = { confidentiality: 'yes', assistsRights: 'yes', assistsSecurity: 'yes', auditRight: 'yes', warnsUnlawful: 'yes' }
    const bound = {
      instructions: instructions ?? '',
      securityMeasures: securityMeasures ?? '',
      noticeHours: '24',
      transfers: 'no',
      atEnd: 'deleted',
    }
    await part('bilag-c', { ...promised, ...bound })
    expect((await sign(browser, id, 'ours', 'Kommunedirektør')).status).toBe(303)
    const one = (await browser.get(`${at}/${id}`)).text
    expect(one).toContain('Ikke i kraft: én signatur mangler.')
    expect(one).toContain('Kommunedirektør, 1. februar 2026')
    expect(one).not.toContain('Sett avtalen i kraft')
    const early = await browser.post(`${at}/${id}/ikraft`, { version: versionIn(one) })
    expect([early.status, early.text.includes('Vurder databehandleren')]).toEqual([422, true])
    expect((await sign(browser, id, 'theirs')).status).toBe(303)
    const both = await browser.post(`${at}/${id}/ikraft`, { version: '6' })
    expect([both.status, both.text.includes('Vurder databehandleren')]).toEqual([422, true])
    await part('vurdering', { assessedOn: '2026-02-10', conclusion: 'sound', guarantees: guarantees ?? '' })
    const ready = (await browser.get(`${at}/${id}`)).text
    expect(ready).toContain('Sett avtalen i kraft')
    expect((await browser.post(`${at}/${id}/ikraft`, { version: versionIn(ready) })).status).toBe(303)
    const page = (await browser.get(`${at}/${id}`)).text
    expect(page).toContain('>I kraft<')
    expect(page).toContain('Arkiver databehandleravtalen')
    expect(page).toMatch(/Innen hvor mange timer[\s\S]{0,200}24 timer/)
    expect((await browser.get(`${at}/${id}/endring/bilag-c`)).status).toBe(200)
    const late = await browser.post(`${at}/${id}/endring/bilag-c`, { version: '8', ...promised, ...bound, noticeHours: '72' })
    expect([late.status, late.text.includes('Forny avtalen i stedet')]).toEqual([422, true])
  })

  it('S4-109 an agreement without the right of access and audit is refused, and an audit is planned and recorded', async () => {
    const id = await app.ctx(officer, async (ctx) =>
      makeAgreement(ctx, { ...wholeAnswers, auditRight: 'no', supplier: await makeSupplier(ctx) }),
    )
    const browser = await app.as(officer)
    const refused = await sign(browser, id, 'ours')
    expect([refused.status, refused.text.includes('sier ikke alt loven krever')]).toEqual([422, true])
    const line = key('b001')
    expect((await browser.post(`${at}/${id}/kontroller/${line}`, { version: '1', plannedOn: '2026-02-15' })).status).toBe(303)
    const planned = (await browser.get(`${at}/${id}`)).text
    expect(planned).toContain('Planlagt 15. februar 2026')
    expect(planned).toContain('Over fristen')
    expect((await browser.get(`${at}/mangler`)).text).toContain('15. februar 2026')
    const nothing = await browser.post(`${at}/${id}/kontroller/${line}`, { version: '2', plannedOn: '2026-02-15', heldOn: '2026-02-20' })
    expect([nothing.status, nothing.text.includes('href="#finding"')]).toEqual([422, true])
    const held = { version: '2', plannedOn: '2026-02-15', heldOn: '2026-02-20', finding: 'To kontoer uten eier', action: 'Stenges' }
    expect((await browser.post(`${at}/${id}/kontroller/${line}`, held)).status).toBe(303)
    expect((await browser.post(`${at}/${id}/kontroller/${line}`, held)).status).toBe(303)
    const page = (await browser.get(`${at}/${id}`)).text
    expect(page).toContain('Gjennomført 20. februar 2026')
    expect(page.split('To kontoer uten eier').length).toBe(2)
  })

  it('S4-112 in force without an archive reference is flagged on its page and listed, until it has one', async () => {
    const id = await app.ctx(officer, async (ctx) => makeInForce(ctx, { name: 'Uten arkivsak', supplier: await makeSupplier(ctx) }))
    const browser = await app.as(officer)
    const flagged = async () => [
      (await browser.get(`${at}/${id}`)).text.includes('Arkiver databehandleravtalen'),
      (await browser.get(`${at}/mangler`)).text.includes('Uten arkivsak'),
    ]
    expect(await flagged()).toEqual([true, true])
    const version = versionIn((await browser.get(`${at}/${id}/endring/oppfolging`)).text)
    expect((await browser.post(`${at}/${id}/endring/oppfolging`, { version, archiveReference: '26/9' })).status).toBe(303)
    expect(await flagged()).toEqual([false, false])
  })

  it('S4-107 the page of the supplier shows the contract and the agreement with their dates', async () => {
    const id = await app.ctx(officer, (ctx) =>
      makeSupplier(ctx, {
        name: 'Begge deler',
        contractReference: 'K-12',
        contractOn: '2025-05-01',
        contractUntil: '2029-04-30',
        securityRequirements: 'Logg i ett år',
      }),
    )
    const browser = await app.as('sandnes-ansatt')
    const before = (await browser.get(`/leverandorer/${id}`)).text
    expect(before).toContain('Mangler avtale')
    await app.ctx(officer, (ctx) => makeInForce(ctx, { name: 'Avtale med begge', supplier: id, endsOn: '2029-04-30' }))
    const page = (await browser.get(`/leverandorer/${id}`)).text
    for (const said of [
      'K-12',
      '1. mai 2025',
      '30. april 2029',
      'Logg i ett år',
      'Avtale med begge',
      'I kraft fra 1. februar 2026, går ut 30. april 2029',
    ])
      expect(page).toContain(said)
    expect(page).not.toContain('Mangler avtale')
  })

  it('S2-42 S4-108 S2-41 what lacks an agreement is said on its page, and is in the list, by unit too', async () => {
    const unit = await app.ctx(officer, async (ctx) => (await units(ctx)).find(({ name }) => name === 'Hjemmetjenesten')?.id ?? '')
    const other = await app.ctx(officer, async (ctx) => (await units(ctx)).find(({ name }) => name === 'Barneskolen i sentrum')?.id ?? '')
    const with_ = await supplier('Varslingsfirmaet')
    const id = await app.ctx(officer, (ctx) => makeProcessing(ctx, { name: 'Varsling til pårørende', unit, processedBy: [with_] }))
    const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Varslingssystemet', suppliedBy: with_ }))
    const browser = await app.as(officer)
    for (const page of [`/behandlinger/${id}`, `/systemer/${system}`, `/leverandorer/${with_}`])
      expect([page, (await browser.get(page)).text.includes('Mangler avtale')]).toEqual([page, true])
    const list = (await browser.get(`${at}/mangler`)).text
    for (const name of ['Varsling til pårørende', 'Varslingssystemet', 'Varslingsfirmaet']) expect(list).toContain(name)
    expect((await browser.get(`${at}/mangler?enhet=${unit}`)).text).toContain('Varsling til pårørende')
    expect((await browser.get(`${at}/mangler?enhet=${other}`)).text).not.toContain('Varsling til pårørende')
    await app.ctx(officer, (ctx) => makeInForce(ctx, { supplier: with_, processings: [id], systems: [system] }))
    for (const page of [`/behandlinger/${id}`, `/systemer/${system}`, `/leverandorer/${with_}`])
      expect([page, (await browser.get(page)).text.includes('Mangler avtale')]).toEqual([page, false])
    const after = (await browser.get(`${at}/mangler`)).text
    for (const name of ['Varsling til pårørende', 'Varslingssystemet', 'Varslingsfirmaet']) expect(after).not.toContain(name)
    expect((await (await app.as('sandnes-ansatt')).get(`${at}/mangler`)).status).toBe(403)
  })

  it.each(['nb', 'nn', 'en'] as const)('S4-110 the agreement and the empty template come as PDF/A in %s', async (language) => {
    const id = await app
      .ctx(officer, async (ctx) =>
        makeInForce(ctx, {
          name: `Til utskrift ${language}`,
          supplier: await makeSupplier(ctx, { name: `Trykkhuset ${language}` }),
          archiveReference: '26/5',
        }),
      )
      .catch(() => '')
    const browser = await app.as(officer)
    const template = await browser.get(`${at}/mal-${language}.pdf`)
    expect([template.status, template.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const empty = readPdf(template.bytes)
    expect(empty.xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    const word = await browser.get(`${at}/mal-${language}.docx`)
    expect([word.status, word.headers.get('content-type'), word.bytes[0]]).toEqual([200, docxType, 0x50])
    expect((await browser.get(`${at}/mal-tull.pdf`)).status).toBe(404)
    expect((await browser.get(`${at}/avtale-${language}.pdf`)).status).toBe(404)
    const title = { nb: 'Databehandleravtale', nn: 'Databehandlaravtale', en: 'Data processing agreement' }[language]
    const annex = { nb: 'Bilag C: instruks', nn: 'Bilag C: instruks', en: 'Annex C: instructions' }[language]
    expect(empty.pages.join('')).toContain(title)
    expect(empty.pages.join('')).toContain(annex)
    const made = await browser.get(`${at}/${id}/avtale-${language}.pdf`)
    const file = readPdf(made.bytes)
    expect(file.xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(file.catalog).toContain(`/Lang (${{ nb: 'nb-NO', nn: 'nn-NO', en: 'en' }[language]}`)
    const said = file.pages.join('')
    for (const word of ['Trykkhuset', 'Sandnes kommune', '26/5', '24', 'Kryptert lagring.']) expect(said).toContain(word)
    expect(said).not.toMatch(/utkast|draft/i)
  })

  it('S2-43 two at the same time: both parties stand, the same party once, and what was changed meanwhile is shown', async () => {
    const id = await app.ctx(officer, async (ctx) => makeAgreement(ctx, { ...wholeAnswers, supplier: await makeSupplier(ctx) }))
    const [mine, yours] = [await app.as(officer), await app.as('sandnes-anskaffelser')]
    const both = await Promise.all([sign(mine, id, 'ours'), sign(yours, id, 'theirs')])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const again = await sign(mine, id, 'ours', 'En helt annen')
    expect([again.status, again.text.includes('Trekk den først')]).toEqual([422, true])
    const shown = (await mine.get(`${at}/${id}`)).text
    const twice = await Promise.all([1, 2].map(() => mine.post(`${at}/${id}/ikraft`, { version: versionIn(shown) })))
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 409])
    const other = await app.ctx(officer, async (ctx) => makeAgreement(ctx, { ...wholeAnswers, supplier: await makeSupplier(ctx) }))
    const form = (await mine.get(`${at}/${other}/signatur/ours`)).text
    await yours.post(`${at}/${other}/endring/bilag-d`, { version: '1', changes: 'Noe nytt' })
    const late = await mine.post(`${at}/${other}/signatur/ours`, {
      restsOn: restsOnIn(form),
      signatory: 'Direktør',
      signedOn: '2026-02-01',
    })
    expect([late.status, late.text.includes('value="Direktør"')]).toEqual([409, true])
    expect((await mine.get(`${at}/${other}`)).text).not.toContain('Direktør, 1. februar')
  })

  it('stands on the pages of what it covers; a new sub-processor and a change of the processing mark what they touch', async () => {
    const [processing, id] = await app.ctx(officer, async (ctx) => {
      const covered = await makeProcessing(ctx, { name: 'Dekket behandling' })
      const chain = { subProcessing: 'general', subProcessorNoticeDays: 30, subProcessorDuties: 'yes' } as const
      return [
        covered,
        await makeInForce(ctx, { ...chain, name: 'Avtale som dekker', supplier: await makeSupplier(ctx), processings: [covered] }),
      ] as const
    })
    const browser = await app.as(officer)
    expect((await browser.get(`/behandlinger/${processing}`)).text).toContain('Avtale som dekker')
    expect((await browser.get(`/behandlinger/${processing}`)).text).not.toContain('Fortsatt riktig')
    const version = versionIn((await browser.get(`${at}/${id}/underdatabehandlere/${key('f001')}`)).text)
    const line = { version, name: 'Under AS', country: 'Irland', inEea: 'yes', noticedOn: '2026-02-20' }
    const twice = await Promise.all([1, 2].map(() => browser.post(`${at}/${id}/underdatabehandlere/${key('f001')}`, line)))
    expect(twice.map(({ status }) => status)).toEqual([303, 303])
    const shown = (await browser.get(`${at}/${id}`)).text
    expect(shown.split('Under AS').length).toBe(2)
    expect(shown).toMatch(/(Frist for å protestere:|Fristen for å protestere gikk ut) 22\. mars 2026/)
    expect((await browser.get(`/behandlinger/${processing}`)).text).toContain('Fortsatt riktig')
    expect((await browser.get(`${at}/${id}`)).text).not.toContain('Fortsatt riktig')
    expect(
      (
        await browser.post(`/behandlinger/${processing}/endring/hva`, {
          version: '1',
          name: 'Dekket behandling',
          kind: 'administrative',
          ourRole: 'controller',
          purpose: 'Nytt formål',
        })
      ).status,
    ).toBe(303)
    expect((await browser.get(`${at}/${id}`)).text).toContain('Fortsatt riktig')
  })

  it('a renewal pressed twice is one draft; an end asks what became of the data', async () => {
    const id = await app.ctx(officer, async (ctx) => makeInForce(ctx, { name: 'Til fornyelse', supplier: await makeSupplier(ctx) }))
    const browser = await app.as(officer)
    const next = key('c001')
    const twice = await Promise.all([1, 2].map(() => browser.post(`${at}/${id}/fornyelse`, { id: next })))
    expect(twice.map(({ status, location }) => [status, location])).toEqual([
      [303, `${at}/${next}`],
      [303, `${at}/${next}`],
    ])
    expect((await browser.get(at)).text.split('Til fornyelse 2026').length).toBe(2)
    const version = versionIn((await browser.get(`${at}/${id}/avslutning`)).text)
    expect((await browser.post(`${at}/${id}/avslutning`, { version, endedOn: '', endReason: 'terminated' })).status).toBe(422)
    expect((await browser.post(`${at}/${id}/avslutning`, { version, endedOn: '2026-03-01', endReason: 'terminated' })).status).toBe(303)
    expect((await browser.get(`${at}/${id}`)).text).toContain('ingen har bekreftet hva som skjedde')
    const after = versionIn((await browser.get(`${at}/${id}/opplysninger`)).text)
    const said = { version: after, dataAtEnd: 'deleted', dataAtEndOn: '2026-03-02', dataAtEndNote: 'Brev 26/9' }
    expect((await browser.post(`${at}/${id}/opplysninger`, said)).status).toBe(303)
    const page = (await browser.get(`${at}/${id}`)).text
    expect(page).not.toContain('ingen har bekreftet')
    expect(page).toContain('Brev 26/9')
  })

  it('an employee reads, and does nothing; another organisation’s agreement is not there', async () => {
    const id = await app.ctx(officer, async (ctx) => makeInForce(ctx, { name: 'Bare vår avtale', supplier: await makeSupplier(ctx) }))
    const employee = await app.as('sandnes-ansatt')
    expect((await employee.get(at)).text).toContain('Bare vår avtale')
    expect((await employee.get(`${at}/${id}`)).text).not.toContain('Forny avtalen')
    const line = key('d001')
    for (const page of [
      'nytt',
      `${id}/endring/parter`,
      `${id}/signatur/ours`,
      `${id}/avslutning`,
      `${id}/opplysninger`,
      `${id}/kontroller/${line}`,
    ])
      expect([page, (await employee.get(`${at}/${page}`)).status]).toEqual([page, 403])
    const deeds = ['ikraft', 'avslutning', 'opplysninger', 'signatur/ours', 'signatur/ours/trekk', `underdatabehandlere/${line}/fjern`]
    const posted = { version: '1', restsOn: 'x', signatory: 'Jeg', signedOn: '2026-02-01', endedOn: '2026-03-01', endReason: 'terminated' }
    const also = { dataAtEnd: 'deleted', dataAtEndOn: '2026-03-01' }
    for (const deed of deeds)
      expect([deed, (await employee.post(`${at}/${id}/${deed}`, { ...posted, ...also })).status]).toEqual([deed, 403])
    const stranger = await app.as('uio-personvernombud')
    for (const deed of ['', '/endring/parter', '/signatur/ours', '/avtale-nb.pdf', `/kontroller/${line}`])
      expect([deed, (await stranger.get(`${at}/${id}${deed}`)).status]).toEqual([deed, 404])
    for (const deed of deeds) expect([deed, (await stranger.post(`${at}/${id}/${deed}`, posted)).status]).toEqual([deed, 404])
  })
})
