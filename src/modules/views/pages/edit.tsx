import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { type Option, Radios, Select, TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { Stack } from '../../../ui/page.tsx'
import { type After, errorAt } from '../../../ui/refused.ts'
import { texts } from '../texts.ts'
import type { SavedView } from '../view.ts'

type Props = After & {
  readonly title: string
  readonly record: SavedView
  /** What the list said of a new one; null for one that is saved. */
  readonly sealed: string | null
  readonly back: string
  readonly roles: readonly Option[]
  readonly locale: Locale
}

/** The name of a view, who sees it, and whether its list opens with it. */
export function EditPage({ title, record, sealed, back, roles, refused, conflict, locale }: Props) {
  const { fields, remove, removeText } = texts(locale)
  const { id, version, values } = record
  const raw = (name: string, stands: string | null) => {
    const written = refused?.raw[name]
    return typeof written === 'string' ? written : (stands ?? '')
  }
  const opens = Object.entries(fields.opens.choices).map(([value, label]) => ({ value, label }))
  return (
    <Stack>
      <FormFrame
        {...{ title, lead: texts(locale).lead, back, refused, conflict, locale }}
        version={sealed === null ? version : null}
        hidden={sealed === null ? {} : { id, av: sealed }}
      >
        <TextInput name="name" label={fields.name.label} value={raw('name', values.name)} error={errorAt(refused, 'name')} />
        <Select
          name="sharedWith"
          {...fields.sharedWith}
          options={roles}
          value={raw('sharedWith', values.sharedWith)}
          empty={texts(locale).onlyMe}
          error={errorAt(refused, 'sharedWith')}
        />
        <Radios
          name="opens"
          label={fields.opens.label}
          options={opens}
          value={raw('opens', values.opens)}
          error={errorAt(refused, 'opens')}
          inline
        />
      </FormFrame>
      {sealed === null && (
        <Form action={`/visninger/${id}/fjerning`} version={version} unsaved={false}>
          <p className="v-soft">{removeText}</p>
          <Actions>
            <Button variant="secondary">{remove}</Button>
          </Actions>
        </Form>
      )}
    </Stack>
  )
}
