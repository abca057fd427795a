import { localDate } from '../../../kernel/calendar/calendar.ts'
import { type Deviation, reference } from '../../deviation/public.ts'
import type { Document, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { messageFields } from '../fields.ts'
import { letterWords } from '../letter-words.ts'
import type { Message, MessageTexts } from '../notice.ts'
import { texts } from '../texts.ts'

export type MessagePaper = {
  readonly deviation: Deviation
  readonly message: Message
  readonly organisation: string
  readonly letterhead: Letterhead
  /** The name and title of whoever signed. */
  readonly signer: string | null
  readonly now: Date
}

/** The letter to those affected, in its own language (G6): five parts, the advice only where there is some (S4-162 to S4-166). */
export function messageDocument({ deviation, message, organisation, letterhead, signer, now }: MessagePaper): Document {
  const { language, signedAt, sentAt } = message
  const words = letterWords(language)
  const { missing } = texts(deviation.language).document
  const names = Object.keys(messageFields) as (keyof MessageTexts)[]
  return {
    kind: 'subjectMessage',
    language,
    title: words.title,
    reference: reference(deviation) ?? '',
    organisation,
    letterhead,
    draft: message.status !== 'sent',
    date: words.day(localDate(sentAt ?? now)),
    accessCode: null,
    recipient: [words.receiver],
    summary: [],
    sections: names.flatMap((name): readonly Section[] => {
      const { label } = words.parts[name]
      const text = message.texts[name]
      if (text !== null) return [{ heading: label, blocks: [{ kind: 'text', text }] }]
      return name === 'advice' ? [] : [{ heading: label, blocks: [{ kind: 'missing', text: missing(label) }] }]
    }),
    signature: signedAt ? { lines: [words.onBehalf(organisation), ...(signer ? [signer] : []), words.signed(signedAt)] } : null,
  }
}
