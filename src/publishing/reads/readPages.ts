import { normalPath } from '../wordpress/addresses.ts'
import { spellings, splitTail } from '../public/paths.ts'

/** What may have been read at a path: a list, or an entry if one stands at one of the paths. */
export interface Readable {
  readonly list: string | null
  readonly paths: readonly string[]
}

/** The public lists. What stands at any other path is counted only if it is an entry: no address with a secret in it. */
const LIST =
  /^\/$|^\/(posts|series|officers|appeared-in|search)\/$|^\/series\/[^/]+\/$|^\/(category|tag|author)\/.+\/$|^\/\d{4}\/(\d\d\/(\d\d\/)?)?$/

/** Reads a request's path, without its query; all pages of a list are the list. Null for what is no reading matter. */
export function readableAt(path: string): Readable | null {
  const normal = normalPath(path)
  if (normal === null) return null
  const { base, view } = splitTail(normal)
  if (view.kind !== 'page') return null
  return LIST.test(base) ? { list: base, paths: [] } : { list: null, paths: spellings(base) }
}
