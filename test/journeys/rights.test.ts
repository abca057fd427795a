import { expect, it } from 'vitest'
import { addMonths, daysBetween, workingDayFrom } from '../../src/kernel/calendar/calendar.ts'
import { texts as ethicsTexts } from '../../src/modules/ethics/texts.ts'
import { deed, fill, inDays, reportQuickly, startJourney } from '../support/journey.ts'
import { inTurn } from '../support/languages.ts'
import { readPdf } from '../support/read-pdf.ts'

const journey = startJourney()

it.each([
  {
    language: 'nb',
    officer: 'uio-personvernombud',
    employee: 'uio-ansatt',
    receiver: 'uio-universitetsdirektor',
    answered: 'Innvilget',
    own: 30,
  },
  {
    language: 'nn',
    officer: 'sauda-personvernombud',
    employee: 'sauda-ansatt',
    receiver: 'sauda-kommunedirektor',
    answered: 'Innvilga',
    own: null,
  },
] as const)(
  'scenario 8 in $language: S2-29 S2-31 what is held on somebody is looked for in each system, and answered within the month with the overview document',
  async ({ language, answered, own, ...who }) => {
    const { open } = journey()
    const officer = await open({ language })
    const employee = await open({ language })
    const director = await open({ language })

    // The record of processing says where to look: an activity about employees, in a system.
    await officer.as(who.officer)
    await officer.go('/behandlinger')
    const activity = (await officer.page.locator('main tbody a[href^="/behandlinger/"]').first().getAttribute('href')) ?? ''
    await officer.go(activity)
    const overview = await officer.heading()
    for (const [part, choice] of [
      ['opplysninger', '[name=dataSubjects][value=employees]'],
      ['hva', '[name=systems]'],
    ] as const) {
      await officer.go(`${activity}/endring/${part}`)
      const box = officer.page.locator(`main input${choice}`).first()
      if (await box.isChecked()) continue
      await box.check()
      await officer.send('Lagre')
    }

    await employee.as(who.employee)
    // An employee of the demo waits for an answer already: the open one is shown first, and the new one is sent all the same.
    await deed(
      employee,
      '/egne-opplysninger/nytt?hva=egne',
      { right: 'access', subjects: 'employees', about: 'Logg' },
      /^Send kravet$/,
      422,
    )
    await employee.send(/^Send likevel$/)
    const at = employee.path()
    // The law's month goes on to the next working day: 28 days in February, 36 where it ends before Easter. The university has set 30.
    const left = Number(/(\d+) (?:dager|dagar) igjen/.exec(await employee.text())?.[1])
    const law = daysBetween(inDays(0), workingDayFrom(addMonths(inDays(0), 1)))
    expect(left).toBe(Math.min(law, own ?? law))

    await director.as(who.receiver)
    await director.go(at)
    await director.send(/^Lag sjekkliste over system/)
    const toSearch = await director.page.locator('main a[href*="/funn/"]').first().getAttribute('href')
    // Nothing is told before each system has been looked in.
    const answer = { outcome: 'granted', answer: 'Logg' }
    await deed(director, `${at}/svar`, answer, /^(Lagre|Registrer)/, 422)
    await deed(director, toSearch ?? '', { finding: 'nothing' }, /^(Lagre|Registrer)/)
    const document = await director.context.request.get(`${at}/oversikt-${language}.pdf`)
    expect(document.status()).toBe(200)
    expect(readPdf(await document.body()).pages.join(' ')).toContain(overview)
    await deed(director, `${at}/svar`, answer, /^(Lagre|Registrer)/)
    await employee.go(at)
    expect(await employee.text()).toContain(answered)
  },
  300_000,
)

it.each(inTurn<'nb' | 'nn'>('nb', 'nn'))(
  'scenario 14 scenario 15 in %s: one person writes an ethics complaint, asks the officer and reports a deviation, and nobody sees across; no mail says what',
  async (language) => {
    const { open, mailbox, url } = journey()
    const [before, t] = [mailbox.mails.length, ethicsTexts(language)]
    // What people at OsloMet wrote is in bokmål whatever the reader has chosen, so only its own pages are read word by word.
    const sits = async (seat: string, axe = true) => {
      const person = await open({ axe, ...(language === 'nb' && { language }) })
      await person.context.addCookies([{ name: 'sprak', value: language, url }])
      await person.as(`oslomet-${seat}`)
      return person
    }
    const writer = await sits('ansatt')

    await writer.go('/forskningsetikk/ny')
    await writer.page.locator('main select[name=enhet]').selectOption({ label: 'Fakultet for lærerutdanning og internasjonale studier' })
    await writer.send(t.next)
    await fill(writer, { personGroup: 'employee', against: 'Kanarifugl', aboutLeader: 'no', about: 'Etikkanari.' })
    await writer.send(t.saveDraft)
    const complaint = writer.path()
    await writer.send(/^Send/)

    await deed(writer, '/sporsmal/nytt', { sentTo: 'privacyContact', about: 'Spørrekanari.' }, /^Send/)
    const question = writer.path()
    const report = await reportQuickly(writer, 'Avvikskanari ble sendt feil.')

    const theirs = { fakultetsleder: complaint, personvernkontakt: question, sikkerhet: report } as const
    for (const seat of ['fakultetsleder', 'personvernkontakt', 'sikkerhet', 'revisor', 'administrator'] as const) {
      const reader = await sits(seat, false)
      for (const [owner, path] of Object.entries(theirs)) {
        const { status } = await reader.page.goto(path).then((answer) => ({ status: answer?.status() ?? 0 }))
        expect([seat, owner, status === 200]).toEqual([seat, owner, owner === seat])
      }
      // Nor by the search from anywhere, or the lists.
      for (const word of ['Kanarifugl', 'Etikkanari', 'Spørrekanari', 'Avvikskanari']) {
        await reader.go('/sok')
        await reader.write('main [name=ord]', word)
        await reader.send(/^Søk/)
        const hits = await reader.page
          .locator('main a[href^="/forskningsetikk/klager/"], main a[href^="/sporsmal/"], main a[href^="/avvik/"]')
          .all()
        for (const hit of hits)
          expect(Object.values(theirs).filter((path) => path !== theirs[seat as keyof typeof theirs])).not.toContain(
            await hit.getAttribute('href'),
          )
      }
      await reader.close()
    }
    await expect
      .poll(() => mailbox.mails.slice(before).flatMap((mail) => mail.to), { timeout: 30_000 })
      .toContain('fakultetsleder@oslomet.example')
    for (const { source } of mailbox.mails) expect(source).not.toMatch(/kanari/i)
  },
  300_000,
)
