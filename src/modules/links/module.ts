import { type Module, moduleRow } from '../../kernel/module.ts'
import { marksSweep } from './commands.ts'
import type { Linkings } from './link.ts'
import { isMarked } from './queries.ts'
import { routesOf, seesMarks } from './routes.tsx'
import { texts } from './texts.ts'

/** `kinds`: how all kinds of record hang together, as the rows of the modules say. */
export const links = (kinds: Linkings): Module =>
  moduleRow({
    name: 'links',
    routes: routesOf(kinds),
    log: { words: texts, kinds: { 'link.marked': 'oppgaver', 'link.looked': 'oppgaver' } },
    places: [{ errand: 'tasks', href: '/ses-pa-igjen', label: (locale) => texts(locale).title, may: seesMarks, stands: 'last' }],
    keeps: isMarked,
    sweeps: () => [marksSweep(kinds)],
  })
