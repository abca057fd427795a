import { expect, it } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { inDays, startJourney } from '../support/journey.ts'

const journey = startJourney()

/** Everything of the section that is shown, as it should be. */
async function answerWell({ page }: Visitor): Promise<void> {
  for (const value of ['covered', 'no'])
    for (const radio of await page.locator(`input[type=radio][value=${value}]`).all()) await radio.check()
}

it('S2-01 S2-03 S2-05 S2-06 S2-65 three units are asked: one answers on a telephone and reports a deviation there, one is missing, and the report names units and no person', async () => {
  const { open } = journey()
  const dpo = await open({ language: 'nb', javaScript: false, width: 1440 })
  await dpo.as('uio-personvernombud')
  await dpo.go('/internkontroll/ny')
  await dpo.write('Navn på runden', 'Høstens internkontroll')
  for (const unit of ['USIT', 'Institutt for informatikk', 'Universitetsbiblioteket']) await dpo.choose('Hvilke enheter skal svare?', unit)
  await dpo.write('Svarfrist', inDays(14))
  await dpo.write('E-postadresse for spørsmål', 'internkontroll@uio.example')
  await dpo.send('Lagre runden')
  const round = dpo.path()
  expect(await dpo.text()).toContain('3 enheter en oppgave')
  await dpo.send('Åpne nå')
  expect(await dpo.text()).toContain('0 av 3 har svart')

  const chief = await open({ language: 'nb', width: 390 })
  await chief.as('uio-it-sjef')
  await chief.go('/internkontroll')
  const here = await chief.page.locator(`a[href^="${round}/enheter/"]`).first().getAttribute('href')
  await chief.go(here ?? '')
  await chief.follow('Start')
  expect(await chief.text()).toContain('Del 2 av 9')
  await answerWell(chief)
  await chief.page.locator('textarea[name=responsible_comment]').fill('Vi går gjennom det hvert år.')
  await chief.page.getByText(/^Lagret kl\./).waitFor()
  await chief.go(`${here}/del/2`)
  expect(await chief.page.locator('textarea[name=responsible_comment]').inputValue()).toBe('Vi går gjennom det hvert år.')
  for (let part = 2; part <= 7; part++) {
    await answerWell(chief)
    await chief.send('Lagre og gå videre')
  }
  await answerWell(chief)
  await chief.page.locator('input[name=unreported_option][value=yes]').check()
  await chief.page.locator('textarea[name=unreported_comment]').fill('En liste ble sendt til feil mottaker.')
  await chief.send('Meld avviket nå')
  expect(chief.path()).toMatch(/^\/avvik\/[0-9a-f-]{36}\/skjema/)
  await chief.go(`${here}/del/9`)
  await answerWell(chief)
  await chief.send('Lagre og se over')
  expect(await chief.text()).toContain('Se over og send')
  await chief.send('Send svarene')
  expect(await chief.text()).toContain('Svarene er sendt. Takk!')

  await dpo.go(`${round}/rapport`)
  const report = await dpo.text()
  expect(report).toContain('33 % (1 av 3 enheter)')
  expect(report).toContain('Universitetsbiblioteket')
  expect(report).toContain('96 %')
  expect(report).not.toContain('IT-direktør')
}, 300_000)
