import { localDate } from '../../kernel/calendar/calendar.ts'
import type { DocumentType } from '../../kernel/documented.ts'
import type { DocumentRow } from './archive.ts'
import type { ArchivePlan, Planned } from './profile.ts'

/** What a folder may be named by. */
export const placeholders = ['år', 'dato', 'navn', 'referanse'] as const

/** The placeholders of a template that mean nothing. */
export const unknownIn = (folder: string): readonly string[] =>
  [...folder.matchAll(/\[([^[\]]*)\]/g)].map(([, name = '']) => name).filter((name) => !(placeholders as readonly string[]).includes(name))

type Named = Pick<DocumentRow, 'title' | 'made_at' | 'year' | 'about' | 'about_on' | 'type'>

/** The folder of a document by the plan: each part of the path is a name that every file system takes. */
export function folderOf(plan: ArchivePlan, document: Named): string {
  const { folder } = plan.types[document.type]
  const made = localDate(document.made_at)
  const values: Readonly<Record<(typeof placeholders)[number], string>> = {
    år: String(document.year ?? made.slice(0, 4)),
    dato: document.about_on ?? made,
    navn: slugOf(document.about ?? document.title),
    referanse: document.title,
  }
  const filled = folder.replace(/\[([^[\]]+)\]/g, (whole, name) => values[name as keyof typeof values] ?? whole)
  return filled.split('/').map(safe).filter(Boolean).join('/') || safe(document.type)
}

/** The folder of a case by itself (S3-21): the day it happened and its short name, `2024-05-03_kort-namn`. */
export const caseFolder = ({ made_at, about_on, about, title }: Named): string =>
  safe(`${about_on ?? localDate(made_at)}_${slugOf(about ?? title)}`)

/**
 * The name of the file: when, what it is, and which record. A file that somebody has added keeps its ending alone, since people name files
 * after people.
 */
export function fileNameOf(
  { title, made_at, edition, kind }: Pick<DocumentRow, 'title' | 'made_at' | 'edition' | 'kind'>,
  called: string,
): string {
  const ending = isFile(kind) ? (/\.[a-z0-9]{1,8}$/i.exec(title)?.[0] ?? '.bin').toLowerCase() : '.pdf'
  const what = [localDate(made_at), slugOf(called), isFile(kind) ? '' : slugOf(title), edition === null ? '' : `v${edition}`]
  return `${what.filter(Boolean).join('_')}${ending}`
}
export const isFile = (kind: string): boolean => kind === 'file' || kind === 'receipt' || kind === 'answer'

/** Names that meet in one folder get a number. */
export function apart(names: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    let one = name
    for (let at = 2; used.has(one); at++) one = `${name.slice(0, dot)}-${at}${name.slice(dot)}`
    used.add(one)
    return one
  })
}

/** The access code of a document: by the plan, but the notice to Datatilsynet is public where the organisation has locked it so (S4-137). */
export function accessOf(
  plan: ArchivePlan,
  type: DocumentType,
  locked: boolean,
  own: string | null = null,
): Pick<Planned, 'access' | 'ground'> {
  if (type === 'notice' && locked) return { access: 'public', ground: null }
  // The sender of the notice has said so in that case, with a ground.
  if (type === 'notice' && own !== null) return { access: 'exempt', ground: own }
  const { access, ground } = plan.types[type]
  return { access, ground }
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

/** No sign that a file system reads as something else, and no way out of the folder. */
const safe = (name: string): string =>
  [...name]
    .map((sign) => (sign < ' ' || '<>:"\\|?*/'.includes(sign) ? '-' : sign))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100)
