import { sql } from 'kysely'
import { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { line } from '../../platform/fields.ts'
import { dayOf } from '../../platform/time.ts'
import { kinds } from '../kinds.ts'
import * as persons from '../persons.ts'
import { factForms, name, placesOf, postcode } from './facts.ts'
import { hold, supporterNeedsYes } from './holding.ts'
import { toldBy } from './recordForms.ts'
import { onRegister } from '../onRegister.ts'

export const addForm = z
  .object({
    name,
    kind: z.enum(kinds, 'Choose what they are to the group.'),
    email: factForms.email,
    postcode,
    channel: z.enum(toldBy, 'Choose how they told you.'),
    evidence: line(500, 'this'),
    /** Said after the question whether they are the person of that name and postcode. */
    another: z.string().optional(),
  })
  .superRefine(({ kind, evidence }, found) => {
    if (kind === 'supporter' && !evidence)
      found.addIssue({ code: 'custom', path: ['evidence'], message: supporterNeedsYes })
  })
export type AddForm = z.infer<typeof addForm>

export interface Alike {
  readonly id: string
  readonly name: string
  /** The same address is the same person; the same name and postcode may be. */
  readonly by: 'email' | 'name'
}

/** Who may be meant already: whoever holds the address, or has this name at this postcode. */
export async function alike(tx: Tx, form: Pick<AddForm, 'name' | 'email' | 'postcode'>): Promise<readonly Alike[]> {
  const holder = form.email ? await persons.findByEmail(tx, form.email) : undefined
  if (holder) return [{ id: holder.id, name: holder.name, by: 'email' }]
  const { facts } = placesOf(form.postcode)
  if (!facts.postcode) return []
  const { rows } = await sql<Alike>`
    select p.id, p.name, 'name' as by from people.person p
    where p.postcode = ${facts.postcode} and people.folded(p.name) = people.folded(${form.name})
      and ${onRegister} order by p.id limit 5`.execute(tx)
  return rows
}

/** Puts somebody on the register, with the right by which they are held. Nothing is sent to them. */
export async function add(act: Act, form: AddForm): Promise<{ readonly id: string; readonly sentence: string }> {
  const { facts, unsure } = placesOf(form.postcode)
  const person = await persons.addOrFind(act, {
    ...facts,
    name: form.name,
    email: form.email,
    kind: form.kind,
    joinedOn: dayOf(act),
  })
  await hold(act, person.id, form)
  return {
    id: person.id,
    sentence: `${person.name} is on the register. Nothing was sent to them.${unsure ? ` ${unsure}` : ''}`,
  }
}
