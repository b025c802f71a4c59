import type { Context } from 'hono'
import type { Config } from './config.ts'

/** Scheme and host as the visitor sees them. What a proxy says is believed only when the host told us to (TRUST_PROXY). */
export function originOf(c: Context, { trustProxy }: Config): string {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const scheme = trustProxy && c.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return `${scheme}://${host}`
}

/** The visitor's network address, for limits only; never stored or logged as it is. */
export function networkOf(c: Context, { trustProxy }: Config): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return forwarded ?? incoming?.socket?.remoteAddress ?? 'local'
}

/** The same where nobody asks, as in a letter that a job writes. */
export function originOfGroup(
  { slug, mainHost }: { readonly slug: string; readonly mainHost: string | null },
  { port }: Pick<Config, 'port'>,
): string {
  return mainHost && mainHost !== 'localhost'
    ? `https://${mainHost}`
    : `http://${mainHost ?? `${slug}.localhost`}:${port}`
}
