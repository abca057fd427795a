import { moduleRow } from '../../kernel/module.ts'
import { inAll } from '../../kernel/texts.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { filesPanel } from '../files/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { decidersFor } from './commands.ts'
import { disclosureProfile } from './profile.ts'
import { findDisclosure, findExtract } from './queries.ts'
import { routes } from './routes.tsx'
import { approverRegister, extractPanel, extractRegister, ruleRegister } from './routes-registers.tsx'
import { approverRules, mayAttach, ruleRules } from './rules.ts'
import { disclosurePart } from './settings.ts'
import { texts } from './texts.ts'

const logs = [
  registerLog('disclosure', '/utlevering', texts),
  registerLog('disclosure_rule', '/utleveringsregler', (locale) => texts(locale).rules),
  registerLog('disclosure_approver', '/utleveringsgodkjennere', (locale) => texts(locale).approvers),
  registerLog('data_extract', '/uttrekk', (locale) => texts(locale).extracts),
]
const found = [registerFinds('disclosure', '/utlevering', 'name', () => ''), registerFinds('data_extract', '/uttrekk', 'name', () => '')]

export const disclosures = moduleRow({
  name: 'disclosures',
  mayBeLeftOut: true,
  routes,
  profile: disclosurePart,
  log: {
    words: (locale) => ({ events: Object.assign({}, ...logs.map(({ words }) => words(locale).events)) }),
    kinds: Object.assign({}, ...logs.map(({ kinds }) => kinds)),
    own: { key: 'utlevering', label: (locale) => texts(locale).title },
  },
  places: [{ errand: 'rights', href: '/utlevering', label: (locale) => texts(locale).title, may: () => true }],
  ways: [
    { href: '/utlevering/nytt', label: (locale) => texts(locale).add, may: () => true },
    { href: '/uttrekk', label: (locale) => texts(locale).extracts.title, may: () => true },
    { href: '/uttrekk/nytt', label: (locale) => texts(locale).extracts.add, may: () => true },
    { href: '/utleveringsregler', label: (locale) => texts(locale).rules.title, may: () => true },
    { href: '/utleveringsregler/nytt', label: (locale) => texts(locale).rules.add, may: ({ actor }) => ruleRules.mayAdd(actor) },
    { href: '/utleveringsgodkjennere', label: (locale) => texts(locale).approvers.title, may: () => true },
    {
      href: '/utleveringsgodkjennere/nytt',
      label: (locale) => texts(locale).approvers.add,
      may: ({ actor }) => approverRules.mayAdd(actor),
    },
  ],
  finds: {
    label: (locale) => texts(locale).title,
    hits: async (ctx, words, locale, most) => {
      const all = []
      for (const one of found) all.push(...(await one.hits(ctx, words, locale, most)))
      return all.slice(0, most)
    },
    list: () => null,
  },
  panels: {
    disclosure: [(ctx, id, locale) => filesPanel(ctx, { type: 'disclosure', id }, locale)],
    data_extract: [extractPanel],
  },
  files: {
    disclosure: async (ctx, id) => {
      const record = await findDisclosure(ctx, id)
      if (!record) return undefined
      const add = mayAttach(record, await decidersFor(ctx, record), ctx.actor, disclosureProfile(await profileOf(ctx)))
      return { page: `/utlevering/${id}`, name: inAll(() => record.values.name ?? ''), add, protectedBy: false }
    },
  },
  versions: {
    disclosure_rule: ruleRegister.versioned,
    disclosure_approver: approverRegister.versioned,
    data_extract: extractRegister.versioned,
  },
  opens: {
    disclosure: async (ctx, id) => (await findDisclosure(ctx, id)) !== undefined,
    data_extract: async (ctx, id) => (await findExtract(ctx, id)) !== undefined,
  },
})
