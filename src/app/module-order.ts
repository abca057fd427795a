/**
 * Every module in the order of dependence: one may ask only those above it, and only their public.ts.
 * `npm run check` reads this list (scripts/check-imports.ts), so there can be no cycle.
 */
export const moduleOrder = [
  'organisation',
  'people',
  'kept',
  'identity',
  'audit',
  'tasks',
  'messages',
  'documents',
  'files',
  'systems',
  'deviation',
  'notices',
] as const

export type ModuleName = (typeof moduleOrder)[number]
