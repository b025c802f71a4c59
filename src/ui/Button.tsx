import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import type { WithChildren } from './jsx/child.ts'
import type { Htmx } from './jsx/htmx.ts'

/** `alt` is white, `ghost` has no edge, `gold` is for dark ground, `danger` takes away. One plain (primary) button per view. */
export type Tone = 'alt' | 'ghost' | 'gold' | 'danger'

interface Look {
  tone?: Tone | undefined
  /** 36, 44 (when left out) or 52 pixels high */
  size?: 'sm' | 'lg' | undefined
  icon?: IconName | undefined
}

export interface ButtonProps extends Look, Htmx {
  type?: 'submit' | 'button'
  name?: string | undefined
  value?: string | undefined
  /** Id of the form it belongs to, when it stands outside. */
  form?: string | undefined
  formaction?: string | undefined
  formnovalidate?: boolean | undefined
  disabled?: boolean | undefined
  popovertarget?: string | undefined
  /** Where several buttons say the same, what this one acts on. */
  'aria-label'?: string | undefined
}

/** The words begin with a verb and name the result: "Publish the post". */
export function Button({ tone, size, icon, type = 'submit', children, ...rest }: WithChildren<ButtonProps>) {
  return (
    <button type={type} class={classes('btn', size, tone)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export interface ButtonLinkProps extends Look, Htmx {
  href: string
  download?: boolean | undefined
  rel?: string | undefined
  class?: string | undefined
  'aria-label'?: string | undefined
}

/** Looks like a button, and goes somewhere. */
export function ButtonLink({ tone, size, icon, children, class: more, ...rest }: WithChildren<ButtonLinkProps>) {
  return (
    <a class={classes('btn', size, tone, more)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
