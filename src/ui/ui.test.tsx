import { describe, expect, it } from 'vitest'
import { emptyValues, type Fields, type FieldTexts, parse, type Values } from '../kernel/fields.ts'
import { Conflict } from './conflict.tsx'
import { Deadline, deadlineState } from './deadline.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Form } from './form.tsx'
import { Jumps } from './jumps.tsx'
import { Layout, type LayoutProps } from './layout.tsx'
import { ListPage } from './list-page.tsx'
import { PageHeading } from './page.tsx'
import { errorItems, RecordField, RecordForm } from './record-form.tsx'
import { plainValue, RecordView } from './record-view.tsx'
import { draw, renderPage } from './render.ts'
import { Section } from './section.tsx'
import { uiTexts } from './texts.ts'

const html = draw
const due = new Date('2026-11-27T13:05:00Z')
const hoursBefore = (hours: number) => new Date(due.getTime() - hours * 3_600_000)

const fields = {
  what: { kind: 'text', max: 20, long: true, required: true, guard: true },
  when: { kind: 'instant' },
  count: { kind: 'whole', min: 0, max: 100 },
  breach: { kind: 'choice', of: ['LOSS', 'SPREADING'], required: true },
  data: { kind: 'choices', of: ['NAME', 'HEALTH'] },
  unit: { kind: 'reference' },
  places: { kind: 'references' },
} as const satisfies Fields
const texts: FieldTexts<typeof fields> = {
  what: { label: 'Hva skjedde?', hint: 'Kort.' },
  when: { label: 'Når?' },
  count: { label: 'Antall berørte' },
  breach: { label: 'Hva slags brudd?', choices: { LOSS: 'Tap', SPREADING: 'Spredning' } },
  data: { label: 'Opplysninger', choices: { NAME: 'Navn', HEALTH: 'Helse' } },
  unit: { label: 'Enhet' },
  places: { label: 'Steder' },
}

const offers = {
  unit: { choices: [{ id: 'A', name: 'Skole' }], gone: () => 'nedlagt', find: null },
  places: {
    choices: [
      { id: 'A', name: 'Sone 10' },
      { id: 'B', name: 'Sone 2', gone: true },
      { id: 'C', name: 'Skole' },
    ],
    gone: () => 'nedlagt',
    find: null,
  },
}

const layout: LayoutProps = {
  locale: 'nb',
  theme: 'sauda',
  organisationName: 'Sauda kommune',
  title: 'Avvik',
  nav: [{ href: '/avvik', label: 'Avvik', current: true }],
  person: { label: 'Personvernombud', role: 'Personvernombud, Sauda' },
  demo: true,
  colorScheme: 'auto',
  report: { href: '/avvik/ny', label: 'Meld avvik' },
  children: 'innhold',
}

describe('deadlines', () => {
  it('tells LATE (done too late) from OVERDUE (not done), by state and by word', () => {
    expect(deadlineState(due, hoursBefore(-5))).toBe('overdue')
    expect(deadlineState(due, hoursBefore(-9), hoursBefore(-5))).toBe('late')
    expect(deadlineState(due, hoursBefore(-9), hoursBefore(1))).toBe('met')
    expect(deadlineState(due, hoursBefore(30))).toBe('ok')
    expect(deadlineState(due, hoursBefore(20))).toBe('soon')
    expect(html(<Deadline due={due} now={hoursBefore(-5)} locale="nb" />)).toContain('5 timer over fristen')
    expect(html(<Deadline due={due} now={hoursBefore(-9)} met={hoursBefore(-5)} locale="nb" />)).toContain('Gjort 5 timer etter fristen')
  })

  it('says it in words and figures, in each language', () => {
    expect(html(<Deadline due={due} now={hoursBefore(52.5)} locale="nb" />)).toContain('52 timer igjen')
    const inTime = html(<Deadline due={due} now={hoursBefore(5)} met={hoursBefore(6)} metWords="Foreløpig meldt i tide" locale="nb" />)
    expect(inTime).toContain('Foreløpig meldt i tide')
    expect(inTime).not.toContain('Gjort i tide')
    expect(html(<Deadline due={due} now={hoursBefore(52.5)} locale="nb" />)).toContain('fredag 27. november kl. 14.05')
    expect(html(<Deadline due={due} now={hoursBefore(52.5)} locale="nn" />)).toContain('52 timar igjen')
    expect(html(<Deadline due={due} now={hoursBefore(52.5)} locale="en" />)).toContain('52 hours left')
  })

  it('counts down only what is not done', () => {
    expect(html(<Deadline due={due} now={hoursBefore(5)} locale="nb" />)).toContain('data-countdown')
    expect(html(<Deadline due={due} now={hoursBefore(5)} met={hoursBefore(6)} locale="nb" />)).not.toContain('data-countdown')
  })
})

describe('forms', () => {
  const raw = { what: 'altfor lang tekst til dette feltet', count: 'noen', data: ['HEALTH'] }
  const { values, problems } = parse(fields, raw)
  const page = html(<RecordForm fields={fields} offers={offers} texts={texts} values={values} raw={raw} problems={problems} locale="nb" />)

  it('S1-42 keeps what was written after an error, and marks the fields that the guard reads', () => {
    expect(page).toContain('altfor lang tekst til dette feltet</textarea>')
    expect(page).toContain('value="noen"')
    expect(page).toMatch(/value="HEALTH"[^>]*checked|checked[^>]*value="HEALTH"/)
    const begun = html(
      <RecordField
        fields={fields}
        name="what"
        offers={offers}
        texts={texts}
        values={{ ...values, what: '\nEtter en tom linje' }}
        locale="nb"
      />,
    )
    expect(begun).toContain('>\n\nEtter en tom linje</textarea>')
    expect(page.match(/data-guard(?!-texts)/g)).toHaveLength(1)
    expect(page.match(/data-guard-texts/g)).toHaveLength(1)
  })

  it('ties label, hint and error to their field without a script', () => {
    expect(page).toContain('<label class="ds-label" for="what">')
    expect(page).toContain('aria-describedby="what-hint what-error"')
    expect(page).toContain('id="what-error">«Hva skjedde?» er for lang: 34 tegn. Det er plass til 20.')
    expect(page).not.toContain('maxLength')
  })

  it('gives every link of the error summary a field to go to', () => {
    const all = [...problems, { field: 'breach', code: 'missing' } as const]
    const summary = html(<ErrorSummary errors={errorItems(all, texts, 'nb')} locale="nb" />)
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(targets).toEqual(['what', 'count', 'breach'])
    for (const target of targets) expect(page).toContain(`id="${target}"`)
  })

  it('asks which of the two in the hour that comes twice, and keeps the answer', () => {
    const twice = { when: '2026-10-25T02:30' }
    const asked = parse(fields, twice)
    const form = html(
      <RecordForm fields={fields} offers={offers} texts={texts} values={asked.values} raw={twice} problems={asked.problems} locale="nb" />,
    )
    expect(form).toContain('name="when.fold"')
    const stored = { ...emptyValues(fields), when: new Date('2026-10-25T01:30:00Z') }
    expect(html(<RecordForm fields={fields} offers={offers} texts={texts} values={stored} locale="nb" />)).toMatch(
      /checked[^>]*value="second"|value="second"[^>]*checked/,
    )
  })

  it('carries the version it was made from', () => {
    expect(html(<Form version={7}>x</Form>)).toContain('<input type="hidden" name="version" value="7"/>')
  })
})

describe('reading', () => {
  it('several records are chosen by a box each: those that stand first, in words, with the state they are in', () => {
    const stands = { ...emptyValues(fields), places: ['A', 'B', 'X'] }
    const form = html(<RecordForm fields={fields} offers={offers} texts={texts} values={stands} locale="nb" shown={['places']} />)
    const boxes = [...form.matchAll(/<input[^>]*name="places"[^>]*>/g)].map(([box]) => [
      /value="(.)"/.exec(box)?.[1],
      box.includes('checked'),
    ])
    expect(boxes).toEqual([
      ['X', true],
      ['A', true],
      ['B', true],
      ['C', false],
    ])
    expect(form).toContain('Sone 2 (nedlagt)')
    const view = html(<RecordView fields={fields} offers={offers} texts={texts} values={stands} locale="nb" shown={['places']} />)
    expect([...view.matchAll(/<li>([^<]*)</g)].map(([, name]) => name)).toEqual(['Finnes ikke lenger', 'Sone 2 (nedlagt)', 'Sone 10'])
    const offered = offers.places
    expect(plainValue(fields.places, ['A', 'B'], texts.places, 'nb', offered)).toBe('Sone 2 (nedlagt), Sone 10')
  })

  it('says what is missing and what is not answered; no count is 0 by default', () => {
    const view = html(
      <RecordView fields={fields} offers={offers} texts={texts} values={emptyValues(fields)} locale="nb" missing={['what']} />,
    )
    expect(view.match(/Mangler/g)).toHaveLength(1)
    expect(view.match(/Ikke besvart/g)).toHaveLength(6)
    expect(view).not.toContain('>0<')
  })

  it('folds what nobody has answered, leaves out what was never asked, and says what silence means', () => {
    const asked = {
      kind: { kind: 'choice', of: ['own', 'other'] },
      other: { kind: 'text', max: 9 },
      end: { kind: 'date' },
      why: { kind: 'text', max: 9 },
    } as const
    const labels = {
      kind: { label: 'Slag', choices: { own: 'Eget', other: 'Annet' } },
      other: { label: 'Hvilket?' },
      end: { label: 'Til' },
      why: { label: 'Hvorfor' },
    }
    const follows = { other: { from: 'kind', when: 'other' } } as const
    const shared = { fields: asked, texts: labels, locale: 'nb', follows } as const
    const shown = (values: Partial<Values<typeof asked>>) =>
      html(<RecordView {...shared} values={{ ...emptyValues(asked), ...values }} unsaid={{ end: 'Ingen sluttdato' }} folded />)
    const [before, fold] = shown({ kind: 'own' }).split('<details')
    expect(before).toContain('Ingen sluttdato')
    expect(before).not.toContain('Ikke besvart')
    expect(fold).toContain('Ikke besvart (1)')
    expect(fold).toContain('Hvorfor')
    expect(shown({ kind: 'own' })).not.toContain('Hvilket?')
    expect(shown({ kind: 'other' })).toContain('Ikke besvart (2)')
    // What was answered all the same is never hidden, and where all is answered there is no fold.
    const whole = shown({ kind: 'own', other: 'Rest', why: 'Slik' })
    expect([whole.includes('Rest'), whole.includes('<details')]).toEqual([true, false])
    // In the form it stands below its choice.
    const form = html(<RecordForm {...shared} values={emptyValues(asked)} />)
    expect(form.match(/name="other"/g)).toHaveLength(1)
    expect(form.slice(form.indexOf('v-reveal'), form.indexOf('name="end"'))).toContain('name="other"')
  })

  it('shows what to do where a list is empty', () => {
    const list = <ListPage title="Avvik" locale="nb" count={0} columns={[]} rows={[]} rowKey={() => ''} empty={<p>Meld det første</p>} />
    expect(html(list)).toContain('Meld det første')
    expect(html(list)).not.toContain('<table')
  })
})

describe('the page', () => {
  const page = renderPage(<Layout {...layout} />)

  it('S0-10 has the way to report on every page', () => {
    expect(page).toContain('href="/avvik/ny"')
  })

  it('says plainly, where there is no script, that a change of language takes along nothing that is not saved', () => {
    for (const locale of ['nb', 'nn', 'en'] as const)
      expect(renderPage(<Layout {...layout} locale={locale} />)).toContain(`<noscript><p>${uiTexts(locale).saveFirst}</p></noscript>`)
  })

  it('holds no inline style and no inline script', () => {
    expect(page).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on\w+="/)
  })

  it('marks demo, language and the part that speaks another language', () => {
    expect(page).toContain(uiTexts('nb').demo)
    expect(renderPage(<Layout {...layout} locale="nb" language="nn" />)).toMatch(/<html lang="nb".*<main[^>]* lang="nn"/s)
  })

  it('loads one theme only', () => {
    expect(page.match(/rel="stylesheet"/g)).toHaveLength(2)
    expect(page).toMatch(/sauda[^"]*\.css/)
    expect(page).not.toMatch(/uio[^"]*\.css/)
  })
})

describe('A choice', () => {
  const field = (name: 'breach' | 'data', below?: Readonly<Record<string, string>>) =>
    html(
      <RecordField
        fields={fields}
        offers={offers}
        texts={texts}
        values={emptyValues(fields)}
        locale="nb"
        name={name}
        {...(below ? { below } : {})}
      />,
    )

  it('few and short answers stand side by side; not where one of them opens into more', () => {
    expect(field('breach')).toContain('data-inline')
    expect(field('breach', { LOSS: 'Hva er borte?' })).not.toContain('data-inline')
    expect(field('data')).not.toContain('data-columns')
  })

  it('what only one answer asks for stands below that answer, and is opened by it alone', () => {
    const page = field('data', { HEALTH: 'Hvilke diagnoser?' })
    expect(page).toMatch(/value="HEALTH".*<div class="v-reveal__rest">Hvilke diagnoser\?<\/div>/s)
    expect(page.match(/data-reveals/g)).toHaveLength(1)
    expect(page).toMatch(/value="HEALTH"[^>]* data-reveals/)
  })

  it('what may be left open can be taken back, few choices or many; what must be answered cannot', () => {
    const taken = (of: readonly string[], value: string, required: boolean) => {
      const one: Fields = { it: { kind: 'choice', of, ...(required ? { required: true } : {}) } }
      const choices = Object.fromEntries(of.map((choice) => [choice, choice]))
      const words = { it: { label: 'Hva?', choices } } as FieldTexts<Fields>
      const page = html(<RecordForm fields={one} texts={words} values={{ it: value }} locale="nb" />)
      return /<(?:input|option)(?=[^>]*value(?:=""|[ />]))[^>]*>/.test(page)
    }
    expect(taken(['A', 'B'], 'A', false)).toBe(true)
    expect(taken(['A', 'B', 'C', 'D', 'E', 'F', 'G'], 'A', false)).toBe(true)
    expect(taken(['A', 'B'], 'A', true)).toBe(false)
  })
})

describe('A place of several pages', () => {
  const place = (pages: number) => ({
    href: '/personer',
    label: 'Organisasjon',
    current: true,
    pages: ['/personer', '/enheter'].slice(0, pages).map((href) => ({ href, label: href, current: href === '/enheter' })),
  })

  it('shows its pages and which one is open; a single page needs no menu of its own', () => {
    const page = renderPage(<Layout {...layout} nav={[place(2)]} />)
    expect(page).toContain('<nav class="v-place" aria-label="Organisasjon">')
    expect(page).toContain('<a href="/enheter" aria-current="page">')
    expect(renderPage(<Layout {...layout} nav={[place(1)]} />)).not.toContain('v-place')
    expect(page).not.toContain('v-place__fold')
  })

  it('folds many pages under the one that is open', () => {
    const pages = ['a', 'b', 'c', 'd', 'e'].map((label) => ({ href: `/${label}`, label, current: label === 'd' }))
    const page = renderPage(<Layout {...layout} nav={[{ ...place(2), pages }]} />)
    expect(page).toMatch(/<details class="v-place__fold"><summary class="v-width">d</)
  })
})

describe('Conflict', () => {
  const now = { ...emptyValues(fields), what: 'Brevet kom fram', count: 3, breach: 'LOSS' as const }

  it('S4-023 two editors: only the answers that differ stand beside each other, with what each wrote', () => {
    const page = html(
      <Conflict fields={fields} offers={offers} texts={texts} now={now} yours={{ what: 'Brevet er borte', count: 3 }} locale="nb" />,
    )
    expect(page).toMatch(/Hva skjedde\?.*Brevet kom fram.*Brevet er borte/s)
    expect(page).not.toContain('Antall berørte')
    expect(page).not.toContain('Hva slags brudd?')
  })

  it('S4-023 the same answers: it says that something else has changed', () => {
    expect(html(<Conflict fields={fields} offers={offers} texts={texts} now={now} yours={{ count: 3 }} locale="nn" />)).toContain(
      'Svara dine er dei same',
    )
  })
})

it('the jumps of a long page are its parts that follow, each named once; a page of few parts has none', () => {
  const part = (title: string, id?: string) => (
    <Section title={title} locale="nb" {...(id ? { id } : {})}>
      x
    </Section>
  )
  const page = (titles: readonly string[]) =>
    renderPage(
      <main>
        {part('Foran')}
        <Jumps locale="nb" />
        {titles.map((title, at) => part(title, at === 1 ? 'egen' : undefined))}
      </main>,
    )
  const long = page(['Én & to', 'To', 'Tre', 'Fire'])
  const links = [...long.matchAll(/<li><a href="#([^"]*)">([^<]*)<\/a>/g)].map(([, id, title]) => `${id} ${title}`)
  expect(links).toEqual(['del-1 Én &amp; to', 'egen To', 'del-3 Tre', 'del-4 Fire'])
  for (const id of ['del-1', 'egen', 'del-3', 'del-4']) expect(long.split(`id="${id}"`)).toHaveLength(2)
  expect(page(['En', 'To', 'Tre'])).not.toContain('v-jumps')
})

it.each([
  ['Vurdering av personvernkonsekvenser', true],
  ['Systemer', false],
  ['Behandlinger av opplysninger', false],
])('a title with a word that no narrow line holds is set smaller: %s', (title, long) =>
  expect(html(<PageHeading title={title} />).includes('data-long')).toBe(long),
)
