import { Chip, type ChipTone } from '../../../ui/Chip.tsx'
import { stateNames } from '../importWords.ts'
import type { ImportState } from '../imports.ts'

const tones: Readonly<Record<ImportState, ChipTone>> = {
  matching: 'info',
  reading: 'go',
  checking: 'info',
  bringing: 'go',
  done: 'ok',
  undone: 'plain',
  refused: 'warn',
  failed: 'bad',
}

export const StateChip = ({ state }: { state: ImportState }) => <Chip tone={tones[state]}>{stateNames[state]}</Chip>
