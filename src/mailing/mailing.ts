import type { Slice } from '../platform/slice.ts'
import { contributes } from './exports.ts'
import { erase, holds } from './holdings.ts'
import { sendingJobs, sendingTimetable } from './sending/jobs.ts'

/** Letters to many: newsletters and notices, each to those it may reach, once. */
export const mailing: Slice = {
  name: 'mailing',
  needs: ['people', 'writing', 'publishing'],
  prefixes: [],
  holds,
  erase,
  exports: contributes,
  jobs: [...sendingJobs],
  timetable: [...sendingTimetable],
}
