import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type { grantFields, recordFields, removalFields } from './fields.ts'

export type Granting = Values<typeof grantFields>
export type Removal = Values<typeof removalFields>
export type Access = Registered<typeof recordFields>

/** What whoever asks is to somebody who has access, or to what there is access to. */
export type Standing = { readonly leadsPerson: boolean; readonly ownsSystem: boolean }

/** Planned; in force; past its end and not yet removed; removed. */
export type AccessState = 'planned' | 'active' | 'ended' | 'removed'

type About = { readonly person: string | null; readonly system: string | null; readonly zone: string | null }
export type AccessEvent = Happening &
  (
    | ({ readonly type: 'access.granted' } & About)
    | ({ readonly type: 'access.confirmed' } & About)
    | ({ readonly type: 'access.removalAsked' } & About)
    | ({ readonly type: 'access.removed' } & About)
    | ({ readonly type: 'access.endMoved' } & About & { readonly endsOn: string | null })
  )
