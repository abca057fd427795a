/** An address that a route's pattern takes: `id` where an id stands, and a file's name where the pattern asks for a file. */
export const someAddress = (pattern: string, id = '00000000-0000-7000-8000-000000000001'): string =>
  pattern.replace(/:[a-z]+(?:\{([^}]*)\})?/gi, (_, shape: string | undefined) => (shape ? fileFor(shape) : id))

const fileFor = (shape: string): string =>
  /(pdf|svg|csv|docx)/.exec(shape)?.[1] === 'svg' ? '1.svg' : `${nameFor(shape)}.${/(pdf|csv|docx)/.exec(shape)?.[1] ?? 'pdf'}`

/** Some are called by one word, and a language behind it. */
const nameFor = (shape: string): string => {
  const [, word = 'fil', dash = ''] = /^(?:\(\?:)?([a-z]+)(-?)/.exec(shape) ?? []
  return dash ? `${word}-nn` : word
}
