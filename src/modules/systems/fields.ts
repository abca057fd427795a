import type { Fields } from '../../kernel/fields.ts'
import { informationClasses, needs } from '../organisation/public.ts'

/** What kinds of data a system holds; sensitive means special categories (GDPR art. 9). */
export const dataKinds = ['contact', 'nationalId', 'employment', 'education', 'health', 'economy', 'archive', 'sensitive', 'none'] as const

/** The standard services for information security that most often are enough (S2-48). */
export const standardMeasures = ['backup', 'breakIn', 'power', 'fire', 'water', 'network', 'accessControl'] as const

export const systemFields = {
  name: { kind: 'text', max: 120, required: true },
  purpose: { kind: 'text', max: 2000, long: true },
  ownerUnit: { kind: 'reference' },
  owner: { kind: 'reference' },
  superUser: { kind: 'reference' },
  technicalResponsible: { kind: 'reference' },
  suppliedBy: { kind: 'reference' },
  dataKinds: { kind: 'choices', of: dataKinds },
  informationClasses: { kind: 'choices', of: informationClasses },
  confidentiality: { kind: 'choice', of: needs },
  integrity: { kind: 'choice', of: needs },
  availability: { kind: 'choice', of: needs },
  standardMeasures: { kind: 'choices', of: standardMeasures },
  logsChanges: { kind: 'choice', of: ['yes', 'no'] },
  logsDeletions: { kind: 'choice', of: ['yes', 'no'] },
  logsSearches: { kind: 'choice', of: ['yes', 'no'] },
  logKept: { kind: 'text', max: 300 },
  otherOverview: { kind: 'text', max: 300 },
  inUse: { kind: 'choice', of: ['yes', 'considered', 'no'], required: true },
} as const satisfies Fields
