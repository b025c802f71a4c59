export interface Crumb {
  label: string
  /** The last, the page itself, has none. */
  href?: string | undefined
}

export const Breadcrumb = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav class="breadcrumb" aria-label="Breadcrumb">
    <ol>
      {crumbs.map((crumb) => (
        <li>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}</li>
      ))}
    </ol>
  </nav>
)
