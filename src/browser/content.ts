/** What the page itself fills in, and nobody writes. */
const beside = ['version', 'vaktSett']
/** Words to find somebody by: they choose nobody. */
const words = /\.(find|searched)$/

/** What a form would post, as text: to send it, and to see whether it has changed. Files are never part of it. */
export function contentOf(form: HTMLFormElement): string {
  const content = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !beside.includes(name) && !words.test(name)) content.append(name, value)
  return content.toString()
}
