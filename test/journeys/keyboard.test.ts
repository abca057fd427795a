import { expect, it } from 'vitest'
import type { Visitor } from '../support/browser.ts'
import { caseNumber, startJourney } from '../support/journey.ts'

const journey = startJourney()

it('keyboard alone, from sign-in to a sent report, with the focus in sight at every stop', async () => {
  const person = await journey().open()
  await person.go('/demo')
  await reach(person, (focus) => focus.value === 'oslomet-ansatt')
  await person.page.keyboard.press('Enter')
  await person.page.waitForURL((url) => url.pathname === '/')
  await person.look()

  await reach(person, (focus) => focus.href === '/avvik/ny')
  await person.page.keyboard.press('Enter')
  await person.page.waitForURL('**/avvik/ny')
  await person.look()

  await reach(person, (focus) => focus.name === 'whatHappened')
  await person.page.keyboard.type('Et brev om en student ble lagt i feil konvolutt.')
  await reach(person, (focus) => focus.text === 'Send nå')
  await person.page.keyboard.press('Enter')
  await person.page.waitForURL('**/kvittering')
  await person.look()
  expect(await caseNumber(person)).toMatch(/^20\d\d-\d{4}$/)
  // Then the few questions that come when it is sent.
  await reach(person, (focus) => focus.name === 'personalData')
  await person.page.keyboard.press('Space')
  await reach(person, (focus) => focus.name === 'categories' && focus.value === 'WRONG_DISCLOSURE_PUBLICATION')
  await person.page.keyboard.press('Space')
  await reach(person, (focus) => focus.text === 'Lagre svarene')
  await person.page.keyboard.press('Enter')
  await expect.poll(() => person.text()).toContain('Svarene er lagt til')
  await person.close()
}, 120_000)

it('the first stop of every page leaps past the navigation', async () => {
  const person = await journey().open()
  await person.as('oslomet-ansatt')
  for (const path of ['/', '/avvik/ny', '/systemer']) {
    await person.go(path)
    await person.page.keyboard.press('Tab')
    expect(await person.page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#innhold')
    await person.page.keyboard.press('Enter')
    await person.page.keyboard.press('Tab')
    expect(await person.page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
  }
  await person.close()
}, 60_000)

type Focus = {
  readonly tag: string
  readonly name: string
  readonly value: string
  readonly href: string
  readonly text: string
  readonly seen: boolean
}

/** Tabs until the focus is where it should be. Every stop on the way must show that it has the focus. */
async function reach(person: Visitor, isThere: (focus: Focus) => boolean): Promise<void> {
  const way: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    await person.page.keyboard.press('Tab')
    const focus = await person.page.evaluate(focused)
    way.push(`${focus.tag} ${focus.name} ${focus.value} ${focus.text}`)
    // From the last stop the focus goes to the browser itself, and comes back at the first.
    if (focus.tag === 'body') continue
    if (!focus.seen) throw new Error(`Nothing shows that ${way.at(-1)} has the focus`)
    if (isThere(focus)) return
  }
  throw new Error(`Never reached. The way was:\n${way.join('\n')}`)
}

const focused = (): Focus => {
  const element = document.activeElement as HTMLInputElement
  const shows = (one: Element): boolean => {
    const style = getComputedStyle(one)
    return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
  }
  const box = element.getBoundingClientRect()
  const onScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0
  return {
    tag: element.tagName.toLowerCase(),
    name: element.name ?? '',
    value: element.value ?? '',
    href: element.getAttribute('href') ?? '',
    text: element.textContent?.trim().slice(0, 60) ?? '',
    // The parts that the browser itself puts into a field of time show their own focus.
    seen: onScreen && (!element.matches(':focus') || shows(element) || (element.parentElement !== null && shows(element.parentElement))),
  }
}
