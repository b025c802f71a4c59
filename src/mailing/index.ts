// The front door: what other slices may use.
export { mailing } from './mailing.ts'
