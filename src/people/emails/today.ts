import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { plural } from '../../ui/words.ts'
import { mayKeepRegister } from '../permissions.ts'
import { ADDRESSES } from './addressRoutes.tsx'
import { waiting } from './proposals.ts'
import { failing, troubleWords } from './troubles.ts'

const SHOWN = 200

/** Addresses that fail, and new ones that wait, for whoever keeps the register. */
export async function addressesToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  if (!mayKeepRegister(actor)) return []
  const [fail, proposed] = [await failing(tx, SHOWN), await waiting(tx, SHOWN)]
  const [one] = fail
  const failed: TodayItem = {
    icon: 'mail',
    tone: 'warn',
    sentence:
      fail.length === 1
        ? `Letters to ${one!.name} come back`
        : `Letters to ${plural(fail.length, 'person', 'people')} come back`,
    reason: fail.length === 1 ? troubleWords[one!.why] : 'They get nothing until you have found out where they are.',
    action: { label: fail.length === 1 ? 'Put it right' : 'Put them right', href: ADDRESSES },
  }
  const moved: TodayItem = {
    icon: 'mail',
    tone: 'plain',
    sentence: `${plural(proposed.length, 'new address waits', 'new addresses wait')} for your word`,
    reason: 'A mailbox answered that somebody moved. Nothing changes before you and they say so.',
    action: { label: 'Look at it', href: ADDRESSES },
  }
  return [...(fail.length ? [failed] : []), ...(proposed.length ? [moved] : [])]
}
