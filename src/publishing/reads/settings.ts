import { z } from 'zod'
import { setting } from '../../platform/settings.ts'

/** Whether this group counts how often its pages are read. */
export const readsSetting = setting('publishing.reads', z.boolean(), true)
