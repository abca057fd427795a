import { expect, it } from 'vitest'
import { texts } from '../../src/modules/questionnaire/texts.ts'
import type { Visitor } from '../support/browser.ts'
import { inDays, startJourney } from '../support/journey.ts'

const journey = startJourney()

/** Who runs the round, who answers on a telephone, and what neither the report nor its files may say. */
type Seats = {
  readonly language: 'nb' | 'nn'
  readonly runs: string
  readonly answers: string
  readonly units: readonly string[]
  readonly missing: string
  readonly who: RegExp
  readonly told: string
  /** All is in place but the deviation that was not reported: in a municipality one question fewer, as it has no students. */
  readonly covered: string
}
const seats: readonly Seats[] = [
  {
    ...{ language: 'nb', runs: 'uio-personvernombud', answers: 'uio-it-sjef', missing: 'Universitetsbiblioteket' },
    ...{ units: ['USIT', 'Institutt for informatikk', 'Universitetsbiblioteket'], who: /IT-direktør|it-sjef@/ },
    ...{ told: 'En liste ble sendt til feil mottaker.', covered: '96 %' },
  },
  {
    ...{ language: 'nn', runs: 'sauda-personvernombud', answers: 'sauda-it-sjef', missing: 'Sjukeheimen' },
    ...{ units: ['IT', 'Barneskulen', 'Sjukeheimen'], who: /IT-sjef|it-sjef@/ },
    ...{ told: 'Ei liste vart send til feil mottakar.', covered: '95 %' },
  },
]

/** Everything of the section that is shown, as it should be. */
async function answerWell({ page }: Visitor): Promise<void> {
  for (const value of ['covered', 'no'])
    for (const radio of await page.locator(`input[type=radio][value=${value}]`).all()) await radio.check()
}

it.each(seats)(
  'scenario 5 in $language: S2-01 S2-03 S2-05 S2-06 S2-65 three units are asked: one answers on a telephone and reports a deviation there, the rest are missing, and the report names units and no person',
  async ({ language, runs, answers, units, missing, who, told, covered }) => {
    const { open } = journey()
    const t = texts(language)
    // The demo has one person for each role, and so few in each unit that the report would say nothing of them.
    const admin = await open({ language, javaScript: false, width: 1440 })
    await admin.as(runs.replace('personvernombud', 'administrator'))
    await admin.go('/innstillinger/sma-enheter')
    await admin.write('[name=fewestPeople]', '0')
    await admin.send('Lagre')
    const dpo = await open({ language, javaScript: false, width: 1440 })
    await dpo.as(runs)
    await dpo.go('/internkontroll/ny')
    await dpo.write('[name=name]', 'Internkontroll')
    for (const unit of units) await dpo.choose(t.campaign.units.label, unit)
    await dpo.write('[name=dueOn]', inDays(14))
    await dpo.write('[name=contact]', 'internkontroll@example.org')
    await dpo.send(t.round.plan)
    const round = dpo.path()
    await dpo.send(t.round.open)
    expect(await dpo.text()).toContain(t.list.sent(0, 3))

    const chief = await open({ language, width: 390, axe: language === 'nb' })
    await chief.as(answers)
    await chief.go('/oppgaver')
    const here = await chief.page.locator(`main a[href^="${round}/enheter/"]`).first().getAttribute('href')
    await chief.go(here ?? '')
    await chief.follow(t.answering.start)
    expect(await chief.text()).toContain(t.answering.part(2, 9))
    await answerWell(chief)
    // What is written is kept by itself, and is there when one comes back.
    await chief.page.locator('textarea[name=responsible_comment]').fill('X.')
    await chief.page.getByText(/^Lagr(?:et|a) kl\./).waitFor()
    await chief.go(`${here}/del/2`)
    expect(await chief.page.locator('textarea[name=responsible_comment]').inputValue()).toBe('X.')
    for (let part = 2; part <= 7; part++) {
      await answerWell(chief)
      await chief.send(t.answering.next)
    }
    await answerWell(chief)
    await chief.page.locator('input[name=unreported_option][value=yes]').check()
    await chief.page.locator('textarea[name=unreported_comment]').fill(told)
    await chief.send(t.answering.report)
    expect(chief.path()).toMatch(/^\/avvik\/[0-9a-f-]{36}\/skjema/)
    await chief.go(`${here}/del/9`)
    await answerWell(chief)
    await chief.send(t.answering.toCheck)
    expect(await chief.heading()).toBe(t.answering.check)
    await chief.send(t.answering.send)
    expect(await chief.text()).toContain(t.answering.sent)

    await dpo.go(`${round}/rapport`)
    const report = await dpo.text()
    expect(report).toContain(`33 % (${t.report.rateOf(1, 3)})`)
    // Those that are missing are named in a list; every unit is in the table below.
    expect((await dpo.page.locator('main li').allInnerTexts()).join('\n')).toContain(missing)
    expect(report).toContain(covered)
    const lines = await (await dpo.context.request.get(`${round}/rapport-${language}.csv`)).text()
    expect(lines.split('\n').filter((line) => units.some((unit) => line.startsWith(unit) || line.startsWith(`"${unit}`)))).toHaveLength(3)
    for (const said of [report, lines]) expect(said).not.toMatch(who)
    expect((await dpo.context.request.get(`${round}/rapport-${language}.pdf`)).headers()['content-type']).toBe('application/pdf')
  },
  300_000,
)
