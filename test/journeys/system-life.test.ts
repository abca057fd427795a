import { expect, it } from 'vitest'
import { texts as agreementTexts } from '../../src/modules/agreements/texts.ts'
import { texts as approvalTexts } from '../../src/modules/approvals/texts.ts'
import { texts as riskTexts } from '../../src/modules/risks/texts.ts'
import { texts as lifeTexts } from '../../src/modules/system-life/texts.ts'
import { uiTexts } from '../../src/ui/texts.ts'
import type { Visitor } from '../support/browser.ts'
import { deed, fill, inDays, pick, startJourney } from '../support/journey.ts'
import { inTurn } from '../support/languages.ts'

const journey = startJourney()
const today = inDays(0)

type Place = {
  readonly language: 'nb' | 'nn'
  readonly place: string
  readonly ciso: string
  readonly archivist: string
  readonly named: string
  /** No system is in use before its risk is analysed, and a review has those who must take part (profile). */
  readonly demanding: boolean
}
const sandnes: Place = {
  ...{ language: 'nb', place: 'sandnes', ciso: 'informasjonssikkerhetssjef', demanding: true },
  ...{ archivist: 'dokumentsenter', named: 'Dokumentsenter, Sandnes' },
}
/** Nobody there is information security manager: the officer stands in. */
const sauda: Place = {
  ...{ language: 'nn', place: 'sauda', ciso: 'personvernombud', demanding: false },
  ...{ archivist: 'dokumentsenter', named: 'Dokumentsenter, Sauda' },
}

it.each(inTurn(sandnes, sauda))(
  'scenario 9 in $language: S0-32 S4-056 S4-057 S4-113 S4-122 S4-123 S4-124 a system from the need, with three involved, to its decommissioning with the Document Centre',
  async ({ language, place, ...who }) => {
    const [t, approvals, { save }] = [lifeTexts(language), approvalTexts(language), uiTexts(language)]
    const [risks, agreements] = [riskTexts(language).show.approvers, agreementTexts(language).show]
    const sits = async (seat: string, width = 1440): Promise<Visitor> => {
      const person = await journey().open({ language, width })
      await person.as(`${place}-${seat}`)
      return person
    }
    const approves = async (person: Visitor, page: string, part: string) => {
      await person.go(page)
      await person.follow(approvals.approve(part))
      await person.choose('[name=verdict]', 'approved')
      await person.send(approvals.say)
    }

    // Somebody who teaches has a need, on a telephone, and takes it to where it is bought.
    const name = `Timeplanlegger ${language}`
    const teacher = await sits('ansatt', 390)
    const what = { need: 'Logg', conditionsOfUse: 'Logg', conditionsOfManagement: 'Logg' }
    await deed(teacher, '/systembehov/ny', { name, kind: 'itSystem', obtained: 'procure', ...what }, save)
    const at = teacher.path()
    await teacher.send(t.begin)
    await teacher.send(t.close, 422)
    for (const gate of ['consulted', 'it', 'dpo', 'ciso'] as const) expect(await teacher.text()).toContain(t.gates[gate])
    await deed(teacher, `${at}/radforing/ny`, { question: 'Logg' }, save)

    // The three who must be involved: one answers first, and each says yes. The head of IT has an owner appointed.
    const [officer, manager, it_] = [await sits('personvernombud'), await sits(who.ciso), await sits('it-sjef')]
    await officer.go(at)
    await officer.follow(t.doAnswer)
    await fill(officer, { answer: 'Logg' })
    await officer.send(save)
    await it_.go(`${at}/endring`)
    await pick(it_, 'owner', risks.owner)
    await pick(it_, 'suppliedBy', 'Varselhuset')
    await fill(it_, { dataKinds: ['contact'] })
    await it_.send(save)
    await deed(teacher, `${at}/anskaffelse`, { rulesFollowed: 'yes', byDesign: 'Logg', byDefault: 'Logg' }, save)
    await approves(it_, at, t.parts.it)
    await approves(officer, at, t.parts.dpo)
    await approves(manager, at, t.parts.ciso)
    await teacher.go(at)
    await teacher.send(t.close)

    // Where it is demanded, not before an analysis of its risk is approved, with the question of a DPIA answered; what is left, the owner accepts.
    const owner = await sits('systemeier')
    await owner.go(at)
    if (who.demanding) {
      await owner.send(t.take, 422)
      expect(await owner.text()).toContain(t.refusals.notAssessed)
    }
    await owner.go('/ros/nytt')
    await fill(owner, { name: `ROS ${name}`, reason: 'new' })
    await owner.page.locator('main').getByLabel(name, { exact: true }).check()
    await owner.send(save)
    const analysis = owner.path()
    await deed(owner, `${analysis}/endring/opplysninger`, { purpose: 'Logg', dataAccount: 'Logg' }, save)
    await deed(owner, `${analysis}/endring/behov`, { content: 'internal', context: 'supplier' }, save)
    await deed(owner, `${analysis}/endring/dpia`, { dpiaNeeded: 'no', dpiaReason: 'Logg' }, save)
    await deed(owner, `${analysis}/scenarioer/ny?fra=wrongReceiver`, { likelihood: '1', forSubjects: '1', forOrganisation: '1' }, save)
    await approves(owner, analysis, risks.owner)
    await approves(manager, analysis, risks.ciso)
    await owner.go(at)
    await owner.send(t.take)
    expect(await owner.text()).toContain(t.stages.inUse)

    // It processes for us, so an agreement is missed; annex by annex, signed by both, it is in force.
    expect(await owner.text()).toContain(t.duties.duties.agreement)
    await owner.go('/oppgaver')
    expect(await owner.text()).toContain(`${t.tasks.agreement}\n${name}\n`)
    await officer.go('/databehandleravtaler/nytt')
    await fill(officer, { name: `Avtale ${name}` })
    await pick(officer, 'supplier', 'Varselhuset')
    await officer.page.locator('main').getByLabel(name, { exact: true }).check()
    await officer.send(save)
    const agreement = officer.path()
    const annexes = {
      'bilag-a': { purpose: 'Logg', nature: 'Logg', dataSubjects: ['employees'], dataKinds: ['contact'], duration: 'Logg' },
      'bilag-b': { subProcessing: 'none' },
      'bilag-c': {
        ...{ instructions: 'Logg', confidentiality: 'yes', securityMeasures: 'Logg', assistsRights: 'yes', assistsSecurity: 'yes' },
        ...{ noticeHours: '24', auditRight: 'yes', warnsUnlawful: 'yes', transfers: 'no', atEnd: 'deleted' },
      },
      vurdering: { conclusion: 'sound', assessedOn: today },
    }
    for (const [part, answers] of Object.entries(annexes)) await deed(officer, `${agreement}/endring/${part}`, answers, save)
    for (const party of ['ours', 'theirs'])
      await deed(officer, `${agreement}/signatur/${party}`, { signatory: 'Logg', signedOn: today }, /./)
    await officer.go(agreement)
    await officer.send(agreements.enter)
    await owner.go('/oppgaver')
    expect(await owner.text()).not.toContain(`${t.tasks.agreement}\n${name}\n`)

    // The yearly review, and the end: secured in three ways, archived, signed by the owner and the Document Centre.
    await owner.go(`/gjennomganger/system/${at.split('/').at(-1)}/ny`)
    await fill(owner, { heldOn: today, found: 'Logg' })
    if (who.demanding) {
      await owner.send(save, 422)
      for (const part of [/^Informasjonssikkerhetssjef/, /IT-sjef/]) await owner.page.locator('main').getByLabel(part).check()
    }
    await owner.send(save)
    await owner.go(at)
    await owner.send(t.beginEnding)
    const secured = { securedConfidentiality: 'Logg', securedIntegrity: 'Logg', securedAvailability: 'Logg' }
    await owner.go(`${at}/avhending`)
    await pick(owner, 'archivist', who.named)
    await fill(owner, { ...secured, archivedWhere: 'Logg', carriedOn: 'Logg' })
    await owner.send(save)
    await approves(owner, at, t.parts.owner)
    expect(await owner.text()).toContain(t.editEnding)
    const archivist = await sits(who.archivist)
    await approves(archivist, at, t.parts.archive)
    await owner.go(at)
    expect(await owner.text()).not.toContain(t.editEnding)
    expect(await owner.text()).toContain(t.stages.ended)
  },
  300_000,
)
