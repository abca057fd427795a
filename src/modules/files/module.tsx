import { moduleRow } from '../../kernel/module.ts'
import { removeFromFiles } from './commands-removal.ts'
import { fileSweep } from './jobs.ts'
import { NoScanner, ScannerPanel } from './pages/scanner.tsx'
import { filesOf } from './queries.ts'
import { routes } from './routes.tsx'
import { filePlaces } from './store-content.ts'
import { texts } from './texts.ts'

export const files = moduleRow({
  name: 'files',
  routes,
  log: {
    words: texts,
    kinds: {
      'file.added': 'behandlet',
      'file.removed': 'behandlet',
      'file.scanned': 'behandlet',
      'file.opened': 'apnet',
      'file.refused': 'avvist',
    },
  },
  panels: {
    organisation: [async (ctx, _, locale) => ctx.house.scans && <ScannerPanel locale={locale} />],
    organisationFaults: [async (ctx, _, locale) => !ctx.house.scans && <NoScanner locale={locale} />],
  },
  removals: { deviation: [removeFromFiles] },
  sealed: filePlaces,
  keeps: async (ctx, place) => (await filesOf(ctx, place)).length > 0,
  sweeps: (vault) => [fileSweep(vault)],
})
