import type { Tx } from '../platform/database.ts'
import type { Sample } from '../platform/slice.ts'
import { composeSamples } from './compose/samples.ts'
import { replySamples } from './mailbox/samples.ts'
import { officeSamples } from './office/samples.ts'
import { readerSamples } from './readers/samples.ts'

/** An address of every kind, as far as the group has letters. */
export const samples = async (tx: Tx, secret: string): Promise<readonly Sample[]> => [
  ...(await officeSamples(tx)), //
  ...(await composeSamples(tx)),
  ...replySamples,
  ...(await readerSamples(tx, secret)),
]
