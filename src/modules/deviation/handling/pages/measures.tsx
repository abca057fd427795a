import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { MeasureRows } from '../../report/pages/measures.tsx'
import type { MeasureOffers } from '../../report/queries-measures.ts'
import { fingerprintOf } from '../../seen.ts'
import { handlingTexts } from '../texts.ts'
import { Buttons, type EditProps } from './edit.tsx'

type MeasuresProps = EditProps & { readonly rows: number; readonly offers: MeasureOffers }

/** The case's list of actions (S1-40): what is done, and what is to be done. */
export const MeasuresPage = ({ view, locale, now, refused, conflict, rows, offers }: MeasuresProps) => {
  const { deviation } = view
  const t = handlingTexts(locale).measures
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.title} lead={t.lead} refused={refused} conflict={conflict}>
      <Form version={deviation.version} hidden={{ fingerprint: fingerprintOf(deviation.measures) }}>
        <MeasureRows
          measures={deviation.measures}
          rows={rows}
          profile={view.profile}
          offers={offers}
          locale={locale}
          raw={refused?.raw}
          problems={refused?.problems}
        />
        <Buttons id={deviation.id} save={t.save} locale={locale} />
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}
