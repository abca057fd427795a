import type { Document } from '../../documents/public.ts'
import { reference } from '../deviation.ts'
import type { CaseDocument, Material } from './material.ts'
import { day } from './rows.ts'

/** What every document of a case has: whose it is, which case, from when, and whether it is a draft. */
export const bare = (
  { deviation, organisation, letterhead, profile, now }: Material,
  kind: CaseDocument,
  title: string,
  draft: boolean,
): Omit<Document, 'summary' | 'sections'> => ({
  kind,
  language: deviation.language,
  title,
  reference: reference(deviation) ?? '–',
  organisation,
  letterhead,
  draft,
  date: day(now, deviation.language),
  // Material of the case are exempt where the organisation says so; the notice to Datatilsynet is not one of them (F15).
  accessCode: profile.archive.accessCode,
  recipient: null,
  signature: null,
})
