import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { ParsedMail } from '../incoming/parsedMail.ts'
import { forward } from './forwarding.ts'
import { replySubject, replyWords } from './replyWords.ts'

interface Kept {
  readonly incoming: string
  readonly mail: ParsedMail
  readonly delivery: { readonly subject: string }
  readonly page: string
}
interface Writer {
  readonly writer: string
  readonly name: string
  readonly endedNewsletter: boolean
}

/** Keeps a person's words for ninety days, and sends them on. */
export async function keepReply(act: Act, { incoming, mail, delivery, page }: Kept, by: Writer): Promise<void> {
  const words = replyWords(mail.text)
  await sql`insert into mailing.reply (group_id, id, writer, subject, words)
    values (${act.group.id}, ${incoming}, ${by.writer}, ${replySubject(mail.subject)}, ${words})`.execute(act.tx)
  await forward(act, { ...by, letter: delivery.subject, words, page })
}
