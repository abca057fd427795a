import { laterPlace } from '../../kernel/audit-later.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type Module, moduleRow } from '../../kernel/module.ts'
import type { LogKinds, Subjects } from './audit.ts'
import { logSweep, sealSweep } from './jobs.ts'
import { auditRoutes, mayRead } from './routes.tsx'
import { texts } from './texts.ts'

/** What a case number means is the registers' own, and so are the kinds of event; the shell hands them in. */
export const audit = (subjects: Subjects<Ctx>, kinds: LogKinds): Module =>
  moduleRow({
    name: 'audit',
    routes: auditRoutes(subjects, kinds),
    log: {
      words: texts,
      kinds: {
        'audit.searched': 'logglesing',
        'audit.exported': 'logglesing',
        'audit.restored': 'oppsett',
        'audit.keyRenewed': 'oppsett',
        'audit.keyDeleted': 'oppsett',
      },
    },
    places: [{ errand: 'log', href: '/logg', label: (locale) => texts(locale).nav, may: mayRead }],
    sealed: [laterPlace],
    sweeps: () => [logSweep, sealSweep],
  })
