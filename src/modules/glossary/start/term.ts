/** When the articles of GDPR below were read, in the Norwegian translation that is part of personopplysningsloven. */
const readOn = '2026-11-30'

type Three = readonly [nb: string, nn: string, en: string]
type Words = 'name' | 'nameNn' | 'nameEn' | 'meaningNb' | 'meaningNn' | 'meaningEn'
export type StartTerm = Readonly<Record<Words, string>> & {
  readonly source?: string
  readonly readOn?: string
  readonly alsoCalled?: string
}

/** A term as it begins: its name and meaning in bokmål, nynorsk and English. `gdpr`: which article says so. `also`: what else it is called. */
export function term([name, nameNn, nameEn]: Three, [meaningNb, meaningNn, meaningEn]: Three, gdpr?: string, also?: string): StartTerm {
  const source = gdpr === undefined ? {} : { source: `GDPR artikkel ${gdpr}`, readOn }
  return { name, nameNn, nameEn, meaningNb, meaningNn, meaningEn, ...source, ...(also === undefined ? {} : { alsoCalled: also }) }
}
