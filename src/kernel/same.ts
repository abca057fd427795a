type Answers = { readonly [name: string]: unknown }

/**
 * Whether a form with an id that its page made has been posted before: what is stored under the id is what was posted, with what
 * the house may have filled in besides. Then it is a double press; else the page was used again, and makes a record of its own.
 */
export const isSameAgain = (stored: Answers, posted: Answers): boolean =>
  Object.entries(posted).every(([name, answer]) => answer === null || JSON.stringify(stored[name]) === JSON.stringify(answer))
