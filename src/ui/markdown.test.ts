import { expect, it } from 'vitest'
import { vectors } from '../../test/support/injections.ts'
import { chaptersOf, htmlOf, placeIn, textOf } from './markdown.ts'

/** Every tag that came out, with its attributes: the cleaned text is well formed, each value in quotes. */
const tagsIn = (html: string) =>
  [...html.matchAll(/<(\/?)([^\s/>]*)((?:[^>"]|"[^"]*")*)>/g)].map(([tag, , name = '', rest = '']) => ({
    tag,
    name: name.toLowerCase(),
    attributes: [...rest.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)].map(([, attribute = '', value = '']) => ({ attribute, value })),
  }))
const harmless = /^(p|h4|h5|ul|ol|li|strong|em|del|a|blockquote|code|pre|hr|br|img|table|thead|tbody|tr|th|td)$/
const leadsSafely = (href: string) => /^(https?:\/\/|mailto:|#|\/)/.test(href) || !/[:&]/.test(href)

it('more than 60 ways to bring a script in come to nothing, in a text, a title, a table and a list', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(60)
  for (const vector of vectors)
    for (const written of [vector, `## Del\n\n${vector}`, `- ${vector}`, `| a |\n|---|\n| ${vector} |`, `## ${vector}\n\nTekst`]) {
      const drawn = [htmlOf(written), ...chaptersOf(written).flatMap(({ html, sections }) => [html, ...sections.map((one) => one.html)])]
      for (const { tag, name, attributes } of drawn.flatMap(tagsIn)) {
        expect([vector, tag, harmless.test(name)]).toEqual([vector, tag, true])
        for (const { attribute, value } of attributes) {
          expect(['href', 'src', 'alt', 'class', 'align', 'start']).toContain(attribute)
          if (attribute === 'href') expect([vector, value, leadsSafely(value)]).toEqual([vector, value, true])
          if (attribute === 'src') expect(value).toMatch(/^\/filer\/[0-9a-f-]{36}$/)
          if (attribute === 'class') expect(value).toMatch(/^ds-(link|table)$/)
        }
      }
    }
})

it('each part of a text has an address that is the same in each language, and two of one name have one each', () => {
  const text = '# Kapittel {#k}\n\nFørst\n\n## Ansvar {#ansvar}\n\nDu **skal**\n\n## Ansvar\n\nEn gang til'
  const [chapter] = chaptersOf(text)
  expect(chapter).toMatchObject({ id: 'del-k', title: 'Kapittel' })
  expect(chapter?.sections.map(({ id, title }) => [id, title])).toEqual([
    ['del-ansvar', 'Ansvar'],
    ['del-ansvar-2', 'Ansvar'],
  ])
  expect(chapter?.sections[0]?.html).toContain('<strong>skal</strong>')
  expect(placeIn(text, ['gang'])).toEqual({ id: 'del-ansvar-2', title: 'Ansvar' })
})

it('a link within the text leads to its part; tables, lists and pictures among our own files stand, and others do not', () => {
  expect(htmlOf('[der](#ansvar)')).toContain('href="#del-ansvar"')
  expect(htmlOf('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<table class="ds-table">')
  expect(htmlOf('![x](/filer/019a0000-0000-7000-8000-0000000000aa)')).toContain('<img')
  expect(htmlOf('![x](https://example.org/x.png)')).not.toContain('<img')
  expect(textOf('Kari & <b>Ola</b>')).toBe('Kari & Ola')
})
