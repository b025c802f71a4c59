import type { Sample } from '../../platform/slice.ts'
import { REPLIES } from './replies.ts'

export const replySamples: readonly Sample[] = ['', '?shelf=done'].map((query) => ({
  route: REPLIES,
  address: REPLIES + query,
  as: 'officer',
}))
