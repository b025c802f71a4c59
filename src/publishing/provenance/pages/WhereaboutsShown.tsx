import { Icon } from '../../../ui/Icon.tsx'
import { plainDay } from '../../../ui/words.ts'
import type { Appearance, Provenance } from '../provenance.ts'

/** Under the title of a text that somebody else published first. */
export const FirstPublished = ({ source, href, leave, firstOn }: Provenance) => (
  <p class="standing">
    <Icon name="book-open" />
    <span>
      First published by{' '}
      {href ? (
        <a href={href} rel="external">
          {source}
        </a>
      ) : (
        source
      )}
      {firstOn && ` on ${plainDay(firstOn)}`}. {ended(leave)}
    </span>
  </p>
)

/** At the foot of a text of ours that appeared elsewhere. */
export const AppearedIn = ({ appearances }: { appearances: readonly Appearance[] }) => (
  <section class="stack-s" aria-labelledby="appeared-in">
    <h2 id="appeared-in">Appeared in</h2>
    <ul>
      {appearances.map((appearance) => (
        <li>
          <Outlet {...appearance} />, {plainDay(appearance.on)}
        </li>
      ))}
    </ul>
  </section>
)

export const Outlet = ({ outlet, href }: Appearance) =>
  href ? (
    <a href={href} rel="external">
      {outlet}
    </a>
  ) : (
    <>{outlet}</>
  )

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`)
