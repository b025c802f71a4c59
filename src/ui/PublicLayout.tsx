import { Brand } from './Brand.tsx'
import { ButtonLink } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Imprint } from './Imprint.tsx'
import type { Child, WithChildren } from './jsx/child.ts'
import { type Look, Page, type PageHead } from './Page.tsx'
import { type MenuItem, PhoneMenu, SiteMenu } from './SiteMenu.tsx'
import { SkipLink } from './SkipLink.tsx'
import { Unseen } from './Unseen.tsx'

/** What the frame of a public page shows besides the page. */
export interface PublicSite extends Look {
  menu: readonly MenuItem[]
  /** A line above the header, with at most one link. */
  notice?: Child
  /** Beside the notice, such as the other language. */
  noticeAside?: Child
  join?: { label: string; href: string } | undefined
  /** `/sign-in` when left out */
  signInHref?: string | undefined
  /** `/search` when left out */
  searchHref?: string | undefined
  /** One or two sentences on the group, in the footer. */
  about?: string | undefined
  columns?: readonly FooterColumn[] | undefined
  /** Promoter's name and address. */
  imprint?: Child
  /** The group's website is at another address: search engines are kept off all pages here but the home page. */
  elsewhere?: string | undefined
}

export interface FooterColumn {
  title: string
  links: readonly { label: string; href: string }[]
}

interface PublicLayoutProps {
  head: PageHead
  site: PublicSite
  /** The path of this page, to mark its menu item. */
  path: string
}

/** Frame of the group's website. The page brings its own `.wrap`, so that bands may run across. */
export function PublicLayout({ head, site, path, children }: WithChildren<PublicLayoutProps>) {
  return (
    <Page head={site.elsewhere && path !== '/' ? { ...head, noindex: true } : head} look={site} area="public">
      <SkipLink />
      {site.notice && (
        <aside class="strip" aria-label="Notice">
          <div class="wrap">
            <span>{site.notice}</span>
            {site.noticeAside && <span class="opt">{site.noticeAside}</span>}
          </div>
        </aside>
      )}
      <SiteHeader site={site} path={path} />
      <main id="main" class="site-main" tabindex={-1}>
        {children}
      </main>
      <SiteFooter site={site} />
    </Page>
  )
}

function SiteHeader({ site, path }: { site: PublicSite; path: string }) {
  const signIn = site.signInHref ?? '/sign-in'
  const search = site.searchHref ?? '/search'
  return (
    <header class="site-head">
      <div class="wrap">
        <Brand look={site} />
        {site.menu.length > 0 && <SiteMenu menu={site.menu} path={path} />}
        <a class="btn ghost find" href={search}>
          <Icon name="search" />
          <Unseen>Search</Unseen>
        </a>
        <ButtonLink href={signIn} tone="ghost" class="signin">
          Sign in
        </ButtonLink>
        {site.join && (
          <ButtonLink href={site.join.href} class="join">
            {site.join.label}
          </ButtonLink>
        )}
        <PhoneMenu menu={site.menu} path={path}>
          <div class="row">
            {site.join && <ButtonLink href={site.join.href}>{site.join.label}</ButtonLink>}
            <ButtonLink href={search} tone="alt" icon="search">
              Search
            </ButtonLink>
            <ButtonLink href={signIn} tone="alt">
              Sign in
            </ButtonLink>
          </div>
        </PhoneMenu>
      </div>
    </header>
  )
}

const SiteFooter = ({ site }: { site: PublicSite }) => (
  <footer class="site-foot">
    <div class="wrap">
      <div class="cols">
        <div>
          <Brand look={site} />
          {site.about && <p class="about">{site.about}</p>}
        </div>
        {site.columns?.map((column) => (
          <div>
            <h2>{column.title}</h2>
            <ul>
              {column.links.map((link) => (
                <li>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <Imprint promoter={site.imprint} />
    </div>
  </footer>
)
