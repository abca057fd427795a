import { type Change, type Refusal, refuse } from '../../kernel/change.ts'
import type { CommentedOf } from '../../kernel/comment.ts'
import { emptyValues, type Form as Posted } from '../../kernel/fields.ts'
import { defaultGuardOptions, findPersonalData, maskPersonalData } from '../../kernel/guard/guard.ts'
import { choiceName, choices, type Held as Holding, holdingIn, isHeld, wantsMask } from '../../kernel/guard/stop.ts'
import { guardTexts } from '../../kernel/guard/texts.ts'
import { type Asked, get, madeId, notAllowed, nothing, one, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { PageHeading, Stack } from '../../ui/page.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { addComment, type Commenting, editComment, references, withdrawComment } from './commands.ts'
import type { Comment, CommentEvent } from './comment.ts'
import { commentFields, type Written } from './fields.ts'
import { findComment } from './queries.ts'
import { audienceFor, mayChange } from './rules.ts'
import { texts } from './texts.ts'

type Held = Commenting & { readonly comment: Comment }
type Draft = Commenting & { readonly id: string; readonly version: number; readonly values: Written; readonly isNew: boolean }

const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })

/** `commentedOf`: who comments a kind of record, as the rows of the modules say. */
export function routesOf(commentedOf: (type: string) => CommentedOf | undefined): readonly Route[] {
  const openPlace = async ({ ctx, locale }: Asked, type: string, id: string): Promise<Commenting | typeof nothing> => {
    const asOther = commentedOf(type)
    const of = isId(id) ? await asOther?.(ctx, id, locale) : undefined
    return asOther && of ? { place: { type, id }, of, asOther } : nothing
  }
  const forWriters = door((asked: Asked) => openPlace(asked, asked.params.type ?? '', asked.params.id ?? ''))
  const openOwn = async (asked: Asked, evenWithdrawn: boolean): Promise<Held | typeof nothing | typeof notAllowed> => {
    const { ctx, params } = asked
    const comment = isId(params.id) ? await findComment(ctx, params.id) : undefined
    if (!comment) return nothing
    const at = await openPlace(asked, comment.place.type, comment.place.id)
    if ('kind' in at || !at.of.audiences.includes(comment.audience)) return nothing
    const again = evenWithdrawn && comment.writtenBy === ctx.actor.personId
    return again || mayChange(comment, at.of, ctx.actor.personId) ? { ...at, comment } : notAllowed
  }
  const forOwners = door((asked: Asked) => openOwn(asked, false))
  const forWithdrawers = door((asked: Asked) => openOwn(asked, true))
  return [
    get(
      '/kommentarer/:type/:id/ny',
      'signedIn',
      forWriters((asked, at) => drawForm(asked, blank(asked, at))),
    ),
    post(
      '/kommentarer/:type/:id/ny',
      'signedIn',
      forWriters((asked, at) => postNew(asked, blank(asked, at))),
    ),
    get(
      '/kommentarer/:id/endring',
      'signedIn',
      forOwners((asked, held) => drawForm(asked, draftOf(held))),
    ),
    post(
      '/kommentarer/:id/endring',
      'signedIn',
      forOwners((asked, held) => postEdit(asked, draftOf(held))),
    ),
    get('/kommentarer/:id/tilbaketrekking', 'signedIn', forOwners(withdrawalPage)),
    post('/kommentarer/:id/tilbaketrekking', 'signedIn', forWithdrawers(postWithdrawal)),
  ]
}

const blank = (asked: Asked, at: Commenting): Draft => ({
  ...at,
  id: madeId(asked),
  version: 0,
  values: { ...emptyValues(commentFields), audience: audienceFor(at.of, 'handlers') },
  isNew: true,
})
const draftOf = ({ comment, ...at }: Held): Draft => ({
  ...at,
  id: comment.id,
  version: comment.version,
  values: { text: comment.text, audience: comment.audience, mentions: comment.mentions },
  isNew: false,
})
const shownFor = ({ of }: Draft): readonly (keyof Written & string)[] =>
  of.audiences.length > 1 ? ['text', 'audience', 'mentions'] : ['text', 'mentions']

async function drawForm({ ctx, form, locale }: Asked, draft: Draft, after: After = {}) {
  const t = texts(locale)
  const { of, values, isNew } = draft
  const title = isNew ? t.addTitle : t.editTitle
  const { refused } = after
  const isStopped = refused !== undefined && refused.errors.length > 0 && isHeld(numbersIn(one(refused.raw, 'text')), refused.raw)
  const save = isStopped ? <StopButtons locale={locale} /> : t.save
  const shared = { title, kicker: of.name, lead: t.lead, save, back: of.page, locale, ...after }
  return page(
    title,
    <FormFrame {...shared} version={isNew ? null : draft.version} hidden={{ id: draft.id }} enter={isStopped ? mask : undefined}>
      <RecordForm
        fields={commentFields}
        texts={t.fields}
        values={values}
        shown={shownFor(draft)}
        offers={await offersIn<typeof commentFields>(ctx, references, values, form)}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    [{ href: of.page, label: of.name }],
  )
}

const mask = { name: choiceName, value: choices.mask }

/** In the place of saving: take the numbers out, or keep them on purpose. They work without script (S0-17). */
const StopButtons = ({ locale }: { readonly locale: Locale }) => (
  <>
    <Button {...mask}>{texts(locale).mask}</Button>
    <Button name={choiceName} value={choices.asIs} variant="secondary">
      {texts(locale).asIs}
    </Button>
  </>
)

const numbersIn = (text: string): Holding => holdingIn([['text', findPersonalData(text, defaultGuardOptions)]])

/** Stopped once where it holds a number that points somebody out; else as it is to be kept: others read it at once. */
function toKeep(form: Posted, values: Written, locale: Locale): Written | Refusal {
  const { text } = values
  if (text === null) return values
  if (isHeld(numbersIn(text), form)) return refuse('holdsNumbers', ['text'])
  if (!wantsMask(form)) return values
  return { ...values, text: maskPersonalData(text, findPersonalData(text, defaultGuardOptions), guardTexts(locale).marks) }
}

const back = ({ locale }: Asked, { of }: Draft) => redirect(`${of.page}#kommentarer`, texts(locale).saved)
const shared = {
  fields: commentFields,
  texts: (locale: Locale) => texts(locale).fields,
  refusals,
  offers: ({ ctx, form }: Asked, { values }: Draft) => offersIn<typeof commentFields>(ctx, references, values, form),
  draw: drawForm,
  done: back,
  unchanged: back,
}
type Done = Promise<Change<Comment, CommentEvent> | Refusal>
const withAudience = ({ of }: Draft, values: Written): Written => ({ ...values, audience: audienceFor(of, values.audience) })
const postNew = postedTo<Draft, typeof commentFields, Comment>({
  ...shared,
  command: async ({ ctx, form, locale }, draft, values): Done => {
    const kept = toKeep(form, withAudience(draft, values), locale)
    return 'why' in kept ? kept : addComment(ctx, draft, draft.id, kept)
  },
})
const postEdit = postedTo<Draft, typeof commentFields, Comment>({
  ...shared,
  stands: ({ values }) => values,
  version: ({ version }) => version,
  reload: async ({ ctx }, draft) => {
    const comment = await findComment(ctx, draft.id)
    return comment ? draftOf({ ...draft, comment }) : draft
  },
  command: async ({ ctx, form, locale }, draft, values): Done => {
    const kept = toKeep(form, withAudience(draft, values), locale)
    return 'why' in kept ? kept : editComment(ctx, draft, draft.id, versionOf(form), kept)
  },
})

function withdrawalPage({ locale }: Asked, { of, comment }: Held, after: After = {}) {
  const t = texts(locale)
  return page(
    t.withdrawTitle,
    <Stack gap="lg">
      <ErrorSummary errors={after.refused?.errors ?? []} locale={locale} />
      <PageHeading kicker={of.name} title={t.withdrawTitle} lead={t.withdrawLead} />
      <Form unsaved={false} version={comment.version}>
        <Actions>
          <Button variant="danger">{t.withdraw}</Button>
          <LinkButton href={of.page} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>,
    [{ href: of.page, label: of.name }],
  )
}

async function postWithdrawal(asked: Asked, held: Held) {
  const there = () => redirect(`${held.of.page}#kommentarer`, texts(asked.locale).withdrawnNow)
  return answered(await withdrawComment(asked.ctx, held, held.comment.id), {
    done: there,
    nothingChanged: there,
    refused: (refusal, status) => again(status, withdrawalPage(asked, held, { refused: refusedBy(refusal, asked, refusals) })),
  })
}
