import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.ts'
import { imprintSetting } from '../../publishing/index.ts'
import { copyCaps } from '../sending/caps.ts'
import { decide } from '../compose/deciding.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { blockersOf } from './blockers.ts'
import { findOfficeLetter } from './officeLetter.ts'
import { reachOf } from './reach.ts'

interface Decision {
  /** Of the letter as the officer saw it. */
  readonly mark: string
  /** Missing: now. */
  readonly wished?: Date | undefined
  readonly group: KnownGroup
  /** 'https://group.example', without a last slash. */
  readonly home: string
}

/**
 * An officer's word that a letter goes out, as they saw it: not if somebody decided or changed it meanwhile. The group's caps are
 * copied into it.
 * @returns when it goes out
 */
export async function decideSending(act: Act, id: string, { mark, wished, group, home }: Decision): Promise<Date> {
  await sql`select from mailing.letter where id = ${id} for update`.execute(act.tx) // whoever comes second sees what the first did
  const letter = await findOfficeLetter(act.tx, id)
  if (letter.state !== 'draft') throw new Refusal('This letter was decided already.', 409, seeIt(id))
  if (letter.mark !== mark)
    throw new Refusal('Somebody changed this letter since you looked. Look at it again, then send it.', 409, seeIt(id))
  const { imprint } = await readSettings(act.tx, { imprint: imprintSetting })
  const { gets } = await reachOf(act.tx, { letter, group: act.group, at: act.at })
  const [blocker] = blockersOf({ letter, imprint, readers: gets })
  if (blocker) throw new Refusal(blocker.sentence, 422, blocker.mend)
  await copyCaps(act, id)
  return decide(act, id, { group, home, wished })
}

const seeIt = (id: string) => ({ label: 'See the letter', href: `/office/letters/${id}/sending` })
