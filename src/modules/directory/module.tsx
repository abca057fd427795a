import { hasRole } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { moduleRow } from '../../kernel/module.ts'
import { followUnit } from './commands.ts'
import { directorySweep } from './jobs.ts'
import { DirectoryPanel, directoryAt } from './pages/directory.tsx'
import { isKept, tokens } from './queries.ts'
import { routes } from './routes.tsx'
import { scimRoad } from './routes-scim.tsx'
import { forgetEntryOf } from './store.ts'
import { texts } from './texts.ts'

export const directory = moduleRow({
  name: 'directory',
  routes,
  machines: [scimRoad],
  log: {
    words: texts,
    kinds: {
      'directory.tokenMade': 'oppsett',
      'directory.tokenWithdrawn': 'oppsett',
      'directory.added': 'personer',
      'directory.changed': 'personer',
      'directory.gone': 'personer',
      'directory.connected': 'personer',
      'directory.refused': 'avvist',
    },
  },
  ways: [
    { href: directoryAt, label: (locale) => texts(locale).title, also: () => 'SCIM Entra', may: ({ actor }) => hasRole(actor, 'admin') },
    {
      href: `${directoryAt}/token`,
      label: (locale) => texts(locale).tokens.make,
      also: () => 'SCIM',
      may: ({ actor }) => hasRole(actor, 'admin'),
    },
  ],
  panels: {
    organisation: [async (ctx, _, locale) => <DirectoryPanel tokens={await tokens(ctx)} today={localDate(ctx.now)} locale={locale} />],
  },
  keeps: async (ctx, { type, id }) => type === 'person' && (await isKept(ctx, id)),
  reactions: { 'person.forgotten': [forgetEntryOf], 'unit.added': [followUnit], 'unit.edited': [followUnit] },
  sweeps: () => [directorySweep],
})
