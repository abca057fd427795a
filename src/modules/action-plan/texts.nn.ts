import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Tiltaksplan',
  lead: 'Alle tiltak på éin stad: frå avvik, ROS-analysar, DPIA-ar, avtalar, revisjonar, tilsyn, internkontroll og vedtak frå leiinga. Du ser tiltaka i det du sjølv kan opne. Endre og avslutt eit tiltak der det høyrer heime.',
  none: 'Ingen tiltak å vise',
  noneText: 'Tiltak som nokon legg inn i eit avvik, ein ROS-analyse eller eit anna register, kjem hit av seg sjølve.',
  columns: {
    what: 'Tiltak',
    about: 'Gjeld',
    source: 'Kjem frå',
    owner: 'Ansvarleg',
    unit: 'Eining',
    due: 'Frist',
    state: 'Status',
    decidedBy: 'Vedteke av',
    decidedOn: 'Vedteke',
    evidence: 'Kva viser at det er gjort',
  },
  states: { open: 'Ikkje gjort', late: 'Over fristen', done: 'Gjort', notDone: 'Ikkje gjort (òg over fristen)' },
  views: { all: 'Alle tiltak', late: 'Over fristen', own: 'Mine' },
  until: 'Frist seinast',
  search: 'Ord frå tiltaket, eller det det gjeld',
  nobody: 'Ingen',
  noDay: 'Ingen frist',
  inRecord: 'Står i saka',
  events: { 'actionPlan.listed': () => 'Tiltaksplanen vist', 'actionPlan.exported': () => 'Tiltaksplanen lasta ned' },
}
