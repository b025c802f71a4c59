import type { ShownSeries } from '../shown.ts'

/** Over a post that is part of a series: which part, and the way to those before and after it. */
export const SeriesNav = ({ series: { name, href, parts }, here }: { series: ShownSeries; here: string }) => {
  const at = parts.findIndex(({ id }) => id === here)
  const [before, after] = [parts[at - 1], parts[at + 1]]
  return at === -1 ? null : (
    <nav class="series" aria-label={`Series: ${name}`}>
      <p>
        Part {at + 1} of {parts.length}: <a href={href}>{name}</a>
      </p>
      {(before ?? after) && (
        <ul role="list">
          {before && (
            <li>
              Before: <a href={before.href}>{before.title}</a>
            </li>
          )}
          {after && (
            <li>
              Next: <a href={after.href}>{after.title}</a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}
