import { expect, it } from 'vitest'
import { fill, startJourney } from '../support/journey.ts'

const journey = startJourney()

type Words = {
  readonly slug: string
  readonly ask: string
  readonly send: string
  readonly answer: string
  readonly question: string
  readonly said: string
}
const nb: Words = {
  ...{ slug: 'sandnes', ask: 'Spør om råd', send: 'Send spørsmålet', answer: 'Send svaret' },
  ...{ question: 'Kan vi bruke klasselisten til dugnaden?', said: 'Ja, når foreldrene vet om det.' },
}
const nn: Words = {
  ...{ slug: 'sauda', ask: 'Spør om råd', send: 'Send spørsmålet', answer: 'Send svaret' },
  ...{ question: 'Kan vi bruke klasselista til dugnaden?', said: 'Ja, når foreldra veit om det.' },
}

it.each([
  ['nb', nb, true],
  ['nn', nn, false],
] as const)(
  'S0-05 S4-077 in %s an employee asks the officer from a form, the officer answers, the employee reads; the administrator finds nothing',
  async (language, t, javaScript) => {
    const { open, mailbox } = journey()
    const employee = await open({ language, width: javaScript ? 1440 : 390, javaScript })
    await employee.as(`${t.slug}-ansatt`)
    await employee.go('/avvik/ny')
    const href = await employee.page.locator('header a[href^="/sporsmal/nytt"]').first().getAttribute('href')
    await employee.go(href ?? '')
    await fill(employee, { sentTo: 'dpo', about: t.question, with: ['page'] })
    await employee.send(t.send)
    const path = employee.path()
    expect(path).toMatch(/^\/sporsmal\/[0-9a-f-]{36}$/)

    const officer = await open({ language, width: 390, javaScript })
    await officer.as(`${t.slug}-personvernombud`)
    await officer.go('/sporsmal?hvem=andre&status=waiting')
    expect(await officer.text()).toContain(t.question)
    await officer.go(path)
    await fill(officer, { answer: t.said })
    await officer.send(t.answer)

    await employee.go('/varsler')
    await employee.go(path)
    expect(await employee.text()).toContain(t.said)

    const administrator = await open({ language, width: 1440, javaScript })
    await administrator.as(`${t.slug}-administrator`)
    await administrator.go(path, 404)
    await administrator.go('/sporsmal')
    expect(await administrator.text()).not.toContain(t.question)
    expect(JSON.stringify(await mailbox.until(1))).not.toContain(t.question)
  },
  120_000,
)
