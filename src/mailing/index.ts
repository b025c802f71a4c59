// The front door: what other slices may use.
export { mailing } from './mailing.ts'

export { mailboxCheck, mailboxRounds } from './mailbox/round.ts'
export * as letters from './sending/letters.ts'
export { giveSampleLetters } from './sampleLetters.ts'
