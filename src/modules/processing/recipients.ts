/** Whom an activity discloses to is written in words: one a line, or with a comma or a semicolon between. */
export const recipientsIn = (written: string | null): readonly string[] => [
  ...new Map(
    (written ?? '')
      .split(/[\n;,]+/)
      .map((one) => one.trim().replace(/\.$/, ''))
      .filter((one) => one !== '' && !/^(ingen|none|nobody)$/i.test(one))
      .map((one) => [one.toLowerCase(), one]),
  ).values(),
]
