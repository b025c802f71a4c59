import { Brand } from './Brand.tsx'
import type { Child, WithChildren } from './jsx/child.ts'
import { type Look, Page, type PageHead } from './Page.tsx'
import { SkipLink } from './SkipLink.tsx'

interface PlainLayoutProps {
  head: PageHead
  look: Look
  /** Where the mark leads. */
  homeHref?: string
  /** A way out or a help link in the footer, always in the same place. */
  foot?: Child
}

/** One quiet column: signing in, setting up, errors. */
export const PlainLayout = ({ head, look, homeHref = '/', foot, children }: WithChildren<PlainLayoutProps>) => (
  <Page head={head} look={look} area="public">
    <div class="plain-page">
      <SkipLink />
      <header class="site-head">
        <div class="wrap">
          <Brand look={look} href={homeHref} />
        </div>
      </header>
      <main id="main" tabindex={-1}>
        <div class="column">{children}</div>
      </main>
      <footer class="site-foot">
        <div class="wrap">
          <span>
            Runs on <a href="/backbench">Backbench</a>
          </span>
          {foot && <span>{foot}</span>}
        </div>
      </footer>
    </div>
  </Page>
)
