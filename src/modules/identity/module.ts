import { moduleRow } from '../../kernel/module.ts'
import { identitySweep } from './jobs.ts'
import { routes } from './routes.tsx'
import { identityPart } from './settings.ts'
import { texts } from './texts.ts'

export const identity = moduleRow({
  name: 'identity',
  routes,
  profile: identityPart,
  log: {
    words: texts,
    kinds: {
      'account.created': 'innlogging',
      'account.signedIn': 'innlogging',
      'account.signedOut': 'innlogging',
      'account.passwordSet': 'innlogging',
      'account.passwordReset': 'innlogging',
      'account.signInFailed': 'innlogging',
      'account.slowedDown': 'innlogging',
      'account.linkShown': 'innlogging',
      'account.rescued': 'innlogging',
    },
  },
  ways: [{ href: '/min-side', label: (locale) => texts(locale).me.title, may: () => true }],
  sweeps: () => [identitySweep],
})
