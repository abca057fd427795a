import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import type { Deviation } from '../../deviation.ts'
import { type Announcement, announcementFields } from '../../fields-handling.ts'
import { fingerprintOf } from '../../seen.ts'
import { handlingTexts } from '../texts.ts'
import { Buttons, type EditProps } from './edit.tsx'

export const announcementNames = Object.keys(announcementFields) as (keyof Announcement)[]
export const announcementOf = ({ handling }: Deviation): Announcement =>
  Object.fromEntries(announcementNames.map((name) => [name, handling[name]])) as Announcement

/** The words that the public is told with, and when and where they were published (GDPR art. 34(2), 34(3)(c)). */
export function AnnouncementPage({ view, locale, now, refused, conflict, contact }: EditProps & { readonly contact: string | null }) {
  const { deviation } = view
  const { fields, announcement: t } = handlingTexts(locale)
  const stands = announcementOf(deviation)
  const fresh = announcementNames.every((name) => stands[name] === null)
  const values = fresh ? { ...stands, announceMeasures: deviation.handling.containment, announceContact: contact } : stands
  const { whatHappened } = deviation.report
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.title} lead={t.lead} clock={null} refused={refused} conflict={conflict}>
      {whatHappened && (
        <Details summary={t.fromReport}>
          <p data-text="">{whatHappened}</p>
        </Details>
      )}
      <p>
        <TextLink href={`/avvik/${deviation.id}/dokumenter/kunngjoring`}>{t.document}</TextLink>
      </p>
      <Form version={deviation.version} hidden={{ fingerprint: fingerprintOf(announcementNames.map((name) => stands[name])) }}>
        <RecordForm
          fields={announcementFields}
          texts={fields}
          values={values}
          locale={locale}
          raw={refused?.raw}
          problems={refused?.problems}
        />
        <Buttons id={deviation.id} save={t.save} locale={locale} />
      </Form>
    </DeedPage>
  )
}
