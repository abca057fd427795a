/** What a form would post, as text: to send it, and to see whether it has changed. Files are never part of it. */
export function contentOf(form: HTMLFormElement): string {
  const content = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'version') content.append(name, value)
  return content.toString()
}
