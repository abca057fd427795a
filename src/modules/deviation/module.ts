import { type Actor, workRoles } from '../../kernel/actor.ts'
import { moduleRow } from '../../kernel/module.ts'
import { importEvents, importKinds } from '../../register/import/events.ts'
import { removeFromRows } from '../../register/import/store.ts'
import { countedViews } from '../../register/overview.ts'
import { documentedCases } from './commands-documented.ts'
import { outsideSweep } from './handling/jobs-outside.ts'
import { endAnswered, endLinks, outsiderPlace } from './handling/store-outside.ts'
import { imports, mayImport } from './import/routes.tsx'
import { importTexts } from './import/texts.ts'
import { removeFromMails, repliesToCase } from './mail-in/commands.ts'
import { mailboxSweep } from './mail-in/jobs.ts'
import { filesOfMail, hasMails, mayReadMail, opensMail } from './mail-in/queries.ts'
import { mailboxPanel, mailsOfCasePanel } from './mail-in/routes-panels.tsx'
import { senderPlace } from './mail-in/store.ts'
import { endReplies, replyPlace } from './mail-in/store-reply.ts'
import { mailInTexts } from './mail-in/texts.ts'
import { removeFromMeetings } from './meeting/commands-removal.ts'
import { openTexts } from './open/texts.ts'
import { list } from './overview/list.tsx'
import { commentsOfCase } from './overview/queries-comments.ts'
import { linkedCases } from './overview/queries-elsewhere.ts'
import { findsCases } from './overview/queries-found.ts'
import { versionsOfCase } from './overview/queries-versions.ts'
import { overviewTexts } from './overview/texts.ts'
import { caseProfile } from './presets.ts'
import { isSensitiveCase, opensCase } from './queries.ts'
import { filesOfCase, filesOfReport } from './queries-files.ts'
import { plannedInDeviations } from './queries-planned.ts'
import { profileOf } from './queries-profile.ts'
import { sharedIncident } from './report/commands-shared.ts'
import { draftSweep } from './report/jobs.ts'
import { mayRegister } from './report/rules.ts'
import { texts as reportTexts } from './report/texts.ts'
import { routes } from './routes.tsx'
import { casePart } from './settings/part.ts'
import { mayCount } from './statistics/rules.ts'
import { statisticsTexts } from './statistics/texts.ts'
import { involvedPlace } from './store.ts'
import { hasReported, reporterPlace } from './store-reporter.ts'
import { texts } from './texts.ts'

/** Whoever has more than an employee's role has a list of cases. */
const hasOffice = (actor: Actor) => actor.roles.some((role) => role !== 'employee')

export const deviation = moduleRow({
  name: 'deviation',
  routes,
  profile: casePart,
  log: {
    words: (locale) => ({
      ...texts(locale),
      events: { ...importEvents('deviation', locale), ...mailInTexts(locale).events, ...texts(locale).events },
    }),
    kinds: {
      ...importKinds('deviation', 'meldt'),
      'deviation.broughtIn': 'meldt',
      'deviation.takenBack': 'meldt',
      'deviation.drafted': 'meldt',
      'deviation.discarded': 'meldt',
      'deviation.draftReminded': 'meldt',
      'deviation.submitted': 'meldt',
      'deviation.supplemented': 'meldt',
      'deviation.leaderTold': 'meldt',
      'deviation.taken': 'behandlet',
      'deviation.edited': 'behandlet',
      'deviation.asked': 'behandlet',
      'deviation.answered': 'behandlet',
      'deviation.redacted': 'behandlet',
      'deviation.internalHandedOver': 'behandlet',
      'deviation.awareSet': 'vurdert',
      'deviation.extentConfirmed': 'vurdert',
      'deviation.assessed': 'vurdert',
      'deviation.signedOff': 'vurdert',
      'deviation.decided': 'vurdert',
      'deviation.triaged': 'vurdert',
      'deviation.fell': 'vurdert',
      'deviation.readAgain': 'behandlet',
      'deviation.orders': 'behandlet',
      'deviation.regimeSet': 'behandlet',
      'deviation.authorityTrack': 'vurdert',
      'deviation.subjectsTrack': 'vurdert',
      'deviation.proposed': 'lukket',
      'deviation.closed': 'lukket',
      'deviation.returned': 'lukket',
      'deviation.reopened': 'lukket',
      'deviation.mergedIn': 'behandlet',
      'deviation.mergedAway': 'lukket',
      'deviation.unmerged': 'lukket',
      'deviation.mailCame': 'behandlet',
      'mailIn.came': 'meldt',
      'mailIn.putAside': 'meldt',
      'mailIn.made': 'meldt',
      'mailIn.joined': 'behandlet',
      'mailIn.dismissed': 'behandlet',
      'mailIn.viewed': 'apnet',
      'mailIn.refused': 'avvist',
      'deviation.followedUp': 'lukket',
      'deviation.meetingCalled': 'behandlet',
      'deviation.minutesKept': 'behandlet',
      'deviation.viewed': 'apnet',
      'deviation.listed': 'apnet',
      'deviation.exported': 'apnet',
      'deviation.figuresTaken': 'apnet',
      'deviation.documentMade': 'apnet',
      'deviation.reporterOpened': 'melder',
      'deviation.refused': 'avvist',
    },
  },
  places: [
    { errand: 'mine', href: '/avvik/mine', label: (locale) => texts(locale).nav.mine, may: () => true },
    {
      errand: 'cases',
      href: '/avvik',
      label: (locale) => texts(locale).nav.deviations,
      may: hasOffice,
    },
    {
      errand: 'cases',
      href: '/avvik/epost',
      label: (locale) => mailInTexts(locale).title,
      may: hasOffice,
      has: (profile, actor) => caseProfile(profile).deviation.mailIn.on && mayReadMail(actor, caseProfile(profile)),
    },
    { errand: 'cases', href: '/avvik/register', label: (locale) => statisticsTexts(locale).register.title, may: mayCount },
    { errand: 'cases', href: '/avvik/statistikk', label: (locale) => statisticsTexts(locale).nav, may: mayCount },
  ],
  ways: [
    { href: '/avvik/ny', label: (locale) => texts(locale).ways.report, also: (locale) => texts(locale).ways.reportAlso, may: () => true },
    {
      href: '/avvik/pa-vegne',
      label: (locale) => reportTexts(locale).behalf.title,
      may: async (ctx) => mayRegister(workRoles(ctx.actor), await profileOf(ctx)),
    },
    {
      href: '/avvik/plakat',
      label: (locale) => openTexts(locale).poster.way,
      may: async (ctx) => (await profileOf(ctx)).deviation.openReport,
    },
    {
      href: '/avvik/epost',
      label: (locale) => mailInTexts(locale).title,
      may: async (ctx) => {
        const profile = await profileOf(ctx)
        // Where the mailbox is read it has its place in the menu.
        return !profile.deviation.mailIn.on && mayReadMail(ctx.actor, profile) && (await hasMails(ctx, profile))
      },
    },
    { href: '/avvik/import', label: (locale) => importTexts(locale).way, may: ({ actor }) => mayImport(actor) },
  ],
  finds: { label: (locale) => texts(locale).nav.deviations, hits: findsCases, list: ({ actor }) => (hasOffice(actor) ? '/avvik' : null) },
  overview: async (ctx, locale) => {
    const { open, overdue, urgent } = overviewTexts(locale).counted
    return mayCount(ctx.actor)
      ? countedViews(list, ctx, [
          { label: open, filters: {} },
          { label: overdue, filters: { overdue: 'over' }, late: true },
          { label: urgent, filters: { urgent: 'ja' } },
        ])
      : []
  },
  ofUnit: (ctx, unit, locale) => {
    const { open, overdue } = overviewTexts(locale).counted
    return countedViews(list, ctx, [
      { label: open, filters: { unit } },
      { label: overdue, filters: { unit, overdue: 'over' }, late: true },
    ])
  },
  links: { deviation: linkedCases },
  removals: { deviation: [removeFromMeetings, removeFromRows, removeFromMails] },
  imports: { deviation: imports.step },
  planned: [plannedInDeviations],
  opens: { deviation: opensCase, mailIn: opensMail },
  shared: { deviation: sharedIncident },
  named: { deviation: (locale) => texts(locale).kind, mailIn: (locale) => mailInTexts(locale).one },
  replies: { deviation: repliesToCase },
  reactions: { 'deviation.closed': [endReplies, endLinks], 'deviation.answered': [endAnswered] },
  panels: { deviation: [mailsOfCasePanel], organisation: [mailboxPanel] },
  sensitive: { deviation: isSensitiveCase },
  // What the reporter sends with the report is theirs to see as well; what those who handle add is not.
  files: { report: filesOfReport, deviation: filesOfCase, mailIn: filesOfMail },
  comments: { deviation: commentsOfCase },
  documented: { deviation: documentedCases },
  versions: { deviation: versionsOfCase },
  keeps: async (ctx, { type, id }) => type === 'person' && (await hasReported(ctx, id)),
  sealed: [reporterPlace, outsiderPlace, senderPlace, replyPlace, involvedPlace],
  sweeps: () => [draftSweep, mailboxSweep, outsideSweep],
})
