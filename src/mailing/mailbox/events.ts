import { eventType } from '../../platform/journal.ts'

type OfLetter = { letter: string; incoming: string }

export const mailNoted = eventType<OfLetter>('mailing.mail_noted')
export const replyReceived = eventType<OfLetter>('mailing.reply_received')
export const complaintReceived = eventType<OfLetter>('mailing.complaint_received')
export const replyDone = eventType<OfLetter>('mailing.reply_done')
export const replyReopened = eventType<OfLetter>('mailing.reply_reopened')
export const repliesForgotten = eventType<{ replies: number }>('mailing.replies_forgotten')
