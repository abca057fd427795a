import type { Actor } from '../../kernel/actor.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Beside } from '../../register/view.ts'
import { mayCoordinate, mayWrite } from './rules.ts'
import { texts } from './texts.ts'

const list = (href: string, label: (t: ReturnType<typeof texts>) => string, may: (actor: Actor) => boolean = () => true): Beside => ({
  href,
  label: (locale: Locale) => label(texts(locale)),
  may,
})
const lists: readonly Beside[] = [
  list('/kompetansekrav', (t) => t.requirements.title),
  list('/kurs', (t) => t.courses.title),
  list('/gjennomforinger', (t) => t.completions.title, mayCoordinate),
  list('/opplaeringsbehov', (t) => t.needs.title),
  list('/opplaeringsressurser', (t) => t.resources.title, mayWrite),
  list('/nyheter', (t) => t.posts.title, mayWrite),
]
/** The lists of training beside this page. */
export const besides = (at: string): readonly Beside[] => lists.filter(({ href }) => href !== at)
