import type { Words } from './words-nb.ts'

export const wordsEn: Words = {
  title: 'Data processing agreement',
  controller: 'Controller',
  processor: 'Processor',
  number: 'org. no.',
  general: {
    purpose: {
      heading: '1. What the agreement covers',
      text: 'The processor processes personal data on behalf of the controller. The agreement sets out how, as Article 28 of the General Data Protection Regulation requires. Annexes A to D are part of the agreement. Where the annexes say something other than the general text, the annexes apply.',
    },
    controller: {
      heading: '2. The controller',
      text: 'The controller decides the purposes and means of the processing, and is responsible for its being lawful.',
    },
    processor: {
      heading: '3. The processor’s duties',
      instructions:
        'The processor processes the data only on the documented instructions in annex C, also as regards transfers to countries outside the EEA. The processor does not use the data for its own purposes.',
      confidentiality:
        'Everyone who has access to the data is bound to confidentiality. Only those who need access for the task have it. The duty of confidentiality continues after the agreement has ended.',
      security:
        'The processor has in place the technical and organisational measures that Article 32 requires, and at least those in annex C. The processor can document them.',
      rights: 'The processor helps the controller to answer when people use their rights, and passes requests on without delay.',
      assists:
        'The processor helps the controller with security, notification of breaches, data protection impact assessment and prior consultation (Articles 32 to 36).',
      unlawful: 'If the processor believes that an instruction breaks the data protection rules, the processor says so at once.',
    },
    breach: {
      heading: '4. Personal data breaches',
      text: (hours) =>
        `The processor notifies the controller of a breach without undue delay, and within ${hours} ${hours === 1 ? 'hour' : 'hours'} of discovering it. The notice says what has happened, who and how many are affected, what may follow, and what has been done.`,
    },
    subProcessors: {
      heading: '5. Sub-processors',
      none: () => 'The processor does not use sub-processors.',
      specific: () =>
        'The processor uses only the sub-processors in annex B. A new one must be authorised by the controller in writing before it is used.',
      general: (days) =>
        `The processor may use the sub-processors in annex B. The controller is given notice ${days === null ? '' : days === 1 ? 'at least one day ' : `at least ${days} days `}before a new one is used or one is replaced, and may object.`,
      duties:
        'Each sub-processor is bound by the same duties as the processor. The processor is responsible for what the sub-processor does.',
    },
    transfers: {
      heading: '6. Transfer out of the EEA',
      yes: 'Data are transferred to countries outside the EEA only as annexes B and C say, and only when the conditions of Chapter V of the Regulation are met.',
      no: 'The data are not transferred to countries outside the EEA, and nobody outside the EEA has access to them.',
    },
    audit: {
      heading: '7. Access and audit',
      text: 'The controller always has the right to inspect, and to check whether the security requirements are followed. The processor gives all the information needed to show that the agreement is followed, and makes audits possible, even when somebody else carries them out for the controller.',
    },
    end: {
      heading: '8. Duration and end',
      duration: (duration) => `The processing lasts: ${duration}`,
      until: (day) => `The agreement applies until ${day}.`,
      deleted:
        'When the agreement ends, the processor deletes all the data and all copies, and confirms it in writing. This does not apply to data that the law requires to be kept.',
      returned:
        'When the agreement ends, the processor returns all the data and deletes the copies, and confirms it in writing. This does not apply to data that the law requires to be kept.',
    },
    law: { heading: '9. Governing law', text: 'The agreement is governed by Norwegian law.' },
  },
  covers: { heading: 'Processing activities and systems' },
  noSubProcessors: 'No sub-processors have been entered.',
  noChanges: 'No changes.',
  toSign: (party) => `For ${party}: place, date and signature ……………………………………………`,
  signed: (party, who, day) => `For ${party}: ${who}, ${day}`,
}
