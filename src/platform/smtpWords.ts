import { Readable, type Transform } from 'node:stream'

/**
 * The words, given when nodemailer has read "354" and not before: it pipes them then. They are pushed as they go over the line, with
 * their last dot, so that they go in one write. What it does itself, byte by byte and in several writes, takes longer than composing.
 */
export function wordsOf(message: Buffer, begins: () => void): Readable {
  const words = new Readable({
    read() {
      begins()
      this.push(message)
      this.push(null)
    },
  })
  const ready = asItGoes(message)
  if (!ready) return words
  words.pipe = (to) => {
    begins()
    const stream = to as unknown as Transform
    stream.push(ready)
    stream.push(null)
    return to
  }
  return words
}

const [CR, LF, DOT] = [13, 10, 46]
const [ONE_MORE, LAST] = [Buffer.from('.'), Buffer.from('\r\n.\r\n')]

/**
 * A message as it goes over the line: where a line begins with a dot stand two, and a line of one dot is the end (RFC 5321 §4.5.2).
 * Null when some line ends otherwise than by CR LF, which could pass for an end of the message: nodemailer mends it.
 */
export function asItGoes(message: Buffer): Buffer | null {
  const parts: Buffer[] = []
  let from = 0
  for (let line = 0; line < message.length;) {
    if (message[line] === DOT) {
      parts.push(message.subarray(from, line), ONE_MORE)
      from = line
    }
    const [cr, lf] = [message.indexOf(CR, line), message.indexOf(LF, line)]
    if (cr < 0 && lf < 0) break
    if (cr < 0 || cr + 1 !== lf) return null
    line = lf + 1
  }
  const ends = message.at(-1) === LF
  return Buffer.concat([...parts, message.subarray(from), ends ? LAST.subarray(2) : LAST])
}
