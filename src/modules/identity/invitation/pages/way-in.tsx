import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { fill } from '../../../../ui/texts.ts'
import { texts } from '../../texts.ts'
import type { WayIn } from '../queries.ts'

type Props = WayIn & { readonly id: string; readonly mails: boolean; readonly locale: Locale }

/** On the page of somebody who cannot sign in yet: what is next, with one button. */
export function WayInNotice({ name, lacks, id, mails, locale }: Props) {
  if (lacks === null) return null
  const t = texts(locale).invitation
  const at = `/personer/${id}/innlogging`
  return (
    <Notice tone="warning" title={fill(t.none, { name })} locale={locale}>
      <p>{{ email: t.noEmail, account: mails ? t.nextMail : t.nextLink, password: t.notChosen, elsewhere: t.nextElsewhere }[lacks]}</p>
      <Actions>
        {lacks === 'account' && mails && <PostButton action={`${at}/invitasjon`}>{t.invite}</PostButton>}
        {lacks === 'account' && (
          <PostButton action={at} variant={mails ? 'secondary' : 'primary'}>
            {t.open}
          </PostButton>
        )}
        {lacks === 'email' && <LinkButton href={`/personer/${id}/rediger`}>{t.addEmail}</LinkButton>}
        {(lacks === 'password' || lacks === 'elsewhere') && <LinkButton href={at}>{t.title}</LinkButton>}
      </Actions>
    </Notice>
  )
}
