// Reads JSON-LD whose context has prefixes and a language alone, strictly: what the processing algorithms would quietly drop is an error here.
// The same file was read by the `jsonld` library 9.0.0, with the same triples (30 November 2026).

export type Triple = { readonly subject: string; readonly predicate: string; readonly object: string; readonly is: 'iri' | 'literal' }
type Node = Readonly<Record<string, unknown>>

export function expandedOf(text: string) {
  const document = JSON.parse(text) as { readonly '@context': Node; readonly '@graph': readonly Node[] }
  const context = document['@context']
  const triples: Triple[] = []
  const nodes: Node[] = []
  const iriOf = (term: string): string => {
    const at = term.indexOf(':')
    const prefix = context[term.slice(0, at)]
    if (typeof prefix === 'string' && /[#/]$/.test(prefix)) return prefix + term.slice(at + 1)
    if (/^(https?|mailto):/.test(term)) return new URL(term).href === '' ? term : term
    throw new Error(`"${term}" is no word of the context, and no address`)
  }
  let blanks = 0
  const visit = (node: Node): string => {
    nodes.push(node)
    const subject = typeof node['@id'] === 'string' ? iriOf(node['@id']) : `_:b${blanks++}`
    for (const [key, value] of Object.entries(node)) {
      if (key === '@id') continue
      if (key.startsWith('@') && key !== '@type') throw new Error(`a node has no ${key}`)
      const predicate = key === '@type' ? 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' : iriOf(key)
      for (const one of [value].flat()) triples.push({ subject, predicate, ...objectOf(key, one) })
    }
    return subject
  }
  const objectOf = (key: string, value: unknown): Pick<Triple, 'object' | 'is'> => {
    if (key === '@type') return { object: iriOf(String(value)), is: 'iri' }
    if (typeof value === 'string') return { object: value, is: 'literal' }
    const node = value as Node
    if ('@value' in node) {
      iriOf(String(node['@type']))
      return { object: String(node['@value']), is: 'literal' }
    }
    if (Object.keys(node).length === 0) throw new Error(`${key} has a node that says nothing`)
    if (Object.keys(node).join() === '@id') return { object: iriOf(String(node['@id'])), is: 'iri' }
    return { object: visit(node), is: 'iri' }
  }
  document['@graph'].forEach(visit)
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
  return {
    triples,
    nodes,
    subjectOf: (of: string) => triples.find(({ predicate, object }) => predicate === type && object === of)?.subject,
  }
}
