import type { GroupContext } from '../platform/slice.ts'
import { type DraftLetter, schedule, write } from './sending/letters.ts'

/** A letter that somebody wrote. */
export const aLetter = ({ act }: GroupContext, given: Partial<DraftLetter> = {}): Promise<string> =>
  act((a) =>
    write(a, {
      kind: 'newsletter',
      subject: 'News of the month',
      html: '<p>Dear {{name}}, <a href="{{unsubscribe}}">no more letters</a></p>',
      plain: 'Dear {{name}},\n\nNo more letters: {{unsubscribe}}\n',
      ...given,
    }),
  )

/** A letter that was decided long enough ago to go out now. */
export async function aDecidedLetter(context: GroupContext, given: Partial<DraftLetter> = {}): Promise<string> {
  const id = await aLetter(context, given)
  await context.act((a) => schedule({ ...a, at: new Date(Date.now() - 600_000) }, id))
  return id
}
