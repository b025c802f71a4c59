import { eventType } from '../../platform/journal.ts'

type OfRequest = { request: string }

export const requestReceived = eventType<OfRequest>('people.request_received')
export const requestAcknowledged = eventType<OfRequest>('people.request_acknowledged')
export const clockStopped = eventType<OfRequest>('people.request_clock_stopped')
export const clockResumed = eventType<OfRequest>('people.request_clock_resumed')
export const requestExtended = eventType<OfRequest>('people.request_extended')
export const requestAnswered = eventType<OfRequest>('people.request_answered')
export const requestWithdrawn = eventType<OfRequest>('people.request_withdrawn')

export const personRestricted = eventType<{ person: string }>('people.person_restricted')
export const restrictionLifted = eventType<{ person: string }>('people.restriction_lifted')

type OfApproval = { approval: string }
export const erasureAsked = eventType<OfApproval>('people.erasure_asked')
export const erasureAgreed = eventType<OfApproval>('people.erasure_agreed')
export const erasureRefused = eventType<OfApproval>('people.erasure_refused')
export const erasureWithdrawn = eventType<OfApproval>('people.erasure_withdrawn')
/** Says that somebody was, and not who. */
export const personErased = eventType<{ proof: string }>('people.person_erased')

export const addressSuppressed = eventType<{ addresses: number }>('people.address_suppressed')
export const retentionKept = eventType<{ people: number }>('people.retention_kept')
export const retentionLooked = eventType<{ proposals: number }>('people.retention_looked')
export const retentionDeleted = eventType<{ entries: number }>('people.retention_deleted')
