import type { Locale } from '../../kernel/texts.ts'
import { importTexts } from './texts.ts'

/** What an import leaves in the log, beside what each row does: the words, and the kind they are searched by. */
export const importEvents = <S extends string>(subject: S, locale: Locale) => {
  const { imported, importUndone, takenBack } = importTexts(locale).events
  return {
    [`${subject}.imported`]: () => imported,
    [`${subject}.importUndone`]: () => importUndone,
    [`${subject}.takenBack`]: () => takenBack,
  } as {
    readonly [T in `${S}.${'imported' | 'importUndone' | 'takenBack'}`]: () => string
  }
}

export const importKinds = <S extends string, K extends string>(subject: S, kind: K) =>
  ({ [`${subject}.imported`]: kind, [`${subject}.importUndone`]: kind, [`${subject}.takenBack`]: kind }) as {
    readonly [T in `${S}.${'imported' | 'importUndone' | 'takenBack'}`]: K
  }
