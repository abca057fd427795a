import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ArchiveMessage, archiveMessages } from '../support/archive-messages.ts'

// `npm run arkivmelding -- FOLDER`: whether every message to the archive is what eFormidling takes, by its own two schemas in the folder. They are
// not in this repository, since their licence is not said: nextmove/src/main/xsd in github.com/felleslosninger/efm-integrasjonspunkt. And whether
// the schemas see anything at all: messages that are broken on purpose must be refused.

const schemas = ['arkivmelding.xsd', 'metadatakatalog.xsd']
const stop = (why: string): never => {
  console.error(why)
  process.exit(1)
}

const [folder] = process.argv.slice(2)
if (folder === undefined) stop(`Which folder? npm run arkivmelding -- FOLDER, where ${schemas.join(' and ')} lie.`)
const at = folder ?? ''
for (const name of schemas) if (!existsSync(join(at, name))) stop(`${join(at, name)} is not there.`)
const xmllint = spawnSync('xmllint', ['--version'], { encoding: 'utf8' })
if (xmllint.error)
  stop(
    'xmllint is missing. It comes with libxml2: apt-get install libxml2-utils (Debian, Ubuntu), dnf install libxml2 (Fedora, Red Hat), apk add libxml2-utils (Alpine). macOS has it.',
  )

/** What the schema says against it; empty where it is valid. */
function against(xml: string): string {
  const file = join(made, 'arkivmelding.xml')
  writeFileSync(file, xml)
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(at, 'arkivmelding.xsd'), file], {
    encoding: 'utf8',
  })
  return status === 0 ? '' : stderr.replaceAll(`${made}/`, '').trim()
}

/** Each is wrong in one way, and must be refused. */
const broken: readonly (readonly [name: string, breaks: (xml: string) => string])[] = [
  ['an element misspelt', (xml) => xml.replaceAll('journalstatus>', 'jurnalstatus>')],
  ['an element out of its place', (xml) => xml.replace(/( *<saksdato>.*\n)( *<administrativEnhet>.*\n)/, '$2$1')],
  ['a required element missing', (xml) => xml.replace(/ *<saksstatus>.*\n/, '')],
  ['a word that the catalogue does not have', (xml) => xml.replace('Organinternt dokument uten oppfølging', 'Internt')],
  ['an id that is none', (xml) => xml.replace(/<systemID>[^<]*</, '<systemID>1<')],
]

const made = mkdtempSync(join(tmpdir(), 'varde-arkivmelding-'))
try {
  const all = archiveMessages()
  const wrong = all.map((one): readonly [ArchiveMessage, string] => [one, against(one.xml)]).filter(([, said]) => said !== '')
  for (const [{ name }, said] of wrong) console.error(`NOT VALID, ${name}:\n${said.slice(0, 2000)}`)
  const sound = all.find(({ name }) => name === 'risk nb, exempt') ?? stop('no message to break')
  const passed = broken.filter(([, breaks]) => breaks(sound.xml) === sound.xml || against(breaks(sound.xml)) === '')
  for (const [name] of passed) console.error(`TAKEN, although broken on purpose: ${name}`)
  console.log(xmllint.stderr.split('\n')[0])
  console.log(`${all.length - wrong.length} of ${all.length} messages valid by ${join(at, 'arkivmelding.xsd')}`)
  console.log(
    `${broken.length - passed.length} of ${broken.length} refused that are broken on purpose: ${broken.map(([name]) => name).join('; ')}`,
  )
  if (wrong.length > 0 || passed.length > 0) process.exitCode = 1
} finally {
  rmSync(made, { recursive: true })
}
