import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { type Poster, posterRoutes } from '../documents/public.ts'
import { readOpenly } from '../guidance/public.tsx'
import { type Front, openDoor, withLimit } from '../identity/public.ts'
import { organisationDetails, profileOf } from '../organisation/public.ts'
import { asksOpenly } from '../questions/public.tsx'
import { askRequest } from './commands.ts'
import { askFields } from './fields.ts'
import { AskPage, ChoosePage, DocumentsPage, ReceiptPage } from './pages/ask.tsx'
import { requestProfile } from './profile.ts'
import { receiptOf } from './queries.ts'
import { refusals } from './routes-deeds.tsx'
import type { SubjectRequest } from './subject-request.ts'
import { texts } from './texts.ts'

// The form for those without an account. It shows nothing that anybody else wrote.

const at = '/personvern/:virksomhet'
const forStrangers = openDoor(at, (profile) => requestProfile(profile).openForm)

async function draw(asked: Asked, one: Front, after: After = {}) {
  const { locale, query } = asked
  const t = texts(locale)
  const shared = { organisation: one.organisation, locale }
  const what = query.get('hva')
  if (what === 'dokumenter')
    return page(
      t.documents.title,
      <DocumentsPage {...shared} link={requestProfile(one.profile).documentsLink} contact={(await organisationDetails(one.ctx)).email} />,
    )
  if (what !== 'egne')
    return page(
      t.choose.title,
      <ChoosePage
        {...shared}
        at={one.at}
        officer={(await asksOpenly(one.ctx)) ? `${one.at}/sporsmal` : null}
        guidance={(await readOpenly(one.ctx)) ? `${one.at}/veiledning` : undefined}
      />,
    )
  return page(
    t.askTitle,
    <AskPage {...shared} id={madeId(asked)} asking={emptyValues(askFields)} action={`${one.at}?hva=egne`} back={one.at} {...after} />,
  )
}

const postOpen = postedTo<Front, typeof askFields, SubjectRequest>({
  fields: askFields,
  texts: (locale) => texts(locale).ask,
  refusals,
  whole: true,
  draw,
  command: (asked, { ctx }, values) => askRequest(ctx, madeId(asked), values, 'open'),
  done: (asked, one, _, next) => redirect(`${one.at}/kvittering/${next?.id ?? madeId(asked)}`),
  unchanged: (asked, one) => redirect(`${one.at}/kvittering/${madeId(asked)}`),
})

const asking = withLimit(
  { what: 'subject-request', most: 10, field: 'innhold', wait: (locale, minutes) => texts(locale).wait(minutes) },
  postOpen,
  draw,
)

/** What hangs on the wall, for whoever may print it. */
const poster = async ({ ctx }: Asked): Promise<Poster | typeof nothing> =>
  requestProfile(await profileOf(ctx)).openForm ? { before: '/personvern/', words: (locale) => texts(locale).poster } : nothing

export const posterOfForm = posterRoutes('/egne-opplysninger/plakat', poster)

export const openRoutes: readonly Route[] = [
  get(
    at,
    'open',
    forStrangers((asked, one) => draw(asked, one)),
  ),
  post(at, 'open', forStrangers(asking)),
  get(
    `${at}/kvittering/:id`,
    'open',
    forStrangers(async ({ params, locale, ctx }, one) => {
      const found = isId(params.id) ? await receiptOf(one.ctx, params.id, localDate(ctx.now)) : undefined
      if (!found) return nothing
      const due = formatDate(found.dueOn, locale)
      return page(
        texts(locale).receipt.title,
        <ReceiptPage reference={found.reference} due={due} organisation={one.organisation} locale={locale} />,
      )
    }),
  ),
]
