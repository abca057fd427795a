import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../../ui/button.tsx'
import { each } from '../../../../ui/each.ts'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { uiTexts } from '../../../../ui/texts.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import type { CaseView } from '../../queries.ts'
import { mergeFields } from '../fields.ts'
import type { Together } from '../queries.ts'
import { mergingTexts } from '../texts.ts'

/** Which case goes on for both. */
export const MergePage = (props: Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused' | 'conflict'>) => {
  const { view, locale, refused } = props
  const { id, version } = view.deviation
  const t = mergingTexts(locale)
  return (
    <DeedPage {...props} title={t.title} lead={t.lead}>
      <Form version={version}>
        <RecordForm
          fields={mergeFields}
          texts={t.fields}
          values={{ into: null }}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton variant="tertiary" href={`/avvik/${id}`}>
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </DeedPage>
  )
}

type TogetherProps = { readonly view: CaseView; readonly together: Together; readonly mayPart: boolean; readonly locale: Locale }
/** On the case's page: which others are about the same incident, by their numbers. */
export function TogetherNotice({ view, together: { into, from }, mayPart, locale }: TogetherProps) {
  const { id, version, mergedInto } = view.deviation
  const t = mergingTexts(locale)
  if (mergedInto === null && from.length === 0) return null
  return (
    <>
      {mergedInto !== null && (
        <Notice title={t.merged} locale={locale}>
          <p>{into ? <TextLink href={`/avvik/${into.id}`}>{t.goesOn(into.number)}</TextLink> : t.goesOnElsewhere}</p>
          {mayPart && (
            <PostButton action={`/avvik/${id}/sammenslaing/angre`} variant="secondary" hidden={{ version }}>
              {t.part}
            </PostButton>
          )}
        </Notice>
      )}
      {from.length > 0 && (
        <Notice locale={locale}>
          <p>{t.from}</p>
          <ul>
            {each(from, (one) => (
              <li>
                <TextLink href={`/avvik/${one.id}`}>{one.number}</TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
