import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { type Asked, download, get, nothing, page, type Route } from '../../../kernel/http.ts'
import { door } from '../../../kernel/road.ts'
import { isLocale, type Locale, locales } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { PageHeading, Prose, TextLink } from '../../../ui/page.tsx'
import { fill } from '../../../ui/texts.ts'
import { letterheadFor, organisationsById } from '../../organisation/public.ts'
import type { Document } from '../document.ts'
import { textsOf } from '../laid-out.ts'
import { renderPdf } from '../render.ts'

/** What a poster says, and where its code leads: a page for those without an account, by the organisation's short name. */
export type Poster = {
  /** What stands before the short name in the address: `/meld/`. */
  readonly before: string
  readonly words: (locale: Locale) => {
    readonly title: string
    readonly text: string
    readonly steps: readonly string[]
    /** Last on the sheet. */
    readonly end: string
  }
}

/** The page where a poster is printed from, and the sheet itself in three languages. `open`: whether there is one. */
export function posterRoutes(at: string, open: (asked: Asked) => Promise<Poster | typeof nothing>): readonly Route[] {
  const forPoster = door(open)
  return [
    get(
      at,
      'signedIn',
      forPoster(async (asked, poster) => {
        const t = textsOf(asked.locale).poster
        const body = (
          <>
            <PageHeading title={t.title} kicker={poster.words(asked.locale).title} />
            <Prose>
              <p>{t.lead}</p>
              <p data-text="">{(await placeOf(asked, poster)).address}</p>
              <ul>
                {each(locales, (locale) => (
                  <li>
                    <TextLink href={`${at}/${locale}.pdf`}>{fill(t.print, { language: t.languages[locale] })}</TextLink>
                  </li>
                ))}
              </ul>
            </Prose>
          </>
        )
        return page(t.title, body)
      }),
    ),
    get(
      `${at}/:file`,
      'signedIn',
      forPoster(async (asked, poster) => {
        const [, language] = /^([a-z]+)\.pdf$/.exec(asked.params.file ?? '') ?? []
        if (!isLocale(language)) return nothing
        const { ctx } = asked
        const { name, address } = await placeOf(asked, poster)
        const head = await letterheadFor(ctx, language)
        const made = posterOf(poster, address, { language, organisation: name, letterhead: head, now: ctx.now })
        return download(renderPdf(made, ctx.now), 'application/pdf', `plakat-${language}.pdf`, true)
      }),
    ),
  ]
}

async function placeOf({ ctx }: Asked, { before }: Poster): Promise<{ readonly name: string; readonly address: string }> {
  const own = (await organisationsById(ctx.tx, [ctx.actor.organisationId])).get(ctx.actor.organisationId)
  return { name: own?.name ?? '', address: `${ctx.house.baseUrl}${before}${own?.slug ?? ''}` }
}

type Sheet = Pick<Document, 'organisation' | 'letterhead'> & { readonly language: Locale; readonly now: Date }
const posterOf = ({ words }: Poster, address: string, { language, organisation, letterhead, now }: Sheet): Document => {
  const { title, text, steps, end } = words(language)
  return {
    ...{ kind: 'poster', language, title, organisation, letterhead: letterhead ?? [] },
    ...{ reference: '', draft: false, date: formatDate(localDate(now), language), accessCode: null, recipient: null, signature: null },
    summary: [],
    sections: [
      {
        heading: '',
        blocks: [
          { kind: 'text', text },
          { kind: 'list', items: steps },
          { kind: 'text', text: textsOf(language).poster.how },
          { kind: 'code', text: address },
          { kind: 'text', text: end },
        ],
      },
    ],
  }
}
