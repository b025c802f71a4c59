import type { Contribution } from '../platform/contribution.ts'
import type { Tx } from '../platform/database.ts'
import { exportedReaders } from './readers/exported.ts'
import { exportedIncoming, incomingLeftBehind } from './mailbox/exported.ts'
import { exportedLetters } from './sending/exported.ts'

/** Letters, and who was written to. */
export async function contributes(tx: Tx): Promise<Contribution> {
  return {
    tables: [
      ...exportedLetters(tx), //
      ...exportedReaders(tx),
      ...exportedIncoming(tx),
    ],
    leftBehind: {
      ...incomingLeftBehind,
      'mailing.signing_key': 'Whoever has it can write letters in the group’s name.',
      'mailing.test_copy': 'Copies that writers sent to themselves.',
      'mailing.waiting_notice': 'Notices that wait for a morning; they go out then.',
      'mailing.handed_letter': 'Which letters to one person may still come back, for two weeks.',
      'mailing.letter_check': 'What was found out about a draft, for a moment.',
    },
  }
}
