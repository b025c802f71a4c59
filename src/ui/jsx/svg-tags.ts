import type { Aria } from './aria.ts'
import type { Child } from './child.ts'

type Text = string | undefined
type Amount = number | string | undefined

/** Presentation attributes (SVG 2 §6.6). Lengths stand here, never in a `style` attribute. */
interface Drawn extends Aria {
  children?: Child
  key?: string | number
  id?: Text
  class?: Text
  lang?: Text
  tabindex?: 0 | -1 | undefined
  transform?: Text
  fill?: Text
  'fill-opacity'?: Amount
  'fill-rule'?: 'nonzero' | 'evenodd' | undefined
  'clip-path'?: Text
  mask?: Text
  opacity?: Amount
  stroke?: Text
  'stroke-width'?: Amount
  'stroke-opacity'?: Amount
  'stroke-linecap'?: 'butt' | 'round' | 'square' | undefined
  'stroke-linejoin'?: 'miter' | 'round' | 'bevel' | undefined
  'stroke-dasharray'?: Text
  'vector-effect'?: 'non-scaling-stroke' | undefined
  'pointer-events'?: 'none' | 'all' | undefined
}
interface Box extends Drawn {
  x?: Amount
  y?: Amount
  width?: Amount
  height?: Amount
}
interface Svg extends Box {
  xmlns?: 'http://www.w3.org/2000/svg' | undefined
  viewBox?: Text
  preserveAspectRatio?: Text
  focusable?: 'false' | undefined
}
interface SvgText extends Drawn {
  x?: Amount
  y?: Amount
  dx?: Amount
  dy?: Amount
  'text-anchor'?: 'start' | 'middle' | 'end' | undefined
  'dominant-baseline'?: 'auto' | 'middle' | 'central' | 'hanging' | undefined
  'font-size'?: Amount
  'font-weight'?: Amount
  'font-family'?: Text
}
interface Gradient extends Drawn {
  x1?: Amount
  y1?: Amount
  x2?: Amount
  y2?: Amount
  gradientUnits?: 'userSpaceOnUse' | 'objectBoundingBox' | undefined
}

/** The elements of SVG that icons, marks and charts use. `a` and `title` are those of HTML. */
export interface SvgTags {
  svg: Svg
  g: Drawn
  defs: Drawn
  desc: Drawn
  symbol: Svg
  use: Box & { href?: Text }
  path: Drawn & { d: string }
  rect: Box & { rx?: Amount; ry?: Amount }
  circle: Drawn & { cx?: Amount; cy?: Amount; r?: Amount }
  ellipse: Drawn & { cx?: Amount; cy?: Amount; rx?: Amount; ry?: Amount }
  line: Drawn & { x1?: Amount; y1?: Amount; x2?: Amount; y2?: Amount }
  polyline: Drawn & { points: string }
  polygon: Drawn & { points: string }
  text: SvgText
  tspan: SvgText
  clipPath: Drawn
  pattern: Box & { viewBox?: Text; patternUnits?: 'userSpaceOnUse' | 'objectBoundingBox' | undefined }
  linearGradient: Gradient
  stop: Drawn & { offset?: Amount; 'stop-color'?: Text; 'stop-opacity'?: Amount }
}
