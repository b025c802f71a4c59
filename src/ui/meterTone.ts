/** How full a limit is: amber from 95%, red past the end. */
export const meterTone = (share: number): 'warn' | 'over' | undefined =>
  share > 1 ? 'over' : share >= 0.95 ? 'warn' : undefined
