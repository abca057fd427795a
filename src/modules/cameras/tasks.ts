import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Camera, Gap } from './camera.ts'
import type { CameraProfile } from './profile.ts'
import { texts } from './texts.ts'

/** What is to be done about a camera now: one task, and whose it is. `head`: who leads the unit, and has the running responsibility (S4-190). */
export function cameraTasks(
  { values }: Camera,
  gaps: readonly Gap[],
  { approvers }: CameraProfile,
  head: string | null,
): readonly TaskSpec[] {
  const what = whatNow(values.status, gaps)
  if (what === null) return []
  const spec = {
    kind: `camera.${what}`,
    title: inAll((locale) => texts(locale).tasks[what]),
    about: inAll(() => values.name ?? ''),
    dueAt: null,
  }
  if (what === 'approve') return [{ ...spec, roles: approvers }]
  return [
    {
      ...spec,
      roles: ['property', 'controller'],
      ...(head === null || values.unit === null ? {} : { personId: head, leaderOf: { unit: values.unit } }),
    },
  ]
}

function whatNow(status: Camera['values']['status'], gaps: readonly Gap[]) {
  const open = (before: Gap['before']) => gaps.some((gap) => gap.before === before)
  switch (status) {
    case 'unauthorised':
      return 'found'
    case 'planned':
      return open('approval') ? 'complete' : 'approve'
    case 'changed':
      return gaps.length > 0 ? 'complete' : 'approve'
    case 'approved':
      return open('use') ? 'complete' : 'activate'
    default:
      return null
  }
}
