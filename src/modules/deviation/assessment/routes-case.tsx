import type { ReactNode } from 'react'
import { record } from '../../../kernel/audit.ts'
import type { Asked, Crumb, NotAllowed, Nothing, Page } from '../../../kernel/http.ts'
import { notAllowed, nothing, page, pageWithErrors, versionOf } from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { audienceOf } from '../casefile/audience.ts'
import { reference } from '../deviation.ts'
import { type CaseView, caseView } from '../queries.ts'
import { texts } from '../texts.ts'

/** The case of the address, for those who take part in handling it; the reporter and the leader who was told read other pages. */
export async function openCase({ ctx, params }: Asked): Promise<{ readonly view: CaseView } | { readonly no: Nothing | NotAllowed }> {
  const id = params.id ?? ''
  const view = isId(id) ? await caseView(ctx, id) : undefined
  if (!view) return { no: nothing }
  return audienceOf(view, ctx.actor) === 'full' ? { view } : { no: notAllowed }
}

/** Reading a confidential case is remembered. */
export const seen = ({ ctx }: Asked, view: CaseView, what: string) =>
  record(ctx, { type: 'deviation', id: view.deviation.id }, [{ type: 'deviation.viewed', ...{ what } }])

/** A form without a version was not sent by our page: it is answered as if somebody had been there first. */
export const versionIn = ({ form }: Asked): number => versionOf(form) ?? -1

/** Asked before a page is shown again without the deed: it carries the new version, and would hide that somebody was there first. */
export const isStale = (asked: Asked, { deviation }: CaseView): boolean => versionIn(asked) !== deviation.version

const crumbs = ({ deviation }: CaseView, { locale }: Asked): readonly Crumb[] => [
  { href: '/avvik', label: texts(locale).title },
  { href: `/avvik/${deviation.id}`, label: reference(deviation) ?? texts(locale).title },
]

export const casePage = (asked: Asked, view: CaseView, title: string, body: ReactNode): Page => page(title, body, crumbs(view, asked))
export const caseErrors = <S extends 409 | 422>(status: S, asked: Asked, view: CaseView, title: string, body: ReactNode) =>
  pageWithErrors(status, title, body, crumbs(view, asked))

/** The words of a refusal that belongs to no field. */
export const refusalText = (why: string, { locale }: Asked): string => {
  const { refusals } = texts(locale)
  return (refusals as Readonly<Record<string, string>>)[why] ?? refusals.notNow
}
