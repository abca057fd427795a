import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import { moduleRow, type Panel } from '../../kernel/module.ts'
import { followCase } from './commands.ts'
import { removeFromNotices } from './commands-removal.ts'
import type { NoticeFile } from './notice.ts'
import { AuthorityPanel, SubjectsPanel } from './pages/panel.tsx'
import type { Shown } from './pages/words.tsx'
import { noticesView } from './queries.ts'
import { authorityContacts, authorityLetters, noticeCopies } from './queries-contacts.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

/** The page of a case asks twice, and it is read once. */
const read = new WeakMap<Ctx, { readonly id: string; readonly shown: ReturnType<typeof noticesView> }>()

function noticesOf(ctx: Ctx, id: string): ReturnType<typeof noticesView> {
  const known = read.get(ctx)
  if (known?.id === id) return known.shown
  const shown = noticesView(ctx, id)
  read.set(ctx, { id, shown })
  return shown
}

const panel =
  (Drawn: (props: Shown) => ComponentChildren, has: (file: NoticeFile) => boolean): Panel =>
  async (ctx, id, locale) => {
    const shown = await noticesOf(ctx, id)
    return shown && has(shown.file) ? <Drawn shown={shown} locale={locale} now={ctx.now} /> : null
  }

export const notices = moduleRow({
  name: 'notices',
  routes,
  log: {
    words: texts,
    kinds: {
      'notices.drafted': 'datatilsynet',
      'notices.edited': 'datatilsynet',
      'notices.discarded': 'datatilsynet',
      'notices.sent': 'datatilsynet',
      'notices.letterRegistered': 'datatilsynet',
      'notices.orderFollowed': 'datatilsynet',
      'notices.copied': 'datatilsynet',
      'notices.messageDrafted': 'berorte',
      'notices.messageEdited': 'berorte',
      'notices.messageDiscarded': 'berorte',
      'notices.messageSigned': 'berorte',
      'notices.signatureWithdrawn': 'berorte',
      'notices.signatureFell': 'berorte',
      'notices.messageSent': 'berorte',
      'notices.viewed': 'apnet',
      'notices.documentMade': 'apnet',
      'notices.refused': 'avvist',
    },
  },
  panels: {
    // Under the two courses of the case; null where this reader sees none of its notices.
    'deviation.authority': [panel(AuthorityPanel, ({ notices, letters }) => notices.length + letters.length > 0)],
    'deviation.subjects': [panel(SubjectsPanel, ({ messages }) => messages.length > 0)],
  },
  addenda: { deviation: [authorityContacts, authorityLetters, noticeCopies] },
  removals: { deviation: [removeFromNotices] },
  // What was signed about the case falls when the case says something else; a closed case has no task.
  reactions: {
    'deviation.edited': [followCase],
    'deviation.assessed': [followCase],
    'deviation.subjectsTrack': [followCase],
    'deviation.closed': [followCase],
    'deviation.reopened': [followCase],
  },
})
