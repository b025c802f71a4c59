import type { Slice } from '../platform/slice.ts'
import { commands } from './commands.ts'
import { news } from './news.ts'
import { navigation } from './navigation.ts'
import { jobs, timetable } from './jobs.ts'
import { today } from './today.ts'
import { samples } from './samples.ts'
import { searchPeople } from './register/searches.ts'
import { routes } from './routes.ts'
import { contributes } from './exports.ts'
import { erase, holds } from './holdings.ts'
import { applicationsSetting } from './join/settings.ts'
import { myPrefixes } from './my/samples.ts'
import { retentionSetting } from './rights/retentionRules.ts'

/** The register: who is who, by what right, and who signs in. Others read `people.named`, and reach people by `people.reachable` alone. */
export const people: Slice = {
  name: 'people',
  needs: [],
  prefixes: [
    '/join',
    '/sign-in',
    '/sign-out',
    '/office/officers',
    '/office/requests',
    '/my/security',
    '/my/requests',
    '/my/vacancies',
    '/my/introductions',
    '/introductions',
    '/office/register',
    ...myPrefixes,
  ],
  routes,
  samples,
  commands,
  today,
  news,
  jobs,
  timetable,
  holds,
  erase,
  searches: searchPeople,
  exports: contributes,
  navigation,
  settings: [applicationsSetting, retentionSetting],
}
