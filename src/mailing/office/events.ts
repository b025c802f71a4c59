import { eventType } from '../../platform/journal.ts'

export const audienceChosen = eventType<{ letter: string }>('mailing.audience_chosen')
export const draftDeleted = eventType<{ letter: string }>('mailing.draft_deleted')
