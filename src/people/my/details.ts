import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import * as hats from '../hats.ts'
import type { Kind, Occupation, Status } from '../kinds.ts'
import * as persons from '../persons.ts'
import { certain, chosenPlaces, isCertain } from '../places/choosing.ts'
import { findPlaces } from '../places/places.ts'
import * as topics from '../topics.ts'

/** A person's own record, as far as they change it themselves. */
export interface Details {
  readonly name: string
  readonly email: string | null
  readonly kind: Kind
  readonly status: Status
  readonly phone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly constituency: string | null
  readonly council: string | null
  readonly occupation: Occupation | null
  readonly joinedOn: string | null
}

export async function read(tx: Tx, personId: string): Promise<Details> {
  const row = await tx
    .selectFrom('people.person')
    .select(['name', 'email', 'kind', 'status', 'phone', 'address', 'postcode', 'constituency', 'council'])
    .select(['occupation', 'joined_on as joinedOn'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return row as Details
}

export interface Changes {
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly occupation: Occupation | null
  readonly hats: readonly hats.Hat[]
  readonly topics: readonly string[]
}

/** Changes a person's own record. Says whether another postcode leaves a choice of places to be made. */
export async function save(act: Act, personId: string, changes: Changes): Promise<{ readonly choosePlaces: boolean }> {
  const { hats: worn, topics: chosen, postcode, ...facts } = changes
  const moved = postcode !== (await read(act.tx, personId)).postcode
  const found = postcode === null ? null : findPlaces(postcode)
  const places = found ? certain(found) : chosenPlaces({ constituency: null, council: null })
  await persons.change(act, personId, { ...facts, ...(moved && { postcode, ...places }) })
  await hats.put(act, personId, worn)
  await topics.choose(act, personId, chosen)
  return { choosePlaces: moved && found !== null && !isCertain(found) }
}

/** Constituency and council as the person says, where the postcode leaves it open. */
export const savePlaces = (
  act: Act,
  personId: string,
  codes: { constituency: string | null; council: string | null },
): Promise<void> => persons.change(act, personId, chosenPlaces(codes))
