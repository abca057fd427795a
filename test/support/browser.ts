import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Response } from 'playwright-core'
import { bokmalIn } from './bokmal.ts'

/** What is wrong with a page, in words: empty when it is as it should be. */
export type Faults = readonly string[]

export type VisitorOptions = {
  /** Every page must be wholly in this language. Nynorsk is read word by word. */
  readonly language?: 'nb' | 'nn' | 'en'
  readonly javaScript?: boolean
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
  /** Whether axe looks at the pages too: at one of those that are built alike. */
  readonly axe?: boolean
}

/** Somebody at a browser. Each page that is come to is looked at; what is wrong with any of them fails the journey. */
export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  /** Signs in as one of the people of the demo, by slug, and comes to the first page. */
  as(slug: string): Promise<void>
  /** Opens a path of ours. `status` is what the server is expected to answer. */
  go(path: string, status?: number): Promise<void>
  /** Presses a link by its words, and comes to another page. */
  follow(name: string | RegExp): Promise<void>
  /** Presses a button that sends a form, by its words or as a selector where the words say nothing, and comes to the page that answers. */
  send(name: string | RegExp, status?: number): Promise<void>
  /** Writes into a field by its label, or by its name where labels repeat: `[name=what]`. */
  write(field: string | RegExp, text: string): Promise<void>
  /** Chooses a radio or ticks a box: by name and value, or by its label within the question's words. */
  choose(question: string | RegExp, option: string | RegExp): Promise<void>
  /** What the main part says. */
  text(): Promise<string>
  /** The page's first heading. */
  heading(): Promise<string>
  path(): string
  /** Looks at the page as it is now. Called by each step; call it after a step of your own. */
  look(): Promise<void>
  close(): Promise<void>
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA and axe's own best practices: everything it knows. */
export async function axeFaults(page: Page): Promise<Faults> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap((violation) =>
      violation.nodes.map(
        (node) => `axe ${violation.id}: ${node.target.join(' ')} ${node.html.slice(0, 200)} (${node.any[0]?.message ?? violation.help})`,
      ),
    )
  })
}

/**
 * How a page is built, without what it says: each kind of element with what is around it and which attributes it has, and the order of the
 * headings. A list of five and one of fifty are built alike. Runs in the page.
 */
const builtAs = (): string => {
  const values = new Set(['role', 'type', 'class', 'style', 'scope', 'tabindex', 'aria-hidden', 'disabled', 'open', 'hidden'])
  const kinds = new Map<Element, string>()
  for (const element of document.querySelectorAll('*')) {
    const given = [...element.attributes].map(({ name, value }) =>
      value === '' ? `${name}=` : values.has(name) ? `${name}=${value}` : name,
    )
    const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const around = element.parentElement ? kinds.get(element.parentElement) : ''
    kinds.set(element, `${around}>${element.tagName} ${given.join(' ')}${says ? ' …' : ''}`)
  }
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => tagName)
  return [...new Set(kinds.values())].sort().join('\n') + headings.join(' ')
}

/** axe has the same to say of pages that are built alike in windows alike. That every page is looked at is the walk's (journeys/pages.test.ts). */
const seenByAxe = new Set<string>()
async function axeOnce(page: Page, window: string): Promise<Faults> {
  const built = createHash('sha256')
    .update(`${window} ${await page.evaluate(builtAs)}`)
    .digest('base64')
  if (seenByAxe.has(built)) return []
  const faults = await axeFaults(page)
  // One that has remarks is remarked upon each time.
  if (faults.length === 0) seenByAxe.add(built)
  return faults
}

/** What the eye and the machine can tell of any page of ours, whatever it is about. */
export async function pageFaults(
  page: Page,
  language: 'nb' | 'nn' | 'en' | undefined,
  read: { /** Nynorsk is read word by word. Not where people have written in another language. */ readonly words: boolean } = {
    words: true,
  },
): Promise<Faults> {
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    hidden: [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    ),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    widest: [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
    twice: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
  }))
  const words = [seen.title, await page.evaluate(shownText, 'body'), ...seen.hidden].join('\n')
  return [
    ...(['nb', 'nn', 'en'].includes(seen.lang) ? [] : [`html lang is "${seen.lang}"`]),
    ...(language && seen.lang !== language ? [`html lang is "${seen.lang}", not "${language}"`] : []),
    ...(seen.headings === 1 ? [] : [`${seen.headings} main headings`]),
    ...(seen.wide > 1 ? [`${seen.wide} px wider than the window: ${seen.widest.join(', ')}`] : []),
    ...seen.twice.map((id) => `the id "${id}" stands twice`),
    ...rawKeys(words).map((key) => `a raw key or value: "${key}"`),
    ...(language === 'nn' && read.words ? bokmalIn(words).map((found) => `bokmål: "${found}"`) : []),
  ]
}

/** What is shown of a part of the page, a line for each block of text. Runs in the page. */
const shownText = (part: string): string => {
  const within = document.querySelector(part)
  if (!within) return ''
  const lines: string[] = []
  let block: Element | null = null
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement: around, textContent } = walker.currentNode
    if (!around?.checkVisibility({ visibilityProperty: true }) || !textContent) continue
    // What is to be copied sign by sign, a key drawn by lot, is no word of ours, and may look like any.
    if (around.closest('code')) continue
    let own: Element = around
    while (own.parentElement && getComputedStyle(own).display.startsWith('inline')) own = own.parentElement
    const text = textContent.replace(/\s+/g, ' ')
    // A space alone parts two words of one line, and is no line of its own.
    if (text === ' ' && own !== block) continue
    if (own === block) lines.push(`${lines.pop() ?? ''}${text}`)
    else lines.push(text)
    block = own
  }
  return lines.map((line) => line.trim()).join('\n')
}

/** Keys, codes and holes that no reader should meet. */
export const rawKeys = (text: string): readonly string[] => [
  ...new Set(
    [
      /\bundefined\b|\[object \w+\]|\bNaN\b|\bInvalid Date\b|(?<=[:·–(] ?)null\b/g,
      /\{[a-zA-Z]+\}/g,
      /\b(?:deviation|notice|task|message|system|person|account|access|organisation|audit|document|report)\.[a-z]\w+/g,
      /\b[A-Z]{3,}_[A-Z_]{3,}\b/g,
      // A word of the code: reporterLeader, notOwed. Addresses and file names are no words.
      /(?<![\w@./-])[a-zæøå]+[A-ZÆØÅ][a-zæøå]+\w*(?![\w@]|\.\w)/g,
    ].flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found)),
  ),
]

/** Opens a window of its own in the browser: its cookies are nobody else's. */
export async function visitor(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { language, javaScript = true, width = 1280, colorScheme = 'light', axe = true } = options
  const settings: BrowserContextOptions = {
    baseURL: url,
    locale: language === 'nn' ? 'nn-NO' : language === 'en' ? 'en-GB' : 'nb-NO',
    timezoneId: 'Europe/Oslo',
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  }
  const context = await browser.newContext(settings)
  // A busy machine with two cores is no fault of the page.
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const heard = listen(page)
  const lookedAt = new Set<string>()

  const look = async (): Promise<void> => {
    await page.waitForLoadState('load')
    const content = await page.content()
    const faults = [...heard.splice(0)]
    if (!lookedAt.has(content)) {
      lookedAt.add(content)
      // Without script nothing can be asked of the page itself but through the protocol, which does not need the page's own.
      faults.push(...(await pageFaults(page, language)), ...(axe && javaScript ? await axeOnce(page, `${width} ${colorScheme}`) : []))
    }
    if (faults.length > 0) throw new Error(`${page.url()} (${await page.title()})\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  }
  const arrived = async (response: Response | null, status: number | undefined): Promise<void> => {
    const given = response?.status() ?? 0
    if (given !== (status ?? 200)) {
      const said = await page.evaluate(shownText, 'main').catch(() => '')
      throw new Error(`${page.url()} answered ${given}, expected ${status ?? 200}\n${said.slice(0, 1500)}`)
    }
    await look()
  }
  const press = async (target: Locator, status?: number): Promise<void> => {
    const answer = page.waitForResponse((response) => response.request().isNavigationRequest() && !isRedirect(response))
    const loaded = page.waitForEvent('domcontentloaded')
    await target.click()
    const response = await answer
    await loaded
    await arrived(response, status)
  }
  const self: Visitor = {
    page,
    context,
    as: async (slug) => {
      const answer = await context.request.post('/demo/logg-inn', { form: { person: slug }, headers: { origin: url }, maxRedirects: 0 })
      if (answer.status() !== 303) throw new Error(`${slug} could not sign in: ${answer.status()}`)
      await self.go('/')
    },
    go: async (path, status) => arrived(await page.goto(path), status),
    follow: (name) => press(page.getByRole('link', { name, ...exactly(name) }).first()),
    send: (name, status) =>
      press(
        typeof name === 'string' && name.startsWith('[')
          ? page.locator(`main button${name}:visible`).first()
          : page
              .locator('main')
              .getByRole('button', { name, ...exactly(name) })
              .first(),
        status,
      ),
    write: async (field, text) => locate(page, field).fill(text),
    choose: async (question, option) => {
      if (typeof question === 'string' && question.startsWith('[')) {
        const control = page.locator(question)
        const tag = await control.first().evaluate((element) => element.tagName)
        if (tag === 'SELECT') return void (await control.first().selectOption(typeof option === 'string' ? [option] : []))
        return page.locator(`${question}[value="${String(option)}"]`).check()
      }
      const select = page.getByRole('combobox', { name: question })
      if ((await select.count()) > 0) return void (await select.first().selectOption({ label: String(option) }))
      await page.getByRole('group', { name: question }).last().getByLabel(option, exactly(option)).check()
    },
    text: () => page.evaluate(shownText, 'main'),
    heading: async () => (await page.locator('h1').textContent()) ?? '',
    path: () => new URL(page.url()).pathname,
    look,
    close: () => context.close(),
  }
  return self
}

const isRedirect = (response: Response): boolean => response.status() >= 300 && response.status() < 400
const exactly = (name: string | RegExp) => (typeof name === 'string' ? { exact: true } : {})

const locate = (page: Page, field: string | RegExp): Locator =>
  typeof field === 'string' && field.includes('[') ? page.locator(field) : page.getByLabel(field).first()

/** Everything a page complains of by itself: its own errors, the console, the security policy, what it could not load. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    // The status of the page itself is expected by the step; that of its parts is heard below.
    if (message.text().startsWith('Failed to load resource')) return
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) heard.push(`${response.status()} ${response.url()}`)
    else if (response.status() >= 400 && !response.request().isNavigationRequest()) heard.push(`${response.status()} ${response.url()}`)
  })
  page.on('dialog', (dialog) => void dialog.accept())
  return heard
}
