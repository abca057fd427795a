import { describe, expect, it } from 'vitest'
import type { Measure } from '../deviation.ts'
import { parseMeasures } from './measures.ts'
import { meetRows, rowMarks } from './measures-merge.ts'

const ids = ['a', 'b', 'c', 'd'].map((one) => `01890000-0000-7000-8000-00000000000${one}`)
const [a = '', b = '', c = '', d = ''] = ids
const measure = (id: string, what: string, more: Partial<Measure> = {}): Measure => ({
  ...{
    purpose: 'limit',
    state: 'planned',
    responsibleRole: null,
    responsiblePerson: null,
    responsible: null,
    dueOn: null,
    doneOn: null,
    evidence: null,
  },
  ...more,
  id,
  what,
})
const before = [measure(a, 'Be om sletting'), measure(b, 'Endre rutinen og si det til alle')]
/** As a browser posts them, with the empty row below. */
const posted = (rows: readonly Measure[], opened = before) => ({
  version: '1',
  rows: rowMarks(opened, true),
  ...Object.fromEntries(
    [...rows, measure('', '')].flatMap(({ id, what, purpose, state, dueOn }, row) => [
      ...(id ? [[`measure${row}.id`, id]] : []),
      [`measure${row}.what`, what ?? ''],
      [`measure${row}.purpose`, purpose ?? ''],
      [`measure${row}.state`, state ?? ''],
      [`measure${row}.dueOn`, dueOn ?? ''],
    ]),
  ),
})
const met = (rows: readonly Measure[], now: readonly Measure[]) => {
  const { form, both } = meetRows(posted(rows), now, true, 2)
  const { measures, problems } = parseMeasures(form, now, () => 'new', 'purpose', true)
  expect(problems).toEqual([])
  return { whats: measures.map(({ id, what, dueOn }) => [id, what, dueOn].filter(Boolean).join(' ')), both, form }
}
const texts = (rows: readonly Measure[]) => rows.map(({ id, what, dueOn }) => [id, what, dueOn].filter(Boolean).join(' '))

describe('two who edit the list of measures', () => {
  it('S4-023 what one added and what the other added are both there', () => {
    const now = [...before, measure(c, 'Ring mottakaren')]
    const { whats, both } = met([...before, measure('', 'Kurs for alle')], now)
    expect([whats, both]).toEqual([[...texts(now), 'new Kurs for alle'], []])
  })

  it('S4-023 a row that only one has changed is as that one left it, whoever it was, and in whichever place it lies now', () => {
    const now = [measure(b, 'Endre rutinen og si det til alle', { dueOn: '2026-12-01' }), measure(a, 'Be om sletting')]
    const { whats, both } = met([measure(a, 'Be om sletting i dag'), before[1] as Measure], now)
    expect([whats, both]).toEqual([[`${b} Endre rutinen og si det til alle 2026-12-01`, `${a} Be om sletting i dag`], []])
  })

  it('S4-023 a row that only one has removed is removed, and the rest stays', () => {
    expect(met([measure(a, ''), before[1] as Measure], [...before, measure(c, 'Ring')]).whats).toEqual([texts(before)[1], `${c} Ring`])
    expect(met([before[0] as Measure, measure(b, 'Ny rutine')], [before[1] as Measure]).whats).toEqual([`${b} Ny rutine`])
  })

  it('S4-023 only the row that both have changed is asked about; it stays as it was written here, and the next press is a choice', () => {
    const now = [measure(a, 'Be om sletting straks'), before[1] as Measure, measure(d, 'Nytt')]
    const { whats, both, form } = met([measure(a, 'Be om sletting i dag'), before[1] as Measure], now)
    expect(both).toEqual([{ row: 0, stands: now[0] }])
    expect(whats).toEqual([`${a} Be om sletting i dag`, `${b} Endre rutinen og si det til alle`, `${d} Nytt`])
    expect(meetRows(form, now, true, 2)).toEqual({ form, both: [] })
    // The same change by both is no question.
    expect(met(now.slice(0, 2), now).both).toEqual([])
  })

  it('S4-023 a row that one changed and the other removed is asked about, both ways', () => {
    const changed = met([measure(a, 'Be om sletting i dag'), before[1] as Measure], [before[1] as Measure])
    expect(changed.both).toEqual([{ row: 1, stands: null }])
    expect(changed.whats).toEqual([texts(before)[1], 'new Be om sletting i dag'])
    const removed = met([measure(a, ''), before[1] as Measure], [measure(a, 'Be om sletting straks'), before[1] as Measure])
    expect(removed.both).toEqual([{ row: 0, stands: measure(a, 'Be om sletting straks') }])
    expect(removed.whats).toEqual([texts(before)[1]])
  })

  it('whom one looks for is looked for in the row where it lies now', () => {
    const now = [measure(c, 'Først'), ...before]
    const form = { ...posted(before), finn: 'measure1.responsiblePerson', 'measure1.responsiblePerson.find': 'rektor' }
    expect(meetRows(form, now, true, 2).form).toMatchObject({
      finn: 'measure2.responsiblePerson',
      'measure2.responsiblePerson.find': 'rektor',
    })
  })

  it('a list that nobody else has touched, and one that does not say what it was opened with, are left as they were posted', () => {
    const form = posted([before[0] as Measure])
    expect(meetRows(form, before, true, 1)).toEqual({ form, both: [] })
    expect(meetRows(form, before, true, 2)).toEqual({ form, both: [] })
    const { rows: _, ...old } = form
    expect(meetRows(old, [], true, 2)).toEqual({ form: old, both: [] })
  })
})
