import { inAll, type Localised } from '../../kernel/texts.ts'
import type { Profile } from '../deviation/public.ts'
import { titleInAll } from '../deviation/public.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { lastSent, type NoticeFile, stillOwed } from './notice.ts'
import { messageGaps } from './parts.ts'
import type { Texts } from './texts.nb.ts'
import { texts } from './texts.ts'

/** Two lists, because each leads to a page of its own. */
export type NoticeTasks = { readonly authority: readonly TaskSpec[]; readonly subjects: readonly TaskSpec[] }

/**
 * Which tasks should stand open now for what is said outside the house, worked out from the file and nothing else. A closed case has
 * none: what still comes from Datatilsynet is registered on it, and an order opens it again (S3-21, S4-159).
 */
export function dueNoticeTasks(file: NoticeFile, profile: Profile): NoticeTasks {
  if (file.deviation.status === 'closed') return { authority: [], subjects: [] }
  const { authority, subjectMessage } = profile
  const senders = { roles: authority.senders }
  const remind = { remindAtHoursLeft: authority.remindAtHoursLeft }
  const last = lastSent(file.notices)
  const told = last !== undefined && last.kind !== 'withdrawn'
  const has = (kind: 'receipt' | 'answer') => file.letters.some((letter) => letter.kind === kind)

  const about = titleInAll(file.deviation)
  const open: TaskSpec[] = []
  if (told) {
    // S1-50: one a promise, each with the date that was promised.
    for (const { id, dueAt } of stillOwed(file.owed))
      open.push({ ...task(about, 'authority.supply'), key: id, ...senders, dueAt, ...remind })
    if (!has('receipt')) open.push({ ...task(about, 'authority.receipt'), ...senders, dueAt: null })
    if (!has('answer')) open.push({ ...task(about, 'authority.answer'), ...senders, dueAt: null })
  }
  for (const { id, kind, dueAt, followedAt } of file.letters)
    if (kind === 'order' && followedAt === null) open.push({ ...task(about, 'authority.order'), key: id, ...senders, dueAt, ...remind })

  const subjects: TaskSpec[] = []
  for (const { id, status, texts: said } of file.deviation.subjectsTrack === 'notOwed' ? [] : file.messages) {
    if (status === 'draft' && messageGaps(said).length === 0)
      subjects.push({ ...task(about, 'subjects.sign'), key: id, roles: subjectMessage.signers, dueAt: null })
    if (status === 'signed') subjects.push({ ...task(about, 'subjects.send'), key: id, roles: subjectMessage.drafters, dueAt: null })
  }
  return { authority: open, subjects }
}

type Kind = keyof Texts['tasks']
const task = (about: Localised, kind: Kind): Pick<TaskSpec, 'kind' | 'title' | 'about'> => ({
  about,
  kind: `notices.${kind}`,
  title: inAll((locale) => texts(locale).tasks[kind]),
})
