import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './publicAddresses.ts'
import { Trouble } from './trouble.ts'

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

/** The addresses of a host, each of them checked: if one may not be reached, none is. The host may be an address itself. */
export async function addressesOf(hostname: string, { resolve, mayReach }: Reach): Promise<readonly Address[]> {
  const name = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(name)
  const found = family ? [{ address: name, family }] : await resolve(name).catch(() => [])
  if (!found.length) throw new Trouble('The name of the old website is not known any more.', 'unreachable')
  if (!found.every(({ address }) => mayReach(address)))
    throw new Trouble('The old website’s name leads into a private network, and nothing is fetched from there.')
  return found
}

/** Answers with the checked addresses whatever is asked, so that the connection goes there and the name is not asked for again. */
export const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_, options, answer) => {
    if (options.all) return answer(null, [...addresses])
    const { address, family } = addresses[0]!
    return answer(null, address, family)
  }
