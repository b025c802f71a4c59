import { Chip, type ChipTone } from '../../../ui/Chip.tsx'
import type { Status } from '../../rules.ts'

export const statusNames: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  published: 'Published',
  withdrawn: 'Withdrawn',
}

const tones: Readonly<Record<Status, ChipTone>> = {
  draft: 'plain',
  scheduled: 'info',
  published: 'ok',
  withdrawn: 'bad',
}

/** Where a post or page stands. */
export const StatusChip = ({ status }: { status: Status }) => <Chip tone={tones[status]}>{statusNames[status]}</Chip>
