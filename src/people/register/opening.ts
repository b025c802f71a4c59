import { Refusal } from '../../platform/refusal.ts'
import type { Tx } from '../../platform/database.ts'
import type { Web } from '../../platform/web.ts'
import { mayKeepRegister } from '../permissions.ts'
import * as readings from '../readings.ts'
import type { Part } from '../visibility.ts'
import { allowSeeing } from './asking.ts'
import { type PersonRecord, readRecord } from './record.ts'

export interface Opened {
  readonly person: PersonRecord
  /** Whether the officer may change what they see: they keep the register, and the record is not held unused. */
  readonly changes: boolean
  readonly keeps: boolean
  /** The group’s. */
  readonly zone: string
}

/**
 * Opens somebody's record: notes the reading, and gives it with what `more` reads of it. A 404 for who is not seen, whether
 * there is such a person or not; a record that became part of another leads there.
 */
export async function openRecord<T>(
  c: Web,
  { part, more }: { part?: Part; more: (tx: Tx, person: PersonRecord) => Promise<T> },
): Promise<(Opened & T) | Response> {
  const asking = allowSeeing(c)
  const id = c.req.param('id') ?? ''
  const found = await c.var.read(async (tx) => {
    const person = await readRecord(tx, id, asking)
    if (!person || 'movedTo' in person || (part && !person.sees.has(part)))
      return person && 'movedTo' in person ? person : null
    return { person, more: await more(tx, person) }
  })
  if (!found) throw new Refusal('There is no such person on the register.', 404)
  if ('movedTo' in found) return c.redirect(c.req.path.replace(id, found.movedTo), 301)
  await c.var.act((act) => readings.note(act, id))
  const keeps = mayKeepRegister(c.var.actor)
  return {
    person: found.person,
    keeps,
    changes: keeps && !found.person.restrictedAt,
    zone: c.var.group.zone,
    ...found.more,
  }
}
