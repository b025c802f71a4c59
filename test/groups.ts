import type { KnownGroup } from '../src/platform/groups.ts'
import type { TestInstallation } from './installation.ts'

let count = 0

/** A group that answers to `<slug>.localhost`. */
export const aGroup = (
  { services }: TestInstallation,
  given: { name?: string; slug?: string; hosts?: readonly string[] } = {},
): Promise<KnownGroup> => {
  const slug = given.slug ?? `group-${++count}`
  return services.groups.create({ name: given.name ?? `Group ${slug}`, slug, hosts: given.hosts ?? [] })
}
