import type { ComponentChildren } from 'preact'
import type { Role } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { errorAt, type Refused } from '../../../ui/refused.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly name: string
  readonly version: number
  readonly action: string
  readonly back: string
  /** The title of the one role that ends, with its last day asked; null: all of the person's work. */
  readonly role: { readonly title: string; readonly to: string } | null
  /** Which roles nobody holds then, and who does their work: by title. */
  readonly emptied: readonly { readonly role: Role; readonly title: string; readonly by: string | null }[]
  /** What later modules say that the person holds. */
  readonly related: readonly ComponentChildren[]
  readonly refused?: Refused | undefined
  readonly locale: Locale
}

/** What follows when somebody's work or role ends, before it is done. */
export function EndingPage({ name, version, action, back, role, emptied, related, refused, locale }: Props) {
  const t = texts(locale).ending
  const written = refused?.raw.to
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={role ? t.roleTitle(role.title) : t.title} kicker={name} lead={role ? t.roleLead : t.lead} />
      {emptied.length > 0 && (
        <Notice tone={emptied.some(({ by }) => by === null) ? 'danger' : 'warning'} title={t.emptied} locale={locale}>
          <ul>
            {each(emptied, ({ role: vacant, title, by }) => (
              <li>
                {title}. {by ? t.meanwhile(by) : t.nobody} <TextLink href={`/roller/${vacant}/gi`}>{t.give(title)}</TextLink>
              </li>
            ))}
          </ul>
          <p>{t.giveFirst}</p>
        </Notice>
      )}
      {emptied.length === 0 && <p>{t.noneEmptied}</p>}
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
      <Form action={action} version={version} unsaved={false}>
        {role && (
          <TextInput
            name="to"
            type="date"
            label={t.to}
            hint={t.toHint}
            value={typeof written === 'string' ? written : role.to}
            error={errorAt(refused, 'to')}
          />
        )}
        <Actions>
          <Button variant="danger">{role ? t.endRole : t.end}</Button>
          <LinkButton href={back} variant="tertiary">
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}
