import type { WithChildren } from './jsx/child.ts'

/** Words for screen readers only. */
export const Unseen = ({ children }: WithChildren) => <span class="unseen">{children}</span>
