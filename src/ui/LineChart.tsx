import { number } from './words.ts'

export interface Line {
  label: string
  points: readonly number[]
}

interface LineChartProps {
  /** A sentence that says what the lines show, read aloud in their place: the figures stand in a table or file beside. */
  label: string
  /** Words below the line, one for each point; those of the first, the middle and the last are shown. */
  steps: readonly string[]
  /** At most four; each is labelled at its end. */
  lines: readonly Line[]
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [720, 240, 60, 34, 14]
const ROOM_FOR_NAMES = 150
const MOST = 4
/** Between the names of two lines that end close together. */
const LINE_OF_TEXT = 20

/** Lines over time, from zero up. One line needs no label of its own: the heading above says what it is. */
export function LineChart({ label, steps, lines }: LineChartProps) {
  const shown = lines.slice(0, MOST)
  const right = WIDTH - (shown.length > 1 ? ROOM_FOR_NAMES : 12)
  const top = roundUp(Math.max(1, ...shown.flatMap(({ points }) => points)))
  const x = (index: number) => LEFT + (steps.length < 2 ? 0 : (index / (steps.length - 1)) * (right - LEFT))
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP)
  const names = apart(shown.map(({ points }) => y(points.at(-1) ?? 0)))
  return (
    <svg class="lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, top / 2, top].map((value) => (
        <g class="rule">
          <line x1={LEFT} x2={right} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 8} y={y(value) + 5} text-anchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {ends(steps).map(({ index, anchor }) => (
        <text x={x(index)} y={HEIGHT - 8} text-anchor={anchor}>
          {steps[index]}
        </text>
      ))}
      {shown.map(({ label: name, points }, index) => (
        <g class="line">
          <polyline points={points.map((point, step) => `${x(step).toFixed(1)},${y(point).toFixed(1)}`).join(' ')} />
          {shown.length > 1 && (
            <text x={right + 8} y={names[index]! + 5}>
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** Where each name stands: at its line's end, or as little above it as keeps it off the name below. */
function apart(heights: readonly number[]): readonly number[] {
  const placed = [...heights]
  const fromBelow = heights.map((_, index) => index).toSorted((a, b) => heights[b]! - heights[a]!)
  for (const [place, index] of fromBelow.entries()) {
    const below = fromBelow[place - 1]
    if (below !== undefined) placed[index] = Math.min(heights[index]!, placed[below]! - LINE_OF_TEXT)
  }
  return placed
}

/** The next even number of the kind 2, 4, 10, 20, 40, 100: half of it is whole. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 6, 8, 10].map((step) => step * power).find((step) => step >= value && step % 2 === 0) ?? value * 2
}

function ends({ length }: readonly string[]): readonly { index: number; anchor: 'start' | 'middle' | 'end' }[] {
  const all = [
    { index: 0, anchor: 'start' as const },
    { index: Math.floor((length - 1) / 2), anchor: 'middle' as const },
    { index: length - 1, anchor: 'end' as const },
  ]
  return length > 4 ? all : all.filter(({ anchor }) => anchor === 'start' || (anchor === 'end' && length > 1))
}
