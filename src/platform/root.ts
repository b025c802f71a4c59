import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's own folder: the nearest one above this file that has a package.json. The same from `build/` and from the sources. */
export const projectRoot: string = findRoot(import.meta.dirname)

/** The program's own, as package.json has it. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('No package.json above the program.')
  return findRoot(above)
}
