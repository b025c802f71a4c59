/** A mailbox amid other words. Lengths are RFC 5321's, so that no text makes the search slow. */
const ADDRESS = /(?<![\w.+/=-])["']?([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\d](?:[\p{L}\d.-]{0,252}[\p{L}\d])?)/gu
/** A quoted local part may hold spaces. */
const QUOTED = /("[^"\n]{1,64}"@[\p{L}\d](?:[\p{L}\d.-]{0,252}[\p{L}\d])?)/gu

/** The mailboxes in a text, in lower case, each once, in order. */
export function addressesIn(text: string): string[] {
  const quoted = [...text.matchAll(QUOTED)].map(([, address]) => address!)
  const plain = [...text.matchAll(ADDRESS)].map(([, address]) => address!.replace(/^[='`]+|^mailto[:=]/gi, ''))
  return unique([...quoted, ...plain])
}

export const firstAddressIn = (text: string): string | null => addressesIn(text)[0] ?? null

/** Of a From field: what stands in its brackets, since a name may look like an address and belong to another. */
export const senderIn = (from: string): string | null => firstAddressIn(/<([^<>]{1,320})>\s*$/.exec(from)?.[1] ?? from)

export const unique = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.map((address) => address.toLowerCase())),
]

/** The value of an RFC 3464 address field: 'rfc822; jo@example.org', with or without brackets. */
export function addressOfField(value: string): string | null {
  const said = value.replace(/^[^;@]{1,40};/, '').trim()
  return firstAddressIn(said) ?? (/^<?[^\s<>]{1,64}>?$/.test(said) ? said.replace(/[<>]/g, '').toLowerCase() : null)
}
