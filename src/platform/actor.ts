import type { Role } from './roles.ts'

/** Who asks: a visitor, a signed-in person with the roles they hold today, the host at the terminal, or a job. */
export interface Actor {
  readonly kind: 'visitor' | 'person' | 'host' | 'job'
  readonly groupId: number
  readonly personId: string | null
  readonly roles: ReadonlySet<Role>
}

const none: ReadonlySet<Role> = new Set()

export const visitor = (groupId: number): Actor => ({ kind: 'visitor', groupId, personId: null, roles: none })
export const theHost = (groupId: number): Actor => ({ kind: 'host', groupId, personId: null, roles: none })
export const aJob = (groupId: number): Actor => ({ kind: 'job', groupId, personId: null, roles: none })

/** An officer holds at least one role; what each may do is asked of the slices' permissions. */
export const isOfficer = (actor: Actor): boolean => actor.roles.size > 0
export const holdsAny = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => actor.roles.has(role))
