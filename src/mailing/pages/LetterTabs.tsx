import { Tabs } from '../../ui/Tabs.tsx'
import type { LetterState } from '../sending/letters.ts'

export type LetterTab = '' | 'look' | 'checks' | 'audience' | 'sending' | 'results' | 'answers'

interface Props {
  letter: { readonly id: string; readonly state: LetterState }
  here: LetterTab
  /** How many stand behind a tab, where it is known. */
  counts?: Partial<Record<LetterTab, number>>
}

const BEFORE: readonly (readonly [LetterTab, string])[] = [
  ['', 'Write'],
  ['look', 'Look'],
  ['checks', 'Checks'],
  ['audience', 'Who gets it'],
  ['sending', 'Send'],
]
const AFTER: readonly (readonly [LetterTab, string])[] = [
  ['', 'Write'],
  ['look', 'Look'],
  ['audience', 'Who gets it'],
  ['sending', 'Sending'],
  ['results', 'Results'],
  ['answers', 'Answers'],
]

/** The parts of one letter; what came of it joins them once it has begun to go out. */
export const LetterTabs = ({ letter: { id, state }, here, counts = {} }: Props) => (
  <Tabs
    label="This letter"
    tabs={(state === 'draft' || state === 'scheduled' ? BEFORE : AFTER).map(([tab, label]) => ({
      label: tab === '' && state !== 'draft' ? 'Words' : label,
      href: `/office/letters/${id}${tab && `/${tab}`}`,
      count: counts[tab],
      current: tab === here,
    }))}
  />
)
