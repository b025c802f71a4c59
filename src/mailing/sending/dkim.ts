import { createHash, type KeyObject, sign } from 'node:crypto'
import { type Header, type Message, written } from './composing.ts'

export interface SigningKey {
  readonly domain: string
  readonly selector: string
  readonly key: KeyObject
}

/** Named although they may be missing, so that nobody can add one afterwards (RFC 6376 §5.4.2). */
const SIGNED = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'mime-version',
  'content-type',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
]

/**
 * The message with a DKIM signature (RFC 6376: rsa-sha256, relaxed/relaxed). The body must be in relaxed form already, as
 * `quotedPrintable` and `composer` write it. The signature itself is made in a thread of Node's pool, not in this one.
 */
export async function signedMessage(message: Message, signing: SigningKey, at: Date): Promise<Buffer> {
  const tags = [
    'v=1',
    'a=rsa-sha256',
    'c=relaxed/relaxed',
    `d=${signing.domain}`,
    `s=${signing.selector}`,
    `t=${Math.floor(at.getTime() / 1000)}`,
    `h=${SIGNED.join(':')}`,
    `bh=${hashOf(message.body)}`,
  ]
  const unsigned: Header = ['DKIM-Signature', `${tags.join('; ')}; b=`]
  const input = [
    ...SIGNED.flatMap((name) => relaxed(message.headers.find((one) => one[0].toLowerCase() === name))),
    ...relaxed(unsigned),
  ].join('\r\n')
  const signature = await signatureOf(input, signing.key)
  const folded = (signature.match(/.{1,72}/g) ?? []).join('\r\n ')
  return written({
    ...message,
    headers: [['DKIM-Signature', `${tags.join(';\r\n ')};\r\n b=${folded}`], ...message.headers],
  })
}

function hashOf(body: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const piece of body) hash.update(piece)
  return hash.digest('base64')
}

/** RFC 6376 §3.4.2. */
const relaxed = (header: Header | undefined): readonly string[] =>
  header
    ? [
        `${header[0].toLowerCase()}:${header[1]
          .replaceAll('\r\n', '')
          .replace(/[ \t]+/g, ' ')
          .trim()}`,
      ]
    : []

const signatureOf = (input: string, key: KeyObject): Promise<string> =>
  new Promise((resolve, reject) =>
    sign('sha256', Buffer.from(input), key, (error, made) =>
      error ? reject(error) : resolve(made.toString('base64')),
    ),
  )
