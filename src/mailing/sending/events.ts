import { eventType } from '../../platform/journal.ts'

export const letterWritten = eventType<{ letter: string }>('mailing.letter_written')
export const letterChanged = eventType<{ letter: string }>('mailing.letter_changed')
export const letterScheduled = eventType<{ letter: string }>('mailing.letter_scheduled')
export const letterCalledBack = eventType<{ letter: string }>('mailing.letter_called_back')
export const sendingBegan = eventType<{ letter: string; deliveries: number }>('mailing.sending_began')
export const sendingPaused = eventType<{ letter: string }>('mailing.sending_paused')
export const sendingResumed = eventType<{ letter: string }>('mailing.sending_resumed')
export const sendingStopped = eventType<{ letter: string }>('mailing.sending_stopped')
export const letterSent = eventType<{ letter: string }>('mailing.letter_sent')
export const sentAgain = eventType<{ letter: string; deliveries: number }>('mailing.sent_again')
export const signingKeyMade = eventType<Record<never, never>>('mailing.signing_key_made')
