import { expect, test } from 'vitest'
import { classify } from './classification.ts'
import { aFailure, aMail, aReport } from './factories.ts'

const SERVERS_SAY: readonly (readonly [said: string, status: string, outcome: string, reason: string])[] = [
  ['550 5.1.1 <jo@example.org>: Recipient address rejected: User unknown', '5.1.1', 'hard', 'no_such_user'],
  ['550 No such person at this address', '5.0.0', 'hard', 'no_such_user'],
  [
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    '5.1.10',
    'hard',
    'no_such_user',
  ],
  ['550 5.4.1 Recipient address rejected: Access denied', '5.4.1', 'hard', 'no_such_user'],
  [
    'Host or domain name not found. Name service error for name=nowhere.example type=A: Host not found',
    '5.4.4',
    'hard',
    'no_such_host',
  ],
  ['Host not found, try again', '4.4.3', 'soft', 'system'],
  ['556 5.1.10 Domain does not accept mail (nullMX)', '5.1.10', 'hard', 'no_such_host'],
  ['551 User not local; please try <jo.new@example.net>', '5.1.6', 'hard', 'moved'],
  ['552 5.2.2 Over quota', '5.2.2', 'soft', 'mailbox_full'],
  ['452 4.2.2 The email account that you tried to reach is over quota', '4.2.2', 'soft', 'mailbox_full'],
  ['550 5.2.1 The email account that you tried to reach is disabled', '5.2.1', 'soft', 'suspended'],
  ['552 5.3.4 Message size exceeds fixed limit', '5.3.4', 'soft', 'size'],
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', '5.7.1', 'soft', 'policy'],
  ['550 5.7.1 Message rejected as spam', '5.7.1', 'soft', 'spam'],
  [
    '550 5.7.26 Unauthenticated email from example.org is not accepted due to domain’s DMARC policy',
    '5.7.26',
    'soft',
    'auth',
  ],
  ['550 5.1.8 <news@lists.example>: Sender address rejected: Domain not found', '5.1.8', 'soft', 'policy'],
  ['550 5.7.1 Relaying denied', '5.7.1', 'soft', 'policy'],
  ['450 4.2.0 Greylisted, please try again later', '4.2.0', 'soft', 'policy'],
  ['Too many hops 26 (25 max)', '5.4.6', 'soft', 'system'],
  [
    'delivery temporarily suspended: connect to mx.example[192.0.2.1]:25: Connection refused',
    '4.4.1',
    'soft',
    'system',
  ],
  ['retry timeout exceeded', '5.4.7', 'soft', 'expired'],
  // As their own help and documentation has it: 1&1, Ipswitch, Orange, Yahoo, Microsoft, Google, qmail, Exim, AT&T.
  ['multiple delivery attempts failed', '5.0.0', 'soft', 'expired'],
  ['Delivery failed 20 attempts: jo@example.org', '5.0.0', 'soft', 'expired'],
  ['Service refuse. Veuillez essayer plus tard. Service refused, please try later', '4.0.0', 'soft', 'policy'],
  ['421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred', '4.7.0', 'soft', 'policy'],
  ['550 5.7.606 Access denied, banned sending IP [192.0.2.1]', '5.7.606', 'soft', 'policy'],
  ['550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup', '5.7.133', 'soft', 'policy'],
  ['550 5.4.5 Daily user sending limit exceeded', '5.4.5', 'soft', 'policy'],
  ['501 <news@lists.example>... Sender IP must resolve', '5.0.0', 'soft', 'policy'],
  ['550 From: Domain is invalid. Please provide a valid From:', '5.0.0', 'soft', 'policy'],
  ['550 5.7.1 Message refused Giving up on 192.0.2.1.', '5.7.1', 'soft', 'policy'],
  ['Sorry, I couldn’t find a mail exchanger or IP address. (#5.4.4)', '5.4.4', 'hard', 'no_such_host'],
  ['an MX or SRV record indicated no SMTP service', '5.0.0', 'hard', 'no_such_host'],
  ['lowest numbered MX record points to local host', '5.0.0', 'soft', 'system'],
  ['550 5.1.2 user unknown: no such domain', '5.1.2', 'hard', 'no_such_host'],
  ['550 5.1.0 Address rejected jo@example.org', '5.1.0', 'hard', 'no_such_user'],
  ['550 The recipient is invalid.', '5.0.0', 'hard', 'no_such_user'],
  ['550 not accepted, try again later', '5.0.0', 'soft', 'policy'],
]

test.each(SERVERS_SAY)(
  'a server that says “%s” (%s) is understood: %s, %s',
  async (...[said, status, outcome, reason]) => {
    expect(await classify(aReport(aFailure(said, status)))).toMatchObject({
      class: outcome,
      reason,
      status,
      recipients: ['jo@example.org'],
    })
  },
)

test('somebody who moved is proposed at the address their server names', async () => {
  const found = await classify(aReport(aFailure('551 User not local; please try <Jo.New@example.net>', '5.1.6')))

  expect(found.newAddress).toBe('jo.new@example.net')
})

test('a bare 550 kills an address only when the server was asked for it', async () => {
  const asked = aFailure('550 Requested action not taken: mailbox unavailable (in reply to RCPT TO command)')
  const afterwards = aFailure('550 Requested action not taken: mailbox unavailable (in reply to end of DATA command)')
  const sender = aFailure('550 5.1.1 User unknown (in reply to MAIL FROM command)', '5.1.1')

  expect(await classify(aReport(asked))).toMatchObject({ class: 'hard', reason: 'no_such_user' })
  expect(await classify(aReport(afterwards))).toMatchObject({ class: 'soft', reason: 'policy' })
  expect(await classify(aReport(sender))).toMatchObject({ class: 'soft', reason: 'policy' })
})

test('a letter that is late is not dead, whatever the reason', async () => {
  const late = aFailure('450 4.1.1 User unknown', '4.1.1', { action: 'delayed' })

  expect(await classify(aReport(late))).toMatchObject({ class: 'soft', status: '4.1.1' })
})

test.each(['delivered', 'relayed', 'expanded'])('a report that says “%s” is good news', async (action) => {
  expect(await classify(aReport(aFailure('250 2.1.5 OK', '2.1.5', { action })))).toMatchObject({
    class: 'delivered',
    reason: null,
    recipients: ['jo@example.org'],
  })
})

test('of several recipients the worst gives the class, and each has a report of its own', async () => {
  const arrived = aFailure('250 OK', '2.0.0', { action: 'delivered', to: 'a@example.org' })
  const full = aFailure('552 mailbox full', '5.2.2', { to: 'B@example.org' })
  const gone = aFailure('550 user unknown', '5.1.1', { to: 'c@example.org' })

  const found = await classify(aReport(arrived, full, gone, gone))

  expect(found).toMatchObject({
    class: 'hard',
    status: '5.1.1',
    recipients: ['a@example.org', 'b@example.org', 'c@example.org'],
  })
  expect(found.reports?.map((one) => [one.recipient, one.class])).toEqual([
    ['a@example.org', 'delivered'],
    ['b@example.org', 'soft'],
    ['c@example.org', 'hard'],
    ['c@example.org', 'hard'],
  ])
})

test('a status is the more exact of two, is made of the reply, or is not there', async () => {
  const status = async (fields: string) => (await classify(aReport(fields))).status
  const without = 'Final-Recipient: rfc822; jo@example.org\nAction: failed'

  expect(await status(aFailure('550 Invalid recipient (#5.1.1)', '5.0.0'))).toBe('5.1.1')
  expect(await status(`${without}\nDiagnostic-Code: smtp; 550 user unknown`)).toBe('5.0.0')
  expect(await status(without)).toBeNull()
})

test('the fields of a recipient may stand in any order, and beside those of the report', async () => {
  const found = await classify(aReport('Action: failed\nFinal-Recipient: rfc822; jo@example.org\nStatus: 5.2.2'))

  expect(found).toMatchObject({ class: 'soft', reason: 'mailbox_full', recipients: ['jo@example.org'] })
})

test('reports in words are understood: qmail, Exim, Sendmail, Gmail', async () => {
  const from = { From: 'Mail Delivery System <MAILER-DAEMON@mx.example>', Subject: 'failure notice' }
  const qmail =
    'Hi. This is the qmail-send program.\n\n<jo@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nFrom: x'
  const exim =
    'A message that you sent could not be delivered.\n\n  jo@example.org\n    mailbox is full: retry timeout exceeded\n'
  const sendmail =
    '   ----- The following addresses had permanent fatal errors -----\n<jo@example.org>\n    (reason: 550 Host unknown)\n'

  expect(await classify(aMail(from, qmail))).toMatchObject({
    class: 'hard',
    status: '5.1.1',
    recipients: ['jo@example.org'],
  })
  expect(await classify(aMail({ ...from, 'X-Failed-Recipients': 'JO@example.org' }, exim))).toMatchObject({
    class: 'soft',
    reason: 'mailbox_full',
    recipients: ['jo@example.org'],
  })
  expect(await classify(aMail(from, sendmail))).toMatchObject({ class: 'hard', reason: 'no_such_host' })
})

test('reports in words are understood: Apache James, Google Groups, Oracle', async () => {
  const james =
    'We were unable to deliver the attached message because of an error in the mail server.\n\nError message below:\n550 No such user\n\nMessage details:\n  Subject: News\n  MAIL FROM: news@lists.example\n  RCPT TO: jo@example.org\n'
  const groups =
    'Helo,\n\nRydym yn ysgrifennu i roi gwybod ichi am y grŵp.\n\nhttps://support.google.com/a/example.org/bin/topic.py?topic=25838\n'
  const oracle =
    'This report relates to a message you sent with the following header fields:\n\n  Message-id: <1@lists.example>\n  From: news@lists.example\n\nYour message cannot be delivered to the following recipients:\n\n  Recipient address: jo@example.org\n  Reason: Remote SMTP server has rejected address\n  Diagnostic code: smtp;550 5.7.1 No Such User Here\n'
  const google = { From: 'mailer-daemon@googlemail.com', 'X-Failed-Recipients': 'jo@example.org', Subject: 'Methu' }

  expect(
    await classify(aMail({ From: 'post@mx.example', To: 'news@lists.example', Subject: 'Re:News' }, james)),
  ).toMatchObject({ class: 'hard', reason: 'no_such_user', recipients: ['jo@example.org'] })
  expect(await classify(aMail(google, groups))).toMatchObject({ class: 'soft', reason: 'policy' })
  expect(
    await classify(aMail({ From: 'postmaster@mx.example', Subject: 'Delivery Notification' }, oracle)),
  ).toMatchObject({
    status: '5.7.1',
    recipients: ['jo@example.org'],
  })
})

test('a server that goes on trying says so, and the address lives', async () => {
  const warning = { From: 'MAILER-DAEMON@mx.example', Subject: 'Warning: message delayed 24 hours' }
  const body = '<jo@example.org>\n host not found\nIt will be retried. You do not need to resend your message.'

  expect(await classify(aMail(warning, body))).toMatchObject({ class: 'soft' })
})

test('names of hosts and words of the returned letter are no reasons', async () => {
  const found = await classify(aReport(aFailure('host antispam.example.com said: 552 mailbox full', '5.2.2')))

  expect(found.reason).toBe('mailbox_full')
})

test('Amazon’s reports in JSON are read, broken lines and all', async () => {
  const said = {
    bounceType: 'Permanent',
    bouncedRecipients: [
      { emailAddress: 'Jo@example.org', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
    ],
  }
  const json = JSON.stringify({ notificationType: 'Bounce', bounce: said }).replace(
    'diagnosticCode',
    'diagnostic\nCode',
  )

  expect(
    await classify(aMail({ From: 'no-reply@sns.amazonaws.com', Subject: 'AWS Notification Message' }, json)),
  ).toMatchObject({
    class: 'hard',
    reason: 'no_such_user',
    recipients: ['jo@example.org'],
  })
})
