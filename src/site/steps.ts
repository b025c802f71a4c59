import { offices } from '../people/index.ts'
import type { Tx } from '../platform/database.ts'
import { readSettings } from '../platform/settings.ts'
import type { Check } from '../platform/slice.ts'
import { civilDay } from '../platform/time.ts'
import { imprintSetting } from '../publishing/index.ts'
import type { Step } from '../ui/Steps.tsx'

export interface StepsAsked {
  readonly at: Date
  readonly zone: string
  /** Posts and pages on the website. */
  readonly published: number
  readonly mailSet: boolean
  /** What the slices found for this group. */
  readonly checks: readonly Check[]
}

/**
 * What is left of setting a group up; what is done stays in the list, so that progress can be seen. Empty when all is
 * done, and the card goes.
 */
export async function settingUpSteps(
  tx: Tx,
  { at, zone, published, mailSet, checks }: StepsAsked,
): Promise<readonly Step[]> {
  const officers = await offices.heldOn(tx, civilDay(at, zone))
  const { imprint } = await readSettings(tx, { imprint: imprintSetting })
  const steps: readonly Step[] = [
    { label: 'Choose a name and a colour', done: true, href: '/office/settings#look' },
    { label: 'Bring in your website, or publish a first text', done: published > 0, href: '/office/website/import' },
    {
      label: 'Fill in the imprint',
      done: imprint.name !== '' && imprint.address !== '',
      href: '/office/settings#about',
    },
    {
      label: 'Ask a second officer to help',
      done: new Set(officers.map(({ personId }) => personId)).size > 1,
      href: '/office/officers',
    },
    { label: 'Connect a mail server: your host does this', done: mailSet },
    ...checks
      .filter(({ state }) => state !== 'ok')
      .map(({ subject, sentence }) => ({ label: `${subject}: ${sentence}`, done: false })),
  ]
  return steps.every(({ done }) => done) ? [] : steps
}
