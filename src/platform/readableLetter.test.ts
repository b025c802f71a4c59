import nodemailer from 'nodemailer'
import { expect, test } from 'vitest'
import { readableLetter } from './readableLetter.ts'

async function aLetter(given: { subject: string; text: string; name?: string }): Promise<string> {
  const { message } = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: { name: given.name ?? 'Weir Watch', address: 'post@example.org' },
    to: 'ines@example.org',
    ...given,
  })
  return (message as Buffer).toString('utf8')
}

test('a long link in a letter stays whole', async () => {
  const link = `http://localhost:4100/sign-in/link/${'aB3-'.repeat(20)}=x`

  const read = readableLetter(await aLetter({ subject: 'Your code', text: `Open this:\n\n${link}\n\n– Weir Watch` }))

  expect(read).toContain(`\n${link}\n`)
  expect(read).toContain('To: ines@example.org')
  expect(read).toContain('– Weir Watch')
})

test('words in any script are read as they were written', async () => {
  const subject = 'Croeso i Ŵyl Afonydd Conwy, Żółw a ddaeth hefyd, ac eraill o bell ac agos'

  const read = readableLetter(await aLetter({ subject, text: 'Приве́т, こんにちは, dŵr', name: 'Fforwm Dŵr' }))

  expect(read).toContain(`Subject: ${subject}`)
  expect(read).toContain('Приве́т, こんにちは, dŵr')
  expect(read).toContain('Fforwm Dŵr')
})
