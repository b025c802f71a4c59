import { number } from './words.ts'

export interface Tab {
  label: string
  href: string
  count?: number | undefined
  current?: boolean | undefined
}

/** Parts of one record as links. */
export const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => (
  <nav aria-label={label}>
    <ul class="tabs" role="list">
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && <span class="meta">{number(tab.count)}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
