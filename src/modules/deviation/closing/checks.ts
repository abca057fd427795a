import type { Role } from '../../../kernel/actor.ts'
import type { Action, Deviation, Part } from '../deviation.ts'
import type { Profile } from '../profile.ts'
import { standingSignOffs } from '../rests.ts'
import { type CheckCode, type ClosingCheck, closingChecks, mayEditClosing } from './rules.ts'

type Seen = {
  readonly deviation: Deviation
  readonly profile: Profile
  readonly parts: ReadonlySet<Part>
  readonly actions: readonly Action[]
}

/** A check as it is shown: where it is mended by this reader, or else whose it is to mend. */
export type ShownCheck = ClosingCheck & { readonly href: string | null; readonly whose: readonly Role[] }

export const shownChecks = (view: Seen): readonly ShownCheck[] =>
  closingChecks(view.deviation, view.profile).map((check) => {
    const { path, may, whose } = mending(view, check.code)
    const shown = path && may && (!check.met || written.includes(check.code))
    return { ...check, href: shown ? `/avvik/${view.deviation.id}/${path}` : null, whose: check.met || may ? [] : whose }
  })

/** What was written is read again also when it is whole; the others are mended, or left alone. */
const written: readonly CheckCode[] = ['documentation', 'lessons', 'memo']

type Mending = { readonly path: string | null; readonly may: boolean; readonly whose: readonly Role[] }

function mending({ deviation, profile, parts, actions }: Seen, code: CheckCode): Mending {
  const { assessors, deciders, jointly } = profile.assessment
  const { senders } = profile.authority
  const { drafters } = profile.subjectMessage
  const may = (action: Action) => actions.includes(action)
  const writes = mayEditClosing(deviation, parts)
  switch (code) {
    case 'breachUndecided':
      return { path: 'brudd', may: may('decideBreach'), whose: deciders }
    case 'notAssessed':
      return { path: 'vurdering', may: may('assess'), whose: assessors }
    case 'signOffs':
      return {
        path: 'signering',
        may: may('signOff'),
        whose: jointly.filter((role) => !standingSignOffs(deviation).some((one) => one.role === role)),
      }
    case 'measuresNotEnough':
      return { path: 'signering', may: may('signOff'), whose: jointly.filter((role) => doubts(deviation, role)) }
    case 'authorityOpen':
      return deviation.authorityTrack === 'undecided'
        ? { path: 'varsling', may: may('decideAuthority'), whose: deciders }
        : { path: 'datatilsynet', may: parts.has('sender'), whose: senders }
    case 'subjectsOpen':
      return deviation.subjectsTrack === 'undecided'
        ? { path: 'informering', may: may('decideSubjects'), whose: deciders }
        : { path: 'berorte', may: parts.has('drafter') || parts.has('signer'), whose: drafters }
    case 'announcementOpen':
      return { path: 'kunngjoring', may: may('edit'), whose: assessors }
    case 'orders':
      return { path: 'datatilsynet', may: parts.has('sender') || parts.has('assessor') || parts.has('decider'), whose: senders }
    case 'documentation':
    case 'documentationOld':
      return { path: 'dokumentasjon', may: writes, whose: assessors }
    case 'lessons':
      return { path: 'dokumentasjon#laerdom', may: writes, whose: assessors }
    case 'memo':
    case 'memoOld':
      return { path: 'notat', may: writes, whose: assessors }
    case 'notProposed':
      return { path: null, may: may('proposeClosing'), whose: assessors }
  }
}

const doubts = (deviation: Deviation, role: Role): boolean =>
  standingSignOffs(deviation).some((one) => one.role === role && one.enough === 'no')
