import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { modules } from '../src/app/modules.ts'
import { type Actor, roles } from '../src/kernel/actor.ts'
import type { Route } from '../src/kernel/http.ts'
import type { Module } from '../src/kernel/module.ts'
import { openActions, type Workflow } from '../src/kernel/workflow.ts'
import type { Deviation } from '../src/modules/deviation/deviation.ts'
import { partsOf, type Standing } from '../src/modules/deviation/permissions.ts'
import { profiles } from '../src/modules/deviation/presets.ts'
import type { Profile } from '../src/modules/deviation/profile.ts'
import { workflow } from '../src/modules/deviation/workflow.ts'
import { asvsFaults, asvsPage, readAsvs } from './asvs.ts'
import { gates } from './check.ts'
import { type Finding, filesBelow, report } from './source.ts'
import { withoutSteps } from './steps.ts'

// docs/generated: what the code says about steps, permissions and addresses, as pages; and docs/asvs.md out of docs/asvs.json. A change of them shows as a
// difference in review. `--check` only compares.

const head = (title: string, about: string) => `# ${title}\n\nWritten by \`npm run docs\`; do not edit. ${about}`

async function pages(root: string): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/generated/workflows.md': await workflows(root),
    'docs/generated/permissions.md': permissions(),
    'docs/generated/routes.md': routes(modules),
    'docs/generated/authorisation.md': authorisation(modules),
    'docs/asvs.md': asvsPage(readAsvs(root)),
  }
}

/** Every workflow.ts as a diagram and a table. */
async function workflows(root: string): Promise<string> {
  const files = filesBelow(root, 'src/modules').filter((path) => path.endsWith('/workflow.ts'))
  const parts = await Promise.all(
    files.map(async (path) => {
      const exported = (await import(join(root, path))) as Readonly<Record<string, unknown>>
      const flows = Object.entries(exported).filter(([name]) => /workflow$/i.test(name)) as [string, Workflow<string, string, string>][]
      const module = path.replace(/^src\/modules\/|\/workflow\.ts$/g, '')
      return flows.map(([name, steps]) => drawn(name === 'workflow' ? module : `${module}: ${name.replace(/Workflow$/, '')}`, steps))
    }),
  )
  const about =
    '"Who" names parts: who plays a part is said in the module, and for the deviation in [permissions.md](permissions.md). A dash: the step does not move the record. The last section names the modules whose steps are not drawn.'
  const undrawn = [
    '## Not drawn',
    Object.entries(withoutSteps)
      .map(([module, why]) => `- **${module}**: ${why}`)
      .join('\n'),
  ]
  return `${[head('Workflows', about), ...parts.flat(), ...undrawn].join('\n\n')}\n`
}

/** One workflow as a diagram and a table. */
function drawn(title: string, steps: Workflow<string, string, string>): string {
  const moves = Object.entries(steps).flatMap(([action, { from, to }]) =>
    from.flatMap((status) =>
      [to].flat().flatMap((next) => (next === 'same' || next === status ? [] : [`  ${status} --> ${next}: ${action}`])),
    ),
  )
  const rows = Object.entries(steps).map(
    ([action, { from, to, by, needs }]) =>
      `| ${action} | ${from.join(', ')} | ${to === 'same' ? '–' : [to].flat().join(', ')} | ${by.join(', ')} | ${needs?.reason ? 'reason' : ''} |`,
  )
  return [
    `## ${title}`,
    ['```mermaid', 'stateDiagram-v2', ...moves, '```'].join('\n'),
    ['| step | from | to | who | needs |', '|---|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')
}

/** Role × status × step for the deviation, under each of the four profiles: the same answers as the buttons and the guards give. */
function permissions(): string {
  const parts = Object.entries(profiles).map(([preset, profile]) => {
    const rows = players(profile).flatMap(({ name, actor, standing, deviation }) => {
      const cells = statuses.map((status) => {
        const one = { ...deviation, status } as Deviation
        return openActions<Deviation['status'], keyof typeof workflow, string>(
          workflow,
          status,
          partsOf(one, actor, profile, standing),
        ).join(', ')
      })
      return cells.some((cell) => cell !== '') ? [`| ${name} | ${cells.join(' | ')} |`] : []
    })
    return [
      `## Deviation, ${preset}`,
      '',
      `| who | ${statuses.join(' | ')} |`,
      `|---|${statuses.map(() => '---|').join('')}`,
      ...rows,
    ].join('\n')
  })
  return `${[
    head(
      'Permissions',
      'What each role may do in each status of a privacy deviation that nobody has taken yet, and what somebody may do by their place in the case. A role that is not listed may do nothing. What further a step asks for is in the rules.',
    ),
    ...parts,
  ].join('\n\n')}\n`
}

const statuses = [...new Set(Object.values(workflow).flatMap((step) => [...step.from]))]

type Player = { readonly name: string; readonly actor: Actor; readonly standing: Standing; readonly deviation: object }

/** Each role alone, and then an employee in each place of the case. */
function players(profile: Profile): readonly Player[] {
  const { queue } = profile.deviation.routes.privacyDeviation
  const report = { affectedLeader: null, affectedUnit: null }
  const deviation = {
    queueRoles: queue,
    accessRoles: [...queue, ...profile.assessment.assessors],
    accessPersons: [],
    takenBy: null,
    triage: null,
    inquiries: [],
    measures: [],
    report,
  }
  const standing = { isReporter: false, ownsSystem: false }
  const actor = (some: readonly Actor['roles'][number][]): Actor => ({
    personId: 'someone',
    organisationId: 'here',
    roles: some,
    unitId: null,
    leads: [],
    profileVersion: 1,
  })
  const employee = actor(['employee'])
  return [
    ...roles.map((role) => ({ name: role, actor: actor([role]), standing, deviation })),
    { name: '*the reporter*', actor: employee, standing: { ...standing, isReporter: true }, deviation },
    { name: '*who took the case*', actor: employee, standing, deviation: { ...deviation, takenBy: 'someone' } },
    {
      name: '*who has a measure to do*',
      actor: employee,
      standing,
      deviation: { ...deviation, measures: [{ responsiblePerson: 'someone', responsibleRole: null }] },
    },
    {
      name: '*leader of the affected unit*',
      actor: employee,
      standing,
      deviation: { ...deviation, report: { ...report, affectedLeader: 'someone' } },
    },
    {
      name: '*leader of the affected unit, where the deviation is internal*',
      actor: employee,
      standing,
      deviation: { ...deviation, triage: 'internal', report: { ...report, affectedLeader: 'someone' } },
    },
    { name: '*system owner of the system*', actor: actor(['systemOwner']), standing: { ...standing, ownsSystem: true }, deviation },
  ]
}

/** Every address there is, out of the modules' own rows: one that is put together is there as it came to be. */
export function routes(all: readonly Pick<Module, 'name' | 'routes' | 'machines'>[]): string {
  const rows = all.flatMap(({ name, routes: own, machines = [] }) => [
    ...own.map(({ method, path, may }) => `| ${method} | ${path.replace(/\|/g, '\\|')} | ${guardOf(may)} | ${name} |`),
    ...machines.map(({ at }) => `| any | ${at}/* | ${byToken} | ${name} |`),
  ])
  return `${head('Routes', 'Who may come in is said at each address; `open` means without signing in. What one record allows is asked of the record.')}\n\n| method | address | who may come in | module |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

/** Of the roads of other machines: the module asks for the token, and no session counts. */
const byToken = '*another machine, with a token of the organisation*'

/** A guard by its name, or as it is written where it has none. */
const guardOf = (may: Route['may']): string =>
  typeof may === 'string' ? may : (may.name !== 'may' && may.name) || String(may).replace(/\s+/g, ' ').replace(/\|/g, '\\|')

/**
 * Every address and every role, by asking each address's own guard as the server does: whoever changes what a guard says, wherever it is
 * written, sees here which pages it opens to whom (G-01).
 */
export function authorisation(all: readonly Pick<Module, 'name' | 'routes' | 'machines'>[]): string {
  const rows = all.flatMap(({ name, routes: own, machines = [] }) => [
    ...own.map(({ method, path, may }) => `| ${method} | ${path.replace(/\|/g, '\\|')} | ${whoMay(may).join(', ')} | ${name} |`),
    ...machines.map(({ at }) => `| any | ${at}/* | ${byToken} | ${name} |`),
  ])
  const about =
    'Who gets past the door of each address. *anyone*: without signing in. *everybody*: whoever is signed in; *confined too*: also who has shown less than the organisation asks for. Else each role that does, and *a leader of a unit*, where leading one is enough. Behind the door each record has rules of its own. A guard that has changed is a difference here.'
  return `${head('Authorisation', about)}\n\n| method | address | who may come in | module |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

/** In the words of the table. */
export function whoMay(may: Route['may']): readonly string[] {
  if (may === 'open') return ['*anyone*']
  if (may === 'anySession') return ['*everybody, confined too*']
  if (may === 'signedIn' || may(doorActor('employee', []))) return ['*everybody*']
  const held = roles.filter((role) => may(doorActor(role, [])))
  const leads = !held.includes('leader') && may(doorActor('employee', [somewhere])) ? ['*a leader of a unit*'] : []
  return held.length + leads.length === 0 ? ['*nobody*'] : [...held, ...leads]
}

const somewhere = '00000000-0000-7000-8000-000000000001'
/** Everybody is an employee too. */
export const doorActor = (role: Actor['roles'][number], leads: readonly string[]): Actor => ({
  personId: somewhere,
  organisationId: somewhere,
  roles: role === 'employee' ? ['employee'] : ['employee', role],
  unitId: somewhere,
  leads,
  profileVersion: 1,
})

export function stale(root: string, path: string, text: string): readonly Finding[] {
  const same = existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text
  return same ? [] : [{ file: path, line: 1, says: 'is not what the code says now: run `npm run docs` and look at the difference' }]
}

// At the end, because it runs while the file is read.
if (import.meta.main) {
  const root = process.cwd()
  const made = Object.entries(await pages(root))
  if (process.argv.includes('--check'))
    report('generated documents', [
      ...made.flatMap(([path, text]) => stale(root, path, text)),
      ...asvsFaults(
        root,
        readAsvs(root),
        gates.map(({ name }) => name),
      ),
    ])
  else
    for (const [path, text] of made) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
}
