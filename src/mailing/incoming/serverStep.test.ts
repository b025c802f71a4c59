import { expect, test } from 'vitest'
import { classify } from './classification.ts'
import { aFailure, aMail, aReport } from './factories.ts'
import { stepIn } from './serverStep.ts'

test.each([
  ['mx.example said: 550 no (in reply to RCPT TO command)', 'recipient'],
  ['mx.example said: 550 no (in reply to\n    end of DATA command)', 'letter'],
  ['SMTP error from remote mail server after MAIL FROM:<a@b.example>: 550 no', 'sender'],
  ['SMTP error from remote mail server after pipelined end of data: 550 no', 'letter'],
  ['SMTP error from remote mail server after initial connection: 421 no', 'greeting'],
  ['192.0.2.1 does not like recipient.\nRemote host said: 550 no', 'recipient'],
  ['192.0.2.1 failed after I sent the message.\nRemote host said: 550 no', 'letter'],
  ['Connected to 192.0.2.1 but sender was rejected.', 'sender'],
  ['>>> RCPT To:<a@b.example>\n<<< 550 no', 'recipient'],
  ['>>> MAIL From:<a@b.example>\n<<< 250 ok\n>>> DATA\n<<< 550 no\n554 Service unavailable', 'letter'],
  ['>>> DATA\n<<< 550 no\n<<< 503 Need RCPT (recipient)', 'recipient'],
  ['550 no', null],
])('of “%s” the step is %s', (said, step) => {
  expect(stepIn(said)).toBe(step)
})

test('an unknown user is believed when asked for, and doubted when the letter was refused', async () => {
  const said = (step: string, status?: string) => aReport(aFailure(`550 Unknown user jo (in reply to ${step})`, status))

  expect(await classify(said('RCPT TO command'))).toMatchObject({ class: 'hard', reason: 'no_such_user' })
  expect(await classify(said('end of DATA command'))).toMatchObject({ class: 'soft', reason: 'policy' })
  expect(await classify(said('end of DATA command', '5.1.1'))).toMatchObject({ class: 'hard' })
})

test('Yahoo’s word after the letter is final, as its help says', async () => {
  const said = "554 delivery error: dd This user doesn't have a yahoo.com account (in reply to end of DATA command)"

  expect(await classify(aReport(aFailure(said)))).toMatchObject({ class: 'hard', reason: 'no_such_user' })
})

test('words of an unknown user beside a code that forbids sending stop no mail', async () => {
  expect(await classify(aReport(aFailure('550 5.7.1 Unknown user', '5.7.1')))).toMatchObject({
    class: 'soft',
    reason: 'policy',
  })
})

test('a host that never takes mail is dead though it says so as a greeting', async () => {
  const said = '521 5.3.2 mx.example takes no mail (in reply to initial connection)'

  expect(await classify(aReport(aFailure(said, '5.3.2')))).toMatchObject({ class: 'hard', reason: 'no_such_host' })
  expect((await classify(aReport(aFailure('521 5.2.1 Not from you', '5.2.1')))).class).toBe('soft')
})

test('in Sendmail’s transcript each recipient has the answer to the command before it', async () => {
  const transcript = [
    '   ----- Transcript of session follows -----',
    '>>> MAIL From:<news@lists.example>',
    '<<< 550 Access denied',
    '554 <a@one.example>... Service unavailable',
    '>>> RCPT To:<b@two.example>',
    '<<< 550 User unknown',
    '550 <b@two.example>... User unknown',
  ].join('\n')

  const found = await classify(aMail({ From: 'MAILER-DAEMON@mx.example', Subject: 'Returned mail' }, transcript))

  expect(found.reports?.map(({ recipient, reason }) => [recipient, reason])).toEqual([
    ['a@one.example', 'policy'],
    ['b@two.example', 'no_such_user'],
  ])
})

test('what was answered is a better reason than that it lasted too long', async () => {
  const late = (transcript: string) =>
    aMail(
      { From: 'MAILER-DAEMON@mx.example', Subject: 'Returned mail' },
      `<jo@example.org>\n${transcript}\nMessage could not be delivered for 5 days`,
    )

  expect((await classify(late('>>> RCPT To:<jo@example.org>\n<<< 450 4.7.0 access restricted'))).reason).toBe('policy')
  expect((await classify(late('>>> MAIL From:<news@lists.example>\n<<< 451 not now'))).reason).toBe('policy')
  expect((await classify(late('Connection timed out'))).reason).toBe('expired')
  expect((await classify(aReport(aFailure('450 Access denied', '4.4.7')))).reason).toBe('policy')
  const silent = 'Final-Recipient: rfc822; jo@example.org\nAction: failed\nStatus: 4.4.7'
  expect(
    (await classify(aMail({ From: 'MAILER-DAEMON@mx.example' }, `<<< 421 Access denied\nToo old.\n\n${silent}`)))
      .reason,
  ).toBe('policy')
})
