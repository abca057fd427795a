import { isEmpty } from '../../kernel/fields.ts'
import { messageFields, type noticeFields } from './fields.ts'
import type { MessageTexts, NoticeKind, NoticeTexts } from './notice.ts'

type Name = keyof typeof noticeFields
/** One thing that Datatilsynet's form asks. Filled when any of its fields is. `mend`: where in the case it comes from. */
export type NoticePart = { readonly name: Name; readonly fields: readonly Name[]; readonly mend: string | null }

const part = (name: Name, mend: string | null, ...also: readonly Name[]): NoticePart => ({ name, fields: [name, ...also], mend })

/** The nineteen of the form, in its order (S4-155 to S4-161). That something is not known is an answer to any of them; silence is none. Of measures, what is done or what is planned is enough (S4-158). */
const parts: readonly NoticePart[] = [
  part('mainCause', 'melding#causeCode'),
  part('period', 'melding#periodFrom'),
  part('discovered', 'tidspunkter'),
  part('affected', 'melding#affectedKnown'),
  part('records', 'behandling#recordsKnown'),
  part('whatHappened', 'melding#whatHappened'),
  part('howItArose', 'melding#mainCause'),
  part('dataTypes', 'melding#dataTypes'),
  part('specialCategories', 'behandling#specialData'),
  part('relation', 'melding#relation'),
  part('vulnerable', 'behandling#vulnerable'),
  part('whereNow', 'melding#whereNow'),
  part('crossBorder', 'behandling#crossBorder'),
  part('processor', 'behandling#processorInvolved'),
  part('consequences', 'melding#consequencesSubjects'),
  part('measuresDone', 'tiltak', 'measuresPlanned'),
  part('informed', 'informering'),
  part('contact', null),
  part('furtherContact', null),
]
const withdrawalParts: readonly NoticePart[] = [part('withdrawalReason', null), part('contact', null)]

export const partsOfNotice = (kind: NoticeKind): readonly NoticePart[] => (kind === 'withdrawn' ? withdrawalParts : parts)

/** How far a version has come. `open`: parts still empty. */
export type Readiness = { readonly total: number; readonly done: number; readonly open: readonly NoticePart[] }

export function readinessOf(kind: NoticeKind, texts: NoticeTexts): Readiness {
  const all = partsOfNotice(kind)
  const open = all.filter((one) => one.fields.every((name) => isEmpty(texts[name])))
  return { total: all.length, done: all.length - open.length, open }
}

/**
 * What keeps a version from being ready. A complete one has every part. A preliminary one may have gaps, but says that more will
 * follow and what (GDPR art. 33(4), S1-50). `closes`: a supplementary one that supplies the last that was owed, so that
 * nothing may be open after it.
 */
export function blocking(kind: NoticeKind, texts: NoticeTexts, owed: number, closes: boolean): readonly string[] {
  if (kind === 'preliminary') {
    const needed = (['whatHappened', 'contact', 'stepwise'] as const).filter((name) => isEmpty(texts[name]))
    return owed === 0 ? [...needed, 'owed'] : needed
  }
  if (kind === 'supplementary' && !closes) return isEmpty(texts.contact) ? ['contact'] : []
  return readinessOf(kind, texts).open.map((one) => one.name)
}

/** The parts of a message that must be there; advice is for when there is something people should do (S4-165). */
export const messageGaps = (texts: MessageTexts): readonly (keyof MessageTexts)[] =>
  (Object.keys(messageFields) as (keyof MessageTexts)[]).filter((name) => 'required' in messageFields[name] && isEmpty(texts[name]))
