import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'

/** The same letter to so many readers, by nodemailer. */
export interface Nodemailing {
  readonly port: number
  readonly messages: number
  /** With places for what differs. */
  readonly subject: string
  readonly html: string
  readonly plain: string
  readonly dkim: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string }
}
export interface Nodemailed {
  /** Processor time of a letter, user and system: ms. */
  readonly cost: number
  readonly perSecond: number
}

const [CONNECTIONS, WARM] = [5, 300]

/** As its documentation shows it for many messages: a pool of connections, and as many letters under way as there are. */
export async function sendByNodemailer({ port, messages, dkim, ...letter }: Nodemailing): Promise<Nodemailed> {
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    dkim,
  })
  let next = 0
  const line = async (until: number): Promise<void> => {
    while (next < until) await transport.sendMail(copyFor(letter, next++))
  }
  const lines = (until: number) => Promise.all(Array.from({ length: CONNECTIONS }, () => line(until)))
  await lines(WARM)
  const [since, before] = [performance.now(), process.cpuUsage()]
  await lines(WARM + messages)
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - since) / 1000
  transport.close()
  return { cost: (user + system) / 1000 / messages, perSecond: messages / seconds }
}

/** With the headers and the personal words that our own letters have. */
function copyFor({ subject, html, plain }: Pick<Nodemailing, 'subject' | 'html' | 'plain'>, number: number) {
  const id = randomUUID()
  const link = (purpose: string): string => `https://post.example/letters/${purpose}/${id}${id}`
  const words: Readonly<Record<string, string>> = {
    name: `Reader ${number}`,
    unsubscribe: link('unsubscribe'),
    preferences: link('preferences'),
    answers: link('answers'),
  }
  const personal = (text: string): string => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => words[name]!)
  return {
    from: { name: 'The Post', address: 'office@post.example' },
    envelope: { from: `office+${id}@post.example`, to: `reader${number}@example.org` },
    to: `reader${number}@example.org`,
    subject,
    html: personal(html),
    text: personal(plain),
    messageId: `<${id}@post.example>`,
    headers: {
      'List-Id': '<letters.post.example>',
      'List-Unsubscribe': `<${words['unsubscribe']}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
