import { formatInstant } from '../../../kernel/calendar/words.ts'
import type { Form as WrittenForm } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { each } from '../../../ui/each.ts'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { fill } from '../../../ui/texts.ts'
import type { KeptForm } from '../kept.ts'
import { textsIn } from '../rules.ts'
import { texts } from '../texts.ts'

/** What was sent after the session had ended: its writer sees it, and one press sends it where it belongs. */
export const KeptPage = ({ kept, locale }: { readonly kept: readonly KeptForm[]; readonly locale: Locale }) => {
  const t = texts(locale)
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {kept.map((one, index) => (
        <section key={one.id} className="v-section" aria-labelledby={`skrevet-${index}`}>
          <h2 className="ds-heading v-h2" id={`skrevet-${index}`}>
            {fill(t.written, { time: formatInstant(one.at, locale) })}
          </h2>
          <Written texts={textsIn(one.form)} none={t.noText} />
          <div className="v-actions">
            <SendAgain kept={one} label={t.save} first={index === 0} />
          </div>
          <CertainButton action={`/beholdt/${one.id}/forkast`} locale={locale}>
            {t.discard}
          </CertainButton>
        </section>
      ))}
    </>
  )
}

const Written = ({ texts: written, none }: { readonly texts: readonly string[]; readonly none: string }) =>
  written.length === 0 ? <p>{none}</p> : each(written, (text) => <blockquote className="v-kept">{text}</blockquote>)

/** The form as it was, sent to where it was going: the page there takes it as any other, and says what is wrong if something is. */
const SendAgain = ({ kept, label, first }: { readonly kept: KeptForm; readonly label: string; readonly first: boolean }) => (
  <Form action={kept.address}>
    {each(pairsOf(kept.form), ([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button variant={first ? 'primary' : 'secondary'}>{label}</Button>
  </Form>
)

const pairsOf = (form: WrittenForm): readonly (readonly [string, string])[] =>
  Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [value] : (value ?? [])).map((one) => [name, one] as const))
