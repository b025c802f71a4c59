import { offices } from '../people/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Check } from '../platform/slice.ts'
import { civilDay } from '../platform/time.ts'
import type { Step } from '../ui/Steps.tsx'

export interface StepsAsked {
  readonly at: Date
  readonly zone: string
  readonly mailSet: boolean
  readonly checks: readonly Check[]
}

/** What is left of setting a group up. What is done stays in the list, so that progress can be seen. */
export async function settingUpSteps(tx: Tx, { at, zone, mailSet, checks }: StepsAsked): Promise<readonly Step[]> {
  const officers = await offices.heldOn(tx, civilDay(at, zone))
  return [
    { label: 'Choose a name and a colour', done: true, href: '/office/settings' },
    {
      label: 'Ask a second officer to help',
      done: new Set(officers.map(({ personId }) => personId)).size > 1,
      href: '/office/officers',
    },
    { label: 'Connect a mail server (your host does this)', done: mailSet },
    ...checks
      .filter(({ state }) => state !== 'ok')
      .map(({ subject, sentence }) => ({ label: `${subject}: ${sentence}`, done: false })),
  ]
}
