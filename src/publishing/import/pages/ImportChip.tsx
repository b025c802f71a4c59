import { Chip, type ChipTone } from '../../../ui/Chip.tsx'
import type { ImportState } from '../imports.ts'
import { stateNames } from '../reportWords.ts'

const tones: Readonly<Record<ImportState, ChipTone>> = {
  waiting: 'info',
  running: 'go',
  done: 'ok',
  refused: 'warn',
  failed: 'bad',
  interrupted: 'bad',
}

export const ImportChip = ({ state }: { state: ImportState }) => <Chip tone={tones[state]}>{stateNames[state]}</Chip>
