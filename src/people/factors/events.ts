import { eventType } from '../../platform/journal.ts'

/** A way to show that it is you, besides the mailbox: a passkey or an authenticator. */
export const factorAdded = eventType<{ person: string; factor: string }>('people.factor_added')
export const factorRemoved = eventType<{ person: string; factor: string }>('people.factor_removed')
export const recoveryCodesMade = eventType<{ person: string }>('people.recovery_codes_made')
export const recoveryCodeUsed = eventType<{ person: string; code: string }>('people.recovery_code_used')

export const recoveryAsked = eventType<{ person: string; recovery: string }>('people.recovery_asked')
export const recoveryConfirmed = eventType<{ person: string; recovery: string }>('people.recovery_confirmed')
export const recoveryRefused = eventType<{ person: string; recovery: string }>('people.recovery_refused')
export const recoveryUsed = eventType<{ person: string; recovery: string }>('people.recovery_used')
