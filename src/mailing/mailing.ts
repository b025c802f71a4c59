import type { Slice } from '../platform/slice.ts'
import { classifyCommand } from './incoming/classifyCommand.ts'

/** Newsletters and notices: who gets which, what became of it, and what comes back. */
export const mailing: Slice = {
  name: 'mailing',
  needs: ['people', 'writing', 'publishing'],
  prefixes: [],
  commands: [classifyCommand],
}
