import type { Locale } from '../kernel/texts.ts'
import type { OptionGroup } from '../ui/field.tsx'
import type { EventType } from './sentences.ts'
import { shellTexts } from './texts.ts'

/** The kinds of event that the log is searched by, in the groups they stand in. The words of the addresses are the reader's own. */
const groups = {
  cases: ['meldt', 'behandlet', 'vurdert', 'lukket', 'datatilsynet', 'berorte', 'oppgaver'],
  access: ['apnet', 'melder', 'avvist', 'innlogging', 'logglesing'],
  organisation: ['personer', 'enheter', 'systemer', 'oppsett', 'e-post'],
} as const
type LogKind = (typeof groups)[keyof typeof groups][number]
type LogKindGroup = keyof typeof groups

/** The kind of every event that has words: one without a kind does not compile, and could never be searched for. */
const kindOf: Readonly<Record<EventType, LogKind>> = {
  'deviation.drafted': 'meldt',
  'deviation.discarded': 'meldt',
  'deviation.draftReminded': 'meldt',
  'deviation.submitted': 'meldt',
  'deviation.leaderTold': 'meldt',
  'deviation.taken': 'behandlet',
  'deviation.edited': 'behandlet',
  'deviation.asked': 'behandlet',
  'deviation.answered': 'behandlet',
  'deviation.redacted': 'behandlet',
  'deviation.internalHandedOver': 'behandlet',
  'deviation.awareSet': 'vurdert',
  'deviation.extentConfirmed': 'vurdert',
  'deviation.assessed': 'vurdert',
  'deviation.signedOff': 'vurdert',
  'deviation.decided': 'vurdert',
  'deviation.triaged': 'vurdert',
  'deviation.fell': 'vurdert',
  'deviation.readAgain': 'behandlet',
  'deviation.orders': 'behandlet',
  'deviation.authorityTrack': 'vurdert',
  'deviation.subjectsTrack': 'vurdert',
  'deviation.proposed': 'lukket',
  'deviation.closed': 'lukket',
  'deviation.returned': 'lukket',
  'deviation.reopened': 'lukket',
  'deviation.followedUp': 'lukket',
  'deviation.meetingCalled': 'behandlet',
  'deviation.minutesKept': 'behandlet',
  'notices.drafted': 'datatilsynet',
  'notices.edited': 'datatilsynet',
  'notices.discarded': 'datatilsynet',
  'notices.sent': 'datatilsynet',
  'notices.letterRegistered': 'datatilsynet',
  'notices.orderFollowed': 'datatilsynet',
  'notices.copied': 'datatilsynet',
  'notices.messageDrafted': 'berorte',
  'notices.messageEdited': 'berorte',
  'notices.messageDiscarded': 'berorte',
  'notices.messageSigned': 'berorte',
  'notices.signatureWithdrawn': 'berorte',
  'notices.signatureFell': 'berorte',
  'notices.messageSent': 'berorte',
  'file.added': 'behandlet',
  'file.removed': 'behandlet',
  'file.scanned': 'behandlet',
  'task.handedOver': 'oppgaver',
  'task.reminded': 'oppgaver',
  'task.overdue': 'oppgaver',
  'task.escalated': 'oppgaver',
  'deviation.viewed': 'apnet',
  'deviation.listed': 'apnet',
  'deviation.documentMade': 'apnet',
  'notices.viewed': 'apnet',
  'notices.documentMade': 'apnet',
  'file.opened': 'apnet',
  'deviation.reporterOpened': 'melder',
  'access.refused': 'avvist',
  'access.missed': 'avvist',
  'deviation.refused': 'avvist',
  'notices.refused': 'avvist',
  'file.refused': 'avvist',
  'person.refused': 'avvist',
  'unit.refused': 'avvist',
  'system.refused': 'avvist',
  'account.created': 'innlogging',
  'account.signedIn': 'innlogging',
  'account.signedOut': 'innlogging',
  'account.passwordSet': 'innlogging',
  'account.passwordReset': 'innlogging',
  'account.slowedDown': 'innlogging',
  'account.linkShown': 'innlogging',
  'account.rescued': 'innlogging',
  'audit.searched': 'logglesing',
  'audit.exported': 'logglesing',
  'person.listed': 'personer',
  'person.added': 'personer',
  'person.edited': 'personer',
  'person.deactivated': 'personer',
  'person.reactivated': 'personer',
  'person.roleGiven': 'personer',
  'person.roleEnded': 'personer',
  'unit.added': 'enheter',
  'unit.edited': 'enheter',
  'system.added': 'systemer',
  'system.edited': 'systemer',
  'organisation.created': 'oppsett',
  'organisation.profileChanged': 'oppsett',
  'organisation.detailsEdited': 'oppsett',
  'organisation.refused': 'avvist',
  'mail.sent': 'e-post',
  'mail.failed': 'e-post',
  'mail.uncertain': 'e-post',
  'mail.sentAgain': 'e-post',
}

/** The events of one kind. */
export const typesOf = (kind: string): readonly EventType[] => (Object.keys(kindOf) as EventType[]).filter((type) => kindOf[type] === kind)

/** What one chooses from in the log's filter. */
export const kindGroups = (locale: Locale): readonly OptionGroup[] => {
  const words = shellTexts(locale).logKinds
  return Object.entries(groups).map(([group, kinds]) => ({
    label: words.groups[group as LogKindGroup],
    options: kinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
  }))
}
