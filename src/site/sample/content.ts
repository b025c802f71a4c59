import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../platform/root.ts'
import { standings } from '../../writing/index.ts'

const folder = join(projectRoot, 'src', 'site', 'sample', 'content')

const list = z
  .string()
  .default('')
  .transform((words) =>
    words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  )

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** What stands above a text of the sample group, one `name: value` a line. */
const front = z.strictObject({
  title: z.string(),
  kind: z.enum(['post', 'page']).default('post'),
  slug: z.string().default(''),
  /** Local time. Missing for what is not published yet. */
  date: z.string().regex(LOCAL).optional(),
  status: z.enum(['published', 'draft', 'scheduled', 'withdrawn']).default('published'),
  author: z.string().optional(),
  categories: list,
  tags: list,
  picture: z.string().optional(),
  excerpt: z.string().default(''),
  standing: z.enum(standings).optional(),
  comments: z.literal('open').optional(),
  /** The key of the page this one stands below. */
  parent: z.string().optional(),
  /** When a published text was changed and what readers are told: `2025-12-02T09:15 | We had counted one spill twice.` */
  note: z.string().optional(),
  /** What stood there before that change: `now => before`. */
  was: z.string().optional(),
  /** Who published it first: `name | address | by what right | day`. */
  source: z.string().optional(),
  /** Where it was printed afterwards: `day, name, address; day, name`. */
  appeared: z.string().optional(),
})

export interface SampleText extends z.infer<typeof front> {
  /** Its name among the others, from the file: '07-summer-meeting.md' is 'summer-meeting'. */
  readonly key: string
  /** Markdown. `post:<key>` and `picture:<name>` stand for addresses. */
  readonly body: string
}

/** The sample group's posts and pages, in the order of their files. */
export const readTexts = (): readonly SampleText[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => ({
      key: name.replace(/^(page-)?\d+-|\.md$/g, ''),
      ...parseText(readFileSync(join(folder, name), 'utf8')),
    }))

/** Splits a text from what stands above it between two lines of dashes. */
export function parseText(source: string): z.infer<typeof front> & { readonly body: string } {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  if (head === undefined || body === undefined)
    throw new Error('A text of the sample group begins with lines between dashes.')
  const fields = head.split('\n').map((line) => {
    const at = line.indexOf(': ')
    return [line.slice(0, at), line.slice(at + 2).replace(/^"(.*)"$/, '$1')] as const
  })
  return { ...front.parse(Object.fromEntries(fields)), body }
}
