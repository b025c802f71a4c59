import type { Classified } from '../incoming/classes.ts'

/** What a mail says about one delivery. */
export interface Told {
  readonly kind: 'hard' | 'soft' | 'delivered' | 'auto_reply' | 'complaint' | 'reply'
  readonly status: string | null
  readonly reason: string | null
  readonly newAddress: string | null
}

/** How a mail was matched: by our signature, or by naming a Message-ID, which others in the same report may have as well. */
export type Proof = 'signature' | 'message id'

/**
 * A report is believed about the delivery that our signature names, and otherwise only about the very address the letter went
 * to: anybody can write a bounce. Null when it tells nothing of this delivery.
 */
export function toldOf(found: Classified, { address, proof }: { address: string | null; proof: Proof }): Told | null {
  if (found.class === 'other') return null
  const whole = { kind: found.class, status: found.status, reason: found.reason, newAddress: found.newAddress ?? null }
  if (found.class === 'reply' || found.class === 'auto_reply') return whole
  const named = address !== null && found.recipients.includes(address)
  if (proof === 'message id' && !named) return null
  const report = named ? found.reports?.find(({ recipient }) => recipient === address) : undefined
  if (!report) return whole
  return { kind: report.class, status: report.status, reason: report.reason, newAddress: report.newAddress ?? null }
}

const WEEK = 7 * 86_400_000
const LETTERS = 3

/** One letter to an address: when, and whether it came back because the mailbox takes nothing just now. */
export interface PastLetter {
  readonly at: Date
  readonly cameBack: boolean
}

/**
 * Three letters came back, each at least a week after the one before, and none between them arrived: this is no bad day.
 * Letters since the last that came back say nothing yet.
 */
export function keepsComingBack(letters: readonly PastLetter[]): boolean {
  let [count, last] = [0, Infinity]
  for (const { at, cameBack } of letters.toSorted((a, b) => b.at.getTime() - a.at.getTime())) {
    if (!cameBack && count) return false
    if (cameBack && last - at.getTime() >= WEEK) {
      last = at.getTime()
      if (++count === LETTERS) return true
    }
  }
  return false
}
