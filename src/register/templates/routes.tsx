import type { ComponentChildren } from 'preact'
import type { Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Form } from '../../kernel/fields.ts'
import { type Asked, get, one, type PostAnswer, page, post, type Route, redirect } from '../../kernel/http.ts'
import { again } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Option } from '../../ui/field.tsx'
import type { Fault } from '../../ui/record-form.tsx'
import { type Refused, refusalText, unread } from '../../ui/refused.ts'
import { fill, uiTexts } from '../../ui/texts.ts'
import { type Beginning, beginFrom } from './commands.ts'
import { names, TemplatesPage } from './pages.tsx'
import { type Areas, byArea, chosenOf, type Template } from './template.ts'
import { templateTexts } from './texts.ts'

/** A register whose records may begin with a template. */
export type Templated<V> = Beginning<V> & {
  /** The address of its list, and where it leads to what was made in a unit. */
  readonly at: `/${string}`
  readonly made: (unit: string) => string
  readonly may: (actor: Actor) => boolean
  /** Those for this organisation, in the language that its records are written in. */
  readonly offered: (ctx: Ctx) => Promise<{ readonly templates: readonly Template<V>[]; readonly areas: Areas }>
  readonly units: (ctx: Ctx) => Promise<readonly Option[]>
  readonly texts: (locale: Locale) => {
    readonly title: string
    readonly templates: { readonly lead: string; readonly note: string; readonly says?: { readonly label: string; readonly hint: string } }
    readonly refusals: Readonly<Record<string, string>>
  }
  readonly below?: (asked: Asked) => Promise<ComponentChildren>
}

const several = (form: Form, name: string): readonly string[] => [form[name] ?? []].flat()

/** The page of what one may begin with, and the deed. Before those of the records, or `maler` would be taken for one of them. */
export function templateRoutes<V>(register: Templated<V>): readonly Route[] {
  const { at, may, texts } = register

  async function draw(asked: Asked, refused?: Refused) {
    const { ctx, locale, form } = asked
    const { templates, areas } = await register.offered(ctx)
    const there = await register.names(
      ctx,
      templates.map(({ name }) => name),
    )
    const t = texts(locale)
    return page(
      templateTexts(locale).title,
      <TemplatesPage
        at={at}
        lead={t.templates.lead}
        note={t.templates.note}
        says={t.templates.says && { ...t.templates.says, said: one(form, names.says) === 'ja' }}
        below={await register.below?.(asked)}
        areas={byArea(templates, areas, there).map(({ area, label, free, taken }) => ({
          area,
          label: label[locale],
          free,
          taken: taken.map(({ id, name }) => ({ href: `${at}/${id}`, name })),
        }))}
        units={await register.units(ctx)}
        unit={refused ? one(form, names.unit) : (ctx.actor.unitId ?? '')}
        ticked={{ keys: several(form, names.one), areas: several(form, names.area) }}
        refused={refused}
        locale={locale}
      />,
      [{ href: at, label: t.title }],
    )
  }

  async function begin(asked: Asked): Promise<PostAnswer> {
    const { ctx, locale, form } = asked
    const t = templateTexts(locale)
    const unit = one(form, names.unit)
    const { templates } = await register.offered(ctx)
    const chosen = chosenOf(templates, several(form, names.one), several(form, names.area))
    const faults: Fault[] = []
    if (!(await register.units(ctx)).some(({ value }) => value === unit)) faults.push({ field: names.unit, text: t.unitMissing })
    if (chosen.length === 0) faults.push({ field: names.one, text: t.nothingChosen })
    if (faults.length > 0) return again(422, await draw(asked, unread(asked, faults, {})))
    const outcome = await beginFrom(ctx, register, chosen, unit, one(form, names.says) === 'ja')
    if (outcome.ok) return redirect(register.made(unit), outcome.made === 0 ? t.allThere : fill(t.made, { n: outcome.made }))
    const why = refusalText(outcome.why, { ...uiTexts(locale).refusals, ...texts(locale).refusals })
    const fault = { field: names.one, text: fill(t.refused, { name: outcome.name, why }) }
    return again(422, await draw(asked, unread(asked, [fault], {})))
  }

  return [get(`${at}/maler`, may, (asked) => draw(asked)), post(`${at}/maler`, may, begin)]
}
