import { Breadcrumb, type Crumb } from './Breadcrumb.tsx'
import type { Child } from './jsx/child.ts'

interface PageTitleProps {
  title: string
  /** One quiet sentence below. */
  sentence?: Child
  crumbs?: readonly Crumb[]
  /** Buttons on the right; one of them plain. */
  actions?: Child
}

/** Top of an office page: what it is and what to do next. */
export const PageTitle = ({ title, sentence, crumbs, actions }: PageTitleProps) => (
  <div class="page-head">
    <div>
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <h1>{title}</h1>
      {sentence && <p class="meta">{sentence}</p>}
    </div>
    {actions && <div class="row">{actions}</div>}
  </div>
)
