import type { Asking } from './subject-request.ts'

/** What somebody asks who has nothing special to say. */
export const someAsking: Asking = {
  ...({ right: 'access', subjects: 'employees', actsFor: 'self', ownNumber: null, about: null } as const),
  ...{ name: 'Underviser', contact: 'ansatt@virksomhet.example' },
}
