import { Chip, type ChipTone } from '../../../ui/Chip.tsx'
import { civilDayWords } from '../../../ui/words.ts'
import { acknowledgeBy, type Clocked, dueOn, nextDay, type Pressing, pressing } from '../clock.ts'
import type { RequestState } from '../requestKinds.ts'
import type { DataRequest } from '../requests.ts'

const STATES: Readonly<Record<RequestState, readonly [ChipTone, string]>> = {
  open: ['info', 'Open'],
  done: ['ok', 'Done'],
  refused: ['plain', 'Not done'],
  withdrawn: ['plain', 'Taken back'],
}

/** How far a request is, for the person. */
export const RequestChip = ({ request }: { request: Pick<DataRequest, 'state' | 'stoppedOn'> }) => {
  const [tone, words] = request.stoppedOn ? (['warn', 'Waits for you'] as const) : STATES[request.state]
  return <Chip tone={tone}>{words}</Chip>
}

const PRESSING: Readonly<Record<Pressing, readonly [ChipTone, string]>> = {
  overdue: ['bad', 'Overdue'],
  soon: ['warn', 'Due soon'],
  running: ['info', 'Open'],
  stopped: ['plain', 'Clock stopped'],
}

/** The same for officers: how pressing it is. */
export const DueChip = ({ request, today }: { request: DataRequest; today: string }) => {
  const [tone, words] = request.state === 'open' ? PRESSING[pressing(request, today)] : STATES[request.state]
  return <Chip tone={tone}>{words}</Chip>
}

/** One sentence about what comes next, for the person. */
export function whereItIs(request: Clocked & Pick<DataRequest, 'state'>, today: string): string {
  if (request.state === 'withdrawn') return 'You took it back.'
  if (request.state !== 'open') return 'It is answered.'
  if (request.stoppedOn !== null) return 'We asked you something, and go on when you tell us.'
  return `You get an answer by ${civilDayWords(dueOn(request, today))}.`
}

/** The same for officers: what is due, and when. */
export function dueWords(request: Clocked, today: string): string {
  const day = civilDayWords(nextDay(request, today))
  return acknowledgeBy(request) === null ? `Answer by ${day}` : `Say by ${day} that it came`
}
