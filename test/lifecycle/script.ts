import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '../../src/platform/root.ts'

/** One of our scripts as one file that Node runs by itself, which knows no TSX. Lies where packages are found from. */
export async function scriptOf(source: string): Promise<string> {
  const outfile = join(
    projectRoot,
    'node_modules',
    '.cache',
    `${source.split('/').at(-1)!.replace(/\.ts$/, '')}-${process.pid}.mjs`,
  )
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: '#ui/jsx',
    logLevel: 'error',
  })
  return outfile
}
