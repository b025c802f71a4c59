import { createHash } from 'node:crypto'
import { converter, formatHex, type Oklch } from 'culori'

/** A group's colour. Everything else on its pages stays, so that contrast always holds. */
export interface Theme {
  /** Degrees of OKLCH hue, 0 to 360 */
  readonly hue: number
  /** OKLCH chroma, 0 (grey) to .15 */
  readonly chroma: number
}

export const presets = {
  bench: { label: 'Bench green', hue: 162, chroma: 0.105 },
  ink: { label: 'Ink blue', hue: 255, chroma: 0.13 },
  mulberry: { label: 'Mulberry', hue: 350, chroma: 0.13 },
  slate: { label: 'Slate', hue: 235, chroma: 0.05 },
  claret: { label: 'Claret', hue: 22, chroma: 0.15 },
  teal: { label: 'Teal', hue: 200, chroma: 0.09 },
  plum: { label: 'Plum', hue: 310, chroma: 0.13 },
  moss: { label: 'Moss', hue: 128, chroma: 0.1 },
} as const satisfies Record<string, Theme & { label: string }>

export type PresetName = keyof typeof presets

export const brandSteps = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950] as const
export type BrandStep = (typeof brandSteps)[number]
export type BrandRamp = { readonly [step in BrandStep]: string }

/** Lightness of each step, and its share of the chroma. Lightness is fixed, so contrast hardly depends on the hue. */
const shape: { readonly [step in BrandStep]: readonly [lightness: number, share: number] } = {
  50: [0.975, 0.1],
  100: [0.945, 0.22],
  200: [0.89, 0.4],
  300: [0.81, 0.62],
  400: [0.7, 0.85],
  500: [0.6, 1],
  600: [0.52, 1],
  700: [0.445, 0.95],
  800: [0.37, 0.82],
  900: [0.3, 0.68],
  950: [0.235, 0.52],
}

const MOST_CHROMA = 0.15
const CHROMA_STEP = 0.002
/** How far outside sRGB a channel, in linear light, may be before the chroma is reduced. */
const TOLERANCE = 0.0005

/** The eleven colours of a group, light to dark, as hex. */
export function brandRamp(theme: Theme): BrandRamp {
  const chroma = Math.min(Math.max(theme.chroma, 0), MOST_CHROMA)
  const hex = (step: BrandStep) =>
    insideSrgb({ mode: 'oklch', l: shape[step][0], c: chroma * shape[step][1], h: theme.hue })
  const ramp: { [step in BrandStep]?: string } = {}
  for (const step of brandSteps) ramp[step] = hex(step)
  return ramp as BrandRamp
}

/** The stylesheet of a group's colour: it lies outside all layers, so it wins over the tokens. */
export function themeCss(theme: Theme): string {
  const ramp = brandRamp(theme)
  return `:root{${brandSteps.map((step) => `--brand-${step}:${ramp[step]}`).join(';')}}\n`
}

/** Names the stylesheet by its content: `/theme/<hash>.css` may be kept for ever. */
export const themeHash = (theme: Theme): string =>
  createHash('sha256').update(themeCss(theme)).digest('hex').slice(0, 16)

export const themeHref = (theme: Theme): string => `/theme/${themeHash(theme)}.css`

const toLinear = converter('lrgb')

function insideSrgb(colour: Oklch): string {
  let { c } = colour
  while (c > 0 && !fits({ ...colour, c })) c = Math.max(0, c - CHROMA_STEP)
  return formatHex({ ...colour, c })
}

function fits(colour: Oklch): boolean {
  const { r, g, b } = toLinear(colour)
  return [r, g, b].every((channel) => channel >= -TOLERANCE && channel <= 1 + TOLERANCE)
}
