import { get, one, page, post, type Redirect, type Route, redirect } from '../kernel/http.ts'
import { isLocale } from '../kernel/texts.ts'
import { mayHaveLost } from '../modules/cards/public.ts'
import { PageHeading, Prose } from '../ui/page.tsx'
import { HomePage } from './home.tsx'
import { homeParts } from './home-parts.tsx'
import { searchRoutes } from './search.tsx'
import { shellTexts } from './texts.ts'

const year = 365 * 24 * 3600

/** The pages that belong to no module: home, the choice of language and display, the two statements. */
export const shellRoutes: readonly Route[] = [
  get('/', 'signedIn', async ({ ctx, locale }) => {
    const [parts, hasCard] = [await homeParts(ctx, locale), await mayHaveLost(ctx)]
    return page(shellTexts(locale).homePage.title, <HomePage parts={parts} hasCard={hasCard} locale={locale} />)
  }),
  ...searchRoutes,
  get('/tilgjengelighet', 'open', async ({ locale }) => statement(shellTexts(locale).accessibility)),
  get('/personvern', 'open', async ({ locale }) => statement(shellTexts(locale).privacy)),
  post('/sprak', 'open', async ({ form }) => remember('sprak', isLocale(one(form, 'sprak')) ? one(form, 'sprak') : 'nb', one(form, 'til'))),
  post('/visning', 'open', async ({ form }) =>
    remember('visning', ['light', 'dark'].includes(one(form, 'visning')) ? one(form, 'visning') : 'auto', one(form, 'til')),
  ),
]

const statement = ({ title, paragraphs }: { readonly title: string; readonly paragraphs: readonly string[] }) =>
  page(
    title,
    <>
      <PageHeading title={title} />
      <Prose>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
    </>,
  )

const remember = (name: string, value: string, back: string): Redirect => redirect(back || '/', null, [{ name, value, maxAge: year }])
