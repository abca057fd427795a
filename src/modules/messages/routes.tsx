import { hasRole } from '../../kernel/actor.ts'
import { get, one, page, post, type Route, redirect } from '../../kernel/http.ts'
import { markRead, sendUncertain } from './commands.ts'
import { MessagesPage } from './pages/list.tsx'
import { myMessages } from './queries.ts'
import { placeText, readPlace } from './rules.ts'
import { texts } from './texts.ts'

const pageSize = 50

export const routes: readonly Route[] = [
  get('/varsler', 'signedIn', async ({ ctx, locale, query }) => {
    const after = readPlace(query.get('etter'))
    const found = await myMessages(ctx, pageSize + 1, after)
    const messages = found.slice(0, pageSize)
    const last = messages.at(-1)
    return page(
      texts(locale).title,
      <MessagesPage
        messages={messages}
        mails={ctx.house.mails}
        now={ctx.now}
        nextHref={found.length > pageSize && last ? `/varsler?etter=${placeText(last)}` : undefined}
        firstHref={after ? '/varsler' : undefined}
        locale={locale}
      />,
    )
  }),

  post(
    '/varsler/usikre',
    (actor) => hasRole(actor, 'admin'),
    async ({ ctx, locale }) => {
      const mails = await sendUncertain(ctx)
      return redirect('/innstillinger', mails > 0 ? texts(locale).outbox.sentAgain(mails) : null)
    },
  ),

  post('/varsler/lest', 'signedIn', async ({ ctx, locale, form }) => {
    const upTo = new Date(one(form, 'tilOgMed'))
    // Without a time that can be read nothing is marked: what nobody has seen must not be.
    const marked = Number.isNaN(upTo.getTime()) ? 0 : await markRead(ctx, upTo)
    return redirect('/varsler', marked > 0 ? texts(locale).marked(marked) : null)
  }),
]
