import { describe, expect, it } from 'vitest'
import { hoursFrom, ids, makeBy, makeDeviation, makeReport, must, someMonday } from './factory.ts'
import { editHandling, setMeasures } from './handling/rules.ts'
import { editReport } from './report/rules.ts'
import { confirmExtent, setAware, trackAuthority } from './rules.ts'

// Discovered ten hours before someMonday, received on it.
const discovered = hoursFrom(someMonday, -10)
const open = () => makeDeviation('sauda', { status: 'open' })
const by = (now = hoursFrom(someMonday, 1)) => makeBy(open(), 'sauda', ['dpo'], { now })

describe('the times of a case come in order, wherever they are set', () => {
  it('nobody is aware of what nobody has discovered, nor of what is to come', () => {
    expect(setAware(open(), new Date('2017-01-01T00:00:00Z'), 'Fordi.', by())).toMatchObject({
      why: 'beforeDiscovered',
      fields: ['awareAt'],
    })
    expect(setAware(open(), hoursFrom(discovered, -1), 'Fordi.', by())).toMatchObject({ why: 'beforeDiscovered' })
    expect(setAware(open(), hoursFrom(someMonday, 2), 'Fordi.', by())).toMatchObject({ why: 'future', fields: ['awareAt'] })
    expect(setAware(open(), discovered, 'Fordi.', by()).ok).toBe(true)
  })
  it('the extent is clear neither before it was discovered nor before it was known', () => {
    expect(confirmExtent(open(), hoursFrom(discovered, -1), by())).toMatchObject({ why: 'beforeDiscovered', fields: ['extentConfirmedAt'] })
    const aware = must(setAware(open(), hoursFrom(someMonday, -2), 'Fordi.', by()))
    expect(confirmExtent(aware, hoursFrom(someMonday, -3), by())).toMatchObject({ why: 'beforeAware' })
    expect(confirmExtent(aware, hoursFrom(someMonday, -2), by()).ok).toBe(true)
    expect(setAware(must(confirmExtent(aware, hoursFrom(someMonday, -2), by())), hoursFrom(someMonday, -1), 'Fordi.', by())).toMatchObject({
      why: 'afterExtent',
    })
  })
  it('discovery is not moved past what came after it, and the reason names which', () => {
    const moved = (deviation: ReturnType<typeof open>, hours: number) =>
      editReport(deviation, { ...deviation.report, discoveredAt: hoursFrom(someMonday, hours) }, deviation.measures, by())
    expect(moved(must(setAware(open(), hoursFrom(someMonday, -5), 'Fordi.', by())), -4)).toMatchObject({
      why: 'afterAware',
      fields: ['discoveredAt'],
    })
    expect(moved(open(), 0.5)).toMatchObject({ why: 'afterReceived' })
    expect(moved(must(trackAuthority(open(), 'notified', hoursFrom(someMonday, -4), by())), -3)).toMatchObject({ why: 'afterTold' })
    expect(moved(open(), -1).ok).toBe(true)
  })
  it('it is not stopped before it began, and no measure was done tomorrow', () => {
    const began = makeDeviation('sauda', { status: 'open', report: makeReport({ periodFrom: hoursFrom(someMonday, -20) }) })
    const contained = (hours: number) =>
      editHandling(began, { ...began.handling, contained: 'yes', containedAt: hoursFrom(someMonday, hours) }, by())
    expect(contained(-21)).toMatchObject({ why: 'beforeStart', fields: ['containedAt'] })
    expect(contained(2)).toMatchObject({ why: 'future', fields: ['containedAt'] })
    expect(contained(-15).ok).toBe(true)
    const done = (doneOn: string) =>
      setMeasures(
        open(),
        [
          {
            id: ids.unit,
            purpose: 'prevent',
            what: 'Lenke',
            state: 'done',
            responsibleRole: null,
            responsiblePerson: null,
            responsible: null,
            dueOn: null,
            doneOn,
            evidence: 'Ny rutine',
          },
        ],
        by(),
      )
    expect(done('2026-03-03')).toMatchObject({ why: 'future' })
    expect(done('2026-03-02').ok).toBe(true)
  })
})
