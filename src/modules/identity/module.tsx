import { hasRole } from '../../kernel/actor.ts'
import { moduleRow } from '../../kernel/module.ts'
import { endSessionsOf } from './commands.ts'
import { WayInNotice } from './invitation/pages/way-in.tsx'
import { wayInOf } from './invitation/queries.ts'
import { identitySweep } from './jobs.ts'
import { WaysPanel, waysAt } from './openid/pages/settings.tsx'
import { atWork, keepsPerson, passwordRule, providers } from './openid/queries.ts'
import { secretPlace } from './openid/store.ts'
import { openIdTexts } from './openid/texts.ts'
import { routes } from './routes.tsx'
import { identityPart } from './settings.ts'
import { forgetSignInOf } from './store-forgotten.ts'
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
      'account.passwordForgotten': 'innlogging',
      'account.passwordReset': 'innlogging',
      'account.signInFailed': 'innlogging',
      'account.proofFailed': 'innlogging',
      'account.slowedDown': 'innlogging',
      'account.linkShown': 'innlogging',
      'account.invited': 'innlogging',
      'account.rescued': 'innlogging',
      'account.factorOn': 'innlogging',
      'account.factorOff': 'innlogging',
      'account.codesRenewed': 'innlogging',
      'account.passkeyAdded': 'innlogging',
      'account.passkeyRemoved': 'innlogging',
      'account.ownerTold': 'innlogging',
      'account.linked': 'innlogging',
      'account.unlinked': 'innlogging',
      'account.expected': 'innlogging',
      'account.signInRefused': 'innlogging',
      'account.endedElsewhere': 'innlogging',
      'openidProvider.added': 'oppsett',
      'openidProvider.edited': 'oppsett',
      'openidProvider.secretSet': 'oppsett',
      'openidProvider.refused': 'oppsett',
      'passwordRule.edited': 'oppsett',
      'passwordRule.refused': 'oppsett',
    },
  },
  ways: [
    { href: '/min-side', label: (locale) => texts(locale).me.title, may: () => true },
    { href: waysAt, label: (locale) => openIdTexts(locale).title, may: ({ actor }) => hasRole(actor, 'admin') },
    { href: `${waysAt}/ny`, label: (locale) => openIdTexts(locale).provider.newTitle, may: ({ actor }) => hasRole(actor, 'admin') },
    { href: `${waysAt}/passord`, label: (locale) => openIdTexts(locale).passwords.heading, may: ({ actor }) => hasRole(actor, 'admin') },
  ],
  panels: {
    person: [
      async (ctx, id, locale) =>
        (await atWork(ctx, id)) ? <WayInNotice {...(await wayInOf(ctx, id))} id={id} mails={ctx.house.mails} locale={locale} /> : null,
    ],
    organisation: [async (ctx, _, locale) => <WaysPanel providers={await providers(ctx)} rule={await passwordRule(ctx)} locale={locale} />],
  },
  reactions: { 'person.deactivated': [endSessionsOf], 'person.forgotten': [forgetSignInOf] },
  keeps: async (ctx, { type, id }) => type === 'person' && (await keepsPerson(ctx, id)),
  sealed: [secretPlace],
  sweeps: () => [identitySweep],
})
