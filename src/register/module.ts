import { type Module, moduleRow } from '../kernel/module.ts'
import type { Locale } from '../kernel/texts.ts'

/** What a register's events are called: a sentence each, the refused included. */
export type RegisterEventTexts = { readonly added: string; readonly edited: string; readonly exported: string; readonly refused: string }

type Texts = (locale: Locale) => { readonly title: string; readonly events: RegisterEventTexts }

/** A plain register's row: its place in the menu, its kind in the log, and the words of its events. The rest of a row beside it. */
export const registerRow = <S extends string>(subject: S, at: `/${string}`, texts: Texts, row: Omit<Module, 'log' | 'places'>): Module =>
  moduleRow({
    ...row,
    log: {
      words: (locale) => {
        const { added, edited, exported, refused } = texts(locale).events
        return {
          events: {
            [`${subject}.added`]: () => added,
            [`${subject}.edited`]: () => edited,
            [`${subject}.exported`]: () => exported,
            [`${subject}.refused`]: () => refused,
          },
        }
      },
      kinds: {
        [`${subject}.added`]: 'own',
        [`${subject}.edited`]: 'own',
        [`${subject}.exported`]: 'own',
        [`${subject}.refused`]: 'avvist',
      },
      own: { key: at.slice(1), label: (locale) => texts(locale).title },
    },
    places: [{ errand: 'registers', href: at, label: (locale) => texts(locale).title, may: () => true }],
  })
