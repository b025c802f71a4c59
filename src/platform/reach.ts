import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './publicAddresses.ts'

export interface Address {
  readonly address: string
  readonly family: number
}

/**
 * Where a fetch may go. Only code hands in another than `theInternet` (tests, the walk through the program): there is no
 * setting for it that a host could leave switched on.
 */
export interface Reach {
  /** All addresses of a name, asked for once; it rejects when the name is not known. */
  readonly resolve: (name: string) => Promise<readonly Address[]>
  readonly mayReach: (address: string) => boolean
}

export const theInternet: Reach = {
  resolve: (name) => lookup(name, { all: true }),
  mayReach: isPublicAddress,
}

/**
 * All addresses of a host, which may be an address itself. `unknown`: it has none. `private`: one of them may not be reached, and
 * then none is.
 */
export async function publicAddressesOf(
  hostname: string,
  { resolve, mayReach }: Reach,
): Promise<readonly Address[] | 'unknown' | 'private'> {
  const name = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(name)
  const found = family ? [{ address: name, family }] : await resolve(name).catch(() => [])
  if (!found.length) return 'unknown'
  return found.every(({ address }) => mayReach(address)) ? found : 'private'
}

/** Answers with the checked addresses whatever is asked, so that the connection goes there and the name is not asked for again. */
export const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_, options, answer) => {
    if (options.all) return answer(null, [...addresses])
    const { address, family } = addresses[0]!
    return answer(null, address, family)
  }
