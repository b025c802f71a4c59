import { Chip, type ChipTone } from '../../ui/Chip.tsx'
import type { Standing } from '../officeRules.ts'

const looks: Readonly<Record<Standing, readonly [ChipTone, string]>> = {
  coming: ['info', 'To come'],
  'in office': ['ok', 'In office'],
  ended: ['plain', 'Ended'],
}

export const StandingChip = ({ standing }: { standing: Standing }) => {
  const [tone, words] = looks[standing]
  return <Chip tone={tone}>{words}</Chip>
}
