import { Icon } from './Icon.tsx'
import type { Child } from './jsx/child.ts'

export interface MenuItem {
  label: string
  href: string
  items?: readonly MenuItem[]
}

interface MenuProps {
  menu: readonly MenuItem[]
  /** The path of the page shown; its item is marked. */
  path: string
}

/** The menu in the header of wide screens. An item with others below it opens by its own button, without script. */
export const SiteMenu = ({ menu, path }: MenuProps) => (
  <nav class="site-nav" aria-label="Main">
    <ul>
      {menu.map((item) => (
        <li>{item.items?.length ? <Opening item={item} path={path} /> : <MenuLink item={item} path={path} />}</li>
      ))}
    </ul>
  </nav>
)

const Opening = ({ item, path }: { item: MenuItem; path: string }) => (
  <details name="site-menu" data-menu="">
    <summary>
      {item.label}
      <Icon name="chevron-down" />
    </summary>
    <ul>
      <li>
        <MenuLink item={item} path={path} />
      </li>
      {item.items?.map((below) => (
        <li>
          <MenuLink item={below} path={path} />
        </li>
      ))}
    </ul>
  </details>
)

/** The same menu on a phone: one button that opens a sheet, without script. */
export const PhoneMenu = ({ menu, path, children }: MenuProps & { children?: Child }) => (
  <details class="site-menu" data-menu="">
    <summary class="btn alt">
      <Icon name="menu" />
      Menu
    </summary>
    <div class="panel">
      <nav aria-label="Menu">
        <ul>
          {menu.map((item) => (
            <li>
              <MenuLink item={item} path={path} />
              {item.items?.length ? (
                <ul>
                  {item.items.map((below) => (
                    <li>
                      <MenuLink item={below} path={path} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  </details>
)

const MenuLink = ({ item, path }: { item: MenuItem; path: string }) => (
  <a href={item.href} aria-current={item.href === path ? 'page' : undefined}>
    {item.label}
  </a>
)
