import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const outDir = mkdtempSync(join(tmpdir(), 'backbench-assets-'))
const stylesFolder = new URL('styles/', import.meta.url)
let manifest: Record<string, string> = {}

beforeAll(async () => {
  const { buildAssets } = (await import(new URL('../../bin/assets.mjs', import.meta.url).href)) as {
    buildAssets: (options: { outDir: string }) => Promise<Record<string, string>>
  }
  manifest = await buildAssets({ outDir })
})
afterAll(() => rmSync(outDir, { recursive: true }))

const built = (name: string) => readFileSync(join(outDir, manifest[name] ?? 'missing'))

test('every built file carries its hash, and the manifest names it', () => {
  expect(JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'))).toEqual(manifest)
  expect(manifest['app.css']).toMatch(/^app-[A-Z0-9]{8}\.css$/)
  expect(manifest['office.js']).toMatch(/^office-[A-Z0-9]{8}\.js$/)
  expect(manifest['fonts/public-sans-latin.woff2']).toMatch(/^fonts\/public-sans-latin-[A-Z0-9]{8}\.woff2$/)
  expect(Object.values(manifest).filter((file) => !existsSync(join(outDir, file)))).toEqual([])
})

test('the stylesheet is under 14 KB on the wire and loads nothing from elsewhere', () => {
  const css = built('app.css').toString()
  const loaded = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address!)

  expect(gzipSync(css, { level: 9 }).length).toBeLessThan(14 * 1024)
  expect(
    loaded.filter((address) => !address.startsWith('data:image/svg+xml') && !existsSync(join(outDir, address))),
  ).toEqual([])
  expect(loaded.filter((address) => address.endsWith('.woff2'))).toHaveLength(6)
})

test('the script of our own is under 3 KB', () => {
  const own = transformSync(readFileSync(new URL('browser/office.ts', import.meta.url), 'utf8'), {
    loader: 'ts',
    minify: true,
  })

  expect(own.code.length).toBeLessThan(3 * 1024)
  expect(built('office.js').length).toBeGreaterThan(own.code.length)
})

test('the rich editor is under 74 KB on the wire, with all it needs, and its stylesheet under 2 KB', () => {
  expect(gzipSync(built('editor.js'), { level: 9 }).length).toBeLessThan(74 * 1024)
  expect(gzipSync(built('editor.css'), { level: 9 }).length).toBeLessThan(2 * 1024)
  // Converters belong to the server: their parsers alone weigh as much as half the editor.
  expect(built('editor.js').toString()).not.toMatch(/markdown-?it|parse5|mso-list/i)
})

test('what compresses lies ready in gzip and brotli, with the same content', () => {
  for (const name of ['app.css', 'office.js', 'editor.css', 'editor.js']) {
    const path = join(outDir, manifest[name]!)
    expect(gunzipSync(readFileSync(`${path}.gz`)).equals(built(name))).toBe(true)
    expect(brotliDecompressSync(readFileSync(`${path}.br`)).equals(built(name))).toBe(true)
  }
})

test('colours stand in the tokens and nowhere else', () => {
  const strays = readdirSync(stylesFolder)
    .filter((name) => name !== 'tokens.css')
    .flatMap((name) =>
      readFileSync(new URL(name, stylesFolder), 'utf8')
        .split('\n')
        .filter((line) => /(?<![\w%])#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(/i.test(line)),
    )

  expect(strays).toEqual([])
})

test('every custom property that is used is set in the tokens', () => {
  const css = readdirSync(stylesFolder).map((name) => readFileSync(new URL(name, stylesFolder), 'utf8'))
  const set = new Set(css.join('\n').match(/(?<=^\s*)--[\w-]+(?=:)/gm))
  const used = css.join('\n').match(/(?<=var\()--[\w-]+/g) ?? []

  expect([...new Set(used)].filter((name) => !set.has(name))).toEqual([])
})
