import { eventType } from '../../platform/journal.ts'

export const oneSentAgain = eventType<{ letter: string }>('mailing.one_sent_again')
export const oneSettled = eventType<{ letter: string }>('mailing.one_settled')
