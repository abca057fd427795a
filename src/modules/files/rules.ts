import type { State, StoredFile } from './file.ts'

/** Programs are no evidence in a case, and one press away from doing harm. */
export const isProgram = (mediaType: string): boolean => programs.has(mediaType)
const programs = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/vnd.microsoft.portable-executable',
  'application/x-msi',
  'application/x-ms-shortcut',
  'application/java-vm',
  'application/wasm',
  'application/vnd.android.package-archive',
])

/**
 * A name that is safe to show and to save under: no folders, nothing that hides or turns the text around, no name that Windows keeps for
 * itself, and not longer than a disk takes. `fallback` stands where nothing is left.
 */
export function safeName(given: string, fallback: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const seen = last
    .replace(/\s+/g, ' ')
    .replace(unseenSigns, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const cut = shortened(seen)
  if (cut === '') return fallback
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(cut) ? `_${cut}` : cut
}

const unseenSigns = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu
const mostLetters = 120

/** The ending is kept: people tell files apart by it. */
function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= mostLetters) return name
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? ''
  return (
    letters
      .slice(0, mostLetters - ending.length)
      .join('')
      .trimEnd() + ending
  )
}

/** Whether the content may be handed out: never before the scanner has said OK, where there is one (G-20). */
/**
 * What Outlook packs attachments into when a mail is sent as rich text (MS-OXTNEF): nothing else opens it, so its sender must send them anew.
 */
export const isPacked = (name: string): boolean => /^winmail[\s\d()_-]*\.dat$|\.tnef$/i.test(name.trim())

export const mayOpen = (file: Pick<StoredFile, 'state' | 'removedAt'>): boolean =>
  file.removedAt === null && (file.state === 'clean' || file.state === 'unscanned')

/** What a scanner's answer makes of a file; `undefined`: it has not answered, and the file waits. Only the exact words are an answer. */
export function stateAfter(answer: string): State | undefined {
  if (answer === 'stream: OK') return 'clean'
  return /^stream: .+ FOUND$/.test(answer) ? 'infected' : undefined
}
