import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { mayKeepRegister } from '../permissions.ts'
import { open } from './approvals.ts'
import { HOME } from './asking.ts'

/** Who asks to take out the register, for those who may answer; and the answer, for whoever asked. */
export async function registerToday(tx: Tx, actor: Actor, at: Date): Promise<readonly TodayItem[]> {
  if (!mayKeepRegister(actor)) return []
  return (await open(tx, at)).flatMap(({ id, asker, askedBy, state }): readonly TodayItem[] => {
    if (askedBy !== actor.personId && state === 'asked')
      return [
        {
          icon: 'shield',
          tone: 'warn',
          sentence: `${asker} asks to take out the whole register`,
          reason: 'It leaves with addresses only if a second officer says yes.',
          action: { label: 'Look at it', href: `${HOME}/export/approvals/${id}` },
        },
      ]
    if (askedBy !== actor.personId || state !== 'given') return []
    return [
      {
        icon: 'download',
        tone: 'plain',
        sentence: 'You may take out the register',
        reason: 'Another officer said yes. It is good once, for a week from when you asked.',
        action: { label: 'Take it out', href: `${HOME}/export?status=any` },
      },
    ]
  })
}
