import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { DeedPage } from '../../pages/deed.tsx'
import { MeasureRows } from '../../report/pages/measures.tsx'
import { markOf } from '../seen.ts'
import { handlingTexts } from '../texts.ts'
import { Buttons, type EditProps } from './edit.tsx'

/** The case's list of actions (S1-40): what is done, and what is to be done. */
export const MeasuresPage = ({ view, locale, now, refused, conflict, rows }: EditProps & { readonly rows: number }) => {
  const { deviation } = view
  const t = handlingTexts(locale).measures
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.title} lead={t.lead} refused={refused} conflict={conflict}>
      <Form version={deviation.version} hidden={{ mark: markOf(deviation.measures) }}>
        <MeasureRows measures={deviation.measures} rows={rows} locale={locale} raw={refused?.raw} problems={refused?.problems} />
        <Buttons id={deviation.id} save={t.save} locale={locale} />
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}
