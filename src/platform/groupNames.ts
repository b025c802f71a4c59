import type { Groups, KnownGroup } from './groups.ts'
import { Refusal } from './refusal.ts'

/** The group that a host named at the terminal, or a Refusal. */
export function groupCalled(groups: Pick<Groups, 'bySlug'>, slug: string): KnownGroup {
  const group = groups.bySlug(slug)
  if (!group) throw noGroupCalled(slug)
  return group
}

export const noGroupCalled = (slug: string): Refusal =>
  new Refusal(`There is no group with the short name “${slug}”. “group list” shows them all.`, 404)

/** Every name a group answers to, for a sentence. */
export const answersTo = ({ slug, hosts }: Pick<KnownGroup, 'slug' | 'hosts'>): string =>
  [...hosts, `${slug}.localhost`].join(', ')
