import { Tabs } from '../../../ui/Tabs.tsx'

const tabs = [
  ['requests', 'Requests', '/office/requests'],
  ['erasures', 'Erasures', '/office/requests/erasures'],
  ['retention', 'Kept long enough', '/office/requests/retention'],
  ['suppressed', 'Never write to', '/office/requests/suppressed'],
] as const

/** The four rooms of people's rights. */
export const RightsTabs = ({ current }: { current: (typeof tabs)[number][0] }) => (
  <Tabs label="Data rights" tabs={tabs.map(([key, label, href]) => ({ label, href, current: key === current }))} />
)
