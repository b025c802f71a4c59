import { mailing } from './mailing/index.ts'
import { people } from './people/index.ts'
import type { Slice } from './platform/slice.ts'
import { publishing } from './publishing/index.ts'
import { site } from './site/index.ts'
import { writing } from './writing/index.ts'

/** All slices, in order: a slice may need only those above it. */
export const slices: readonly Slice[] = [people, writing, publishing, mailing, site]
