import type { Role } from '../../kernel/actor.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { Profile } from '../deviation/public.ts'
import type { Message, NoticeFile } from './notice.ts'
import { messageGaps } from './parts.ts'
import { texts } from './texts.ts'

export type News = { readonly kind: string; readonly title: Localised; readonly roles: readonly Role[] }

/** Who is told: the signer when a message has become ready to sign, the drafter when it is signed. They wait for each other, and people are affected. */
export function newsOf(before: NoticeFile, next: NoticeFile, profile: Profile): readonly News[] {
  const { drafters, signers } = profile.subjectMessage
  return next.messages.flatMap((message) => {
    const old = before.messages.find((one) => one.id === message.id)
    if (awaitsSignature(message) && !(old && awaitsSignature(old))) return [news('subjects.sign', signers)]
    return message.status === 'signed' && old?.status !== 'signed' ? [news('subjects.send', drafters)] : []
  })
}

const awaitsSignature = (message: Message): boolean => message.status === 'draft' && messageGaps(message.texts).length === 0
const news = (kind: 'subjects.sign' | 'subjects.send', roles: readonly Role[]): News => ({
  kind: `notices.${kind}`,
  title: inAll((locale) => texts(locale).tasks[kind]),
  roles,
})
