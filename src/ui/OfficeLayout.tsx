import { Avatar } from './Avatar.tsx'
import { Brand } from './Brand.tsx'
import { ButtonLink } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import type { WithChildren } from './jsx/child.ts'
import { Omni } from './Omni.tsx'
import { type Look, Page, type PageHead } from './Page.tsx'
import { SkipLink } from './SkipLink.tsx'
import { Toast, type ToastProps } from './Toast.tsx'

export interface NavItem {
  label: string
  href: string
  icon: IconName
  /** How many there are; `hot` when some wait for this officer. */
  count?: number | undefined
  hot?: boolean | undefined
}

export interface NavSection {
  /** The first section has none. */
  title?: string | undefined
  items: readonly NavItem[]
}

/** What the frame of an officer's page shows besides the page. */
export interface Office {
  look: Look
  sections: readonly NavSection[]
  /** At most four, for the bar at the bottom of a phone; "More" is the fifth. */
  tabs: readonly NavItem[]
  me: { name: string; role?: string | undefined; links?: readonly { label: string; href: string; icon: IconName }[] }
  /** What "New" offers. */
  create?: readonly { label: string; href: string; icon: IconName }[] | undefined
  helpHref?: string | undefined
  /** `/office/search` when left out */
  searchHref?: string | undefined
  /** `/sign-out` when left out */
  signOutHref?: string | undefined
}

interface OfficeLayoutProps {
  head: PageHead
  office: Office
  /** The path of this page: the item with the longest address that begins it is marked. */
  path: string
  toast?: ToastProps | null | undefined
  /** What was searched for, shown again in the search field. */
  sought?: string | undefined
}

export function OfficeLayout({ head, office, path, toast, sought, children }: WithChildren<OfficeLayoutProps>) {
  return (
    <Page head={{ noindex: true, ...head }} look={office.look} area="officers">
      <SkipLink />
      <div class="office">
        <aside class="side" aria-label="Officers’ menu">
          <Brand look={office.look} href="/office" />
          <OfficeNav sections={office.sections} path={path} label="Office" />
          <Me office={office} />
        </aside>
        <div>
          <Topbar office={office} sought={sought} />
          <main id="main" class="main" tabindex={-1}>
            {children}
            {toast && <Toast {...toast} />}
          </main>
        </div>
      </div>
      <TabBar office={office} path={path} />
    </Page>
  )
}

function OfficeNav({ sections, path, label }: { sections: readonly NavSection[]; path: string; label: string }) {
  const current = currentHref(
    sections.flatMap((section) => section.items),
    path,
  )
  return (
    <nav class="office-nav" aria-label={label}>
      {sections.map((section) => (
        <>
          {section.title && <h2>{section.title}</h2>}
          <ul>
            {section.items.map((item) => (
              <li>
                <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
                  <Icon name={item.icon} />
                  {item.label}
                  {item.count !== undefined && (
                    <span class={item.hot ? 'n hot' : 'n'}>{item.count.toLocaleString('en-GB')}</span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  )
}

const Me = ({ office: { me, signOutHref = '/sign-out' } }: { office: Office }) => (
  <details class="me" data-menu="">
    <summary>
      <Avatar name={me.name} />
      <span>
        {me.name}
        {me.role && <small>{me.role}</small>}
      </span>
      <Icon name="chevron-down" />
    </summary>
    {me.links?.map((link) => (
      <a href={link.href}>
        <Icon name={link.icon} />
        {link.label}
      </a>
    ))}
    <form method="post" action={signOutHref}>
      <button type="submit">
        <Icon name="log-out" />
        Sign out
      </button>
    </form>
  </details>
)

const Topbar = ({ office, sought }: { office: Office; sought?: string | undefined }) => (
  <header class="topbar">
    <Omni action={office.searchHref ?? '/office/search'} value={sought} />
    <span class="push" />
    {office.helpHref && (
      <ButtonLink href={office.helpHref} tone="ghost" icon="circle-help" class="wide-only">
        Help
      </ButtonLink>
    )}
    {office.create?.length ? (
      <details class="new-menu" data-menu="">
        <summary class="btn">
          <Icon name="plus" />
          New
        </summary>
        <ul>
          {office.create.map((item) => (
            <li>
              <a href={item.href}>
                <Icon name={item.icon} />
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </details>
    ) : null}
  </header>
)

function TabBar({ office, path }: { office: Office; path: string }) {
  const current = currentHref(office.tabs, path)
  return (
    <nav class="tabbar" aria-label="Quick links">
      {office.tabs.slice(0, 4).map((tab) => (
        <a href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
          <Icon name={tab.icon} />
          {tab.label}
        </a>
      ))}
      <details data-menu="">
        <summary>
          <Icon name="menu" />
          More
        </summary>
        <div class="sheet-up">
          <OfficeNav sections={office.sections} path={path} label="More" />
          <Me office={office} />
        </div>
      </details>
    </nav>
  )
}

/** The item whose address is the longest beginning of the path; Today, where all begin, only on its own page. */
function currentHref(items: readonly NavItem[], path: string): string | undefined {
  return items
    .map((item) => item.href)
    .filter((href) => path === href || (href !== '/office' && path.startsWith(`${href}/`)))
    .toSorted((a, b) => b.length - a.length)[0]
}
