import { type HeldPart, heldRows } from '../heldRows.ts'
import { type RequestChannel, requestChannelNames, type RequestKind, requestNames } from './requestKinds.ts'

/** What is kept of a person's own requests, and of questions about erasing them. */
export const rightsHeld: readonly HeldPart[] = [
  heldRows<{ kind: RequestKind; received_on: string; channel: RequestChannel; words: string; answer: string }>({
    table: 'people.data_request',
    what: 'Requests about data',
    why: 'To answer in time, and to show that we did',
    says: ({ kind, received_on, channel, words, answer }) =>
      [
        `${requestNames[kind]}, ${received_on}. ${requestChannelNames[channel]}.`,
        words && `You wrote: ${words}`,
        answer && `We answered: ${answer}`,
      ]
        .filter(Boolean)
        .join('\n'),
    orderBy: 'received_on',
  }),
  heldRows<{ reason: string; asked_at: Date }>({
    table: 'people.approval',
    what: 'Questions about deleting the record',
    why: 'Deleting somebody needs two officers',
    says: ({ reason, asked_at }) => `${asked_at.toISOString().slice(0, 10)}: ${reason}`,
    orderBy: 'asked_at',
  }),
  heldRows<{ since_on: string; kept_why: string }>({
    table: 'people.retention_proposal',
    what: 'Perhaps kept for long enough',
    why: 'So that nothing is kept for longer than it is needed',
    says: ({ since_on, kept_why }) =>
      [`Since ${since_on}`, kept_why && `kept because: ${kept_why}`].filter(Boolean).join(', '),
    orderBy: 'since_on',
  }),
]
