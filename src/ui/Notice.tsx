import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { WithChildren } from './jsx/child.ts'

export type NoticeTone = 'info' | 'ok' | 'warn' | 'bad'

const icons = { info: 'info', ok: 'circle-check', warn: 'triangle-alert', bad: 'circle-alert' } as const

/** Something to know before going on. */
export const Notice = ({ tone = 'info', children }: WithChildren<{ tone?: NoticeTone }>) => (
  <div class={classes('notice', tone)}>
    <Icon name={icons[tone]} />
    <div class="stack-s">{children}</div>
  </div>
)
