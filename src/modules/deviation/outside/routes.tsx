import { clockwork } from '../../../kernel/actor.ts'
import { parseWhole } from '../../../kernel/fields.ts'
import { type Asked, get, nothing, one, type PostAnswer, page, type Route, redirect, uploadByLink } from '../../../kernel/http.ts'
import { again, answered } from '../../../kernel/road.ts'
import { byLink } from '../../../kernel/upload.ts'
import { type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import { type Front, openDoor, withLimit } from '../../identity/public.ts'
import { alsoSee, organisationCalled } from '../../organisation/public.ts'
import { answerFields } from '../fields-handling.ts'
import { texts as caseTexts } from '../texts.ts'
import { answerByLink, leads, questionOf } from './commands.ts'
import { AnsweredPage, OutsidePage, OverPage } from './pages/outside.tsx'
import { outsideTexts } from './texts.ts'

// One question to somebody without an account, by a link that was mailed to them. It shows the question, and nothing of the case.

const at = '/svar/:virksomhet'
const forAsked = openDoor(at, () => true)

/** No organisation, and one that has not sent the link, are the same answer: nobody learns here who uses the installation. */
const over = ({ locale, form }: Asked) => ({
  ...page(outsideTexts(locale).over.title, <OverPage written={one(form, 'answer') || null} locale={locale} />),
  host: null,
})
const orOver =
  <A extends { readonly kind: string }>(answer: (asked: Asked) => Promise<A>) =>
  async (asked: Asked) => {
    const given = await answer(asked)
    return given.kind === 'nothing' ? over(asked) : (given as Exclude<A, typeof nothing>)
  }

async function draw(asked: Asked, front: Front, { refused }: { readonly refused?: Refused | undefined } = {}) {
  const { locale, params } = asked
  const found = await questionOf(front.ctx, params.lenke ?? '')
  const t = outsideTexts(locale)
  if (!found) return over(asked)
  const { bytes, files } = byLink(front.ctx.house.uploads)
  const props = { inquiry: found.inquiry, refused, megabytes: Math.round(bytes / 1_048_576), files, now: asked.ctx.now, locale }
  return page(t.title, <OutsidePage {...front} {...props} />)
}

async function postAnswer(asked: Asked, front: Front): Promise<PostAnswer> {
  const { locale, params, form, uploaded } = asked
  const labels = outsideTexts(locale).answer
  const parsed = parseWhole(answerFields, form)
  if (!parsed.ok) return again(422, await draw(asked, front, { refused: unread(asked, parsed.problems, labels) }))
  if (uploaded.refused.length > 0) {
    const faults = [{ field: 'filer', text: outsideTexts(locale).tooLarge }]
    return again(422, await draw(asked, front, { refused: unread(asked, faults, labels) }))
  }
  const outcome = await answerByLink(front.ctx, params.lenke ?? '', parsed.values.answer, uploaded.files)
  return answered(outcome, {
    done: () => redirect(`${front.at}/takk`),
    refused: async (refusal) => {
      const refusals = () => ({ ...caseTexts(locale).refusals, ...outsideTexts(locale).refusals })
      return again(422, await draw(asked, front, { refused: refusedBy(refusal, asked, refusals, labels) }))
    },
  })
}

const wait = (locale: Asked['locale'], minutes: number) => outsideTexts(locale).wait(minutes)
const limited = withLimit({ what: 'deviation answer by link', most: 20, field: 'answer', wait }, postAnswer, draw)

export const routes: readonly Route[] = [
  get(`${at}/takk`, 'open', async ({ locale }) => page(outsideTexts(locale).thanks.title, <AnsweredPage locale={locale} />)),
  get(`${at}/:lenke`, 'open', orOver(forAsked((asked, front) => draw(asked, front)))),
  uploadByLink(
    `${at}/:lenke`,
    async (ctx, { virksomhet = '', lenke = '' }) => {
      const place = await organisationCalled(ctx.tx, virksomhet)
      if (!place) return false
      await alsoSee(ctx.tx, [place.id])
      return leads({ ...ctx, actor: clockwork(place.id, place.profileVersion) }, lenke)
    },
    async (asked) => {
      const open = forAsked(async (_, front) => ((await leads(front.ctx, asked.params.lenke ?? '')) ? limited(asked, front) : nothing))
      const given = await open(asked)
      return given.kind === 'nothing' ? again(422, over(asked)) : given
    },
  ),
]
