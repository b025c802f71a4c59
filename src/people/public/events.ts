import { eventType } from '../../platform/journal.ts'

export const officerPageChanged = eventType<{ person: string }>('people.officer_page_changed')
export const officerPageAgreed = eventType<{ person: string }>('people.officer_page_agreed')
export const officerPageWithdrawn = eventType<{ person: string }>('people.officer_page_withdrawn')
