import { raw } from 'hono/html'
import type { JSX } from './jsx/jsx-runtime.ts'

declare const trusted: unique symbol

/** HTML that our own code made from a checked document or read from our own files. */
export type TrustedHtml = string & { readonly [trusted]: true }

/** States that a text is safe to write into a page as it is. Only for what our own code made; never for what came in. */
export const trustHtml = (html: string): TrustedHtml => html as TrustedHtml

/** The one way in for ready HTML. */
export function Trusted({ html }: { html: TrustedHtml }): JSX.Element {
  return raw(html)
}
