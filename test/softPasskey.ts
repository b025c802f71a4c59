import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** How an answer departs from an honest one. */
export interface Wish {
  /** The website the browser believes it is at. */
  readonly origin?: string
  readonly rpId?: string
  readonly counter?: number
  /** Whether the device asked for a PIN, a finger or a face. */
  readonly verified?: boolean
  readonly challenge?: string
}

interface Options {
  readonly challenge: string
  readonly user?: { readonly id: string }
}

const [PRESENT, VERIFIED, WITH_KEY] = [0x01, 0x04, 0x40]

/**
 * A passkey made of software: answers as a browser with an ES256 device would (W3C Web Authentication, §6.1 and §6.5.4,
 * without attestation). It lies when asked to.
 */
export class SoftPasskey {
  readonly id = randomBytes(32).toString('base64url')
  readonly #origin: string
  readonly #key: KeyObject
  readonly #x: Buffer
  readonly #y: Buffer
  #user: string | undefined
  #counter = 0

  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#x = Buffer.from(x!, 'base64url')
    this.#y = Buffer.from(y!, 'base64url')
  }

  /** The answer to a request to make it, as the page's script puts it into the form. */
  made(options: Options, wish: Wish = {}): string {
    this.#user = options.user?.id
    const authData = this.#data(wish, Buffer.concat([this.#credential(), this.#coseKey()]))
    const attestation = new Map<string, string | ReadonlyMap<string, string> | Uint8Array>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authData)],
    ])
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url')
    return this.#answer({
      clientDataJSON: this.#client('webauthn.create', options, wish).toString('base64url'),
      attestationObject,
      transports: ['internal'],
    })
  }

  /** The answer to a request to sign. */
  signed(options: Options, wish: Wish = {}): string {
    this.#counter = wish.counter ?? this.#counter + 1
    const client = this.#client('webauthn.get', options, wish)
    const authData = this.#data(wish)
    const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), this.#key)
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: this.#user,
    })
  }

  #answer(response: object): string {
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} })
  }

  #client(type: string, { challenge }: Options, wish: Wish): Buffer {
    const { origin = this.#origin } = wish
    return Buffer.from(JSON.stringify({ type, challenge: wish.challenge ?? challenge, origin, crossOrigin: false }))
  }

  #data({ rpId = new URL(this.#origin).hostname, verified = true }: Wish, credential = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#counter)
    const flags = PRESENT | (verified ? VERIFIED : 0) | (credential.length ? WITH_KEY : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, credential])
  }

  #credential(): Buffer {
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    return Buffer.concat([Buffer.alloc(16), length, id])
  }

  /** COSE_Key of an ES256 key (RFC 9053 §7.1.1). */
  #coseKey(): Uint8Array {
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(this.#x)],
      [-3, new Uint8Array(this.#y)],
    ])
    return isoCBOR.encode(key)
  }
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
