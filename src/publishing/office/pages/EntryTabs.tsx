import { Tabs } from '../../../ui/Tabs.tsx'
import type { Kind } from '../../rules.ts'

/** The parts of one post or page. */
export const EntryTabs = ({ kind, id, here }: { kind: Kind; id: string; here: 'write' | 'versions' }) => {
  const home = `/office/${kind}s/${id}`
  return (
    <Tabs
      label={kind === 'post' ? 'This post' : 'This page'}
      tabs={[
        { label: 'Write', href: home, current: here === 'write' },
        { label: 'Preview', href: `${home}/preview` },
        { label: 'Versions', href: `${home}/versions`, current: here === 'versions' },
      ]}
    />
  )
}
