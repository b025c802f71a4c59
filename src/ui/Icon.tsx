import { iconShapes, type IconName } from './icons.ts'
import { Trusted } from './Trusted.tsx'

/** A Lucide icon. It always stands beside words, seen or unseen, and is not read aloud itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <Trusted html={iconShapes(name)} />
  </svg>
)
