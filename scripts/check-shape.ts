import { type Finding, filesBelow, report } from './source.ts'

// Every module the same: the same question always has the same file, and an absent file means an absent concept
// (docs/decisions/0001). Here stand the only names a module may use; test/gates/shape.test.ts shows each rule to bite.

/** Names that any module, and any capability folder inside one, may use; `rules-level.ts` is a part of `rules.ts`. */
const known = [
  /^README\.md$/,
  /^(public|module)\.tsx?$/,
  /^(workflow|permissions|factory)\.ts$/,
  /^(fields|rules|store|commands|queries|jobs)(-[a-z]+)*\.ts$/,
  /^routes(-[a-z]+)*\.tsx$/,
  /^texts\.(nb|nn|en)\.ts$/,
  /^(fields|workflow|permissions|rules|store|commands|queries|jobs|routes|texts|public)(-[a-z]+)*\.test\.tsx?$/,
  /^(list|steps)\.tsx$/,
  /^pages\/[a-z]+(-[a-z]+)*(\.test)?\.tsx$/,
  /^documents\/[a-z]+(-[a-z]+)*((\.test)?\.ts|\.typ)$/,
]

/**
 * Any other file is a part of the module's words or rules, named after what it holds (`clock.ts`, `duties.ts`), with its
 * test beside it. It decides and never reaches outside: scripts/check-imports.ts holds it to be pure, as rules are.
 */
const concept = /^[a-z]+(-[a-z]+)*(\.test)?\.ts$/

/** What a module has beyond that: files that reach outside and that no other module has, each for a reason. */
const beside: Readonly<Record<string, readonly RegExp[]>> = {
  // Hashing is slow on purpose, and done by a library; so are the codes of an app and what a passkey answers.
  identity: [/^(password\/password|second-factor\/code|passkey\/verify)(\.test)?\.ts$/],
  // Makes documents for others: the drawing, its template and the fonts that go into a PDF/A.
  documents: [/^(render|render-apart|render-docx|render-code|fonts|printable|svg)(\.test)?\.ts$/, /^document\.typ$/, /^fonts\//],
}

/** Whether a path is one of the module's own ideas, which must be pure. Tests of them are not meant. */
export function isConcept(path: string): boolean {
  const [, module = '', below = ''] = /^src\/modules\/([^/]+)\/(.+)$/.exec(path) ?? []
  const names = [below, below.slice(below.indexOf('/') + 1)]
  return (
    concept.test(names[1] ?? '') &&
    !below.includes('.test.') &&
    !isBeside(module, below) &&
    !names.some((name) => known.some((one) => one.test(name)))
  )
}

/** Decisions and deeds that exist are tested. The tests of a module's commands and routes may play those of its capabilities. */
const tested = ['rules', 'commands', 'routes']

/** Modules whose word is not the module's name without its s. */
const words: Readonly<Record<string, string>> = { people: 'person', ethics: 'complaint' }

export function checkShape(root: string): readonly Finding[] {
  const files = filesBelow(root, 'src/modules').map((path) => path.slice('src/modules/'.length))
  const modules = Map.groupBy(files, (path) => path.split('/', 1)[0] ?? '')
  return [...modules].flatMap(([name, paths]) =>
    paths.includes(name)
      ? [{ file: `src/modules/${name}`, line: 1, says: 'stands beside the modules: a file belongs to one of them' }]
      : ofModule(
          name,
          paths.map((path) => path.slice(name.length + 1)),
        ),
  )
}

function ofModule(name: string, paths: readonly string[]): readonly Finding[] {
  // Documents that are read and kept on pages of their own are a capability, with the same names in it as the others.
  const shared = paths.includes('documents/routes.tsx') ? /^pages\// : /^(pages|documents)\//
  const capabilities = Map.groupBy(
    paths.filter((path) => !paths.includes(path.split('/', 1)[0] ?? '') && !shared.test(path) && !isBeside(name, path)),
    (path) => path.split('/', 1)[0] ?? '',
  )
  const own = paths.filter((path) => !capabilities.has(path.split('/', 1)[0] ?? ''))
  const says = [
    ...['README.md']
      .filter((file) => !own.includes(file))
      .map((file) => `has no ${file}: ten lines on what it is, which law, and who uses it`),
    ...(own.some((path) => /^module\.tsx?$/.test(path)) ? [] : ['has no module.ts: its row for the shell (kernel/module.ts)']),
    ...ofFolder(name, name, own),
    ...[...capabilities].flatMap(([folder, below]) =>
      ofFolder(
        name,
        folder,
        below.map((path) => path.slice(folder.length + 1)),
        own,
      ).map((one) => `${folder}/: ${one}`),
    ),
  ]
  return says.map((one) => ({ file: `src/modules/${name}`, line: 1, says: one }))
}

/** A module's own files, or those of one capability in it: the same names in both. */
function ofFolder(module: string, folder: string, files: readonly string[], above: readonly string[] = []): readonly string[] {
  const word = words[folder] ?? folder.replace(/sses$/, 'ss').replace(/([^s])s$/, '$1')
  const others = files.filter((file) => !known.some((name) => name.test(file)) && !isBeside(module, file) && !concept.test(file))
  const needsWords = module === folder
  const languages = ['nb', 'nn', 'en'].filter((language) => !files.includes(`texts.${language}.ts`))
  return [
    ...others.map((file) => `has ${file}, a name that no module uses: see CONTRIBUTING.md for the names, or make a capability folder`),
    ...(needsWords && !files.includes(`${word}.ts`) ? [`has no ${word}.ts: the words of the module, its record, status and events`] : []),
    ...(languages.length > 0 && languages.length < 3 ? [`lacks texts in ${languages.join(' and ')}`] : []),
    ...tested
      .filter((name) => files.some((file) => isPart(file, name)))
      .filter((name) => ![...files, ...(name === 'rules' ? [] : above)].some((file) => isTestOf(file, name)))
      .map((name) => `has ${name} and no ${name}.test.ts`),
  ]
}

const isPart = (file: string, name: string) => new RegExp(`^${name}(-[a-z]+)*\\.tsx?$`).test(file)
const isTestOf = (file: string, name: string) => file.includes('.test.') && isPart(file.replace('.test.', '.'), name)
const isBeside = (module: string, file: string) => beside[module]?.some((name) => name.test(file)) ?? false

// At the end, because it runs while the file is read.
if (import.meta.main) report('shape', checkShape(process.cwd()))
