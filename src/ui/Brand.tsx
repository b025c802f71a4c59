import { MarkSign } from './Mark.tsx'
import type { Look } from './Page.tsx'

/** Mark and name, leading home. */
export const Brand = ({ look, href = '/' }: { look: Look; href?: string }) => (
  <a class="brand" href={href}>
    <MarkSign mark={look.mark} />
    <span>{look.name}</span>
  </a>
)
