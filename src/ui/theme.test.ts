import { readFileSync } from 'node:fs'
import { wcagContrast } from 'culori'
import { expect, test } from 'vitest'
import { type BrandRamp, brandRamp, brandSteps, presets, themeCss, themeHash, themeHref } from './theme.ts'

/** The pairs that pages use, with the ratio the design promises for the presets and the floor for any colour. */
const pairs = (ramp: BrandRamp) =>
  [
    ['links on white', ramp[700], '#ffffff', 7.2, 7],
    ['meters on paper', ramp[600], '#fbfaf6', 5, 4.5],
    ['dark words on a tint', ramp[800], ramp[100], 8.6, 7],
    ['light words on the darkest', ramp[200], ramp[950], 11.9, 11],
    ['quiet words on dark', ramp[300], ramp[900], 7.5, 7],
    ['links on a tint', ramp[700], ramp[50], 6.6, 4.5],
    ['words on the join band', ramp[100], ramp[800], 8.6, 7],
    ['links on the footer', ramp[700], '#f3f1ea', 6.3, 4.5],
    ['white on a button', '#ffffff', ramp[700], 7.2, 7],
  ] as const

test.each(Object.entries(presets))('every word can be read in the preset %s', (_, preset) => {
  for (const [what, over, under, promised] of pairs(brandRamp(preset))) {
    expect.soft(Math.round(wcagContrast(over, under) * 10) / 10, what).toBeGreaterThanOrEqual(promised)
  }
})

test('every word can be read whatever hue and strength a group picks', () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const random = numbersFrom(seed)

  for (let round = 0; round < 200; round++) {
    const theme = { hue: random() * 360, chroma: random() * 0.15 }
    for (const [what, over, under, , floor] of pairs(brandRamp(theme))) {
      expect(wcagContrast(over, under), `${what}, ${JSON.stringify(theme)}, seed ${seed}`).toBeGreaterThanOrEqual(floor)
    }
  }
  console.log(`theme hues from seed ${seed}`)
})

test('the tokens hold the preset "bench"', () => {
  const tokens = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8')
  const ramp = brandRamp(presets.bench)

  for (const step of brandSteps) expect(tokens).toContain(`--brand-${step}: ${ramp[step]};`)
})

test('a colour stronger than screens can show is brought inside, and one out of range is held to it', () => {
  const strong = brandRamp({ hue: 145, chroma: 9 })

  expect(strong).toEqual(brandRamp({ hue: 145, chroma: 0.15 }))
  expect(Object.values(strong).every((hex) => /^#[0-9a-f]{6}$/.test(hex))).toBe(true)
  expect(brandRamp({ hue: 145, chroma: -1 })).toEqual(brandRamp({ hue: 30, chroma: 0 }))
})

test('a group that changes its colour gets a stylesheet with another name', () => {
  expect(themeCss(presets.claret)).toMatch(/^:root\{(--brand-\d+:#[0-9a-f]{6};?){11}\}\n$/)
  expect(themeHref(presets.claret)).toBe(`/theme/${themeHash(presets.claret)}.css`)
  expect(themeHash(presets.claret)).not.toBe(themeHash(presets.teal))
  expect(themeHash({ hue: 22, chroma: 0.15 })).toBe(themeHash(presets.claret))
})

/** A small generator with a seed, so that a failure can be repeated (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
