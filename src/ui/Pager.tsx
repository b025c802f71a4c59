import { ButtonLink } from './Button.tsx'
import { classes } from './classes.ts'
import { number } from './words.ts'

interface PagerProps {
  /** From 1 */
  page: number
  pages: number
  href: (page: number) => string
  /** What the pages are of, for screen readers. */
  label?: string
  /** Under a list on the open page, rather than inside a card. */
  loose?: boolean
  previous?: string
  next?: string
}

/** Nothing when all fits on one page. */
export function Pager({ page, pages, href, label = 'Pages', loose, previous = 'Previous', next = 'Next' }: PagerProps) {
  if (pages < 2) return null
  return (
    <nav class={classes('pager', loose && 'loose')} aria-label={label}>
      <span>
        Page {number(page)} of {number(pages)}
      </span>
      <span class="row row-s">
        {page > 1 && (
          <ButtonLink href={href(page - 1)} tone="alt" size="sm" rel="prev">
            {previous}
          </ButtonLink>
        )}
        {page < pages && (
          <ButtonLink href={href(page + 1)} tone="alt" size="sm" rel="next">
            {next}
          </ButtonLink>
        )}
      </span>
    </nav>
  )
}
