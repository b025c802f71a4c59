// The front door: what other slices may use.
export { mailing } from './mailing.ts'

export * as letters from './sending/letters.ts'
