import type { Context } from 'hono'
import type { Config } from './config.ts'
import type { Group } from './group.ts'
import type { Services } from './services.ts'

/** Scheme and host as the visitor sees them. What a proxy says is believed only when the host told us to (TRUST_PROXY). */
export function originOf(c: Context, { trustProxy }: Config): string {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const scheme = trustProxy && c.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return `${scheme}://${host}`
}

/** The visitor's network, for limits only; never stored or logged as it is. */
export function networkOf(c: Context, { trustProxy }: Config): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return networkPart(forwarded ?? incoming?.socket?.remoteAddress ?? 'local')
}

/** A network as limits count it: an IPv6 subscriber has a whole /64 (RFC 6177 §2), so only its first half counts. */
export function networkPart(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array.from({ length: zeros }, () => '0'), ...last]
    .slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}

/** A group's own address where no request says it, for jobs and commands: 'https://group.example', without a last slash. */
export function homeOf({ groups, config }: Services, { id, slug }: Group): string {
  const host = groups.byId(id)?.mainHost
  return host && host !== 'localhost' ? `https://${host}` : `http://${host ?? `${slug}.localhost`}:${config.port}`
}
