import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** name in the sources → name in the manifest */
const entries = {
  'app.css': 'src/ui/styles/app.css',
  'editor.css': 'src/ui/styles/rich.css',
  'letters.css': 'src/ui/styles/letters.css',
  'office.js': 'src/ui/browser/office.ts',
  'editor.js': 'src/writing/elements/bb-editor.ts',
  'passkey.js': 'src/people/elements/bb-passkey.ts',
}

/**
 * Builds what browsers load into `outDir`: the stylesheet, the office script and the fonts, each under a name that
 * carries the hash of its content, with `.gz` and `.br` beside what compresses, and `manifest.json` (plain name →
 * hashed name).
 *
 * @param {{ outDir: string }} options
 * @returns {Promise<Record<string, string>>} the manifest
 */
export async function buildAssets({ outDir }) {
  await rm(outDir, { recursive: true, force: true })
  await mkdir(join(outDir, 'fonts'), { recursive: true })

  const manifest = {}
  for (const file of await bundle(outDir)) {
    const name = nameInManifest(file.path)
    const hashed = name.startsWith('fonts/') ? `fonts/${basename(file.path)}` : basename(file.path)
    manifest[name] = hashed
    await writeCompressed(join(outDir, hashed), file.contents)
  }
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function bundle(outDir) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([name, path]) => ({ in: path, out: name.replace(/\.\w+$/, '') })),
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
    loader: { '.woff2': 'file' },
    legalComments: 'none',
    logLevel: 'warning',
  })
  return outputFiles
}

/** `app-AB12CD34.css` → `app.css`; `fonts/public-sans-latin-AB12CD34.woff2` → `fonts/public-sans-latin.woff2` */
function nameInManifest(path) {
  const plain = basename(path).replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1')
  return plain.endsWith('.woff2') ? `fonts/${plain}` : plain
}

async function writeCompressed(path, contents) {
  await writeFile(path, contents)
  if (path.endsWith('.woff2')) return
  await writeFile(`${path}.gz`, await promisify(gzip)(contents, { level: 9 }))
  await writeFile(
    `${path}.br`,
    await promisify(brotliCompress)(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await buildAssets({ outDir: join(root, 'build/assets') }))
}
