import { type Actor, hasRole } from '../../kernel/actor.ts'
import { turned } from '../../register/import/called.ts'
import { importable } from '../../register/import/importable.ts'
import { registerImport } from '../../register/import/routes.tsx'
import { addPerson, addUnit, editPerson, editUnit, takeBackPerson, takeBackUnit } from './commands.ts'
import { personFields, unitFields } from './fields.ts'
import { personsAt, unitsNamed } from './queries.ts'
import { personReferences, unitReferences } from './queries-reference.ts'
import { texts } from './texts.ts'

/** What the texts of Varde, and other systems, call the leader of a person (S4-048). */
const closestLeader = turned({ leader: ['Nærmeste leder', 'Næraste leiar', 'Line manager', 'Leder', 'Leiar', 'Manager'] })
const may = (actor: Actor) => hasRole(actor, 'admin')

/** An address is one person's, and tells which. No account is made and no mail is sent: people are invited afterwards. */
export const personImports = registerImport(
  importable({
    at: '/personer',
    subject: 'person',
    fields: personFields,
    references: personReferences,
    texts: (locale) => ({ title: texts(locale).people.title, fields: texts(locale).person, refusals: texts(locale).wrong }),
    alsoCalled: { headings: closestLeader, choices: {} },
    key: 'email',
    above: 'leader',
    name: 'name',
    may,
    keyed: personsAt,
    add: (ctx, id, values) => addPerson(ctx, values, null, id),
    edit: editPerson,
    takeBack: takeBackPerson,
  }),
)

export const unitImports = registerImport(
  importable({
    at: '/enheter',
    subject: 'unit',
    fields: unitFields,
    references: unitReferences,
    texts: (locale) => ({ title: texts(locale).units.title, fields: texts(locale).unit, refusals: texts(locale).wrong }),
    key: 'name',
    above: 'parent',
    apartByAbove: true,
    name: 'name',
    may,
    keyed: unitsNamed,
    add: (ctx, id, values) => addUnit(ctx, values, id),
    edit: editUnit,
    takeBack: takeBackUnit,
  }),
)
