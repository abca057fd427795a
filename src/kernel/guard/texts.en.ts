import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  kinds: {
    nationalId: {
      name: 'National identity number',
      one: 'a national identity number',
      many: '{count} national identity numbers',
      why: 'A national identity number or D number points at one person, and several people read the report.',
      instead: 'Write the role instead, such as “a pupil” or “a patient”.',
    },
    accountNumber: {
      name: 'Account number',
      one: 'an account number',
      many: '{count} account numbers',
      why: 'An account number can be misused, and nobody needs it to handle the deviation.',
      instead: 'Just say that account numbers were among the data.',
    },
    phone: {
      name: 'Telephone number',
      one: 'a telephone number',
      many: '{count} telephone numbers',
      why: 'A telephone number shows who it is about.',
      instead: 'Write the role instead, such as “a parent”.',
    },
    email: {
      name: 'E-mail address',
      one: 'an e-mail address',
      many: '{count} e-mail addresses',
      why: 'An e-mail address usually shows a person’s name.',
      instead: 'Say what kind of recipient it was, such as “a parent” or “another municipality”.',
    },
    healthWord: {
      name: 'Words about health and other sensitive matters',
      one: 'a word about health or other sensitive matters',
      many: '{count} words about health or other sensitive matters',
      why: 'Such words can give away something sensitive if the reader understands who it is about.',
      instead: 'You may well say what kind of data it is. Just make sure nobody can recognise the person.',
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
  line: 'line {lines}',
  lines: 'lines {lines}',
  neverBlocks: 'This does not stop you. You can send the text as it is.',
  show: 'Show in the text',
  hide: 'Hide in the text',
  undo: 'Undo',
  masked: 'We have hidden {list}.',
  undone: 'The text is as you wrote it.',
}
