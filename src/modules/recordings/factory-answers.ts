import type { Answers } from './recording.ts'

export const threatened: Partial<Answers> = {
  name: 'Samtale på sentralbordet',
  kind: 'audio',
  startedAt: new Date('2026-02-20T09:00:00Z'),
  minutes: 6,
  purposes: ['police'],
  situation: 'threat',
  told: 'yes',
  storagePlace: 'Låst skap på kontoret',
  eraseOn: '2026-03-20',
  erase: 'delete',
}
