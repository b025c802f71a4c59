import { Breadcrumb, type Crumb } from './Breadcrumb.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { Child, WithChildren } from './jsx/child.ts'
import { MetaLine } from './MetaLine.tsx'

interface ArticleProps {
  title: string
  lang?: string | undefined
  crumbs?: readonly Crumb[] | undefined
  lede?: Child
  /** Author, day, reading time. */
  meta?: readonly Child[] | undefined
  /** Whose view it is: "Agreed policy of the group". */
  standing?: string | undefined
  /** Cards beside the text; below it on a phone. */
  aside?: Child
  /** A page of the site rather than a post: a wider title. */
  page?: boolean
}

/** A post or a page: breadcrumb, serif title, lede, meta line, then the text at 66 characters a line. */
export const Article = ({
  title,
  lang,
  crumbs,
  lede,
  meta,
  standing,
  aside,
  page,
  children,
}: WithChildren<ArticleProps>) => (
  <article class="wrap">
    <div class={classes('article-head', page && 'page')}>
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <h1 lang={lang}>{title}</h1>
      {lede && (
        <p class="lede" lang={lang}>
          {lede}
        </p>
      )}
      {meta && <MetaLine items={meta} />}
    </div>
    <div class="article-body">
      <div>
        {standing && (
          <p class="standing">
            <Icon name="scale" />
            <span>{standing}</span>
          </p>
        )}
        {children}
      </div>
      {aside && <aside aria-label="About this page">{aside}</aside>}
    </div>
  </article>
)
