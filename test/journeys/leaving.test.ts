import { expect, it } from 'vitest'
import { addDays, addMonths } from '../../src/kernel/calendar/calendar.ts'
import { formatDate } from '../../src/kernel/calendar/words.ts'
import { texts as accessTexts } from '../../src/modules/access/texts.ts'
import { texts as employmentTexts } from '../../src/modules/employment/texts.ts'
import { deed, fill, inDays, pick, startJourney } from '../support/journey.ts'
import { inTurn } from '../support/languages.ts'

const journey = startJourney()

it.each(
  inTurn(
    { language: 'nn', leader: 'sauda-leder', employee: 'sauda-ansatt', person: 'Lærar' } as const,
    { language: 'nb', leader: 'sandnes-leder-helse', employee: 'sandnes-superbruker', person: 'Superbruker' } as const,
  ),
)(
  'scenario 10 in $language: S4-043 S4-044 S4-045 S4-046 S4-047 S4-051 from contract and declaration to access, and from the last day to the last proof',
  async ({ language, leader: slug, employee, person }) => {
    const { open } = journey()
    const [t, a] = [employmentTexts(language), accessTexts(language)]
    const leader = await open({ language, width: 390 })
    await leader.as(slug)

    // Nobody gets access before contract and declaration are signed.
    await leader.go('/ansettelser/nytt')
    await pick(leader, 'person', person)
    await fill(leader, { number: 'A-4711', kind: 'employee', startsOn: inDays(-1), contractOn: inDays(-10) })
    await leader.send(t.add)
    const at = leader.path()
    expect(await leader.text()).toContain(t.lacks.noDeclaration)
    const grant = { role: 'Logg', reason: 'Logg', accessNeed: 'read', protectionNeed: 'ordinary', fromDate: inDays(0) }
    const ask = async () => {
      await leader.go('/tilganger/nytt')
      await pick(leader, 'person', person)
      const list = leader.page.locator('main select[name=system]')
      await list.selectOption({ index: 1 })
      await fill(leader, grant)
    }
    await ask()
    await leader.send(a.add, 422)
    expect(await leader.text()).toContain(a.refusals.noDeclaration)
    await deed(leader, `${at}/endring`, { declarationOn: inDays(0) }, /^Lagre/)
    await ask()
    await leader.send(a.add)
    const access = leader.path()

    // Training is the employee's own list from the first day.
    const worker = await open({ language })
    await worker.as(employee)
    await worker.go('/opplaering')
    await worker.go(at)

    // The last day: a checklist for the employee, the leader and IT, and everything follows the day.
    const last = inDays(0)
    await deed(leader, `${at}/slutt`, { endsOn: last }, t.leave.button)
    // What is not the reader's own to do is folded.
    const said = (await leader.page.locator('main').textContent()) ?? ''
    for (const day of [addDays(last, 30), addMonths(last, 3)]) expect(said).toContain(formatDate(day, language))
    for (const step of ['card', 'keys', 'equipment', 'oneDrive', 'accountDeleted'] as const) expect(said).toContain(t.steps[step])
    expect(said).toContain(t.accessCount(1))
    await leader.go('/oppgaver')
    expect(await leader.text()).toContain(t.tasks.leave)

    await worker.go(at)
    for (const step of ['files', 'email', 'teams', 'otherPlaces']) {
      const link = await worker.page.locator(`main a[href$="/punkter/${step}"]`).first().getAttribute('href')
      await deed(worker, link ?? '', { doneOn: last }, t.register)
    }
    await deed(leader, access, { removedOn: last, removalProof: 'Logg' }, a.removeButton)
    await leader.go(at)
    expect(await leader.text()).not.toContain(t.accessCount(1))
    for (const step of ['stopAccess', 'oneDrive'] as const) {
      const link = await leader.page.locator(`main a[href$="/punkter/${step}"]`).first().getAttribute('href')
      await deed(leader, link ?? '', { doneOn: last }, t.register, 422)
      await deed(leader, link ?? '', { doneOn: last, proof: 'Logg' }, t.register)
    }
    const proof = await leader.page.locator('main a[href$="sjekkliste.pdf"]').first().getAttribute('href')
    expect((await leader.context.request.get(proof ?? '')).headers()['content-type']).toBe('application/pdf')
  },
  300_000,
)
