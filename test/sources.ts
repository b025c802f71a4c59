import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'

export interface Source {
  readonly file: string
  readonly text: string
}

/** Files of the project by pattern, with what stands in them. */
export const sources = (pattern: string | string[]): Source[] =>
  globSync(pattern, { ignore: ['node_modules/**', 'build/**'] })
    .toSorted()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

export interface Import {
  readonly path: string
  /** Gone when the program runs. */
  readonly typeOnly: boolean
}

/** The project's own files that a file imports, from the project's root. */
export function importsOf({ file, text }: Source): Import[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:([\w*{][^'"]*?)\sfrom\s+)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/g,
  )
  return [...found].map(([, type, names, path, lazy]) => ({
    path: join(dirname(file), (path ?? lazy)!),
    typeOnly: Boolean(type) || onlyTypes(names),
  }))
}

const onlyTypes = (names = ''): boolean => {
  const listed = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
  return listed !== undefined && listed.split(',').every((name) => !name.trim() || name.trim().startsWith('type '))
}

/** Text without comments, so that a rule does not trip over its own description. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')

/** The literals of a source: quoted strings and templates, where names of tables stand. */
export const literals = (text: string): string[] =>
  withoutComments(text).match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
