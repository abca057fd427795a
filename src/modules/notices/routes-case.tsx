import type { ReactNode } from 'react'
import type { Form } from '../../kernel/fields.ts'
import { type Asked, type Crumb, page, pageWithErrors } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { deviationTexts, reference } from '../deviation/public.ts'
import { type NoticesView, noticesView } from './queries.ts'
import { texts } from './texts.ts'

/** What every route here begins with: the case and its notices, or that there is nothing for this person. */
export async function openNotices({ ctx, params }: Asked): Promise<NoticesView | undefined> {
  return isId(params.id) ? noticesView(ctx, params.id) : undefined
}

export type Frame = {
  readonly asked: Asked
  readonly shown: NoticesView
  readonly title: string
  readonly on: 'authority' | 'subjects' | null
}

export const framed = ({ asked, shown, title, on }: Frame, body: ReactNode) =>
  page(`${title} ${reference(shown.view.deviation)}`, body, crumbs(asked, shown, on))

export const framedWithErrors = <S extends 409 | 422>(status: S, { asked, shown, title, on }: Frame, body: ReactNode) =>
  pageWithErrors(status, `${title} ${reference(shown.view.deviation)}`, body, crumbs(asked, shown, on))

/** `on`: which of the two tracks the page lies under; null: it is the track itself. */
function crumbs({ locale }: Asked, { view }: NoticesView, on: Frame['on']): readonly Crumb[] {
  const { id } = view.deviation
  const t = texts(locale)
  return [
    { href: '/avvik', label: deviationTexts(locale).title },
    { href: `/avvik/${id}`, label: reference(view.deviation) ?? '' },
    ...(on === 'authority' ? [{ href: `/avvik/${id}/datatilsynet`, label: t.title }] : []),
    ...(on === 'subjects' ? [{ href: `/avvik/${id}/berorte`, label: t.subjectsTitle }] : []),
  ]
}

export const partsOf = ({ ctx, locale }: Asked, shown: NoticesView) => ({ shown, locale, now: ctx.now })

/** Which answers differ between what is saved and what was posted: for the page that shows both. */
export const differing = <N extends string>(saved: Readonly<Record<N, string | null>>, posted: Form): readonly N[] =>
  (Object.keys(saved) as N[]).filter((name) => name in posted && (saved[name] ?? '') !== asOne(posted[name]))

const asOne = (raw: Form[string]): string => (typeof raw === 'string' ? raw : (raw?.[0] ?? '')).replace(/\r\n?/g, '\n').trim()
