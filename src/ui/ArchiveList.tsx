import { number } from './words.ts'

export interface ArchiveYear {
  year: number
  href: string
  months: readonly { label: string; href: string; count: number }[]
}

/** Years with their months and how many posts each has. */
export const ArchiveList = ({ years }: { years: readonly ArchiveYear[] }) => (
  <ul class="archive" role="list">
    {years.map((year) => (
      <li>
        <h3>
          <a href={year.href}>{String(year.year)}</a>
        </h3>
        <ul>
          {year.months.map((month) => (
            <li>
              <a href={month.href}>{month.label}</a>
              <span>{number(month.count)}</span>
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ul>
)
