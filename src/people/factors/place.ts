/** Where a passkey is made and used: the host name it is bound to, and the one address that may ask for it. */
export interface Place {
  /** WebAuthn's "relying party": the host name without a port (W3C Web Authentication, §5.1.2). */
  readonly rpId: string
  readonly origin: string
}

/** The place of a request, or null where browsers offer no passkeys: by a bare number, or without TLS except on one's own machine. */
export function placeOf(origin: string): Place | null {
  const { protocol, hostname } = new URL(origin)
  const own = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (/^[\d.]+$|^\[/.test(hostname) || (protocol !== 'https:' && !own)) return null
  return { rpId: hostname, origin: new URL(origin).origin }
}
