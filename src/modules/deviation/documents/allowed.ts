import { isAnnounced } from '../announced.ts'
import type { Audience } from '../audience.ts'
import { clockRuns } from '../clock.ts'
import type { Deviation, Part } from '../deviation.ts'
import type { Profile } from '../profile.ts'
import { memoNeeded } from '../rules.ts'
import { type CaseDocument, caseDocuments } from './material.ts'

/** Kinds that others finish and keep in the case: shown where the case is shown whole. */
export const sentKinds = ['authorityNotice', 'subjectMessage'] as const
export type DocumentKind = CaseDocument | (typeof sentKinds)[number]

/** The last part of a document's address, in the reader's words. */
export const slugs: Readonly<Record<DocumentKind, string>> = {
  deviationReport: 'avviksmelding',
  riskAssessment: 'risikovurdering',
  breachDocumentation: 'dokumentasjon',
  memo: 'notat',
  announcement: 'kunngjoring',
  caseFile: 'hele-saken',
  authorityNotice: 'datatilsynet',
  subjectMessage: 'berorte',
}
export const kindOf = (slug: string | undefined): DocumentKind | undefined =>
  (Object.keys(slugs) as DocumentKind[]).find((kind) => slugs[kind] === slug)

type Seen = { readonly deviation: Deviation; readonly profile: Profile; readonly parts: ReadonlySet<Part> }

/**
 * Which documents somebody may have: whoever sees all of the case, all of them; a leader who closes an internal deviation, the
 * report and the documentation; the reporter, and a leader who was told, the report (S1-26). Whoever is asked, none.
 */
export function allowedKinds({ deviation, profile, parts }: Seen, audience: Audience): readonly DocumentKind[] {
  if (audience === 'asked') return []
  if (audience === 'full') return [...caseDocuments.filter((kind) => applies(kind, deviation, profile)), ...sentKinds]
  const closes = audience === 'told' && parts.has('leader') && parts.has('closer')
  return closes && clockRuns(deviation) ? ['deviationReport', 'breachDocumentation'] : ['deviationReport']
}

function applies(kind: CaseDocument, deviation: Deviation, profile: Profile): boolean {
  switch (kind) {
    case 'riskAssessment':
    case 'breachDocumentation':
      return clockRuns(deviation)
    case 'memo':
      return memoNeeded(deviation, profile) || deviation.closing.memoBriefing !== null
    case 'announcement':
      return isAnnounced(deviation)
    default:
      return true
  }
}

/** Whether a kind is final as the case stands: then the kept edition is what is shown. */
export const isFinal = (kind: DocumentKind, { status }: Pick<Deviation, 'status'>): boolean =>
  kind === 'memo'
    ? status === 'proposed' || status === 'closed'
    : kind === 'breachDocumentation' || kind === 'caseFile'
      ? status === 'closed'
      : false
