type Press = { readonly hidden: boolean; readonly primary: boolean; readonly deed: string; readonly words: string }
type Seen = { readonly presses: Press[]; asks: boolean }

/**
 * Enter in a field presses the form's first button, whatever it does: it must do what the form's main button does. Says what is wrong,
 * form by form. Where no button is the main one and they differ, Enter decides nothing: it presses one
 * without a name. A hidden one with a name is a choice somebody made: an assessment shows what would follow, and is not finished.
 */
export function enterFaults(html: string): readonly string[] {
  const forms = new Map<string, Seen>()
  const of = (id: string): Seen => {
    const seen = forms.get(id) ?? { presses: [], asks: false }
    forms.set(id, seen)
    return seen
  }
  let within = ''
  for (const [, kind = '', attributes = '', inner = ''] of html.matchAll(parts)) {
    const form = attribute(attributes, 'form') ?? within
    if (kind === '/form') within = ''
    else if (kind === 'form') within = attribute(attributes, 'id') ?? `form ${forms.size}`
    else if (form === '') continue
    else if (kind === 'input') of(form).asks ||= attribute(attributes, 'type') !== 'hidden'
    else if (attribute(attributes, 'type') === 'submit') of(form).presses.push(pressOf(attributes, inner))
  }
  return [...forms.values()].flatMap(faultOf)
}

const parts = /<(form|\/form|button|input)\b([^>]*)>([^<]*(?:<(?!form|\/form|\/button|button|input)[^<]*)*)/g

function faultOf({ presses, asks }: Seen): readonly string[] {
  const [enter] = presses
  const seen = presses.filter(({ hidden }) => !hidden)
  const main = seen.find(({ primary }) => primary) ?? (seen.length === 1 ? seen[0] : undefined)
  if (!asks || !enter || enter.deed === (main?.deed ?? '') || (enter.hidden && enter.deed !== '')) return []
  return [`Enter presses "${enter.words || enter.deed}", and not "${main?.words ?? 'nothing that decides'}"`]
}

const pressOf = (attributes: string, inner: string): Press => ({
  hidden: /\shidden(=|\s|$)/.test(attributes),
  primary: attribute(attributes, 'data-variant') === 'primary',
  deed: ['name', 'value', 'formAction']
    .map((name) => attribute(attributes, name) ?? '')
    .join(' ')
    .trim(),
  words: inner
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
})
const attribute = (attributes: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(attributes)?.[1]
