import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Actions, Button, LinkButton } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Form, type FormProps } from './form.tsx'
import { PageHeading, Stack } from './page.tsx'
import type { After } from './refused.ts'
import { uiTexts } from './texts.ts'

type FormFrameProps = After &
  Pick<FormProps, 'action' | 'version' | 'hidden' | 'enter'> & {
    readonly title: string
    readonly kicker?: string | undefined
    readonly lead?: string | undefined
    /** What the button says, or the buttons in its place; "save" where absent. */
    readonly save?: ComponentChildren
    /** Where "cancel" leads. */
    readonly back: string
    readonly locale: Locale
    /** The questions. */
    readonly children: ComponentChildren
  }

/** A page that is one form: what is wrong, the heading, what another has written meanwhile, the questions, and the two ways on. */
export const FormFrame = ({
  title,
  kicker,
  lead,
  save,
  back,
  action,
  version,
  hidden,
  enter,
  refused,
  conflict,
  locale,
  children,
}: FormFrameProps) => (
  <Stack gap="lg">
    <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
    <PageHeading title={title} kicker={kicker} lead={lead} />
    {conflict}
    <Form action={action} version={version ?? null} hidden={hidden ?? {}} enter={enter}>
      {children}
      <Actions>
        {typeof save === 'object' ? save : <Button>{save ?? uiTexts(locale).save}</Button>}
        <LinkButton href={back} variant="tertiary">
          {uiTexts(locale).cancel}
        </LinkButton>
      </Actions>
    </Form>
  </Stack>
)
