import type { Finding } from './finding.ts'
import { findNationalIds } from './national-id.ts'

/**
 * E-mail addresses of people. Works outwards from each @ with bounded steps, so no text can make it slow.
 * An address holding a national identity number counts as that.
 */
export const findEmails = (text: string, options: { readonly newNationalIdRule: boolean }): Finding[] => {
  const found: Finding[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = localPart.exec(text.slice(Math.max(from, at - 64), at))?.[0]
    domain.lastIndex = at + 1
    if (!local || !domain.test(text) || functionMailbox.test(local)) continue
    const start = at - local.length
    const end = domain.lastIndex
    const holdsId = findNationalIds(text.slice(start, end), options).length > 0
    found.push({ kind: holdsId ? 'nationalId' : 'email', start, end })
    from = end
  }
  return found
}

const localPart = /[\p{L}\d_][\p{L}\d._%+'-]*$/u
const domain = /(?:[\p{L}\d][\p{L}\d-]{0,62}\.){1,8}\p{L}{2,24}(?![\p{L}\d])/uy

// Nobody's own address: a report must be able to say where a message went.
const functionMailbox =
  /^(?:post|postmottak|firmapost|servicekontor|personvernomb[uo]d|avvik|sikkerhet|behandlingsansvarl[ei]g|hjelp|bruk[ae]rstøtte|support|info|no-?reply|ikkj?e-?svar)$/i
