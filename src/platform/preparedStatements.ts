import { createHash } from 'node:crypto'
import type pg from 'pg'

/** More different statements than this are not prepared: some are built for the occasion, and each costs the server memory. */
const MOST = 400
const names = new Map<string, string>()

/**
 * Lets a connection prepare each statement with parameters under a name of its own, so that the server plans it once a
 * connection and not once a page: for our small queries planning costs more than running.
 */
export function prepareStatements(client: pg.ClientBase): void {
  const ask = (...given: unknown[]): unknown => {
    const [text, values, ...rest] = given
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return Reflect.apply(plainQuery(client), client, name ? [{ name, text, values }, ...rest] : given)
  }
  client.query = ask as pg.ClientBase['query']
}

/** The driver's own, found late, so that a test can listen there. */
const plainQuery = (client: pg.ClientBase) =>
  Reflect.get(Object.getPrototypeOf(client) as object, 'query') as (...given: unknown[]) => unknown

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
