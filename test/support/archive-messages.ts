import { newId } from '../../src/kernel/ids.ts'
import { messageOf } from '../../src/modules/archive/message.ts'
import { nb } from '../../src/modules/documents/texts.nb.ts'

// The messages to the archive that the code makes: every kind of document in every direction, exempt and open, none and many, in both
// languages, with what people may write. Tried against the order of the elements by archive/message.test.ts, and against the schemas of
// eFormidling by `npm run arkivmelding`.

type Filed = Parameters<typeof messageOf>[0][number]
/** `exempt`: of each document. */
export type ArchiveMessage = { readonly name: string; readonly xml: string; readonly exempt: readonly boolean[] }

const at = new Date('2026-11-30T22:30:00.123Z')
const organisations = { nb: 'Sandnes kommune', nn: 'Sauda kommune & co' } as const
const ground = 'offl. § 13 jf. fvl. § 13 første ledd nr. 1'
/** In an archive's way: marks of XML, control characters, what is no character at all, right to left, and the longest that is taken. */
const odd = [
  `Før & etter <b>"sitat"</b> 'enkelt' ]]> <!-- ikke --> <?pi?> &amp; &#0;`,
  ...['\u0000\u0007\u001b\u000b', 'før\r\netter\tog\u0085mer\u2028', '\ufffe\uffff', '\ud800 alene \udc00'],
  ...['Čáhppesčuoika, ŋ, ž', '🔒 𝔞 漢字 עברית', '  mellomrom  ', 'x'.repeat(4000), ''],
]

const filed = (kind: string, more: Partial<Filed> = {}): Filed => ({
  ...{ id: newId(at), kind, title: 'Skolen', documentAt: new Date('2026-03-02T08:00:00Z'), edition: 1 },
  ...{ fileName: '2026-03-02_skolen_v1.pdf', access: 'public', ground: null },
  ...more,
})
const message = (name: string, all: readonly Filed[], folder = 'ROS/2026', locale: 'nb' | 'nn' = 'nb'): ArchiveMessage => ({
  name,
  exempt: all.map(({ access, ground: said }) => access === 'exempt' && said !== null),
  xml: messageOf(all, { id: newId(at), folder, organisation: organisations[locale], responsible: 'personvernombud', at, locale }),
})

const kinds = Object.keys(nb.kinds)
const exempt = { access: 'exempt', ground } as const
export const archiveMessages = (): readonly ArchiveMessage[] => [
  ...kinds.flatMap((kind) =>
    (['nb', 'nn'] as const).flatMap((locale) => [
      message(`${kind} ${locale}, open`, [filed(kind)], 'ROS/2026', locale),
      message(`${kind} ${locale}, exempt`, [filed(kind, exempt)], 'ROS/2026', locale),
    ]),
  ),
  message('none', []),
  message(
    'every kind, exempt and open in turn',
    kinds.map((kind, n) => filed(kind, n % 2 === 0 ? exempt : {})),
  ),
  message(
    'a hundred',
    Array.from({ length: 100 }, (_, n) => filed('risk', { edition: n, fileName: `${n}.pdf` })),
  ),
  message('an unknown kind, without an edition or a file', [filed('what-comes', { edition: null, fileName: null })]),
  message('exempt without a ground', [filed('risk', { access: 'exempt' })]),
  message('a file that is no PDF', [filed('file', { fileName: '2026-03-02_fil.docx' }), filed('receipt', { fileName: 'kvittering.bin' })]),
  ...odd.map((text, n) =>
    message(`odd ${n}`, [filed('risk', { title: text, fileName: `${text}.pdf`, ...exempt, ground: text || ground })], text),
  ),
]
