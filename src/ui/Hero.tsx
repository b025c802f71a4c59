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
        {!picture && <BenchArt />}
        <div class="words">
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

/** Rows of benches, drawn large, where there is no picture. */
const BenchArt = () => (
  <svg class="hero-art" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <path d="M9 33c6.5-3.6 15.5-3.6 22 0" />
    <path d="M6 26.5c8.3-4.6 19.7-4.6 28 0" opacity=".8" />
    <path d="M3 20c10-5.6 24-5.6 34 0" opacity=".6" />
    <path d="M0 13.5c11.8-6.6 28.2-6.6 40 0" opacity=".4" />
  </svg>
)

function stressed(headline: string, stress: string | undefined): Child {
  const start = stress ? headline.indexOf(stress) : -1
  if (!stress || start < 0) return headline
  return [headline.slice(0, start), <em>{stress}</em>, headline.slice(start + stress.length)]
}
