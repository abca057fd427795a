/** `left` and `task` are filled in by the caller: "4 timer", "Vurder avviket". */
export const nb = {
  title: 'Mine oppgaver',
  lead: 'Det du skal gjøre, med den nærmeste fristen først.',
  none: 'Du har ingen oppgaver nå',
  noneText: 'Når du får noe å gjøre, står det her, og du får et varsel.',
  noDeadline: 'Ingen frist',
  more: 'Listen viser de {n} oppgavene som haster mest.',
  open: (n: number) => (n === 1 ? '1 oppgave' : `${n} oppgaver`),
  overdueLead: (n: number) => (n === 1 ? 'Fristen er passert for 1 oppgave.' : `Fristen er passert for ${n} oppgaver.`),
  reminder: (left: string, task: string) => `${left} igjen: ${task}`,
  overdueNotice: (task: string) => `Fristen er passert: ${task}`,
  escalated: (task: string) => `Ikke gjort innen fristen: ${task}`,
}
export type Texts = typeof nb
