import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import type { TestInstallation } from '../../../test/installation.ts'
import { aPost } from '../factories.ts'

/** What a reader fills in. */
export const words = {
  name: 'Ruth Amory',
  email: 'ruth@example.org',
  comment: 'The bridge at Marstow is missing from your table.',
} as const

/** A group with a post that takes comments, and a reader of it. */
export async function aDiscussion(installation: TestInstallation) {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const post = await aPost(context, { title: 'Bridges', commentsOpen: true })
  const visitor = visitorOf(installation, group)
  const read = async (path: string) => (await visitor.get(path)).text()
  return { group, context, post, visitor, read }
}

export interface SentLetter {
  readonly subject: string
  readonly body: string
}

/** Letters that wait to be sent, oldest first. */
export const lettersTo = async ({ owner }: TestInstallation, to: string): Promise<readonly SentLetter[]> =>
  (
    await owner.query<SentLetter>(
      'select subject, body from platform.letter where to_address = $1 order by written_at, id',
      [to],
    )
  ).rows

/** The path of the link in a letter. */
export function linkIn({ body }: SentLetter): string {
  const link = /http:\/\/\S+/.exec(body)?.[0]
  if (!link) throw new Error('The letter has no link.')
  return new URL(link).pathname
}
