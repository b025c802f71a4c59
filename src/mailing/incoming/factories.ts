const bytes = (text: string): Uint8Array => Buffer.from(text)

/** A mail with these header lines and this body. */
export const aMail = (headers: Readonly<Record<string, string>>, body = ''): Uint8Array =>
  bytes(
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\n\n${body}\n`,
  )

/** A person's mail about our newsletter. */
export const aPersonsMail = (
  subject: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Uint8Array =>
  aMail({ From: 'Sam Jones <sam@example.org>', To: 'news@lists.example', Subject: subject, ...headers }, body)

/** An RFC 3464 report with these groups of fields about recipients. */
export function aReport(...recipients: readonly string[]): Uint8Array {
  const part = (type: string, body: string) => `--b\nContent-Type: ${type}\n\n${body}\n`
  const headers = {
    From: 'MAILER-DAEMON@mx.example',
    Subject: 'Undelivered Mail Returned to Sender',
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
  }
  return aMail(
    headers,
    [
      part('text/plain', 'Your letter did not arrive. Details are below.'),
      part('message/delivery-status', `Reporting-MTA: dns; mx.example\n\n${recipients.join('\n\n')}`),
      part(
        'message/rfc822',
        'From: news@lists.example\nTo: jo@example.org\nSubject: News\n\nOut of office? User unknown!',
      ),
      '--b--',
    ].join('\n'),
  )
}

/** The fields about one recipient. */
export const aFailure = (said: string, status = '5.0.0', { action = 'failed', to = 'Jo@Example.org' } = {}): string =>
  `Final-Recipient: rfc822; ${to}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${said}`
