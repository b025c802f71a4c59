import { randomUUID } from 'node:crypto'
import { senderDomain, senderOf } from '../../platform/mail.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Command, CommandContext, GroupContext } from '../../platform/slice.ts'
import { NoServer, SmtpLine } from '../../platform/smtpLine.ts'
import { writtenAddress } from '../sending/headers.ts'
import { packerOf } from '../sending/sendLetter.ts'
import { serverWords } from '../sending/serverWords.ts'
import { keyFor } from '../sending/signingKeys.ts'
import { mailStatus, statusLines } from './status.ts'

const statusCommand: Command = {
  name: 'mail status',
  summary: 'Say how letters go out, and what was read of the mailbox (--json)',
  options: { json: { type: 'boolean' } },
  async run({ services, options, say }) {
    const status = await mailStatus(services, new Date())
    if (options['json']) say(JSON.stringify(status))
    else for (const line of statusLines(status)) say(line)
  },
}

const sendTestCommand: Command = {
  name: 'mail send-test',
  operands: '<address>',
  summary: 'Send one test letter as a newsletter would go, and say what the server said (--group)',
  options: { group: { type: 'string' } },
  async run(command) {
    const { services, operands, say } = command
    const address = operands.length === 1 ? writtenAddress(operands[0]!.trim().toLowerCase()) : null
    if (!address) throw new Refusal('Say one email address: mail send-test me@example.org', 422)
    if (!services.config.smtpUrl) throw new Refusal('No mail server is set. Set SMTP_URL and MAIL_FROM.', 422)
    return sendTest(await groupOf(command), { address, smtpUrl: services.config.smtpUrl, say })
  },
}

export const mailCommands: readonly Command[] = [statusCommand, sendTestCommand]

async function groupOf({ services, options, groupContext }: CommandContext): Promise<GroupContext> {
  const slugs = services.groups.all.map(({ slug }) => slug)
  const slug = options['group'] ?? (slugs.length === 1 ? slugs[0] : undefined)
  if (typeof slug !== 'string')
    throw new Refusal(slugs.length ? 'Say in which group’s name: --group <short name>' : 'There is no group yet.', 422)
  return groupContext(slug)
}

interface Test {
  readonly address: string
  readonly smtpUrl: string
  readonly say: (line: string) => void
}

/** Through the same line, envelope and signature as a letter to many; no delivery is written down. */
async function sendTest(context: GroupContext, { address, smtpUrl, say }: Test): Promise<number> {
  const mailbox = senderOf(context.services.config)
  const domain = senderDomain(context.services.config)
  const id = randomUUID()
  const pack = await packerOf(context, wordsFor(context.group.name))
  const parcel = await pack({ id, address, name: address, attempts: 1, messageId: `${id}.1@${domain}` }, new Date())
  if (!parcel) throw new Refusal('This address cannot be written to.', 422)
  const { hostname } = new URL(smtpUrl)
  const line = await SmtpLine.open(smtpUrl).catch((error: unknown) => {
    if (!(error instanceof NoServer)) throw error
    throw new Refusal(`The mail server ${hostname} cannot be used: ${serverWords(error.message, '')}`)
  })
  const { outcome, said } = await line.hand(parcel)
  line.close()
  say(`${hostname}: ${said.replaceAll(/\p{Cc}+/gu, ' ')}`)
  const key = await context.read((tx) =>
    keyFor(tx, { groupId: context.group.id, domain, secret: context.services.secret }),
  )
  for (const sentence of outcome === 'taken'
    ? whatToLookAt({ from: parcel.from, mailbox, domain, selector: key?.selector })
    : [OUTCOMES[outcome]])
    say(sentence)
  return outcome === 'taken' ? 0 : 1
}

const OUTCOMES = {
  later: 'It was not taken: the server says “later”. Try again in a quarter of an hour.',
  refused: 'It was refused. The words above say why.',
  unknown: 'The line broke while the letter was on its way: it may have been taken.',
} as const

function whatToLookAt(sent: {
  from: string
  mailbox: string
  domain: string
  selector: string | undefined
}): readonly string[] {
  const { from, mailbox, domain, selector } = sent
  return [
    'It was taken. Now look:',
    '- whether it arrived, also among the spam;',
    `- in its source at “Authentication-Results”: spf, dkim and dmarc should say “pass” for ${domain};`,
    selector
      ? `- it is signed: the DNS has to hold ${selector}._domainkey.${domain};`
      : `- it is not signed by us: there is no key for ${domain}. Your mail server may sign it;`,
    from === mailbox
      ? `- returned letters come to ${mailbox}, whose name is too long for a mark: they are matched by their text;`
      : `- returned letters come to ${from}: send one there yourself and see that it lands in ${mailbox};`,
    '- that your answer to it comes to the mailbox. (It belongs to no letter, so it stays there.)',
  ]
}

const wordsFor = (group: string) => ({
  kind: 'newsletter' as const,
  subject: `Test letter from ${group}`,
  plain: `This is a test letter from ${group}, sent as a newsletter would be. Its links lead nowhere.\n\n{{unsubscribe}}\n`,
  html: '<!doctype html><html lang="en"><body><p>This is a test letter, sent as a newsletter would be. Its links lead nowhere.</p><p><a href="{{unsubscribe}}">Unsubscribe</a></p></body></html>',
})
