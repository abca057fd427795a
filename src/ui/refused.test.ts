import { describe, expect, it } from 'vitest'
import { refuse } from '../kernel/change.ts'
import { errorAt, refusedBy, unread } from './refused.ts'

const labels = { name: { label: 'Navn' }, reason: { label: 'Begrunnelse' }, who: { label: 'Hvem får oppgaven?' } }
const refusals = () => ({ future: 'Tidspunktet kan ikke være fram i tid.', taken: '«{label}» er i bruk.', notNow: 'Ikke nå.' })
const posted = { form: { name: 'Skolen', reason: '' }, locale: 'nb' } as const

describe('A page that is shown again', () => {
  it('keeps what was posted, and says what is wrong at its question and at the top', () => {
    const refused = unread(posted, [{ field: 'name', code: 'missing' }], labels)
    expect(refused.raw).toBe(posted.form)
    expect(refused.errors).toEqual([{ href: '#name', text: 'Fyll ut «Navn».' }])
    expect(errorAt(refused, 'name')).toBe('Fyll ut «Navn».')
    expect(errorAt(refused, 'reason')).toBeUndefined()
  })

  it("links to where it is mended when that is not on the page, in the page's own words", () => {
    const refused = unread(posted, [{ field: 'memo', text: 'Notatet mangler.', href: '/notat' }], labels)
    expect(refused.errors).toEqual([{ href: '/notat', text: 'Notatet mangler.' }])
  })

  it.each([
    ['what is missing, of a question', refuse('incomplete', ['who']), ['#who Svar på «Hvem får oppgaven?»']],
    [
      'what is missing, each for itself',
      refuse('incomplete', ['name', 'reason']),
      ['#name Fyll ut «Navn».', '#reason Fyll ut «Begrunnelse».'],
    ],
    ['the words of the module', refuse('future', ['name']), ['#name Tidspunktet kan ikke være fram i tid.']],
    ['with the name of the question', refuse('taken', ['name']), ['#name «Navn» er i bruk.']],
    ['at the top where it points to no question', refuse('future'), ['#innhold Tidspunktet kan ikke være fram i tid.']],
    ['that it cannot be done now, where there are no words for it', refuse('unheardOf'), ['#innhold Ikke nå.']],
  ])('says why a rule refused: %s', (_, refusal, said) => {
    const { errors } = refusedBy(refusal, posted, refusals, labels)
    expect(errors.map(({ href, text }) => `${href} ${text}`)).toEqual(said)
  })
})
