import { expect, it } from 'vitest'
import { anchorsIn, linksIn } from '../../ui/markdown.ts'
import { faultOf, waysAmong } from './links.ts'

const id = '01890000-0000-7000-8000-000000000001'
const waysIn = (markdown: string) => waysAmong(linksIn(markdown))
const inForce = { inForce: true, retired: false, parts: anchorsIn('# Ansvar {#hvem}\n\n## Frister\n\nTekst') }

it('the links of a text are those to other texts and to its own parts; what leads elsewhere is not looked after here', () => {
  const markdown = `Se [**rutinen**](/veiledning/${id}?ord=x#del-frister), [delen](#del-en), [Lovdata](https://lovdata.no/) og [saken](/avvik).`
  expect(waysIn(markdown)).toMatchObject([
    { text: id, part: 'del-frister' },
    { text: null, words: 'delen' },
  ])
  expect(waysIn('```\n[ikke](/veiledning/)\n```')).toEqual([])
})
it.each<readonly [string, string, Parameters<typeof faultOf>[2], string | null]>([
  ['to a text in force', `/veiledning/${id}`, inForce, null],
  ['to a part of it, by its own address', `/veiledning/${id}#del-hvem`, inForce, null],
  ['to a part of it that had other words', `/veiledning/${id}#del-ansvar`, inForce, 'heading'],
  ['to the text, and nothing after the sign', `/veiledning/${id}#`, inForce, null],
  ['to one that is retired', `/veiledning/${id}`, { ...inForce, inForce: false, retired: true }, 'retired'],
  ['to a draft', `/veiledning/${id}`, { ...inForce, inForce: false }, 'gone'],
  ['to one that is not there', `/veiledning/${id}`, undefined, 'gone'],
  ['to the same address elsewhere', `https://annet.example/veiledning/${id}`, undefined, null],
  ['to a part of its own', '#own', inForce, null],
  ['to a part of its own that is gone', '#other', inForce, 'heading'],
])('a link %s', (_, href, target, fault) => {
  const [way] = waysIn(`[ord](${href})`)
  expect(way && faultOf(way, anchorsIn('# Own'), target)).toBe(fault)
})
