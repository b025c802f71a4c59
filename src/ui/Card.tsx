import { classes } from './classes.ts'
import type { Child, WithChildren } from './jsx/child.ts'

interface CardProps {
  /** Columns of the twelve in a `.dash` grid. */
  span?: 3 | 4 | 5 | 6 | 7 | 8 | 12
  /** `tinted` runs from the brand colour to white; `aside` is a quiet box beside a text. */
  look?: 'tinted' | 'aside'
  padded?: boolean
  /** Makes the card a named region. */
  labelledby?: string
}

export function Card({ span, look, padded, labelledby, children }: WithChildren<CardProps>) {
  const name = classes('card', span && `c${span}`, look, padded && 'pad')
  if (!labelledby) return <div class={name}>{children}</div>
  return (
    <section class={name} aria-labelledby={labelledby}>
      {children}
    </section>
  )
}

interface CardHeadProps {
  title: string
  id?: string
  level?: 2 | 3
  /** At most one link, or a few words. */
  children?: Child
}

export function CardHead({ title, id, level = 2, children }: CardHeadProps) {
  return (
    <div class="card-head">
      {level === 2 ? <h2 id={id}>{title}</h2> : <h3 id={id}>{title}</h3>}
      {children}
    </div>
  )
}
