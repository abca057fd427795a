import { type Asked, download, type GetAnswer, get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import type { Linkings } from '../links/public.tsx'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import { units as allUnits } from '../people/public.ts'
import type { Documenteds } from './archive.ts'
import { noteTaken } from './commands.ts'
import { complianceDocument } from './documents/compliance.ts'
import { CompliancePage, UnitsPage } from './pages/compliance.tsx'
import { type Evidence, evidenceOf, type SubjectKind } from './queries-evidence.ts'
import { mayRead, mayShowUnit } from './rules.ts'
import { texts } from './texts.ts'

/** The words of the addresses, and what each is of. */
export const subjectAt: Readonly<Record<SubjectKind, string>> = { processing: 'behandling', system: 'system', unit: 'enhet' }
const kindAt = (word: string | undefined) => (Object.keys(subjectAt) as SubjectKind[]).find((kind) => subjectAt[kind] === word)
export const complianceHref = (kind: SubjectKind, id: string) => `/arkiv/etterlevelse/${subjectAt[kind]}/${id}`

export function complianceRoutes(all: Documenteds, linkings: Linkings): readonly Route[] {
  const forReaders = door(async ({ ctx, params }: Asked) => {
    const type = kindAt(params.slag)
    const found = type && isId(params.id) ? await evidenceOf(ctx, all, linkings, { type, id: params.id }) : undefined
    return found ? { evidence: found } : nothing
  })
  const made = async ({ ctx }: Asked, evidence: Evidence, language: Locale) =>
    complianceDocument({
      ...{ language, evidence, now: ctx.now },
      organisation: await organisationName(ctx),
      letterhead: await letterheadFor(ctx, language),
    })
  async function show(asked: Asked, { evidence }: { readonly evidence: Evidence }) {
    const document = await made(asked, evidence, asked.locale)
    const crumbs = [{ href: '/arkiv', label: texts(asked.locale).list.title }]
    return page(
      document.title,
      <CompliancePage made={document} at={complianceHref(evidence.kind, evidence.id)} locale={asked.locale} />,
      crumbs,
    )
  }
  /** `etterlevelse-nn.docx`. Who took it out is noted. */
  async function file(asked: Asked, { evidence }: { readonly evidence: Evidence }): Promise<GetAnswer> {
    const [, language, ending] = /^etterlevelse-([a-z]+)\.(pdf|docx)$/.exec(asked.params.file ?? '') ?? []
    if (!isLocale(language)) return nothing
    const document = await made(asked, evidence, language)
    await noteTaken(asked.ctx, { type: evidence.kind, id: evidence.id }, { type: 'archive.complianceTaken', about: evidence.kind })
    const name = `etterlevelse-${language}.${ending}`
    return ending === 'docx'
      ? download(await renderDocx(document), docxType, name)
      : download(renderPdf(document, asked.ctx.now), 'application/pdf', name)
  }
  async function units({ ctx, locale }: Asked) {
    const { compliance: t, list } = texts(locale)
    const all = (await allUnits(ctx)).filter(({ id }) => mayShowUnit(id, ctx.actor))
    return page(t.title, <UnitsPage units={all} locale={locale} />, [{ href: '/arkiv', label: list.title }])
  }
  return [
    get('/arkiv/etterlevelse', mayRead, units),
    get('/arkiv/etterlevelse/:slag/:id', 'signedIn', forReaders(show)),
    get('/arkiv/etterlevelse/:slag/:id/:file{[a-z-]+\\.(?:pdf|docx)}', 'signedIn', forReaders(file)),
  ]
}
