import type { Slice } from '../platform/slice.ts'
import { signInLink } from './commands.ts'
import { endOldSessions } from './jobs.ts'
import { today } from './factors/today.ts'
import { mayAppoint } from './permissions.ts'
import { samples } from './samples.ts'
import { routes } from './routes.ts'
import { contributes } from './exports.ts'
import { erase, holds } from './holdings.ts'
import './views.ts'

/** The register: who is who, by what right, and who signs in. Others read `people.named`, and reach people by `people.reachable` alone. */
export const people: Slice = {
  name: 'people',
  needs: [],
  prefixes: ['/sign-in', '/sign-out', '/office/officers', '/my/security', '/office/register'],
  routes,
  samples,
  commands: [signInLink],
  today,
  timetable: [{ job: endOldSessions, cron: '17 3 * * *' }],
  holds,
  erase,
  exports: contributes,
  navigation: [{ section: 'People', label: 'Officers', href: '/office/officers', icon: 'users', may: mayAppoint }],
}

export { keepSession, SESSION_COOKIE } from './cookies.ts'
export * as passkeyOffers from './factors/offers.ts'
export { mustHaveSecondFactor } from './factors/rules.ts'
export { giveSampleFactors } from './factors/sample.ts'
export { strong } from './factors/strong.ts'
export { email } from './forms.ts'
export * as offices from './offices.ts'
export * as persons from './persons.ts'
export * as officerPages from './public/officerPages.ts'
export type { OfficerPage } from './public/officerPages.ts'
export * as sessions from './sessions.ts'
