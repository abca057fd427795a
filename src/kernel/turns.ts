/** Whose work it is: the organisation, and the person in it. */
export type Whose = { readonly organisationId: string; readonly personId: string }
/** `atOnce`: so many are done together. `of`: so many of one person, wherever they ask, and of one organisation may be done or waiting. */
export type TurnLimits = { readonly atOnce: number; readonly of: { readonly person: number; readonly organisation: number } }
export type Turns = <T>(whose: Whose, work: () => Promise<T>) => Promise<T> | 'busy'

type Place = Whose & { readonly begin: () => void }

/**
 * For work that takes much of the machine. Organisations come by turns, so that nobody waits for all that one of them has sent; and
 * whoever has sent enough is told to come again, at once. For this process: it is its processor and memory that are shared out.
 */
export function turns({ atOnce, of }: TurnLimits): Turns {
  const waiting: Place[] = []
  const inHand = new Set<Place>()
  /** Those whose turn it was last come last. */
  let served: readonly string[] = []

  const next = (): void => {
    while (inHand.size < atOnce && waiting.length > 0) {
      const rank = ({ organisationId }: Place) => served.indexOf(organisationId)
      const place = waiting.reduce((first, one) => (rank(one) < rank(first) ? one : first))
      waiting.splice(waiting.indexOf(place), 1)
      inHand.add(place)
      served = [...served.filter((one) => one !== place.organisationId), place.organisationId].filter((one) =>
        [...waiting, ...inHand].some(({ organisationId }) => organisationId === one),
      )
      place.begin()
    }
  }

  return <T>(whose: Whose, work: () => Promise<T>) => {
    const all = [...waiting, ...inHand]
    const theirs = all.filter(({ organisationId }) => organisationId === whose.organisationId)
    // Whoever makes up organisations gets no more turns by it.
    const own = all.filter(({ personId }) => personId === whose.personId)
    if (theirs.length >= of.organisation || own.length >= of.person) return 'busy'
    return new Promise<T>((resolve, reject) => {
      const place: Place = {
        organisationId: whose.organisationId,
        personId: whose.personId,
        begin: () =>
          void (async () => work())()
            .finally(() => {
              inHand.delete(place)
              next()
            })
            .then(resolve, reject),
      }
      waiting.push(place)
      next()
    })
  }
}
