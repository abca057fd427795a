import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  newTitle: 'Save the view',
  editTitle: 'Change the view',
  lead: 'A view is the filters, the order and the columns you have chosen. Words you have searched for are not saved.',
  onlyMe: 'Only me',
  saved: 'The view is saved.',
  remove: 'Remove the view',
  removeText: 'Nothing in the list is lost when you remove a view.',
  removed: (name) => `The view “${name}” has been removed.`,
  fields: {
    name: { label: 'Name of the view' },
    sharedWith: {
      label: 'Who sees it?',
      hint: 'Those who have the role see the view above the list. They see only what they have access to otherwise.',
    },
    opens: { label: 'Should the list open with this view?', choices: { yes: 'Yes', no: 'No' } },
  },
  refusals: {
    nameTaken: 'You already have a view with this name. Give it another name.',
    notYourRole: 'You can only share with a role you hold yourself.',
  },
  events: {
    'view.added': () => 'View of a list saved',
    'view.edited': () => 'View of a list changed',
    'view.removed': () => 'View of a list removed',
    'saved_view.refused': () => 'Change of a view refused',
  },
}
