import type { Slice } from '../platform/slice.ts'
import { contributes } from './exports.ts'
import { erase, holds } from './holdings.ts'
import { classifyCommand } from './incoming/classifyCommand.ts'
import { mailCommands } from './mailbox/commands.ts'
import { mailboxTimetable } from './mailbox/jobs.ts'
import { forwardRepliesSetting } from './mailbox/settings.ts'
import { navigation } from './navigation.ts'
import { routes } from './routes.ts'
import { samples } from './samples.ts'
import { mailingToday } from './today.ts'
import { sendingJobs, sendingTimetable } from './sending/jobs.ts'

/** Letters to many, newsletters and notices: each to those it may reach, once, and what comes back. */
export const mailing: Slice = {
  name: 'mailing',
  needs: ['people', 'writing', 'publishing'],
  prefixes: [
    '/office/letters', //
  ],
  routes,
  samples,
  navigation,
  commands: [
    classifyCommand, //
    ...mailCommands,
  ],
  holds,
  erase,
  exports: contributes,
  jobs: [...sendingJobs],
  timetable: [
    ...sendingTimetable, //
    ...mailboxTimetable,
  ],
  today: mailingToday,
  settings: [forwardRepliesSetting],
}
