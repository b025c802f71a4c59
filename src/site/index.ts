import { Hono } from 'hono'
import type { Slice } from '../platform/slice.ts'
import type { Env } from '../platform/web.ts'
import type { SetUp } from './setUp.ts'

/** Screens that draw on many slices: home, Today, my page, settings, set-up. */
export const site: Slice = {
  name: 'site',
  needs: ['people', 'writing', 'publishing'],
  prefixes: ['/office', '/my', '/set-up'],
}

export const setUpRoutes = (_setUp: SetUp) => new Hono<Env>()
export { makeSetUp, type SetUp } from './setUp.ts'
