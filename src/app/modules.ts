import type { Module } from '../kernel/module.ts'
import { audit } from '../modules/audit/module.ts'
import { deviation } from '../modules/deviation/module.tsx'
import { caseIdsOf, caseNumbersOf } from '../modules/deviation/public.ts'
import { documents } from '../modules/documents/module.ts'
import { files } from '../modules/files/module.tsx'
import { identity } from '../modules/identity/module.ts'
import { kept } from '../modules/kept/module.ts'
import { messages } from '../modules/messages/module.tsx'
import { notices } from '../modules/notices/module.tsx'
import { organisation } from '../modules/organisation/module.ts'
import { people } from '../modules/people/module.ts'
import { systems } from '../modules/systems/module.ts'
import { tasks } from '../modules/tasks/module.tsx'
import { logOf } from './log.ts'
import { shell } from './shell.ts'

export const log = logOf(() => modules)

/**
 * The table of contents: every module in the order of dependence. One may ask only those above it, and only their public.ts;
 * `npm run check` reads this list (scripts/check-imports.ts), so there can be no cycle.
 */
export const modules: readonly Module[] = [
  shell,
  organisation,
  people,
  kept,
  identity,
  audit({ idsOf: caseIdsOf, numbersOf: caseNumbersOf }, log),
  tasks,
  messages,
  documents,
  files,
  systems,
  deviation,
  notices,
]
