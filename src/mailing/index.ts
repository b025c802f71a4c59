// The front door: what other slices may use.
export { mailing } from './mailing.ts'

export { type Afterwards, afterwardsOf } from './mailbox/counts.ts'
export { forwardRepliesSetting } from './mailbox/settings.ts'
export { mailboxCheck, mailboxRounds } from './mailbox/round.ts'
export { capsSetting } from './sending/caps.ts'
export * as letters from './sending/letters.ts'
export { giveSampleLetters } from './sampleLetters.ts'
