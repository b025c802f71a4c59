import { offices, persons } from '../people/index.ts'
import type { KnownGroup, NewGroup } from '../platform/groups.ts'
import type { Services } from '../platform/services.ts'

export interface Founding extends NewGroup {
  /** Becomes the chair: somebody must be able to appoint the others. */
  readonly officer: { readonly name: string; readonly email: string }
}

export interface Founded {
  readonly group: KnownGroup
  readonly officer: persons.Person
}

/** Makes a group and its first officer, both or neither. Refuses a short name or a host that is taken. */
export async function found({ groups }: Pick<Services, 'groups'>, { officer, ...wanted }: Founding): Promise<Founded> {
  let first: persons.Person | undefined
  const group = await groups.create(wanted, async (act) => {
    first = await persons.addOrFind(act, officer)
    await offices.appoint(act, { personId: first.id, role: 'chair' })
  })
  if (!first) throw new Error('A group was made without its first officer.')
  return { group, officer: first }
}

/** The host of a request as a group may answer to it, without its port; null for a name that only this machine knows. */
export function hostToRegister(header: string): string | null {
  const host = header
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
  const local =
    host === 'localhost' || host.endsWith('.localhost') || host.startsWith('[') || /^(127\.|0\.0\.0\.0$)/.test(host)
  return local || !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host) || host.includes('..') ? null : host
}
