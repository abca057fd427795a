import type { ApprovalPart } from '../../kernel/approval.ts'
import type { Approvals } from '../../kernel/ctx.ts'
import { emptyValues, type Fields, type FieldTexts } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, type Route, redirect, refusedTo } from '../../kernel/http.ts'
import { isId, type RecordKey } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHeading, TextLink } from '../../ui/page.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import { type After, refusalText } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { personReference } from '../people/public.ts'
import type { StandIn } from './approval.ts'
import { handOn, say, withdraw } from './commands.ts'
import { standInFields, verdictFields } from './fields.ts'
import { addressOf } from './pages/panel.tsx'
import { standInsOf } from './queries.ts'
import { type AfterSaid, mayApprove } from './rules.ts'
import { texts } from './texts.ts'

type Opened = { readonly subject: RecordKey; readonly asked: Approvals; readonly part: ApprovalPart; readonly standIns: readonly StandIn[] }

async function open({ ctx, params }: Asked): Promise<Opened | typeof nothing> {
  const subject = { type: params.type ?? '', id: params.id ?? '' }
  const asked = isId(subject.id) ? await ctx.house.approvals(ctx, subject) : undefined
  const part = asked?.parts.find((known) => known.part === params.part)
  return asked && part ? { subject, asked, part, standIns: await standInsOf(ctx, subject) } : nothing
}
/** Those who may say it for the part; to the others who may see the record it is not allowed, to the rest it is not there. */
const forThem = door(async (request) => {
  const opened = await open(request)
  if ('kind' in opened) return opened
  return mayApprove(opened.part, opened.standIns, request.ctx.actor.personId, opened.asked) ? opened : notAllowed
})
/** Only whose part it is hands it on. */
const forHolders = door(async (request) => {
  const opened = await open(request)
  return 'kind' in opened || opened.part.may ? opened : notAllowed
})

const refusals = (locale: Locale): Readonly<Record<string, string>> => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const seen = ({ form }: Asked): string => one(form, 'restsOn')
const reload = async (request: Asked, before: Opened): Promise<Opened> => {
  const now = await open(request)
  return 'kind' in now ? before : now
}
const back = ({ asked }: Opened) => `${asked.page}#godkjenning`

/** Which form of a part is drawn: its heading, what it says first, its questions and its button. */
type Sheet = {
  readonly title: string
  readonly lead: string
  readonly fields: Fields
  readonly words: FieldTexts<Fields>
  readonly button: string
}

async function draw(request: Asked, opened: Opened, { title, lead, fields, words, button }: Sheet, { refused }: After) {
  const { ctx, locale, form } = request
  const { asked } = opened
  const values = emptyValues(fields)
  const offers = 'person' in fields ? await offersIn<typeof standInFields>(ctx, { person: personReference }, values, form) : {}
  return page(
    title,
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={title} kicker={asked.name[locale]} />
      <p>{lead}</p>
      <p>
        <TextLink href={asked.page}>{texts(locale).read}</TextLink>
      </p>
      <Form hidden={{ restsOn: asked.restsOn }}>
        <FormOfAny {...{ fields, values, offers, locale }} texts={words} raw={refused?.raw} problems={refused?.problems} />
        <Actions>
          <Button>{button}</Button>
          <LinkButton href={back(opened)} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>,
    [{ href: asked.page, label: asked.name[locale] || texts(locale).title }],
  )
}

const drawVerdict = (request: Asked, opened: Opened, after: After = {}) => {
  const t = texts(request.locale)
  const title = t.approve(opened.asked.parts.length > 1 ? opened.part.label[request.locale] : null)
  return draw(request, opened, { title, lead: t.lead, fields: verdictFields, words: t.fields, button: t.say }, after)
}
const drawStandIn = (request: Asked, opened: Opened, after: After = {}) => {
  const t = texts(request.locale)
  return draw(request, opened, { title: t.handOn, lead: t.handOnLead, fields: standInFields, words: t.standIn, button: t.handOn }, after)
}

const postVerdict = postedTo<Opened, typeof verdictFields, AfterSaid>({
  fields: verdictFields,
  texts: (locale) => texts(locale).fields,
  refusals,
  whole: true,
  reload,
  draw: drawVerdict,
  command: ({ ctx, form }, { subject, part }, { verdict, reason }) =>
    say(ctx, subject, one(form, 'restsOn'), { part: part.part, verdict: verdict ?? 'returned', reason }),
  done: ({ locale }, opened, { verdict }) => redirect(back(opened), texts(locale).said[verdict ?? 'returned']),
  unchanged: ({ locale }, opened, { verdict }) => redirect(back(opened), texts(locale).said[verdict ?? 'returned']),
})

const postStandIn = postedTo<Opened, typeof standInFields, StandIn>({
  fields: standInFields,
  texts: (locale) => texts(locale).standIn,
  refusals,
  whole: true,
  offers: ({ ctx, form }) => offersIn<typeof standInFields>(ctx, { person: personReference }, {}, form),
  reload,
  draw: drawStandIn,
  command: (request, { subject, part }, { person }) => handOn(request.ctx, subject, seen(request), part.part, person ?? ''),
  done: ({ locale }, opened) => redirect(back(opened), texts(locale).said.handedOn),
  unchanged: ({ locale }, opened) => redirect(back(opened), texts(locale).said.handedOn),
})

async function postWithdrawal(request: Asked, opened: Opened) {
  const { ctx, locale } = request
  return answered(await withdraw(ctx, opened.subject, seen(request), opened.part.part), {
    done: () => redirect(back(opened), texts(locale).said.withdrawn),
    nothingChanged: () => redirect(back(opened), texts(locale).said.withdrawn),
    refused: ({ why }) => refusedTo(back(opened), refusalText(why, refusals(locale))),
  })
}

const at = addressOf({ type: ':type', id: ':id' }, ':part')
export const routes: readonly Route[] = [
  get(at, 'signedIn', forThem(drawVerdict)),
  post(at, 'signedIn', forThem(postVerdict)),
  get(`${at}/stedfortreder`, 'signedIn', forHolders(drawStandIn)),
  post(`${at}/stedfortreder`, 'signedIn', forHolders(postStandIn)),
  post(`${at}/tilbaketrekking`, 'signedIn', forThem(postWithdrawal)),
]
