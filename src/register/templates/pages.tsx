import type { ComponentChildren } from 'preact'
import type { Locale } from '../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { each } from '../../ui/each.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkbox, Checkboxes, type Option, Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../ui/page.tsx'
import { errorAt, type Refused } from '../../ui/refused.ts'
import { fill, uiTexts } from '../../ui/texts.ts'
import { templateTexts } from './texts.ts'

export const names = { unit: 'enhet', one: 'mal', area: 'omrade', says: 'sier' } as const

type Area = {
  readonly area: string
  readonly label: string
  readonly free: readonly { readonly key: string; readonly name: string; readonly says: string }[]
  readonly taken: readonly { readonly href: string; readonly name: string }[]
}

export type TemplatesProps = {
  readonly at: string
  readonly lead: string
  /** What whoever begins this way must know first, and what the templates rest on. */
  readonly note: string
  readonly below: ComponentChildren
  /** What whoever chooses may say of all of them at once. */
  readonly says: { readonly label: string; readonly hint: string; readonly said: boolean } | undefined
  readonly areas: readonly Area[]
  readonly units: readonly Option[]
  readonly unit: string
  readonly ticked: { readonly keys: readonly string[]; readonly areas: readonly string[] }
  readonly refused?: Refused | undefined
  readonly locale: Locale
}

/** What one may begin with, by area: one by one, or a whole area at once. It works without a script. */
export function TemplatesPage({ at, lead, note, below, says, areas, units, unit, ticked, refused, locale }: TemplatesProps) {
  const t = templateTexts(locale)
  const missing = errorAt(refused, names.one)
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} lead={lead} />
      <Notice tone="info" locale={locale}>
        {note}
      </Notice>
      <Form action={`${at}/maler`}>
        <Select
          name={names.unit}
          label={t.unit}
          hint={t.unitHint}
          empty={t.chooseUnit}
          options={units}
          value={unit}
          error={errorAt(refused, names.unit)}
        />
        <div id={names.one}>
          {each(areas, ({ area, label, free, taken }) => (
            <Details
              wide
              summary={fill(free.length > 0 ? t.area : t.areaThere, { area: label, n: free.length })}
              open={
                (area === areas[0]?.area && missing !== undefined) ||
                ticked.areas.includes(area) ||
                free.some(({ key }) => ticked.keys.includes(key))
              }
            >
              <Stack>
                {free.length > 1 && (
                  <Checkbox
                    name={names.area}
                    id={`${names.area}-${area}`}
                    label={t.whole}
                    hint={t.wholeHint}
                    value={area}
                    checked={ticked.areas.includes(area)}
                  />
                )}
                {free.length > 0 && (
                  <Checkboxes
                    name={names.one}
                    id={`${names.one}-${area}`}
                    label={t.each}
                    options={free.map(({ key, name, says }) => ({ value: key, label: name, hint: says }))}
                    values={ticked.keys}
                  />
                )}
                {taken.length > 0 && (
                  <div>
                    <p className="v-soft">{t.there}</p>
                    <ul>
                      {each(taken, ({ href, name }) => (
                        <li>
                          <TextLink href={href}>{name}</TextLink>
                        </li>
                      ))}
                    </ul>
                  </div>
                )}
              </Stack>
            </Details>
          ))}
        </div>
        {says && <Checkbox name={names.says} label={says.label} hint={says.hint} value="ja" checked={says.said} />}
        <Actions>
          <Button>{t.make}</Button>
          <LinkButton href={at} variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
      {below}
    </Stack>
  )
}
