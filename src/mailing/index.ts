// The front door: what other slices may use.
export { mailing } from './mailing.ts'

export { mailboxCheck, mailboxRounds } from './mailbox/round.ts'
export { capsSetting } from './sending/caps.ts'
export * as letters from './sending/letters.ts'
