import type { RecordKey } from '../../kernel/ids.ts'

type Answer = { readonly status: number; readonly text: string; readonly location: string | null }
type Browser = {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<Answer>
}

/** Says it through the page, as a person does: opens the form of a part, and sends it. What the page refuses is the answer. */
export async function saysOf(
  browser: Browser,
  { type, id }: RecordKey,
  part: string,
  answers: Readonly<Record<string, string>> = { verdict: 'approved' },
): Promise<Answer> {
  const at = `/godkjenninger/${type}/${id}/${part}`
  const form = await browser.get(at)
  if (form.status !== 200) return form
  return browser.post(at, { restsOn: restsOnIn(form.text), ...answers })
}

export const restsOnIn = (html: string): string => /name="restsOn" value="([^"]*)"/.exec(html)?.[1] ?? ''
