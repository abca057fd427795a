import { hasRole } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale, Localised } from '../../kernel/texts.ts'
import { audienceOf, type CaseView, caseView, profileOf } from '../deviation/public.ts'
import { storedDocument } from '../documents/public.ts'
import { type Details, type Letterhead, letterheads, organisationDetails, organisationName } from '../organisation/public.ts'
import { personsById, personsWithRoles } from '../people/public.ts'
import { systemOwner } from '../systems/public.ts'
import { tasksOf } from '../tasks/public.ts'
import type { ContactPerson, DraftSource } from './draft.ts'
import type { Notice, NoticeFile } from './notice.ts'
import { load } from './store.ts'

/** All that the pages of notices are drawn from. */
export type NoticesView = {
  readonly view: CaseView
  readonly file: NoticeFile
  /** Names of everyone the file mentions, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly organisation: string
  /** What the organisation is, for letters and for Datatilsynet's form. */
  readonly details: Details
  /** What stands at the top and the foot of what is sent. */
  readonly letterhead: (language: Locale) => Letterhead
  /** May write what is missing of it. */
  readonly mayMendDetails: boolean
  /** How to notify, as the organisation says today: an instruction is for whoever reads it now, also in an old case (S4-134). */
  readonly instruction: Localised
  readonly link: string | null
  /** Since when informing those affected has stood open; null: it does not (S4-128). */
  readonly informSince: Date | null
}

/** Undefined: there is no such case, or this person sees less of it than its notices. */
export async function noticesView(ctx: Ctx, id: string): Promise<NoticesView | undefined> {
  const view = await caseView(ctx, id)
  if (!view || view.deviation.status === 'draft' || audienceOf(view, ctx.actor) !== 'full') return undefined
  const [file, { authority }, tasks, organisation, details, letterhead] = await Promise.all([
    load(ctx, view.deviation),
    profileOf(ctx),
    tasksOf(ctx, id),
    organisationName(ctx),
    organisationDetails(ctx),
    letterheads(ctx),
  ])
  const inform = tasks.find((task) => task.kind === 'deviation.informSubjects' && task.status === 'open')
  return {
    view,
    file,
    names: await namesIn(ctx, file),
    organisation,
    details,
    letterhead,
    mayMendDetails: hasRole(ctx.actor, 'admin'),
    instruction: authority.instruction,
    link: authority.link,
    informSince: inform?.createdAt ?? null,
  }
}

/** All a draft is made from; the officer and the leader as the directory has them today. */
export async function draftSource(ctx: Ctx, file: NoticeFile): Promise<DraftSource> {
  const { deviation, notices, messages } = file
  const { system, affectedLeader } = deviation.report
  const leader = affectedLeader ?? (system ? await systemOwner(ctx, system) : null)
  const [dpo] = await personsWithRoles(ctx, ['dpo'])
  const [controller] = await personsWithRoles(ctx, ['controller'])
  return {
    deviation,
    notices,
    messages,
    organisation: await organisationName(ctx),
    dpo: dpo ? contact(dpo) : null,
    leader: leader ? contact((await personsById(ctx, [leader])).get(leader)) : null,
    controller: controller ? contact(controller) : null,
    details: await organisationDetails(ctx),
    ownWords: (await profileOf(ctx)).ownWords,
  }
}

const contact = (person: ContactPerson | undefined): ContactPerson | null => (person ? { name: person.name, email: person.email } : null)

export async function namesIn(ctx: Ctx, { notices, letters, copies, messages }: NoticeFile): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...notices.map((notice) => notice.registeredBy),
    ...letters.map((letter) => letter.registeredBy),
    ...copies.map((copy) => copy.sentBy),
    ...messages.flatMap((message) => [message.signedBy, message.sentBy]),
  ].filter((id): id is string => id !== null)
  const people = await personsById(ctx, [...new Set(ids)])
  return new Map([...people].map(([id, person]) => [id, person.name]))
}

/** A sent version as it was finished; undefined for a draft. */
export async function storedNotice(ctx: Ctx, { documentId }: Pick<Notice, 'documentId'>) {
  return documentId ? (await storedDocument(ctx, documentId))?.content : undefined
}
