import { eventType } from '../../platform/journal.ts'

/** Which letter, and not whose: that stands in the register's ledger. */
export const readerStopped = eventType<{ letter: string }>('mailing.reader_stopped')
export const readerCameBack = eventType<{ letter: string }>('mailing.reader_came_back')
export const preferenceChanged = eventType<{ person: string }>('mailing.preference_changed')
export const answerGiven = eventType<{ letter: string }>('mailing.answer_given')
export const asksClosed = eventType<{ letter: string }>('mailing.asks_closed')
export const asksOpened = eventType<{ letter: string }>('mailing.asks_opened')
