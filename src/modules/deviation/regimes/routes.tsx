import { emptyValues } from '../../../kernel/fields.ts'
import { type Asked, get, nothing, post, type Route, versionOf } from '../../../kernel/http.ts'
import { type CommandForm, casePage, forDeed, posted } from '../deed/routes-deed.tsx'
import { type Regime, regimeFields } from '../fields-regimes.ts'
import type { CaseView } from '../queries.ts'
import { answersOf, regimesOf, rowOf } from '../regime-clock.ts'
import { saveRegime } from './commands.ts'
import { RegimePage } from './pages/regimes.tsx'
import { regimeTexts } from './texts.ts'

const formOf = (regime: Regime): CommandForm<typeof regimeFields> => ({
  fields: regimeFields,
  texts: (locale) => regimeTexts(locale).fields,
  draw: (asked, view, after) => {
    const { ctx, locale } = asked
    const body = <RegimePage regime={regime} view={view} locale={locale} now={ctx.now} {...after} />
    return casePage(asked, view, regimeTexts(locale).names[regime], body)
  },
  command: ({ ctx, form }, id, values) => saveRegime(ctx, id, versionOf(form), regime, values),
  saved: (locale) => regimeTexts(locale).saved,
  merges: true,
  stands: ({ deviation }) => {
    const row = rowOf(deviation.regimes, regime)
    return row ? answersOf(row) : emptyValues(regimeFields)
  },
})

const forAnswer = forDeed('answerRegime')
/** One that the organisation is under; of others there is no page. */
const regimeIn = ({ params }: Asked, { profile }: CaseView) => regimesOf(profile).find((one) => one === params.regelverk)

export const routes: readonly Route[] = [
  get(
    '/avvik/:id/regelverk/:regelverk',
    'signedIn',
    forAnswer((asked, view) => {
      const regime = regimeIn(asked, view)
      return regime ? formOf(regime).draw(asked, view) : nothing
    }),
  ),
  post(
    '/avvik/:id/regelverk/:regelverk',
    'signedIn',
    forAnswer((asked, view) => {
      const regime = regimeIn(asked, view)
      return regime ? posted(formOf(regime))(asked, view) : nothing
    }),
  ),
]
