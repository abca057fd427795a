import { exportAudit, verifyAudit } from './audit.ts'
import { backup } from './backup.ts'
import { doctor } from './doctor.ts'
import { type Asked, type Errand, misunderstood } from './errand.ts'
import { keys } from './keys.ts'
import { restore } from './restore.ts'

const errands: Readonly<Record<string, Errand>> = {
  'audit:verify': verifyAudit,
  'audit:export': exportAudit,
  doctor,
  backup,
  restore,
  keys,
}

export async function runErrand(name: string, asked: Asked): Promise<number> {
  const errand = errands[name]
  if (errand) return errand(asked)
  asked.say(`There is no command ${name}. There are: ${Object.keys(errands).join(', ')}.`)
  return misunderstood
}
