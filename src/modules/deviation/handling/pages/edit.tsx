import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { After } from '../../../../ui/refused.ts'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { affectedWords } from '../../deed/pages/words.tsx'
import { containFields, editableHandling, handlingFields } from '../../fields-handling.ts'
import type { CaseView } from '../../queries.ts'
import { fingerprintOf } from '../../seen.ts'
import { texts as caseTexts } from '../../texts.ts'
import { handlingTexts } from '../texts.ts'

export type EditProps = After & {
  readonly view: CaseView
  readonly locale: Locale
  readonly now: Date
}

/** What handling has found out. Severity and number stand before the way forward (S3-19). */
export function HandlingPage({ view, locale, now, refused, conflict }: EditProps) {
  const { deviation, profile } = view
  const t = handlingTexts(locale)
  const affected = affectedWords(deviation.report, locale)
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.edit.title} lead={t.edit.lead} refused={refused} conflict={conflict}>
      <Form version={deviation.version} hidden={{ fingerprint: fingerprintOf(editableHandling.map((name) => deviation.handling[name])) }}>
        <p className="v-row" id="affectedCount">
          {affected ? t.edit.affected(affected) : t.edit.affectedUnknown}
          <TextLink href={`/avvik/${deviation.id}/melding`}>{t.edit.editReport}</TextLink>
        </p>
        {profile.deviation.names === 'forbidden' && <p className="v-soft">{t.edit.namesForbidden}</p>}
        <RecordForm
          fields={handlingFields}
          texts={t.fields}
          values={deviation.handling}
          shown={[...editableHandling]}
          locale={locale}
          raw={refused?.raw}
          problems={refused?.problems}
        />
        <Buttons id={deviation.id} save={t.edit.save} locale={locale} />
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}

/** Stop it and limit the damage: three answers and no more (S3-24). */
export function ContainPage({ view, locale, now, refused, conflict }: EditProps) {
  const { deviation } = view
  const t = handlingTexts(locale)
  const { contained, containedAt, containment } = deviation.handling
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.contain.title} lead={t.contain.lead} refused={refused} conflict={conflict}>
      <Form version={deviation.version} hidden={{ fingerprint: fingerprintOf([contained, containedAt, containment]) }}>
        <RecordForm
          fields={containFields}
          texts={t.fields}
          values={{ contained, containedAt, containment }}
          locale={locale}
          raw={refused?.raw}
          problems={refused?.problems}
        />
        <Buttons id={deviation.id} save={t.contain.save} locale={locale} />
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}

export const Buttons = ({ id, save, locale }: { readonly id: string; readonly save: string; readonly locale: Locale }) => (
  <Actions>
    <Button>{save}</Button>
    <LinkButton href={`/avvik/${id}`} variant="tertiary">
      {caseTexts(locale).notNow.back}
    </LinkButton>
  </Actions>
)
