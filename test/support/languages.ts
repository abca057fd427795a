/** The ways a journey is walked, one a language: the first of them in `npm test`, all of them in `npm run languages`, for each costs half a minute. */
export const inTurn = <One>(first: One, ...others: readonly One[]): readonly One[] =>
  process.env.LANGUAGES === 'all' ? [first, ...others] : [first]
