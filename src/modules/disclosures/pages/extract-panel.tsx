import type { Locale } from '../../../kernel/texts.ts'
import { Actions, PostButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../texts.ts'

/** An extract that rests on no approval may be a deviation, and is begun as one with one press (S2-40). */
export const WithoutApproval = ({ id, draft, locale }: { readonly id: string; readonly draft: string; readonly locale: Locale }) => (
  <>
    <Notice tone="danger" locale={locale}>
      {texts(locale).extracts.without}
    </Notice>
    <Actions>
      <PostButton action={`/uttrekk/${id}/avvik`} hidden={{ id: draft }}>
        {texts(locale).extracts.report}
      </PostButton>
    </Actions>
  </>
)
