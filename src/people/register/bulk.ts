import * as belonging from '../parts/belonging.ts'
import { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import { plural } from '../../ui/words.ts'
import { type Kind, kindNames, kinds } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import { become, lockThem, renew, type Standing } from './standing.ts'
import * as topicsOf from './topicsOf.ts'

/** What can be done with several people at once, as the list sends it: a word, and the id of what it is about. */
const wanted = z
  .string()
  .regex(/^(?:renew|lapse|kind:[a-z]+|(?:part|topic):[0-9a-f-]{36})$/)
  .transform((sent) => sent.split(':') as [string, string?])

const ids = z.preprocess((sent) => (typeof sent === 'string' ? [sent] : (sent ?? [])), z.array(z.uuid()).max(500))

export const bulkForm = z.object({ id: ids, want: wanted, back: z.string().max(2000).catch('') })
export type Wanted = z.infer<typeof wanted>

/** Does it with each, and says what was done. Those whose record is held and not used are left out, and that is said too. */
export async function changeAll(
  act: Act,
  { ids: chosen, want }: { ids: readonly string[]; want: Wanted },
): Promise<string> {
  const found = await lockThem(act, chosen)
  const people = found.filter(({ restricted }) => !restricted)
  const { each, words } = await whatToDo(act, want)
  for (const person of people) await each(person)
  const left = found.length - people.length
  const leftOut = left
    ? ` ${plural(left, 'person was', 'people were')} left out, because their record is held and not used.`
    : ''
  return `${people.length === 1 ? people[0]!.name : plural(people.length, 'person', 'people')} ${words(people.length)}.${leftOut}`
}

interface Doing {
  readonly each: (person: Standing) => Promise<void>
  readonly words: (count: number) => string
}

async function whatToDo(act: Act, [what, id = '']: Wanted): Promise<Doing> {
  const isNow = (count: number) => (count === 1 ? 'is now' : 'are now')
  if (what === 'renew')
    return {
      each: (person) => renew(act, person),
      words: (count) => `${count === 1 ? 'is' : 'are'} renewed for a year`,
    }
  if (what === 'lapse')
    return {
      each: (person) => (person.status === 'current' ? become(act, person, 'lapsed') : Promise.resolve()),
      words: (count) => `${isNow(count)} lapsed`,
    }
  if (what === 'kind' && (kinds as readonly string[]).includes(id)) {
    const kind = id as Kind
    return {
      each: ({ id: personId }) => memberships.begin(act, { personId, kind }),
      words: (count) => `${isNow(count)} on the register as ${kindNames[kind].toLowerCase()}`,
    }
  }
  const name =
    what === 'part' ? await belonging.nameOf(act.tx, id) : what === 'topic' ? await topicsOf.nameOf(act.tx, id) : null
  if (name === null) throw new Refusal('Choose what to do with the ticked people.', 422)
  return {
    each: ({ id: personId }) =>
      what === 'part' ? belonging.add(act, { partId: id, personId }) : topicsOf.add(act, { topicId: id, personId }),
    words: (count) => `${isNow(count)} in “${name}”`,
  }
}
