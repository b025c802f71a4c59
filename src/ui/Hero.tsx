import { classes } from './classes.ts'
import type { Child } from './jsx/child.ts'

interface HeroProps {
  /** The headline; the phrase in `stress` stands in the group's colour. */
  headline: string
  stress?: string | undefined
  lede?: string | undefined
  /** Two buttons at most, the first plain. */
  actions?: Child
  /** "412 members in 96 council areas" */
  membersLine?: Child
  /** A picture or chart beside the words. */
  picture?: Child
}

/** Top of the home page: what the group stands for. */
export function Hero({ headline, stress, lede, actions, membersLine, picture }: HeroProps) {
  return (
    <section class={classes('hero', Boolean(picture) && 'sided')}>
      <div class="wrap">
        <div>
          <h1>{stressed(headline, stress)}</h1>
          {lede && <p class="lede">{lede}</p>}
          {actions && <div class="row">{actions}</div>}
          {membersLine && <div class="row">{membersLine}</div>}
        </div>
        {picture && <div>{picture}</div>}
      </div>
    </section>
  )
}

function stressed(headline: string, stress: string | undefined): Child {
  const start = stress ? headline.indexOf(stress) : -1
  if (!stress || start < 0) return headline
  return [headline.slice(0, start), <em>{stress}</em>, headline.slice(start + stress.length)]
}
