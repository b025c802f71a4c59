import { type Act, performIn } from '../../platform/act.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import type { Files } from '../../platform/files.ts'
import { offices, persons } from '../../people/index.ts'
import { authors, terms } from '../../publishing/index.ts'
import type { Calendar } from './calendar.ts'
import type { ActAs, Cast } from './entries.ts'
import { categories, officers, sampleAuthors } from './people.ts'
import { addPictures, type DrawnFile } from './pictures.ts'

/** The officers by name, in office since their day. */
export type Officers = ReadonlyMap<string, { readonly person: persons.Person; readonly actor: Actor }>

export async function appointOfficers(act: Act, calendar: Calendar): Promise<Officers> {
  const appointed = new Map<string, { person: persons.Person; actor: Actor }>()
  for (const { name, email, role, since } of officers) {
    const then = { ...act, at: calendar.moment(since) }
    const person = await persons.addOrFind(then, { name, email })
    await offices.appoint(then, { personId: person.id, role })
    const actor: Actor = { kind: 'person', groupId: act.group.id, personId: person.id, roles: new Set([role]) }
    appointed.set(name, { person, actor })
  }
  return appointed
}

/** What authors without an office of their own have put on the website for them. */
const EDITOR = 'Grace Tolland'

/** Acts inside the act that makes the group: each its own in the journal and for undo, by an author's officer or a reader. */
export const actingAs =
  ({ tx, group }: Act, people: Officers): ActAs =>
  async (author, at, work) => {
    const officer = author && (sampleAuthors.find(({ key }) => key === author)?.officer ?? EDITOR)
    const by = officer ? people.get(officer)!.actor : visitor(group.id)
    return (await performIn(tx, { group, by, at }, work)).done
  }

/** Authors, categories and pictures, before anything is written. */
export async function makeCast(
  act: Act,
  { files, drawn, people }: { files: Files; drawn: readonly DrawnFile[]; people: Officers },
): Promise<Pick<Cast, 'authors' | 'categories' | 'pictures'>> {
  const authorIds = new Map<string, string>()
  for (const { key, name, about, officer, penName = false } of sampleAuthors) {
    const personId = officer ? people.get(officer)!.person.id : null
    authorIds.set(key, await authors.create(act, { name, about, penName, personId }))
  }
  const categoryIds = new Map<string, string>()
  for (const { key, name, description, parent } of categories) {
    const parentId = parent ? categoryIds.get(parent)! : null
    categoryIds.set(key, await terms.create(act, { taxonomy: 'category', slug: key, name, description, parentId }))
  }
  return { authors: authorIds, categories: categoryIds, pictures: await addPictures(act, files, drawn) }
}
