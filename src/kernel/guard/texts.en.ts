import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  kinds: {
    nationalId: {
      name: 'National identity number',
      one: 'a national identity number',
      many: '{count} national identity numbers',
      why: 'It identifies one person.',
      instead: 'Write the role instead, such as “a pupil”.',
    },
    accountNumber: {
      name: 'Account number',
      one: 'an account number',
      many: '{count} account numbers',
      why: 'It can be misused, and is not needed here.',
      instead: 'Just say that an account number was there.',
    },
    phone: {
      name: 'Telephone number',
      one: 'a telephone number',
      many: '{count} telephone numbers',
      why: 'It shows who the case is about.',
      instead: 'Write the role instead, such as “a parent”.',
    },
    email: {
      name: 'E-mail address',
      one: 'an e-mail address',
      many: '{count} e-mail addresses',
      why: 'It often shows a person’s name.',
      instead: 'Say what kind of recipient it was, such as “another municipality”.',
    },
    healthWord: {
      name: 'Words about health and the like',
      one: 'a word about health or the like',
      many: '{count} words about health or the like',
      why: 'It can give something away if the reader understands who it is about.',
      instead: 'You may say what kind of data it is, but not who it is about.',
    },
  },
  marks: {
    nationalId: '[national identity number hidden]',
    accountNumber: '[account number hidden]',
    phone: '[telephone number hidden]',
    email: '[e-mail address hidden]',
  },
  found: 'The text seems to contain {list}.',
  and: '{a} and {b}',
  andMore: '{list} and more',
  line: 'line {lines}',
  lines: 'lines {lines}',
  neverBlocks: 'You can continue without changing anything.',
  show: 'Show in the text',
  hide: 'Hide in the text',
  undo: 'Undo',
  masked: 'We have hidden {list}.',
  undone: 'The text is as you wrote it.',
}
