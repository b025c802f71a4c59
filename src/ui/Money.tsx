import { pounds } from './words.ts'

/** Whole pence as an amount, in digits of one width. */
export const Money = ({ pence }: { pence: number }) => <span class="money">{pounds(pence)}</span>
