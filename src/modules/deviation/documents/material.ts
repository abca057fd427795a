import type { Addendum } from '../../../kernel/ctx.ts'
import type { Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { Deviation } from '../deviation.ts'
import type { Profile } from '../profile.ts'
import type { Reporter } from '../store-reporter.ts'

export const caseDocuments = ['deviationReport', 'riskAssessment', 'breachDocumentation', 'memo', 'announcement', 'caseFile'] as const
export type CaseDocument = (typeof caseDocuments)[number]

/** A finished document of the case, as it is listed. */
export type Kept = {
  readonly id: string
  readonly kind: string
  readonly number: number
  readonly title: string
  readonly at: Date
  readonly sha256: string
}

/** Something that happened, already in words, in the language of the case. `who` is null for a protected reporter. */
export type Happened = { readonly at: Date; readonly what: string; readonly who: string | null; readonly byProtected: boolean }

/** A meeting in the case, in words (G38, S3-20). */
export type Met = {
  readonly at: Date
  readonly who: string
  readonly minutes: string | null
  readonly decisions: string | null
}

/** All that a document of a case is made of. Nobody's name is in it but those of leaders, handlers and deciders. */
export type Material = {
  readonly deviation: Deviation
  readonly profile: Profile
  readonly reporter: Reporter['kind']
  readonly names: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
  readonly system: string | null
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly now: Date
  readonly kept: readonly Kept[]
  readonly happened: readonly Happened[]
  readonly meetings: readonly Met[]
  /** What those who handle it said to each other about the work. */
  readonly comments: Addendum | null
  /** What later modules add: what was asked of Datatilsynet, and answered (S4-142). */
  readonly addenda: readonly Addendum[]
}

export type Section = Document['sections'][number]
export type Block = Section['blocks'][number]
export type Row = Document['summary'][number]
