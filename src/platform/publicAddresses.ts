import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Whether an IP address belongs to the open internet: not this machine, nor a network around it, nor one that is kept for
 * other uses (IANA's special-purpose registries, RFC 6890). Of IPv6 only what is given out (2000::/3) can be public, which
 * leaves out addresses that wrap an IPv4 one (::ffff:127.0.0.1, 64:ff9b::/96). What is no address at all is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return givenOut.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
}

const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

const reserved = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], // "this" network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by a provider's customers (CGNAT)
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, where clouds answer with their secrets
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // old relays from IPv6
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // for the future, and broadcast
] as const)
  reserved.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['2001::', 23], // protocol assignments: Teredo and others wrap IPv4
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4 wraps IPv4
  ['3fff::', 20], // documentation
] as const)
  reserved.addSubnet(network, prefix, 'ipv6')
