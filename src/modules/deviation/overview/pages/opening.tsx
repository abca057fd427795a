import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { reference } from '../../deviation.ts'
import type { CaseView } from '../../queries.ts'
import { texts as caseTexts } from '../../texts.ts'
import { openingFields } from '../fields.ts'
import { overviewTexts } from '../texts.ts'

type OpeningProps = { readonly view: CaseView; readonly locale: Locale; readonly now: Date; readonly refused?: Refused | undefined }

/** Before a protected reporter is opened: what it means, and why it is done (S4-131). */
export function OpeningPage({ view, locale, now, refused }: OpeningProps) {
  const t = overviewTexts(locale).opening
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.title} lead={t.lead} refused={refused}>
      <Notice tone="warning" locale={locale}>
        {t.logged}
      </Notice>
      <Form unsaved={false}>
        <RecordForm
          fields={openingFields}
          texts={t.fields}
          values={emptyValues(openingFields)}
          locale={locale}
          raw={refused?.raw}
          problems={refused?.problems}
        />
        <Actions>
          <Button variant="danger">{t.open}</Button>
          <LinkButton href={`/avvik/${view.deviation.id}`} variant="tertiary">
            {t.back}
          </LinkButton>
        </Actions>
      </Form>
    </DeedPage>
  )
}

/** Shown once: asked for again, it is the question why. */
export function OpenedPage({ view, who, locale }: { readonly view: CaseView; readonly who: string | null; readonly locale: Locale }) {
  const t = overviewTexts(locale).opening
  return (
    <Stack gap="lg">
      <PageHeading kicker={`${caseTexts(locale).kind} ${reference(view.deviation)}`} title={t.shownTitle} lead={t.shownLead} />
      <p className="v-opened">{who ?? t.none}</p>
      <div>
        <LinkButton href={`/avvik/${view.deviation.id}`}>{t.back}</LinkButton>
      </div>
    </Stack>
  )
}
