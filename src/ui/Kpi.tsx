import { classes } from './classes.ts'
import { Spark } from './Spark.tsx'

interface KpiProps {
  label: string
  /** As it is to be read: "£6,240". */
  figure: string
  /** One plain sentence. */
  sentence: string
  trend?: { points: readonly number[]; label: string } | undefined
  href?: string | undefined
  span?: 3 | 4 | 6
}

export function Kpi({ label, figure, sentence, trend, href, span }: KpiProps) {
  const name = classes('card', 'kpi', span && `c${span}`)
  const inside = (
    <>
      <span class="meta">{label}</span>
      <span class="v">{figure}</span>
      <span class="d">{sentence}</span>
      {trend && <Spark points={trend.points} label={trend.label} />}
    </>
  )
  return href ? (
    <a class={name} href={href}>
      {inside}
    </a>
  ) : (
    <div class={name}>{inside}</div>
  )
}
