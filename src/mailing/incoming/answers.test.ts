import { expect, test } from 'vitest'
import { classify } from './classification.ts'
import { aMail, aPersonsMail } from './factories.ts'

test('who is away is noted as away, by header, subject or first words', async () => {
  const byHeader = aPersonsMail('Re: News', 'I am away.', { 'Auto-Submitted': 'auto-replied (vacation)' })
  const bySubject = aPersonsMail('Automatic reply: News', 'Back on Monday. On annual leave.')
  const byWords = aPersonsMail('Re: News', 'I am out of the office until Monday.')

  for (const mail of [byHeader, bySubject, byWords])
    expect(await classify(mail)).toMatchObject({
      class: 'auto_reply',
      reason: 'vacation',
      recipients: ['sam@example.org'],
    })
})

test('a person who was out of the office is a person', async () => {
  const mail = aPersonsMail('Re: News', 'Sorry for the slow reply, I was out of the office. Yes please!', {
    'In-Reply-To': '<1@x>',
  })

  expect(await classify(mail)).toMatchObject({ class: 'reply', reason: null })
})

test('“Auto-Submitted: no” is a person’s word that they are one', async () => {
  expect(await classify(aPersonsMail('Re: News', 'Thank you', { 'Auto-Submitted': 'no' }))).toMatchObject({
    class: 'reply',
  })
})

test('a new address is proposed; a colleague’s is not', async () => {
  const auto = { 'Auto-Submitted': 'auto-replied' }
  const moved = await classify(aPersonsMail('My address', 'My new address is Sam.J@example.com.', auto))
  const left = await classify(
    aPersonsMail('Re: News', 'Sam no longer works here. Please contact duty@example.org.', auto),
  )

  expect(moved).toMatchObject({ reason: 'moved', newAddress: 'sam.j@example.com' })
  expect(left.reason).toBe('left')
  expect(left).not.toHaveProperty('newAddress')
})

test('whoever asks by hand to be taken off the list is heard', async () => {
  const heard = [
    'please take me off this list',
    'Unsubscribe',
    'Could you unsubscribe me? Thanks',
    'Stop sending me these',
  ]
  for (const words of heard)
    expect(await classify(aPersonsMail('Re: News', words)), words).toMatchObject({
      class: 'reply',
      reason: 'unsubscribe',
    })
})

test('the words quoted under an answer are not the answer', async () => {
  const mail = aPersonsMail('Re: News', 'Count me in!\n\nOn Monday, News wrote:\n> To unsubscribe me, press here')

  expect(await classify(mail)).toMatchObject({ class: 'reply', reason: null })
})

test('a name that looks like somebody’s address is not who wrote', async () => {
  const mail = aPersonsMail('Re: News', 'Unsubscribe', { From: '"chair@example.org" <Other@example.net>' })

  expect((await classify(mail)).recipients).toEqual(['other@example.net'])
})

test('a mail that answers nothing is something other, and so is what came through a list', async () => {
  expect(await classify(aPersonsMail('Cheap shoes', 'Buy now'))).toMatchObject({ class: 'other', reason: null })
  expect(await classify(aPersonsMail('Re: Plans', 'Hello', { 'List-Id': '<x.example>' }))).toMatchObject({
    class: 'other',
  })
})

test('somebody who forwards a bounce is a person', async () => {
  const mail = aPersonsMail('Fwd: Undelivered Mail Returned to Sender', 'What is this?\n550 5.1.1 User unknown')

  expect((await classify(mail)).class).toBe('other')
})

test('a complaint counts, a report of forged mail does not', async () => {
  const feedback = (type: string) =>
    aMail(
      {
        From: 'fbl@example.net',
        Subject: 'FW: News',
        'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b',
      },
      `--b\nContent-Type: message/feedback-report\n\nFeedback-Type: ${type}\nOriginal-Rcpt-To: <Jo@example.org>\n\n--b--`,
    )

  expect(await classify(feedback('abuse'))).toMatchObject({
    class: 'complaint',
    reason: 'abuse',
    recipients: ['jo@example.org'],
  })
  expect(await classify(feedback('opt-out'))).toMatchObject({ class: 'complaint', reason: 'opt_out' })
  expect(await classify(feedback('auth-failure'))).toMatchObject({ class: 'other', reason: 'auth' })
})

test('a read receipt is no reply', async () => {
  const mail = aMail(
    {
      From: 'sam@example.org',
      Subject: 'Read: News',
      'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b',
    },
    '--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;sam@example.org\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--',
  )

  expect(await classify(mail)).toMatchObject({
    class: 'auto_reply',
    reason: 'read_receipt',
    recipients: ['sam@example.org'],
  })
})
