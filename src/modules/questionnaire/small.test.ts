import { describe, expect, test } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import { inAll } from '../../kernel/texts.ts'
import { numbered } from './content.ts'
import { reportDocument } from './documents/report.ts'
import { aboutSheet, actionSheet, unitSheet } from './documents/sheets.ts'
import { campaignFields } from './fields.ts'
import { figuresOf } from './figures.ts'
import type { Answer, Answers, Campaign, CampaignUnit } from './questionnaire.ts'
import { noAnswer } from './rules-answering.ts'
import { sparing } from './small.ts'
import { standard } from './standard.ts'

const now = new Date('2026-03-02T08:00:00Z')
const names = inAll(() => 'X')
const { content } = standard(
  { org: names, dpo: names, controller: names, cert: names, camera: names, systems: names },
  { orgType: 'university', locale: 'nb', ownRules: true },
)
const good = (key: string): Answer => ({ ...noAnswer, option: key === 'licence' || key === 'unreported' ? 'no' : 'covered' })
const whole: Answers = new Map(numbered(content).map(({ key }) => [key, good(key)]))
const campaign = { id: 'c', version: 1, administrator: 'p', status: 'open', openedAt: now, closedAt: null } as const

describe('Units with few people', () => {
  const tree = (people: number): readonly CampaignUnit[] =>
    [
      ['top', null, 60],
      ['faculty', 'top', 40],
      ['one', 'faculty', 30],
      ['few', 'faculty', people],
    ].map(([id, parentId, some], position) => ({
      ...{
        version: 1,
        campaignId: 'c',
        kind: 'department',
        depth: 1,
        id: String(id),
        unitId: `unit ${id}`,
        name: `Enhet ${id}`,
        parentId: parentId as string | null,
        position,
      },
      ...({ status: 'sent', sentAt: now, dueOn: '2026-04-01', delegate: null, people: Number(some) } as const),
    }))
  /** A round where the few answer so, and all others as they should. */
  const roundOf = (few: Answers, people: number, fewest = 5) => {
    const units = tree(people)
    const values = { ...emptyValues(campaignFields), name: 'Runde', year: 2026 }
    const answers = new Map(units.map(({ id }) => [id, id === 'few' ? few : whole] as const))
    return sparing({ campaign: { ...campaign, values } satisfies Campaign, content, units, answers }, fewest)
  }
  const lacks: Answer = {
    ...{ ...noAnswer, option: 'notCovered', reason: 'Bare to her', follow: 'action', action: 'Kari tar kurs' },
    ...{ owner: 'p', dueOn: '2026-05-01' },
  }
  const bad: Answers = new Map([...whole, ['control', lacks]])
  /** All that is said of a round, in every form it is drawn from. */
  const said = (few: Answers, people: number, past: Answers | null, fewest = 5) => {
    const round = roundOf(few, people, fewest)
    return ([null, 'top', 'faculty'] as const).map((under) => {
      const figures = figuresOf(round, past && roundOf(past, people, fewest), under, '2026-06-01')
      const letterhead = { lines: [], logo: null, footer: null }
      const made = { language: 'nb', now, organisation: 'Prøve', letterhead, round, figures } as const
      return JSON.stringify([
        { ...figures, units: figures.units.map(({ unit: of, ...rest }) => ({ id: of.id, ...rest })) },
        reportDocument(made),
        unitSheet(round, 'nb'),
        actionSheet(round, figures, 'nb'),
        aboutSheet(round, figures, 'nb'),
      ])
    })
  }

  test('what a unit with few people answered changes nothing that is shown: no cell, no sum, no action, and no change since last year', () => {
    // The same to the last sign, whatever they answered: so nothing can be worked out from it.
    expect(said(bad, 2, null)).toEqual(said(whole, 2, null))
    expect(said(bad, 2, whole)).toEqual(said(whole, 2, whole))
    expect(said(whole, 2, bad)).toEqual(said(whole, 2, whole))
    expect(said(bad, 2, null).join()).not.toMatch(/Kari|Bare to her/)
    expect(said(bad, 2, null)[0]).toContain('Én enhet har færre enn 5 registrerte ansatte')
    expect(said(bad, 2, null)[0]).toContain('Vises ikke')
  })

  test('with as many as the limit, or none set, what was answered is counted, and nothing is said of small units', () => {
    for (const [people, fewest] of [
      [5, 5],
      [2, 0],
      [2, 2],
    ] as const) {
      expect(said(bad, people, null, fewest)).not.toEqual(said(whole, people, null, fewest))
      expect(said(bad, people, null, fewest)[0]).toContain('Kari tar kurs')
      expect(said(bad, people, null, fewest)[0]).not.toContain('registrerte ansatte')
    }
  })

  test('that a small unit has sent stands: it is no answer', () => {
    expect(figuresOf(roundOf(bad, 2), null, null, '2026-06-01')).toMatchObject({ of: 4, sent: 4, coverage: 1 })
  })
})
