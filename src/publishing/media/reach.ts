import { type Address, publicAddressesOf, type Reach } from '../../platform/reach.ts'
import { Trouble } from './trouble.ts'

/** The addresses of the old website's host, each of them checked: if one may not be reached, none is. */
export async function addressesOf(hostname: string, reach: Reach): Promise<readonly Address[]> {
  const found = await publicAddressesOf(hostname, reach)
  if (found === 'unknown') throw new Trouble('The name of the old website is not known any more.', 'unreachable')
  if (found === 'private')
    throw new Trouble('The old website’s name leads into a private network, and nothing is fetched from there.')
  return found
}
