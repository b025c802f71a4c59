import type { Child } from './jsx/child.ts'
import { Unseen } from './Unseen.tsx'

export interface SummaryRow {
  name: string
  value: Child
  /** Where it is changed, and what the link changes for whoever hears it alone: "your name". */
  change?: { href: string; what: string } | undefined
}

/** Answers or facts, each with a link to change it (GOV.UK Design System, Summary list). */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="summary-list">
    {rows.map(({ name, value, change }) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
        {change && (
          <dd class="change">
            <a href={change.href}>
              Change<Unseen> {change.what}</Unseen>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
