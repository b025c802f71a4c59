import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dayOf } from '../../platform/time.ts'
import type { Kind, Status } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import * as persons from '../persons.ts'
import { onRegister } from '../onRegister.ts'

export interface Standing {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly status: Status
  readonly renewsOn: string | null
  readonly restricted: boolean
}

/** Those of these who are on the register, locked until the act ends. In the order of their ids, so that two acts never wait for each other. */
export async function lockThem({ tx }: Act, ids: readonly string[]): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select p.id, p.name, p.kind, p.status, p.renews_on as "renewsOn", p.restricted_at is not null as restricted from people.person p
    where p.id = any(${ids}::uuid[]) and ${onRegister} order by p.id for update`.execute(tx)
  return rows
}

/** One person, to be changed: a 404 when nobody is there, a 409 when they asked that their record is held and not used. */
export async function lockOne(act: Act, id: string): Promise<Standing> {
  const [person] = await lockThem(act, [id])
  if (!person) throw new Refusal('There is no such person on the register.', 404)
  if (person.restricted)
    throw new Refusal('This person asked that their record is held and not used. Lift that before you change it.')
  return person
}

/** What somebody is to the group, by the word an officer chose for it. */
export async function become(act: Act, { id, kind }: Standing, status: Status): Promise<void> {
  if (status === 'current') await memberships.begin(act, { personId: id, kind })
  else await memberships.end(act, { personId: id, because: status })
}

/** Another year from the day on which it ran out, or from today when that is past; who had lapsed is current again. */
export async function renew(act: Act, person: Standing): Promise<void> {
  const today = dayOf(act)
  const from = person.renewsOn && person.renewsOn > today ? person.renewsOn : today
  if (person.status !== 'current') await become(act, person, 'current')
  await persons.change(act, person.id, { renewsOn: yearAfter(from) })
}

/** The same day a year later; 29 February becomes the first of March. */
export const yearAfter = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year + 1, month - 1, date)).toISOString().slice(0, 10)
}
