import type { Locale } from '../../../kernel/texts.ts'

type Words = readonly (readonly [key: string, nb: string, nn: string, en: string])[]

/** What a part of the profile is called in the log: the first row that its place begins with. */
const words: Words = [
  ['deviation.routes.privacyDeviation', 'hvem får personvernavvik', 'kven får personvernavvik', 'who receives privacy deviations'],
  ['deviation.routes.securityIncident', 'hvem får sikkerhetshendelser', 'kven får tryggleikshendingar', 'who receives security incidents'],
  ['deviation.routes.ruleDeviation', 'hvem får avvik fra regler', 'kven får avvik frå reglar', 'who receives deviations from rules'],
  ['deviation.routes.itEquipment', 'hvem får saker om IT-utstyr', 'kven får saker om IT-utstyr', 'who receives matters of IT equipment'],
  ['deviation.definition', 'hva et avvik er', 'kva eit avvik er', 'what a deviation is'],
  ['deviation.urgency', 'hvor raskt avvik skal meldes', 'kor raskt avvik skal meldast', 'how quickly deviations must be reported'],
  ['deviation.draftReminderHours', 'påminnelse om utkast', 'påminning om utkast', 'reminder of drafts'],
  ['assessment.assessors', 'hvem vurderer', 'kven vurderer', 'who assesses'],
  ['assessment.deciders', 'hvem avgjør om det er brudd', 'kven avgjer om det er brot', 'who decides whether it is a breach'],
  ['closing.deciders', 'hvem lukker', 'kven lukkar', 'who closes'],
  ['authority.senders', 'hvem sender til Datatilsynet', 'kven sender til Datatilsynet', 'who sends to Datatilsynet'],
  ['authority.remindAtHoursLeft', 'påminnelser om fristen', 'påminningar om fristen', 'reminders of the deadline'],
  ['authority.instruction', 'hvordan meldingen sendes', 'korleis meldinga blir send', 'how the notification is sent'],
  ['subjectMessage.drafters', 'hvem skriver til de berørte', 'kven skriv til dei råka', 'who writes to those affected'],
  ['subjectMessage.signers', 'hvem signerer brev', 'kven signerer brev', 'who signs letters'],
  ['titles', 'hva rollene heter', 'kva rollene heiter', 'what the roles are called'],
  ['locale', 'språk', 'språk', 'language'],
  ['deviation', 'avvik', 'avvik', 'deviations'],
  ['assessment', 'vurdering', 'vurdering', 'assessment'],
  ['authority', 'melding til Datatilsynet', 'melding til Datatilsynet', 'notification to Datatilsynet'],
  ['subjectMessage', 'brev til de berørte', 'brev til dei råka', 'letters to those affected'],
  ['closing', 'lukking', 'lukking', 'closing'],
  ['archive', 'arkiv', 'arkiv', 'archive'],
]

/** ": hvem lukker, hvem signerer brev"; nothing where no part has words. */
export function partsIn(keys: readonly string[], locale: Locale): string {
  const at = { nb: 1, nn: 2, en: 3 } as const
  const found = keys.flatMap((key) => words.find(([part]) => key === part || key.startsWith(`${part}.`))?.[at[locale]] ?? [])
  return found.length === 0 ? '' : `: ${[...new Set(found)].join(', ')}`
}
