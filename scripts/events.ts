import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, filesBelow, isCode, isTest, lineAt, type Node, readSource, type Source, walk } from './source.ts'

// Every event that the code can record, read from the code itself: src/app/log.test.ts holds each to have words and a kind.

export type Recorded = Finding & { readonly type: string }

/** The event types written under `type:` in a value or a type, and the refusal of every store's subject, which kernel/deed.ts records. */
export function recordedEvents(root: string): readonly Recorded[] {
  const files = filesBelow(root).filter((path) => path.startsWith('src/') && isCode(path) && !isTest(path))
  const speaking = files.filter((path) =>
    /'[a-z][a-zA-Z_]*\.[a-zA-Z]+'|registerStore|subject: '/.test(readFileSync(join(root, path), 'utf8')),
  )
  return speaking.map((path) => readSource(root, path)).flatMap((source) => [...typesIn(source), ...refusalsIn(source)])
}

/** `audit.searched`: a subject and what happened to it. */
const eventType = /^[a-z][a-zA-Z_]*\.[a-zA-Z]+$/

function typesIn(source: Source): readonly Recorded[] {
  const found: Recorded[] = []
  walk(source.parsed.program, (node, above) => {
    const text = textOf(node)
    if (!text || !eventType.test(text)) return
    // The nearest member it stands in: `type: late ? 'task.overdue' : 'task.reminded'` names two.
    const member = above.findLast((one) => one.type === 'Property' || one.type === 'TSPropertySignature')
    if (member && nameOf(member) === 'type') found.push(recorded(source, node, text))
  })
  return found
}

function refusalsIn(source: Source): readonly Recorded[] {
  const found: Recorded[] = []
  walk(source.parsed.program, (node) => {
    const subject =
      node.type === 'Property' && nameOf(node) === 'subject' && /\/store(-[a-z]+)*\.ts$/.test(source.path)
        ? textOf(node.value)
        : node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'registerStore' && node.arguments[0]
          ? textOf(node.arguments[0])
          : undefined
    if (subject) found.push(recorded(source, node, `${subject}.refused`))
  })
  return found
}

const recorded = ({ path, text }: Source, node: Node, type: string): Recorded => ({
  file: path,
  line: lineAt(text, node.start),
  type,
  says: `"${type}" is recorded, but has no words (events in the module's texts) or no kind (the log of its row, module.ts)`,
})

const textOf = (node: Node): string | undefined => (node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined)
const nameOf = (node: Node): string | undefined =>
  'key' in node && node.key && (node.key as Node).type === 'Identifier' ? (node.key as { readonly name?: string }).name : undefined
