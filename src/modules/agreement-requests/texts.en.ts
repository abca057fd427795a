import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Requests for a data processing agreement',
  place: 'Agreement requests',
  one: 'Request for a data processing agreement',
  lead: 'Ask for a data processing agreement, or for help with drafting one. The answer appears here, and you get a message.',
  add: 'Ask for a data processing agreement',
  send: 'Send the request',
  sent: 'The request has been sent.',
  none: 'No requests',
  noneText: 'If somebody outside is to process personal data for your unit, you need a data processing agreement.',
  status: { waiting: 'Waiting for an answer', answered: 'Answered' },
  state: 'Status',
  askedBy: 'Sent by',
  askedAt: 'Sent',
  answerTitle: 'Answer the request',
  answerButton: 'Send the answer',
  answered: 'The answer has been sent.',
  answeredBy: 'Answered by',
  goesTo: (who) => `The request has been sent to ${who}.`,
  ask: {
    kind: {
      label: 'What do you need?',
      choices: { agreement: 'A data processing agreement', drafting: 'Help from Procurement with drafting an agreement' },
    },
    counterpart: { label: 'Who will the agreement be with?', hint: 'The supplier or partner.' },
    about: {
      label: 'What is it about?',
      hint: 'Which data, who they are about, and what is to be done with them. Do not write people’s names.',
    },
    unit: { label: 'Unit' },
  },
  answer: { answer: { label: 'Answer' }, agreement: { label: 'The agreement it concerns', hint: 'If it has been registered.' } },
  panel: {
    title: 'Do you need an agreement?',
    text: 'The controller makes the agreement, and Procurement can help with drafting it.',
    agreement: 'Ask for a data processing agreement',
    drafting: 'Ask Procurement for help',
  },
  tasks: { agreement: 'Answer the request for a data processing agreement', drafting: 'Help with a data processing agreement' },
  messages: { sent: 'New request for a data processing agreement', answered: 'Answer to your request for a data processing agreement' },
  refusals: { answeredAlready: 'Somebody else has already answered.' },
  setting: {
    heading: 'Who answers requests for an agreement',
    follows: 'Holders of these roles have the task of answering, and see the request.',
    fields: { agreement: { label: 'Answers when somebody asks for an agreement' }, drafting: { label: 'Helps to draft an agreement' } },
  },
  events: {
    sent: 'Request for a data processing agreement sent',
    answered: 'Request for a data processing agreement answered',
    refused: 'Answer to a request for a data processing agreement refused',
  },
}
