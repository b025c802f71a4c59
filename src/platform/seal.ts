import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const FORM = 'v1'
const [IV_BYTES, TAG_BYTES] = [12, 16]

/** What a sealed text is for and whose it is: it opens under the same words only, so that no row can pass for another's. */
export interface Seal {
  readonly secret: string
  /** Chooses the key: 'authenticator'. */
  readonly purpose: string
  /** Bound to the text, not kept in it: the owner's id. */
  readonly owner: string
}

/** Encrypts a short text for keeping in the database (AES-256-GCM, a key per purpose by HKDF, RFC 5869). */
export function seal(text: string, by: Seal): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(by), iv).setAAD(Buffer.from(by.owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${FORM}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
}

/** Gives the text back, or null when it was altered, belongs to somebody else, or was sealed under another secret. */
export function unseal(sealed: string, by: Seal): string | null {
  const [form, body = ''] = sealed.split('.')
  const bytes = Buffer.from(body, 'base64url')
  if (form !== FORM || bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', keyOf(by), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(by.owner))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const keyOf = ({ secret, purpose }: Seal): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, 'backbench', `seal ${purpose}`, 32))
