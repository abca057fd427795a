/** The words for a span of time, singular and plural; `{}` stands for the span. Shared by the server and the countdown in the browser. */
export type RemainingWords = {
  readonly minute: readonly [string, string]
  readonly hour: readonly [string, string]
  readonly day: readonly [string, string]
  readonly left: string
  readonly over: string
  readonly now: string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * A span of milliseconds as one whole figure, always rounded down: minutes below two hours, hours up to four days (72 hours
 * must read as hours), then days. Rounded down, so what is left is never promised longer than it is.
 */
export function span(milliseconds: number, words: RemainingWords): string {
  const size = Math.abs(milliseconds)
  const [unit, names] = size < 2 * hour ? [minute, words.minute] : size < 96 * hour ? [hour, words.hour] : [day, words.day]
  const count = Math.floor(size / unit)
  return `${count} ${names[count === 1 ? 0 : 1]}`
}

/** "52 timer igjen", "5 timer over fristen". */
export const remaining = (milliseconds: number, words: RemainingWords): string =>
  Math.abs(milliseconds) < minute ? words.now : (milliseconds > 0 ? words.left : words.over).replace('{}', span(milliseconds, words))
