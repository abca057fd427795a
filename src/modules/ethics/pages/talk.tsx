import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Talk } from '../complaint.ts'
import { talkRecordFields } from '../fields.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly talk: Talk
  readonly names: OffersByName
  readonly email: string | null
  readonly isHead: boolean
  readonly locale: Locale
}

/** A conversation somebody has asked for: who, and nothing of what. */
export function TalkPage({ talk: { id, version, values }, names, email, isHead, locale }: Props) {
  const t = texts(locale).talk
  const named = (field: 'unit' | 'head' | 'writer') =>
    showValue(talkRecordFields[field], values[field], { label: '' }, locale, names[field])
  return (
    <>
      <PageHeading title={t.one} />
      <KeyFacts
        facts={[
          {
            label: t.state,
            value: <StatusTag tone={values.arrangedAt ? 'success' : 'warning'}>{values.arrangedAt ? t.arranged : t.waiting}</StatusTag>,
          },
          { label: t.writer, value: named('writer') },
          { label: t.head, value: named('head') },
          { label: t.unit, value: named('unit') },
          { label: t.askedAt, value: values.askedAt && formatDate(localDate(values.askedAt), locale) },
        ]}
      />
      {isHead && values.arrangedAt === null && (
        <>
          <p className="v-prose">{t.hint}</p>
          {email && (
            <p>
              <TextLink href={`mailto:${email}`}>{email}</TextLink>
            </p>
          )}
          <Form action={`/forskningsetikk/samtaler/${id}/avtale`} version={version} unsaved={false}>
            <Actions>
              <Button>{t.arrange}</Button>
            </Actions>
          </Form>
        </>
      )}
    </>
  )
}
