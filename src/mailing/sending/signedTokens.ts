import { createHmac, timingSafeEqual } from 'node:crypto'

/** Which delivery of which group: 20 bytes. */
export interface Pointer {
  readonly groupId: number
  readonly deliveryId: string
}
const LENGTH = 20
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Signature {
  readonly secret: string
  /** Chooses the key, so that a token for one thing is none for another. */
  readonly purpose: string
  /** How many bytes of it are kept. */
  readonly kept: number
}

/** A delivery's pointer, with a signature that only this installation can make. */
export function signed({ groupId, deliveryId }: Pointer, by: Signature): Buffer {
  if (!UUID.test(deliveryId)) throw new Error('A delivery’s id is a UUID.')
  const body = Buffer.alloc(LENGTH)
  body.writeInt32BE(groupId)
  body.write(deliveryId.replaceAll('-', ''), 4, 'hex')
  return Buffer.concat([body, signatureOf(body, by)])
}

/** The pointer, when the signature is ours; compared without telling by its time how far it agrees. */
export function verified(bytes: Buffer, by: Signature): Pointer | null {
  if (bytes.length !== LENGTH + by.kept) return null
  const body = bytes.subarray(0, LENGTH)
  if (!timingSafeEqual(bytes.subarray(LENGTH), signatureOf(body, by))) return null
  const hex = body.toString('hex', 4)
  const deliveryId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { groupId: body.readInt32BE(), deliveryId }
}

const signatureOf = (body: Buffer, { secret, purpose, kept }: Signature): Buffer =>
  createHmac('sha256', secret).update(`mailing ${purpose}\0`).update(body).digest().subarray(0, kept)
