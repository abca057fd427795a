import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { cameraFields, recordFields } from './fields.ts'

export type Answers = Values<typeof cameraFields>
export type Camera = Registered<typeof recordFields>
export type Status = NonNullable<Camera['values']['status']>
/** Who plays which part is said by the profile; `areaLeader`: leads the unit where something hangs that nobody has allowed. */
export type Part = 'registrar' | 'approver' | 'areaLeader'
export type Deed = 'approve' | 'activate' | 'turnOff' | 'remove' | 'adopt'

/** What stands between a camera and its approval, or its use. `because`: which words say it. */
export type Gap = {
  readonly field: keyof Answers
  readonly because: 'missing' | 'alternatives' | 'enough' | 'retention' | 'dpia' | 'dpiaOpen'
  readonly before: 'approval' | 'use'
}

export type CameraEvent =
  | RegisterEvent<'camera'>
  | (Happening & {
      readonly type:
        | 'camera.approved'
        | 'camera.activated'
        | 'camera.turnedOff'
        | 'camera.removed'
        | 'camera.adopted'
        | 'camera.reported'
        | 'camera.documentMade'
    })
