import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { addDays, localDate, localInput } from '../../src/kernel/calendar/calendar.ts'
import { type Visitor, type VisitorOptions, visitor } from './browser.ts'
import { openChromium } from './chromium.ts'
import { type DatabaseKind, exampleFolder, makeDatabase } from './database.ts'
import { type Installation, startInstallation } from './installation.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'

export type Journey = {
  readonly url: string
  readonly browser: Browser
  /** Every mail that Varde has really sent. */
  readonly mailbox: Mailbox
  /** A window of its own, closed after the file. */
  readonly open: (options?: VisitorOptions) => Promise<Visitor>
}

/** One installation with example data, one browser and one mail server for all journeys of a file. */
export function startJourney(kind: DatabaseKind = 'pglite'): () => Journey {
  let journey: Journey | undefined
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const mailbox = await openMailbox()
    ends.push(() => mailbox.close())
    const database = kind === 'postgres' ? await makeDatabase(kind) : null
    if (database) ends.push(() => database.remove())
    const dataDir = database ? null : await exampleFolder()
    if (dataDir) ends.push(async () => rmSync(dataDir, { recursive: true, force: true }))
    const installation: Installation = await startInstallation({
      smtpUrl: `smtp://${mailbox.host}:${mailbox.port}`,
      ...(database?.url ? { databaseUrl: database.url } : {}),
      ...(dataDir ? { dataDir } : {}),
    })
    ends.push(() => installation.stop())
    const browser = await openChromium()
    ends.push(() => browser.close())
    const { url } = installation
    journey = { url, browser, mailbox, open: (options) => visitor(browser, url, options) }
  }, 400_000)
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  }, 60_000)
  return () => {
    if (!journey) throw new Error('Ask for the journey inside a test.')
    return journey
  }
}

const hour = 3_600_000

/** A time so many hours from now, as a field of date and time takes it. */
export const inHours = (hours: number): string => localInput(new Date(Date.now() + hours * hour))

/** A day so many days from today, as a field of date takes it. */
export const inDays = (days: number): string => addDays(localDate(new Date()), days)

/** The case number of the receipt that the visitor has come to. */
export async function caseNumber(person: Visitor): Promise<string> {
  const number = /(?<![\w-])20\d\d-\d{4,}(?![\w-])/.exec(await person.text())?.[0]
  if (!number) throw new Error(`${person.path()} shows no case number`)
  return number
}

/** The address of the case that the visitor is at: /avvik/<id>. */
export const casePath = (person: Visitor): string => /^\/avvik\/[0-9a-f-]{36}/.exec(person.path())?.[0] ?? ''

/** The quick report of what is needed and no more; comes to the receipt, and answers there whether people are involved, and what else is given. */
export async function reportQuickly(person: Visitor, what: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  await person.go('/avvik/ny')
  await person.write('[name=whatHappened]', what)
  await person.write('[name=discoveredAt]', more.discoveredAt ?? inHours(-1))
  await person.send(/^Send (nå|no)$/)
  await person.choose('[name=personalData]', more.personalData ?? 'yes')
  if (more.caseType) await person.choose('[name=caseType]', more.caseType)
  if (more.category) await person.choose('[name=categories]', more.category)
  await person.send(/^Lagre (svarene|svara)$/)
  return casePath(person)
}

/** Fills a form's fields by name: a list ticks boxes, a text chooses or writes. */
export async function fill(person: Visitor, answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const field = `[name="${name}"]`
    for (const one of typeof answer === 'string' ? [answer] : answer) {
      const kind = await person.page
        .locator(`main ${field}`)
        .first()
        .evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName))
      if (['radio', 'checkbox', 'SELECT'].includes(kind)) await person.choose(field, one)
      else await person.write(`main ${field}`, one)
    }
  }
}

/** Chooses in a list by a part of what it says. */
export async function pick({ page }: Visitor, name: string, says: string): Promise<void> {
  const list = page.locator(`main select[name="${name}"]`)
  await list.selectOption(await list.locator('option').filter({ hasText: says }).first().getAttribute('value'))
}

/** Opens a page of the case, fills its form and sends it. */
export async function deed(
  person: Visitor,
  path: string,
  answers: Readonly<Record<string, string | readonly string[]>>,
  button: string | RegExp,
  status = 200,
): Promise<void> {
  await person.go(path)
  await fill(person, answers)
  await person.send(button, status)
}

export const finishAssessment = '[name=gjor][value=fullfor]'
