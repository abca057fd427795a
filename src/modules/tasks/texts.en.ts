import { durationWords } from '../../kernel/calendar/words.ts'
import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  nav: 'Tasks',
  title: 'My tasks',
  lead: 'What you need to do, with the nearest deadline first.',
  none: 'You have no tasks now',
  noneText: 'When there is something for you to do, it is shown here, and you get a message.',
  withoutDelay: 'As soon as possible',
  noDeadline: 'No deadline',
  columns: { task: 'Task', about: 'About', due: 'Deadline', given: 'Given' },
  views: { all: 'By deadline', overdue: 'Overdue', own: 'Given to you' },
  search: 'Words from the task, or a case number',
  overdueLead: (n) => (n === 1 ? '1 task is overdue.' : `${n} tasks are overdue.`),
  reminder: (left, task) => `${left} left: ${task}`,
  overdueNotice: (task) => `Overdue: ${task}`,
  handedOver: (task) => `The task is yours now: ${task}`,
  escalated: (task) => `Not done in time: ${task}`,
  escalatedFurther: (task) => `Still not done: ${task}`,
  roles: {
    title: (n) => (n === 1 ? 'A role is vacant' : `${n} roles are vacant`),
    fill: (role) => `Give somebody the role ${role}`,
    vacant: (role) => `Nobody holds the role ${role}`,
    meanwhile: (role) => `The ${role} does the work meanwhile`,
    stopped: 'The work is at a standstill until somebody has the role',
    waiting: (n) => (n === 1 ? '1 task is waiting' : `${n} tasks are waiting`),
    give: 'Find the person who should have the role',
    ask: 'The administrator has a task to give the role to somebody.',
  },
  held: {
    title: 'Work this person has now',
    none: 'This person has no tasks by name.',
    goesTo: (roles) => `Goes to: ${roles}`,
    goesToNobody: 'Waits until somebody gets the role',
    waiting: (n) =>
      n === 1
        ? '1 task waits for the roles that become vacant, such as a signature.'
        : `${n} tasks wait for the roles that become vacant, such as signatures.`,
    stays: 'Tasks in cases that this person has taken, or is asked about, stay with them. The others go to the role.',
    drafts:
      'Reports that have been started but not sent are seen only by the people writing them. Ask the person to send or delete them first.',
  },
  task: {
    late: 'Not done in time',
    done: 'Done',
    open: 'Task',
    lead: 'You have been told of this task because it was not done in time, and you manage the person who has it or are responsible for the work.',
    holder: 'Who has the task',
    due: 'Deadline',
    reference: 'Case',
    toCase: 'Open the case',
    noCase: 'You do not have access to the case, and do not need it: raise it with the person who has the task.',
  },
  units: {
    title: 'Tasks in the units',
    lead: 'What people in the units have to do, and when it is due. You do not see what is in the cases.',
    none: 'Nobody in the units has a task',
    noneText: 'When somebody in the unit is given a task, it is shown here until it is done.',
    unit: 'Unit',
    anyUnit: 'All the units',
    kind: 'Kind',
    reviews: 'Reviews',
    counted: {
      open: (n) => (n === 1 ? 'task to do' : 'tasks to do'),
      late: (n) => (n === 1 ? 'task overdue' : 'tasks overdue'),
      reviews: (n) => (n === 1 ? 'review overdue' : 'reviews overdue'),
    },
  },
  setting: {
    heading: 'When a task is not done',
    follows:
      'When a task is overdue, that person’s line manager is told. If it is still not done after this many days, the manager above is told, and so on upwards.',
    fields: { lineDays: { label: 'Days before the task goes to the next manager', hint: 'From 1 to 60 days.' } },
    state: (days) => (days === 1 ? 'Goes to the next manager after 1 day' : `Goes to the next manager after ${days} days`),
  },
  events: {
    'task.handedOver': () => 'A task went to the role, because the person who had it has left',
    'task.reminded': ({ minutesLeft }) => `Varde sent a reminder of a task: ${durationWords(minutesLeft * 60_000, 'en')} left`,
    'task.exported': () => 'List of tasks downloaded',
    'task.overdue': () => 'A task became overdue',
    'task.escalated': ({ to }) =>
      to === 'leader' ? 'The manager was told of an overdue task' : 'The controller was told of an overdue task',
  },
}
