import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Jumps, withJumps } from './jumps.tsx'
import { Section } from './section.tsx'

const page = (titles: readonly string[]) =>
  render(
    <main>
      <Section title="Før" locale="nb">
        <p>Står over.</p>
      </Section>
      <Jumps locale="nb" />
      {titles.map((title) => (
        <Section key={title} title={title} {...(title === 'Filer' ? { id: 'filer' } : {})} locale="nb">
          <p>&lt;section class="v-section"&gt;</p>
        </Section>
      ))}
    </main>,
  )
const titles = ['Gjennomgang', 'Filer', 'Risiko & tiltak', 'Kommentarer']

describe('the ways to the parts of a page', () => {
  it('lead to each part that follows, by the name it has or is given, and to none that stands above', () => {
    const drawn = withJumps(page(titles))
    const links = [...drawn.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)].map(([, to = '', title]) => [to, title] as const)
    expect(links.map(([, title]) => title)).toEqual(['Gjennomgang', 'Filer', 'Risiko &amp; tiltak', 'Kommentarer'])
    expect(links[1]?.[0]).toBe('filer')
    for (const [to, title] of links) expect(drawn).toMatch(new RegExp(`<section class="v-section" id="${to}"[\\s\\S]{0,200}>${title}</h2>`))
    expect(new Set(links.map(([to]) => to)).size).toBe(4)
  })
  it('are left out where the parts are few, and a page without them is as it was', () => {
    expect(withJumps(page(titles.slice(0, 3)))).not.toContain('v-jumps')
    expect(withJumps('<main>Ingenting</main>')).toBe('<main>Ingenting</main>')
  })
})
