import { type Module, moduleRow } from '../../kernel/module.ts'
import type { Linkings } from '../links/public.tsx'
import type { Documenteds } from './archive.ts'
import { removeFromFilings } from './commands-removal.ts'
import { CompliancePanel, FolderPanel } from './pages/panel.tsx'
import { routesOf } from './routes.tsx'
import { complianceHref } from './routes-compliance.tsx'
import { folderOfCase, lettersAttach } from './routes-folder.tsx'
import { mayFile, mayRead } from './rules.ts'
import { archivePart } from './settings.ts'
import { texts } from './texts.ts'

/** `all`: every kind of record that has documents; `linkings`: how records hang together. The shell hands them in. */
export const archive = (all: Documenteds, linkings: Linkings): Module =>
  moduleRow({
    name: 'archive',
    mayBeLeftOut: true,
    routes: routesOf(all, linkings),
    profile: archivePart,
    log: {
      words: texts,
      kinds: {
        'archive.exported': 'apnet',
        'archive.referenced': 'own',
        'archive.folderTaken': 'apnet',
        'archive.complianceTaken': 'apnet',
        'archive_package.made': 'own',
        'archive_package.received': 'own',
        'archive_package.opened': 'apnet',
      },
      own: { key: 'arkiv', label: (locale) => texts(locale).list.title },
    },
    places: [{ errand: 'control', href: '/arkiv', label: (locale) => texts(locale).list.title, may: mayRead }],
    ways: [
      { href: '/arkiv/pakker', label: (locale) => texts(locale).package.title, may: ({ actor }) => mayRead(actor) },
      { href: '/arkiv/pakker/ny', label: (locale) => texts(locale).package.make, may: ({ actor }) => mayFile(actor) },
      {
        href: '/arkiv/etterlevelse',
        label: (locale) => texts(locale).compliance.title,
        may: ({ actor }) => mayRead(actor),
      },
    ],
    panels: {
      deviation: [
        async (ctx, id, locale) => {
          const folder = await folderOfCase(ctx, id)
          return folder && folder.asks.length > 0 ? <FolderPanel id={id} name={folder.name} lacks={folder.lacks} locale={locale} /> : null
        },
      ],
      ...Object.fromEntries(
        (['processing', 'system'] as const).map((kind) => [
          kind,
          [
            async (ctx, id, locale) => (mayRead(ctx.actor) ? <CompliancePanel href={complianceHref(kind, id)} locale={locale} /> : null),
          ] satisfies NonNullable<Module['panels']>[string],
        ]),
      ),
    },
    removals: { deviation: [removeFromFilings] },
    files: { authority_receipt: lettersAttach, authority_answer: lettersAttach },
  })
