import type { Tx } from '../../platform/database.ts'
import { readSettings } from '../../platform/settings.ts'
import { elsewhereSetting } from './settings.ts'

/** Where the group's website is while it is not this one. */
export const elsewhereOf = async (tx: Tx): Promise<string | null> =>
  (await readSettings(tx, { elsewhere: elsewhereSetting })).elsewhere

export const isElsewhere = async (tx: Tx): Promise<boolean> => (await elsewhereOf(tx)) !== null
