import { sessions, SESSION_COOKIE } from '../../src/people/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { contextOf, type Installation, openInstallation } from '../../src/platform/installation.ts'
import type { GroupContext, Sample } from '../../src/platform/slice.ts'
import { slices } from '../../src/slices.ts'
import type { Terminal } from '../program.ts'
import { expect } from '../walk.ts'

/** The running program's installation, opened beside it. */
export interface Doors {
  readonly installation: Installation
  context(slug: string): GroupContext
  /** A cookie with which a person is signed in by passkey: for walks over many addresses, after real ones were seen to work. */
  cookieFor(slug: string, email: string): Promise<string>
}

export async function openDoors({ env }: Terminal): Promise<Doors> {
  const installation = await openInstallation(readConfig({ ...env }))
  const context = (slug: string): GroupContext => {
    const group = installation.services.groups.all.find((one) => one.slug === slug)
    expect(group, `there is a group ${slug}`)
    return contextOf(installation.services, group)
  }
  return {
    installation,
    context,
    cookieFor: async (slug, email) => {
      const { read, act } = context(slug)
      const person = await read((tx) =>
        tx.selectFrom('people.person').select('id').where('email', '=', email).executeTakeFirst(),
      )
      expect(person, `${slug} knows ${email}`)
      const token = await act((a) => sessions.start(a, { personId: person.id, secondFactor: 'passkey' }))
      return `${SESSION_COOKIE}=${token}`
    },
  }
}

/** A real address for every page of a slice, as the slice gives them. */
export const samplesIn = ({ read, services }: GroupContext, slice: string): Promise<readonly Sample[]> =>
  read(async (tx) => (await slices.find(({ name }) => name === slice)?.samples?.(tx, services.secret)) ?? [])
