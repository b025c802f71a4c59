export interface Hex {
  name: string
  /** Column and row of an odd-row layout (HexJSON, "odd-r"): odd rows stand half a place to the right. */
  q: number
  r: number
  value: number | null
  /** As it is to be read: "34 days". */
  shown: string
}

interface HexMapProps {
  title: string
  hexes: readonly Hex[]
  /** The upper ends of the first four classes. */
  bounds: readonly [number, number, number, number]
}

const [WIDE, HIGH] = [Math.sqrt(3) * 10, 15]

/**
 * Places as hexagons of one size. Its description names the highest, the lowest and how many; it always stands beside a
 * BarTable with the same figures.
 */
export function HexMap({ title, hexes, bounds }: HexMapProps) {
  const columns = Math.max(0, ...hexes.map(({ q }) => q)) + 1
  const rows = Math.max(0, ...hexes.map(({ r }) => r)) + 1
  return (
    <svg class="hexes" viewBox={`0 0 ${((columns + 0.5) * WIDE).toFixed(1)} ${rows * HIGH + 5}`} role="img">
      <title>{title}</title>
      <desc>{described(hexes)}</desc>
      {hexes.map((hex) => (
        <polygon class={classOf(hex, bounds)} points={corners(hex)}>
          <title>
            {hex.name}: {hex.shown}
          </title>
        </polygon>
      ))}
    </svg>
  )
}

const classOf = ({ value }: Hex, bounds: readonly number[]): string => {
  if (value === null) return 'seq-none'
  const found = bounds.findIndex((bound) => value <= bound)
  return `seq-${found === -1 ? bounds.length + 1 : found + 1}`
}

/** Six corners, the first at the top. */
function corners({ q, r }: Hex): string {
  const [x, y] = [(q + (r % 2) / 2 + 0.5) * WIDE, r * HIGH + 10]
  return [0, 1, 2, 3, 4, 5]
    .map((corner) => {
      const angle = (corner * Math.PI) / 3 - Math.PI / 2
      return `${(x + 10 * Math.cos(angle)).toFixed(1)},${(y + 10 * Math.sin(angle)).toFixed(1)}`
    })
    .join(' ')
}

function described(hexes: readonly Hex[]): string {
  const known = hexes.filter(({ value }) => value !== null).toSorted((a, b) => a.value! - b.value!)
  const [lowest, highest] = [known[0], known.at(-1)]
  if (!lowest || !highest) return `${hexes.length} places, none with a figure.`
  return `${hexes.length} places, ${known.length} with a figure. Highest: ${highest.name}, ${highest.shown}. Lowest: ${lowest.name}, ${lowest.shown}.`
}
