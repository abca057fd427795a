/** Rising. There is no "no risk" (S3-46): unlikely is the lowest. */
export const levels = ['unlikely', 'low', 'medium', 'high'] as const
export type Level = (typeof levels)[number]

/** S3-28 to S3-31 (H) and S3-33 to S3-44 (M). The same list serves the screening for a DPIA (F11). */
export const criteria = ['H1', 'H2', 'H3', 'H4', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12'] as const
export type Criterion = (typeof criteria)[number]
export const isHighCriterion = (criterion: Criterion): boolean => criterion.startsWith('H')
export const inOrder = (ticked: Iterable<Criterion>): readonly Criterion[] => {
  const set = new Set(ticked)
  return criteria.filter((c) => set.has(c))
}

/** What has become of the data (S4-133, S4-140). */
export const effects = ['astray', 'changed', 'lost'] as const
export type Effect = (typeof effects)[number]

/** What the rules read of a case. null is "not answered yet", in every field: no question begins at "no". */
export type Assessment = {
  readonly ticked: readonly Criterion[]
  readonly largeScale: boolean | 'unknown' | null
  readonly h4Explanation: string | null
  readonly newTechnology: boolean | null
  readonly newTechnologyComment: string | null
  readonly level: Level | null
  readonly levelReason: string | null
  /** How sure one is that the breach gives no risk (S1-47). `reasons` are the written reasons for not notifying, whichever rule allows it. */
  readonly exception: { readonly certain: 'certain' | 'unsure' | 'notCertain' | null; readonly reasons: string | null }
  readonly effects: Readonly<Record<Effect, 'yes' | 'danger' | 'no' | 'unknown' | null>>
  readonly encrypted: 'yes' | 'partly' | 'no' | 'unknown' | null
  readonly mayHarmRights: 'yes' | 'no' | 'unsure' | null
}

/** The slice of an organisation's profile that decides duties (F8, F9). */
export type DutyRules = {
  readonly dutyTable: Readonly<Record<Level, { readonly authority: 'yes' | 'no' | 'exception'; readonly subjects: 'yes' | 'no' }>>
  /** Data astray, wrongly changed or lost, or danger of it, are notified whatever the level (S4-133). */
  readonly effectRule: boolean
  /** true: the effect rule holds for encrypted data too (S4-127). Otherwise encryption counts through the level, so the effect rule rests. */
  readonly encryptedStillNotify: boolean | 'byLevel'
}

export const isBlank = (text: string | null): boolean => !text?.trim()
export const isBelow = (a: Level, b: Level): boolean => levels.indexOf(a) < levels.indexOf(b)
