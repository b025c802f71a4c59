type Selector = string | undefined

/**
 * The attributes of htmx 4 that the office uses. `hx-on` is refused: it is an inline script, and the content policy
 * stops it. So are `js:` values, because `hx-vals` takes an object in JSON only.
 */
export interface Htmx extends Refused {
  'hx-get'?: string | undefined
  'hx-post'?: string | undefined
  'hx-put'?: string | undefined
  'hx-patch'?: string | undefined
  'hx-delete'?: string | undefined
  'hx-target'?: Selector
  'hx-select'?: Selector
  'hx-select-oob'?: Selector
  'hx-swap'?: Swap | undefined
  'hx-swap-oob'?: string | undefined
  'hx-push-url'?: 'true' | 'false' | `/${string}` | undefined
  'hx-replace-url'?: 'true' | 'false' | `/${string}` | undefined
  'hx-trigger'?: string | undefined
  'hx-indicator'?: Selector
  'hx-disable'?: Selector
  'hx-include'?: Selector
  'hx-boost'?: 'true' | 'false' | undefined
  'hx-confirm'?: string | undefined
  'hx-encoding'?: 'multipart/form-data' | undefined
  'hx-sync'?: string | undefined
  'hx-preserve'?: 'true' | undefined
  'hx-validate'?: 'true' | 'false' | undefined
  'hx-ignore'?: 'true' | undefined
  'hx-headers'?: `{${string}}` | undefined
  'hx-vals'?: `{${string}}` | undefined
  'hx-on'?: never
}

type Swap = SwapStyle | `${SwapStyle} ${string}`
type SwapStyle =
  | 'innerHTML'
  | 'outerHTML'
  | 'innerMorph'
  | 'outerMorph'
  | 'beforebegin'
  | 'afterbegin'
  | 'beforeend'
  | 'afterend'
  | 'delete'
  | 'none'

/** TypeScript takes any attribute with a hyphen that it does not know, so the ones we refuse are named one by one. */
type Refused = { [name in `hx-on${':' | '::'}${InlineEvent}`]?: never }
type InlineEvent =
  | 'click'
  | 'submit'
  | 'change'
  | 'input'
  | 'keydown'
  | 'keyup'
  | 'load'
  | 'focus'
  | 'blur'
  | 'before:request'
  | 'after:request'
  | 'before:swap'
  | 'after:swap'
