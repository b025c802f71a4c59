import { aMail } from '../incoming/factories.ts'

interface Sent {
  /** The envelope's sender: our signed address. */
  readonly sender: string
  readonly messageId: string
}

/** A report (RFC 3464) that a letter to this address did not arrive, as a server would send it. */
export function aBounce(
  given: Partial<Sent> & {
    readonly about: string
    readonly says?: string
    readonly status?: string
    readonly subject?: string
  },
): Uint8Array {
  const {
    about,
    sender = 'office@group.example.org',
    messageId,
    says = '550 5.1.1 no such user',
    status = '5.1.1',
  } = given
  const part = (type: string, body: string) => `--b\nContent-Type: ${type}\n\n${body}\n`
  return aMail(
    {
      From: 'MAILER-DAEMON@mx.example',
      To: sender,
      'Delivered-To': sender,
      Subject: given.subject ?? 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
    },
    [
      part('text/plain', 'It did not arrive.'),
      part(
        'message/delivery-status',
        `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${about}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${says}`,
      ),
      part('message/rfc822', `${messageId ? `Message-ID: <${messageId}>\n` : ''}To: ${about}\nSubject: News\n\nNews`),
      '--b--',
    ].join('\n'),
  )
}

/** A person's answer to a letter. */
export const anAnswer = (
  { messageId }: Pick<Sent, 'messageId'>,
  {
    from,
    says,
    subject = 'Re: News of the month',
    ...headers
  }: { from: string; says: string; subject?: string } & Record<string, string>,
): Uint8Array =>
  aMail(
    { From: from, To: 'office@group.example.org', Subject: subject, 'In-Reply-To': `<${messageId}>`, ...headers },
    says,
  )

/** "This is spam" (RFC 5965), with who pressed it blacked out. */
export const aComplaint = ({ sender }: Pick<Sent, 'sender'>): Uint8Array =>
  aMail(
    {
      From: 'complaints@mx.example',
      To: 'office@group.example.org',
      Subject: 'complaint',
      'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b',
    },
    [
      '--b\nContent-Type: text/plain\n\nThis is a report.\n',
      `--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: Test/1\nVersion: 1\nOriginal-Mail-From: <${sender}>\n`,
      '--b\nContent-Type: message/rfc822\n\nTo: redacted@example.org\nSubject: News\n\nNews\n--b--',
    ].join('\n'),
  )
