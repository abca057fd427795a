import type { Answers } from './camera.ts'

/** All that is asked before approval. */
export const wholeAnswers: Partial<Answers> = {
  origin: 'ours',
  kind: 'real',
  site: 'Hovedbygget',
  area: 'Døren og fem meter ut.',
  purposes: ['accessPrevention', 'vandalism'],
  recognisable: 'yes',
  systematic: 'yes',
  largeScale: 'no',
  publicPlace: 'yes',
  workplace: 'no',
  altLighting: 'notEnough',
  alternativesWhy: 'Vi prøvde lys i et halvt år. Skadene fortsatte.',
  justification: 'Fire skader i fjor.',
  basis: 'publicTask',
  lawReference: 'Opplæringslova § 12-2',
  mode: 'recording',
  sound: 'no',
  retentionDays: 7,
  erase: 'delete',
  viewersText: 'Vaktmesteren og rektor',
}
