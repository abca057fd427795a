import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Form } from '../../../ui/form.tsx'
import { Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Exercise, GoverningDocument } from '../internal-control.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly record: GoverningDocument
  readonly approver: string
  readonly mayApprove: boolean
  readonly exercises: readonly Exercise[]
  readonly mayExercise: boolean
  readonly locale: Locale
}

/** Under a governing document: who approved it, and when a plan was tried. */
export function DocumentPanel({ record, approver, mayApprove, exercises, mayExercise, locale }: Props) {
  const { documents: t, exercises: e } = texts(locale)
  const { values } = record
  return (
    <Stack gap="lg">
      <Section title={t.approval} locale={locale}>
        <p>{values.approvedAt ? t.approvedBy(approver, formatDate(localDate(values.approvedAt), locale)) : t.notApproved}</p>
        {mayApprove && (
          <Form action={`/styringsdokumenter/${record.id}/godkjenning`} version={record.version} unsaved={false}>
            <Actions>
              <Button>{t.approve}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      {values.kind === 'contingencyPlan' && (
        <Section title={e.log} locale={locale}>
          {exercises.length === 0 ? (
            <p className="v-soft">{e.never}</p>
          ) : (
            <ul className="ds-list">
              {each(exercises, ({ id, values: one }) => (
                <li>
                  <TextLink href={`/ovelser/${id}`}>{one.name ?? ''}</TextLink>, {formatDate(one.heldOn ?? '', locale)}
                  {one.result && (
                    <p className="v-prose" data-text="">
                      {one.result}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )}
          {mayExercise && (
            <Actions>
              <LinkButton href={`/ovelser/nytt?plan=${record.id}`} variant="secondary" icon="plus">
                {e.add}
              </LinkButton>
            </Actions>
          )}
        </Section>
      )}
    </Stack>
  )
}
