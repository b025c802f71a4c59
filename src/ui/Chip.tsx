import { classes } from './classes.ts'
import type { WithChildren } from './jsx/child.ts'

export type ChipTone = 'ok' | 'warn' | 'bad' | 'info' | 'go' | 'plain'

/** A status: dot and word, never colour alone. `plain` has no dot. */
export const Chip = ({ tone, children }: WithChildren<{ tone?: ChipTone | undefined }>) => (
  <span class={classes('chip', tone)}>{children}</span>
)
