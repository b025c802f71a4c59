const WIDTH = 120
const HEIGHT = 30

/** A small line of a trend. The label says what it shows: "Members over 12 months, from 371 to 412". */
export function Spark({ points, label }: { points: readonly number[]; label: string }) {
  if (points.length < 2) return null
  const low = Math.min(...points)
  const spread = Math.max(...points) - low || 1
  const corners = points.map((point, index) => {
    const x = (index / (points.length - 1)) * WIDTH
    const y = HEIGHT - 3 - ((point - low) / spread) * (HEIGHT - 6)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path d={`M0,${HEIGHT} L${corners.join(' L')} L${WIDTH},${HEIGHT}Z`} />
      <polyline points={corners.join(' ')} vector-effect="non-scaling-stroke" />
    </svg>
  )
}
