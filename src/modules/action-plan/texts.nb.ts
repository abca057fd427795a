import type { HappeningOf } from '../../kernel/change.ts'
import type { ActionPlanEvent } from './action-plan.ts'

type Say = { readonly [T in ActionPlanEvent['type']]: (event: HappeningOf<ActionPlanEvent, T>) => string }

export const nb = {
  title: 'Tiltaksplan',
  lead: 'Alle tiltak på ett sted: fra avvik, ROS-analyser, DPIA-er, avtaler, revisjoner, tilsyn, internkontroll og vedtak fra ledelsen. Du ser tiltakene i det du selv kan åpne. Endre og avslutt et tiltak der det hører hjemme.',
  none: 'Ingen tiltak å vise',
  noneText: 'Tiltak som noen legger inn i et avvik, en ROS-analyse eller et annet register, kommer hit av seg selv.',
  columns: {
    what: 'Tiltak',
    about: 'Gjelder',
    source: 'Kommer fra',
    owner: 'Ansvarlig',
    unit: 'Enhet',
    due: 'Frist',
    state: 'Status',
    decidedBy: 'Vedtatt av',
    decidedOn: 'Vedtatt',
    evidence: 'Hva viser at det er gjort',
  },
  states: { open: 'Ikke gjort', late: 'Over fristen', done: 'Gjort', notDone: 'Ikke gjort (også over fristen)' },
  views: { all: 'Alle tiltak', late: 'Over fristen', own: 'Mine' },
  until: 'Frist senest',
  search: 'Ord fra tiltaket, eller det det gjelder',
  nobody: 'Ingen',
  noDay: 'Ingen frist',
  inRecord: 'Står i saken',
  events: { 'actionPlan.listed': () => 'Tiltaksplanen vist', 'actionPlan.exported': () => 'Tiltaksplanen lastet ned' } as Say,
}
export type Texts = typeof nb
