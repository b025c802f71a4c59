import { peopleMerged } from '../people/index.ts'
import { on } from '../platform/journal.ts'
import type { Slice } from '../platform/slice.ts'
import { checkJob } from './compose/checks/checking.ts'
import { testCopyJob } from './compose/testCopies.ts'
import { contributes } from './exports.ts'
import { erase, holds } from './holdings.ts'
import { classifyCommand } from './incoming/classifyCommand.ts'
import { mailCommands } from './mailbox/commands.ts'
import { mailboxTimetable } from './mailbox/jobs.ts'
import { forwardRepliesSetting } from './mailbox/settings.ts'
import { navigation } from './navigation.ts'
import { lettersSitemap } from './readers/letterPageRoutes.tsx'
import { lettersLink } from './readers/shownLetters.ts'
import { mergePreferences } from './readers/preferences.ts'
import { oneClick } from './readers/unsubscribeRoutes.tsx'
import { routes } from './routes.ts'
import { samples } from './samples.ts'
import { capsSetting } from './sending/caps.ts'
import { messagesTo } from './sending/messages.ts'
import { sendingJobs, sendingTimetable } from './sending/jobs.ts'
import { toOneJobs, toOneTimetable } from './toOne/jobs.ts'
import { mailingToday } from './today.ts'

/** Letters to many, newsletters and notices: each to those it may reach, once, and what comes back. */
export const mailing: Slice = {
  name: 'mailing',
  needs: ['people', 'writing', 'publishing'],
  prefixes: [
    '/office/letters', //
    '/letters',
    '/my/letters',
  ],
  routes,
  takesFromAnywhere: [oneClick],
  samples,
  navigation,
  today: mailingToday,
  commands: [
    classifyCommand, //
    ...mailCommands,
  ],
  settings: [forwardRepliesSetting, capsSetting],
  sitemap: lettersSitemap,
  publicLinks: [lettersLink],
  holds,
  messages: messagesTo,
  erase,
  exports: contributes,
  jobs: [...sendingJobs, ...toOneJobs, mergePreferences, testCopyJob, checkJob()],
  listens: [on(peopleMerged, mergePreferences)],
  timetable: [
    ...sendingTimetable, //
    ...mailboxTimetable,
    ...toOneTimetable,
  ],
}
