import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { readSettings, setting } from '../../platform/settings.ts'
import { whileUnchanged } from '../../platform/whileUnchanged.ts'

export const noticeTimes = ['at once', 'never'] as const

const comments = z.object({
  /** Whether posts that allow it take comments at all. */
  open: z.boolean(),
  /** Days after a post appeared. Null: they stay open. */
  closeAfterDays: z.number().int().min(1).max(3650).nullable(),
  /** Whoever had a comment approved under the same address is not kept waiting again. */
  trustKnown: z.boolean(),
  /** Words, phrases, email addresses and domains, in small letters: a comment with one waits for an officer. */
  held: z.array(z.string().min(1).max(100)).max(500),
  /** With more links than these a comment waits for an officer. */
  mostLinks: z.number().int().min(0).max(20),
  /** How long spam and trash are kept. */
  keepDays: z.number().int().min(1).max(365),
  /** Whether officers get a letter that comments wait; when, each chooses for themselves. */
  notice: z.enum(noticeTimes),
})
export type CommentRules = z.infer<typeof comments>

/** How the group deals with comments. */
export const commentsSetting = setting<CommentRules>('publishing.comments', comments, {
  open: true,
  closeAfterDays: null,
  trustKnown: false,
  held: [],
  mostLinks: 2,
  keepDays: 30,
  notice: 'at once',
})

/** The same for pages that are made again and again: read once for each change of what the public sees. */
export const commentRules = (tx: Tx, group: KnownGroup): Promise<CommentRules> =>
  kept(group, async () => (await readSettings(tx, { rules: commentsSetting })).rules)
const kept = whileUnchanged<CommentRules>()
