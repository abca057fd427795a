import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, filesBelow, isCode, isTest, lineAt, readSource, report, type Source, walk } from './source.ts'

// Words that the texts do not use, with what they use instead: docs/language.md says why. A word stands here once somebody has had to
// mend it, so that nobody has to again. test/gates/language.test.ts shows each rule to bite.

type Locale = 'nb' | 'nn' | 'en'
export type Word = { readonly languages: readonly Locale[]; readonly word: RegExp; readonly instead: string }

export const words: readonly Word[] = [
  // The mark of a stand-in: it compiles while one builds, and lands nowhere.
  { languages: ['nb', 'nn', 'en'], word: /\bTRANSLATE:/, instead: 'the words in this language' },
  // Both kinds of Norwegian
  { languages: ['nb', 'nn'], word: /None: 'Alle /, instead: '«Ingen … mangler …»: where there is nothing to count, not all is done' },
  { languages: ['nb', 'nn'], word: /\b[Tt]omt (er|følg(j)?er)\b/, instead: 'a sentence of what happens: «La det stå tomt, så …»' },
  { languages: ['nb', 'nn'], word: /'Her (nå|no)'/, instead: '«I arbeid» or «Arbeider her»' },
  { languages: ['nb', 'nn'], word: /\b[Oo]rd på v(egen|eien)\b/, instead: '«Merknad til den som avgjør/avgjer»' },
  {
    languages: ['nb', 'nn'],
    word: /\b(Ble|Vart) kjen(t|d)\b/,
    instead: '«Kjent siden», «Fikk kunnskap om bruddet» / «Kjent sidan», «Fekk kunnskap om brotet»',
  },
  { languages: ['nb', 'nn'], word: /[Ss]ignaturframstillingsdata for/, instead: '«signaturnøkkel», with the law’s word in the hint' },
  {
    languages: ['nb', 'nn'],
    word: /[Mm]elding(en|a)? til de(i)? (berørte|råka)/,
    instead: '«brev til de berørte» / «brev til dei råka»: «melding» goes to Datatilsynet',
  },
  {
    languages: ['nb', 'nn'],
    word: /\bMine meldinger\b|\bMeldingane mine\b|\bMin melding\b|\bMi melding\b/,
    instead: '«avviksmelding»: «Avviksmeldingene mine» / «Avviksmeldingane mine»',
  },
  {
    languages: ['nb', 'nn'],
    word: /\b(hacking av|på alle) (enheter|einingar)\b|\bEnhet mistet|\bEining mista|\b([Hh]vilken enhet|[Kk]va eining) eller\b/,
    instead: '«utstyr»: «enhet» / «eining» is a part of the organisation',
  },
  {
    languages: ['nb', 'nn'],
    word: /Datatilsynet (ikk(e|je) )?(skal )?(ikk(e|je) )?varsl|skal Datatilsynet varsl/,
    instead: '«Datatilsynet skal ha melding»: a «varsel» is on the bell',
  },
  { languages: ['nb', 'nn'], word: /\b[Ff]øls(om|am)/, instead: '«sensitiv»' },
  // Bokmål
  { languages: ['nb'], word: /\badgang\b/, instead: '«tilgang»' },
  { languages: ['nb'], word: /\b\w*tjener(en|ne|e)?\b(?!e?st)/, instead: '«server»' },
  { languages: ['nb'], word: /[Aa]lvorsgrad/, instead: '«alvorlighetsgrad»' },
  { languages: ['nb'], word: /\b[Bb]eslut\w*|\b[Bb]estem(me(r|s)?)?\b/, instead: '«avgjøre», «avgjørelse»: one word for the act' },
  { languages: ['nb'], word: /\b(du|er|finnes|har) alt (sendt|meldt|et|en|offentlig)\b/, instead: '«allerede»' },
  { languages: ['nb'], word: /\bendres siden\b/, instead: '«senere»' },
  { languages: ['nb'], word: /\b(har|er) bestemt\b/, instead: '«vedtatt», «valgt», «planlagt»' },
  { languages: ['nb'], word: /\b[Mm]appa\b|\b[Ll]ista\b|\b[Ss]ida\b/, instead: '«mappen», «listen», «siden»: -en in common gender' },
  { languages: ['nb'], word: /\b[Ff]remdeles\b/, instead: '«fortsatt»' },
  { languages: ['nb', 'nn'], word: /\b[Tt]rekk av melding/, instead: '«tilbaketrekking av melding»' },
  { languages: ['nb', 'nn'], word: /\bTomt felt\b/, instead: '«La feltet stå tomt for …» / «Lat feltet stå tomt for …»' },
  { languages: ['nb', 'nn'], word: /[Pp]åbegynt|[Pp]åbyrja/, instead: '«startet», «utkast» / «starta», «utkast»' },
  { languages: ['nb'], word: /[Tt]ilintetgj/, instead: '«ødelegge», «ødeleggelse»' },
  // Nynorsk
  {
    languages: ['nn'],
    word: /(?<!\[)\b([Ii]kke|[Hh]v(a|em|or|ordan|orfor|ilken?|ilket|is)|[Nn]oen?|[Jj]eg|[Vv]ære|[Bb]le|[Mm]ye|[Ff]ra|[Gg]jøre?|[Uu]ten|[Ss]amme|[Ff]lere|[Dd]isse|[Aa]nnet|[Bb]are)\b(?!:)/,
    instead: 'the nynorsk word: this one is bokmål',
  },
  { languages: ['nn'], word: /\bhenne\b/, instead: '«ho», also as object' },
  { languages: ['nn'], word: /\bblei\b/, instead: '«vart»' },
  {
    languages: ['nn'],
    word: /\b(er|har|rolla|[Dd]et finst|du) alt (e(i|in|it)|fått|sendt?|svart|har|avslutta|offentleg|rolla)\b/,
    instead: '«allereie»',
  },
  { languages: ['nn'], word: /[Ff]ramlegg|føreslå/, instead: '«forslag», «foreslå»' },
  { languages: ['nn'], word: /\b[Oo]gså\b/, instead: '«òg»' },
  { languages: ['nn'], word: /\b\w*tenar(en|ane|ar)?\b/, instead: '«server»' },
  { languages: ['nn'], word: /\b[Aa]tt\b|\batt(gj|kj)/, instead: '«igjen», «gjenkjenning»' },
  { languages: ['nn'], word: /\bgjev(e|en|a)?\b|[Gg]runngjev|\bgjeve\b/, instead: '«gir», «grunngiving»' },
  { languages: ['nn'], word: /[Tt]ilintetgj/, instead: '«øydelegge», «øydelegging»' },
  { languages: ['nn'], word: /\b[Ss]kildr/, instead: '«beskrive»' },
  { languages: ['nn'], word: /(ikkje|har) svara\b|[Ss]vara på\b|svara ikkje/, instead: '«svart», «svarte»' },
  { languages: ['nn'], word: /[Tt]eknikk/, instead: '«teknologi»' },
  { languages: ['nn'], word: /\bå retta\b|\bog retta opp skaden/, instead: '«rette opp»: e-infinitive' },
  { languages: ['nn'], word: /\bDi (vurdering|melding|sak)\b/, instead: '«Vurderinga di»' },
  { languages: ['nn'], word: /[Ii]kkje skrive referat/, instead: '«Referatet manglar»' },
  { languages: ['nn'], word: /[Ee]ttersend(?!t|ing|ast)/, instead: '«ettersendt»' },
  { languages: ['nn'], word: /[Ss]ikkerheit/, instead: '«tryggleik»' },
  { languages: ['nn'], word: /\bendrast sidan\b/, instead: '«seinare»' },
  { languages: ['nn'], word: /\b[Bb]egyn(n(e|er)?|t(e)?)\b/, instead: '«starte», «starta»' },
  { languages: ['nn'], word: /\b[Bb]yrj(e|a|ar|inga)\b/, instead: '«starte», «starta»: one word for one thing' },
  { languages: ['nn'], word: /\b[Ff]øremål/, instead: '«formål»' },
  { languages: ['nn'], word: /\b[Ll]enk(e|a|er|ene|en)\b/, instead: '«lenkje», «lenkja»' },
  { languages: ['nn'], word: /\b[Kk]lagen\b|\bein klage\b/, instead: '«klaga», «ei klage»' },
  { languages: ['nn'], word: /[Uu]nderretning/, instead: '«underretting»' },
  { languages: ['nn'], word: /\b[Ss]tadfester\b|\b[Ss]varar\b/, instead: '«stadfestar», «svarer»' },
  { languages: ['nn'], word: /\bLa (det|feltet|dette feltet|alle|oss|dei)\b/, instead: '«Lat»' },
  { languages: ['nn'], word: /[Uu]tsted/, instead: '«utferdar», «utferde»' },
  { languages: ['nn'], word: /[Ååa]lment/, instead: '«allmenta»' },
  { languages: ['nn'], word: /\b[Tt]ilgjengelegheit/, instead: '«tilgjenge»' },
  { languages: ['nn'], word: /[Gg]jennomgådd/, instead: '«gått gjennom»' },
  { languages: ['nn'], word: /[Rr]ettkom(m)?en|[Rr]ettkomne/, instead: '«rettmessig»' },
  { languages: ['nn'], word: /\b[Gg]aldt\b/, instead: '«gjaldt»' },
  { languages: ['nn'], word: /\b[Ll]ønn(s)?\b/, instead: '«løn»' },
  { languages: ['nn'], word: /\bpå avvegar\b/, instead: '«på avvege»' },
  { languages: ['nn'], word: /grunnlaust opphald/, instead: '«ugrunna opphald»' },
  { languages: ['nn'], word: /[Tt]ryggingskopi/, instead: '«tryggleikskopi»' },
  { languages: ['nn'], word: /\b(er|var|fått|[Oo]mfang) stadfest\b/, instead: '«stadfesta»' },
  { languages: ['nn'], word: /\bfridomar/, instead: '«fridommar»' },
  { languages: ['nn'], word: /\b[Rr]utina\b/, instead: '«rutinen»' },
  { languages: ['nn'], word: /\b[Dd]erfor\b/, instead: '«difor»' },
  {
    languages: ['nn'],
    word: /\b([Dd]u|[Vv]i|dei|nokon|som) brukar\b|\bbrukar (du|det|dei|vi)\b/,
    instead: '«bruker» as the verb: «brukar» is a person',
  },
  // English
  {
    languages: ['en'],
    word: /\b(does not|must not) stand\b|\bstands? (here|now|in the|in this|below)\b|\bit stands\b|the text stands/,
    instead: '“is”, “is written”, “is shown”',
  },
  { languages: ['en'], word: /\b[Ww]hom\b/, instead: '“who”' },
  { languages: ['en'], word: /\bEmpty (is|follows)\b/, instead: '“Leave it empty to …”' },
  { languages: ['en'], word: /\bAll is kept\b/, instead: '“Everything is kept”' },
  { languages: ['en'], word: /[Mm]essage to (those affected|data subjects)/, instead: '“letter to those affected”' },
  { languages: ['en'], word: /\b[Ss]hall\b/, instead: '“is to”, “must”' },
  { languages: ['en'], word: /\b[Bb]egun\b(?!:)/, instead: '“started”' },
  { languages: ['en'], word: /\b[Nn]earest leader\b/, instead: '“line manager”' },
  { languages: ['en'], word: /\bproposed closed\b/, instead: '“proposed for closing”' },
  { languages: ['en'], word: /\bchanged nothing\b/, instead: '“not changed anything”' },
  { languages: ['en'], word: /\bgive(s)? (a|a high|no) risk\b/, instead: '“leads to a risk”' },
  { languages: ['en'], word: /\bpoint(s|ed)? at (someone|one)\b/, instead: '“points to”' },
  { languages: ['en'], word: /\btoo seldom\b/, instead: '“not at all”' },
  { languages: ['en'], word: /\bworks the case\b/, instead: '“handles the case”' },
  { languages: ['en'], word: /\b[Ff]rom a day that has not been\b|\bis ahead\b/, instead: '“cannot be in the future”' },
  { languages: ['en'], word: /\bhangs? together\b/, instead: '“is related to”' },
  {
    languages: ['en'],
    word: /\bof its own is needed|[Dd]emands? (a |of )|\bhow .{1,12} (is|are) doing at\b/,
    instead: '“a separate …”, “requires”, “status”',
  },
  { languages: ['en'], word: /\b[Ww]hoever\b/, instead: '“the person who”, “anyone who”' },
  { languages: ['en'], word: /\b[Tt]ak(e|en|es|ing) (\w+ ){0,3}into use\b/, instead: '“bring into use”, “start using”' },
  {
    languages: ['en'],
    word: /\baccesses (are|in|have)\b|\b[Aa]n access (is|has|that)\b|1 access (is|has)\b/,
    instead: '“access right(s)”',
  },
  { languages: ['en'], word: /\b[Yy]our leader\b/, instead: '“your line manager”' },
  { languages: ['en'], word: /\brest(s)? on\b/, instead: '“is based on”' },
  { languages: ['en'], word: /\bWrite (a|an|the|your) (whole )?(e-mail )?(web )?address\b/, instead: '“Enter”' },
  { languages: ['en'], word: /\bWait(s|ed) for\b/, instead: '“Waiting for”' },
  { languages: ['en'], word: /\b(is|are) gone through\b|\b(been|was) gone through\b/, instead: '“reviewed”' },
  { languages: ['en'], word: /\btake(n)? up (one|information)\b/, instead: '“discuss”' },
  { languages: ['en'], word: /1 processing (is|has)\b/, instead: '“1 processing activity”' },
  { languages: ['en'], word: /\b(that )?(they|you) are to (have|know)\b/, instead: '“need”' },
  {
    languages: ['en'],
    word: /\b[Rr]egister(ed)? (that|as (done|removed|signed|sent|completed|received))\b/,
    instead: '“record that”, “recorded as done”',
  },
  { languages: ['en'], word: /\b([Tt]he|[Aa]|[Nn]o|[Oo]wn|[Nn]ext) leaders?\b|\bleader’s\b|\b[Ll]eaders? of\b/, instead: '“manager”' },
  { languages: ['en'], word: /\b[Pp]rofessional[ -]systems?\b/, instead: '“specialist system”' },
  { languages: ['en'], word: /\b[Cc]ontrol questions?\b/, instead: '“questions to check understanding”' },
]

const locales: readonly Locale[] = ['nb', 'nn', 'en']
const localeOf = (path: string) => /(?:texts\.|words-|standard-)(nb|nn|en)\.ts$/.exec(path)?.[1] as Locale | undefined

/** A line that quotes the law in its own words says so, and is left alone. */
const quoted = /\/\/ law's words/

export function checkLanguage(root: string): readonly Finding[] {
  return filesBelow(root, 'src').flatMap((path) => {
    const locale = localeOf(path)
    if (locale) return unwanted(path, readFileSync(join(root, path), 'utf8'), locale)
    return isCode(path) && !isTest(path) ? besideEachOther(readSource(root, path)) : []
  })
}

/** Templates and letters have their languages side by side: `{ nb: '…', nn: '…' }`. */
function besideEachOther({ path, text, parsed }: Source): readonly Finding[] {
  if (!/\bnn['"]?:/.test(text)) return []
  const found: Finding[] = []
  walk(parsed.program, (node) => {
    if (node.type !== 'Property') return
    const name = node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? String(node.key.value) : ''
    const locale = locales.find((one) => one === name)
    // The lines before it are kept as empty ones, so that what is found stands on its own line.
    const before = '\n'.repeat(lineAt(text, node.value.start) - 1)
    if (locale) found.push(...unwanted(path, before + text.slice(node.value.start, node.value.end), locale))
  })
  return found
}

function unwanted(path: string, text: string, locale: Locale): readonly Finding[] {
  return words
    .filter(({ languages }) => languages.includes(locale))
    .flatMap(({ word, instead }) =>
      [...text.matchAll(whole(word))].flatMap((found) => {
        const line = lineAt(text, found.index)
        if (quoted.test(text.split('\n')[line - 1] ?? '')) return []
        return [{ file: path, line, says: `says "${found[0]}" (${locale}): use ${instead}. See docs/language.md` }]
      }),
    )
}

/** JavaScript takes å for no letter of a word: its own `\b` would miss «på» and «å». */
const edge = '(?:(?<=\\p{L})(?!\\p{L})|(?<!\\p{L})(?=\\p{L}))'
const whole = ({ source }: RegExp) => new RegExp(source.replaceAll('\\b', edge), 'gu')

if (import.meta.main) report('language', checkLanguage(process.cwd()))
