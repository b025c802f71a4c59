import { type Pointer, signed, verified } from './signedTokens.ts'

/** Letters may come back in capitals, so the token has one case only (RFC 4648 §6, in small letters, without padding). */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const by = (secret: string) => ({ secret, purpose: 'bounce', kept: 8 }) as const
const LONGEST_LOCAL_PART = 64

/**
 * The sender that a bounce comes back to, one for each delivery: `office+<token>@group.example`. The signature keeps anybody from
 * making up bounces. A mailbox whose name leaves no room is used as it is; its bounces are matched by their text.
 */
export function bounceAddress(mailbox: string, pointer: Pointer, secret: string): string {
  const at = mailbox.lastIndexOf('@')
  const local = `${mailbox.slice(0, at)}+${base32(signed(pointer, by(secret)))}`
  return local.length > LONGEST_LOCAL_PART ? mailbox : `${local}${mailbox.slice(at)}`
}

/** Which delivery an address to which something came back stands for; null when it is not one of ours, or forged. */
export function deliveryOf(address: string, secret: string): Pointer | null {
  const token = /\+([a-z2-7]+)@[^@]*$/.exec(address.toLowerCase())?.[1]
  if (token === undefined) return null
  const bytes = bytesOf(token)
  return base32(bytes) === token ? verified(bytes, by(secret)) : null // one writing of a token only
}

/** Five bits after the other: made for every letter. */
function base32(bytes: Buffer): string {
  let [text, bits, room] = ['', 0, 0]
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff
    for (room += 8; room >= 5; room -= 5) text += ALPHABET[(bits >> (room - 5)) & 31]!
  }
  return room ? text + ALPHABET[(bits << (5 - room)) & 31]! : text
}

function bytesOf(token: string): Buffer {
  const bits = Array.from(token, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
