import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What somebody else says a mail is. */
export interface Expected {
  readonly file: string
  readonly class: Kind
  /** Any of these groups is right; empty when its source says nothing of reasons. */
  readonly groups: readonly string[]
}
/** The three that decide whether mail to an address stops. */
export type Kind = 'hard' | 'soft' | 'not a bounce' | 'a bounce'

/**
 * Sisimai's reasons in our groups. A group is what the membership secretary or the host does about it: remove the address,
 * look at how we send, wait, or write shorter letters.
 */
export const GROUP_OF_SISIMAI: Readonly<Record<string, string>> = {
  userunknown: 'dead address',
  hasmoved: 'dead address',
  hostunknown: 'dead host',
  notaccept: 'dead host', // the domain takes no mail at all (RFC 7505)
  mailboxfull: 'mailbox full',
  suspend: 'suspended',
  mesgtoobig: 'size',
  exceedlimit: 'size', // the limit of this mailbox
  blocked: 'refused', // our address in the internet
  badreputation: 'refused',
  requireptr: 'refused', // reverse DNS
  toomanyconn: 'refused', // too many at once
  norelaying: 'refused',
  securityerror: 'refused', // TLS or a password
  rejected: 'refused', // our sender address
  policyviolation: 'refused',
  filtered: 'refused', // the recipient's own filter
  authfailure: 'refused', // SPF, DKIM, DMARC
  spamdetected: 'refused',
  virusdetected: 'refused',
  contenterror: 'refused', // the letter's form
  notcompliantrfc: 'refused',
  expired: 'trouble on the way', // given up after days
  networkerror: 'trouble on the way',
  mailererror: 'trouble on the way', // the last program failed
  systemerror: 'trouble on the way',
  onhold: 'unknown', // sisimai does not know either
  vacation: 'automatic answer',
  feedback: 'complaint',
  delivered: 'delivered',
}

/** Ours in the same groups. */
export const GROUP_OF_REASON: Readonly<Record<string, string>> = {
  no_such_user: 'dead address',
  moved: 'dead address',
  no_such_host: 'dead host',
  mailbox_full: 'mailbox full',
  suspended: 'suspended',
  size: 'size',
  policy: 'refused',
  auth: 'refused',
  spam: 'refused',
  content: 'refused',
  expired: 'trouble on the way',
  system: 'trouble on the way',
  unknown: 'unknown',
}

/** 'delivered', 'feedback' and 'vacation' are not bounces; of the others sisimai says which are hard. */
const NOT_BOUNCES = new Set(['delivered', 'feedback', 'vacation', 'not-a-bounce'])

type Row = Readonly<Record<string, string>>

/**
 * What its own manual says of two of its reasons: "onhold" has too little information to judge the reason, so that it says
 * none; and "notaccept" is a host that does not take mail, or, where the bounce is soft, one under load or maintenance.
 */
const byTheManual = (row: Row): readonly string[] => {
  if (row['reason'] === 'onhold') return []
  return row['reason'] === 'notaccept' && kindOf(row) === 'soft' ? ['trouble on the way'] : asAtFirst(row)
}

const asAtFirst = ({ reason }: Row): readonly string[] => [GROUP_OF_SISIMAI[reason!] ?? []].flat()

export const ofSisimai = (folder: string): Expected[] => grouped(folder, byTheManual)

/** The groups as they were before the manual was read, for the difference to be seen. */
export const ofSisimaiAtFirst = (folder: string): Expected[] => grouped(folder, asAtFirst)

/** Of a report about several, the worst counts, as it does in ours. Mails without an expectation are left out. */
function grouped(folder: string, groupsOf: (row: Row) => readonly string[]): Expected[] {
  const rows = rowsIn(join(folder, 'expected.csv')).filter(({ reason }) => reason)
  return [...Map.groupBy(rows, ({ file }) => file!)].map(([file, own]) => {
    const kinds = own.map(kindOf)
    const worst = (['hard', 'soft', 'not a bounce'] as const).find((kind) => kinds.includes(kind))!
    const groups = own.filter((row) => kindOf(row) === worst).flatMap(groupsOf)
    return { file, class: worst, groups: [...new Set(groups)] }
  })
}

/**
 * Sisimai calls "user unknown" filtered when it was not said to RCPT TO; its manual adds that filtered "is almost the same as"
 * an unknown user. Ours believes the words unless the report tells that the letter itself was refused. Counted apart, both
 * ways, so that the difference is seen.
 */
export const withoutFiltered = (folder: string): Expected[] => {
  const filtered = new Set(
    rowsIn(join(folder, 'expected.csv')).flatMap(({ reason, file }) => (reason === 'filtered' ? [file!] : [])),
  )
  return ofSisimai(folder).filter(({ file }) => !filtered.has(file))
}

/** Baunsu's "hard bounce" is any bounce, refusals of spam too: what is asked is only whether it is one. */
export const ofBaunsu = (folder: string): Expected[] =>
  rowsIn(join(folder, 'expected.csv')).map(({ file, expected_by_source: said = '' }) => {
    const isAnswer = said.startsWith('auto')
    if (!said.startsWith('hard'))
      return { file: file!, class: 'not a bounce', groups: [isAnswer ? 'automatic answer' : 'no report'] }
    return { file: file!, class: 'a bounce', groups: [] }
  })

/** Ours: people or programs. */
export const ofInvented = (folder: string): Expected[] =>
  rowsIn(join(folder, 'expected.csv')).map(({ file, expected = '' }) => ({
    file: file!,
    class: 'not a bounce',
    groups: [/^human|^unsubscribe/.test(expected) ? 'a person' : 'automatic answer'],
  }))

const kindOf = (row: Row): Kind =>
  NOT_BOUNCES.has(row['reason']!) ? 'not a bounce' : row['hard_bounce'] === '1' ? 'hard' : 'soft'

/** Comma-separated without quotation marks, which these three files have none of. */
export function rowsIn(place: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(place, 'utf8').trim().split(/\r?\n/)
  const names = head!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])))
}
