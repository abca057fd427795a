/** Semicolons, as a Norwegian Excel reads them. What begins like a formula is made text (CSV injection). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`

/** The byte order mark that tells Excel of æ, ø and å; at the start of a file. */
export const csvStart = '\ufeff'

const cell = (text: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
