import { type Asked, download, type GetAnswer, get, notAllowed, nothing, page, post, type Route, redirect } from '../../kernel/http.ts'
import { door } from '../../kernel/road.ts'
import { isLocale } from '../../kernel/texts.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName, profileOf } from '../organisation/public.ts'
import { answerSearch, noteDocument } from './commands.ts'
import { answerDocument } from './documents/answer.ts'
import { overviewDocument } from './documents/overview.ts'
import { findingFields } from './fields.ts'
import { requestProfile } from './profile.ts'
import { findRequest } from './queries.ts'
import { overviewMaterial, systemsById } from './queries-overview.ts'
import { at, crumbs, forKeepers, open, refusals, seen } from './routes-deeds.tsx'
import { maySearch } from './rules.ts'
import type { Opened, Search } from './subject-request.ts'
import { texts } from './texts.ts'

type Line = { readonly request: Opened; readonly search: Search }
const forSearchers = door(async (asked: Asked) => {
  const request = await open(asked)
  if ('kind' in request) return request
  const search = request.searches.find(({ id }) => id === asked.params.funn)
  if (!search) return nothing
  return maySearch(request, search, asked.ctx.actor, requestProfile(await profileOf(asked.ctx))) ? { request, search } : notAllowed
})
async function drawFinding({ ctx, locale }: Asked, { request, search }: Line, after: After = {}) {
  const t = texts(locale)
  const system = (await systemsById(ctx, [search.system])).get(search.system) ?? ''
  return page(
    system,
    <FormFrame
      title={system}
      kicker={`${t.one} ${request.values.reference ?? ''}`}
      lead={t.findingLead}
      back={`${at}/${request.id}`}
      version={search.version}
      locale={locale}
      {...after}
    >
      <FormOfAny
        fields={findingFields}
        texts={t.finding}
        values={{ finding: search.finding, note: search.note }}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    crumbs(locale, request),
  )
}
const postFinding = postedTo<Line, typeof findingFields, unknown>({
  fields: findingFields,
  texts: (locale) => texts(locale).finding,
  refusals,
  whole: true,
  version: ({ search }) => search.version,
  stands: ({ search }) => ({ finding: search.finding, note: search.note }),
  reload: async ({ ctx }, before) => {
    const request = (await findRequest(ctx, before.request.id)) ?? before.request
    return { request, search: request.searches.find(({ id }) => id === before.search.id) ?? before.search }
  },
  draw: drawFinding,
  command: (asked, { request, search }, finding) => answerSearch(asked.ctx, request.id, search.id, seen(asked), finding),
  done: ({ locale }, { request }) => redirect(`${at}/${request.id}`, texts(locale).said.searched),
  unchanged: ({ locale }, { request }) => redirect(`${at}/${request.id}`, texts(locale).said.searched),
})

/** The overview for the group, and the answer as a letter; who took one out is noted. */
async function paper(asked: Asked, request: Opened): Promise<GetAnswer> {
  const { ctx, params } = asked
  const [, kind, language, ending] = /^(oversikt|svarbrev)-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  const { subjects, unit, reference } = request.values
  if (!isLocale(language) || subjects === null) return nothing
  const made =
    kind === 'oversikt'
      ? overviewDocument(await overviewMaterial(ctx, subjects, unit, language, reference))
      : answerDocument({
          ...{ request, language, now: ctx.now, organisation: await organisationName(ctx) },
          letterhead: await letterheadFor(ctx, language),
        })
  await noteDocument(ctx, request.id)
  const file = `${kind}-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, file) : download(renderPdf(made, ctx.now), 'application/pdf', file)
}

export const searchRoutes: readonly Route[] = [
  get(`${at}/:id/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', forKeepers(paper)),
  get(`${at}/:id/funn/:funn`, 'signedIn', forSearchers(drawFinding)),
  post(`${at}/:id/funn/:funn`, 'signedIn', forSearchers(postFinding)),
]
