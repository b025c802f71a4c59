import type { Aria } from './aria.ts'
import type { Child } from './child.ts'
import type { Htmx } from './htmx.ts'

/** Attributes that every HTML element takes (HTML Living Standard §3.2.6), without `style` and event handlers. */
export interface Global extends Aria, Htmx {
  children?: Child
  key?: string | number
  id?: string | undefined
  class?: string | undefined
  title?: string | undefined
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  hidden?: boolean | 'until-found' | undefined
  inert?: boolean | undefined
  tabindex?: 0 | -1 | undefined
  accesskey?: string | undefined
  autofocus?: boolean | undefined
  popover?: 'auto' | 'manual' | 'hint' | undefined
  spellcheck?: 'true' | 'false' | undefined
  translate?: 'yes' | 'no' | undefined
  inputmode?: 'none' | 'text' | 'tel' | 'url' | 'email' | 'numeric' | 'decimal' | 'search' | undefined
  enterkeyhint?: 'enter' | 'done' | 'go' | 'next' | 'previous' | 'search' | 'send' | undefined
  autocapitalize?: 'off' | 'none' | 'sentences' | 'words' | 'characters' | undefined
  contenteditable?: 'true' | 'false' | 'plaintext-only' | undefined
  itemscope?: boolean | undefined
  itemtype?: string | undefined
  itemprop?: string | undefined
  slot?: string | undefined
  is?: never
  nonce?: never
}
