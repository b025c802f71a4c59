import { Breadcrumb, type Crumb } from './Breadcrumb.tsx'
import type { Child } from './jsx/child.ts'

interface PageTopProps {
  title: string
  lede?: Child
  crumbs?: readonly Crumb[]
}

/** Top of a public list, an archive or a form. */
export const PageTop = ({ title, lede, crumbs }: PageTopProps) => (
  <div class="page-top">
    {crumbs && <Breadcrumb crumbs={crumbs} />}
    <h1>{title}</h1>
    {lede && <p class="lede">{lede}</p>}
  </div>
)
