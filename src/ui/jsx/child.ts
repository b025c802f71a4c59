import type { HtmlEscapedString } from 'hono/utils/html'
import type { Global } from './global-attributes.ts'

/** What a component returns: markup that is ready now, never a promise of it. */
export type RenderedMarkup = HtmlEscapedString

/** What may stand between two tags. */
export type Child = string | number | boolean | null | undefined | RenderedMarkup | readonly Child[]

/** Props of a component that takes children. */
export type WithChildren<P = unknown> = P & { children?: Child }

/** Our own custom elements take the global attributes, and `for` to name the control they enhance. */
export interface BbElement extends Global {
  for?: string | undefined
  src?: string | undefined
}
