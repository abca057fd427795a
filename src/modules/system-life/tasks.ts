import { inAll, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { missingOf, type Standing } from './rules.ts'
import type { Consultation, Life } from './system-life.ts'
import { texts } from './texts.ts'

type Owned = {
  readonly id: string
  readonly values: { readonly name: string | null; readonly owner: string | null; readonly inUse: string | null }
}

/** Nobody here owns it any more; who leads the unit that does, where one does. */
export type Vacant = { readonly unit: string | null; readonly leader: string | null }

/**
 * What a system asks of its owner now, and of the data protection officer who has been asked (S4-101, S4-115, S4-116). `vacant`: the owner has
 * left, and another is to be appointed.
 */
export function lifeTasks(
  { id, values }: Owned,
  life: Life | undefined,
  consultations: readonly Consultation[],
  standing: Pick<Standing, 'analysedOn' | 'agreement' | 'suppliedBy'>,
  vacant: Vacant | null,
): readonly TaskSpec[] {
  const about: Localised = inAll(() => values.name ?? '')
  const title = (words: (one: ReturnType<typeof texts>['tasks']) => string) => inAll((locale) => words(texts(locale).tasks))
  const own = values.owner === null || vacant ? {} : { personId: values.owner }
  const ofStage: Readonly<Record<string, Localised>> = {
    procurement: title((t) => t.procurement),
    procured: title((t) => t.procured),
    ending: title((t) => t.ending),
  }
  const stage = life?.values.stage ?? ''
  const now = ofStage[stage]
  const missing = values.owner === null || values.inUse === 'considered' ? [] : missingOf(standing, life?.values.stage ?? null)
  return [
    ...(vacant
      ? [{ kind: 'life.owner', title: title((t) => t.owner), about, roles: ['itHead'] as const, dueAt: null, ...ledBy(vacant) }]
      : []),
    ...(now ? [{ kind: `life.${stage}`, title: now, about, roles: ['procurement', 'itHead'] as const, dueAt: null, ...own }] : []),
    ...missing.map((what) => ({
      kind: `life.${what}`,
      title: title((t) => t[what]),
      about,
      roles: ['itHead'] as const,
      dueAt: null,
      ...own,
    })),
    ...consultations
      .filter(({ answer }) => answer === null)
      .map((one) => ({
        kind: 'life.answer',
        key: one.id,
        title: title((t) => t.answer),
        about,
        href: `/systemer/${id}/radforing/${one.id}`,
        roles: ['dpo'] as const,
        dueAt: null,
      })),
  ]
}

const ledBy = ({ unit, leader }: Vacant) => (unit === null || leader === null ? {} : { personId: leader, leaderOf: { unit } })
