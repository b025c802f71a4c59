import { Socket } from 'node:net'

const BYTES = 256 * 1024

/**
 * A socket that reads into one buffer. Node makes one of 64 KB for each read, and a local server sends 8 KB at a time: a
 * large COPY would leave hundreds of megabytes behind. Whoever listens for 'shared' gets the buffer itself, good until
 * it returns; all others get copies as 'data'.
 */
export class OneBufferSocket extends Socket {
  constructor() {
    super({
      onread: {
        buffer: Buffer.allocUnsafeSlow(BYTES),
        callback: (bytes, buffer) => this.#tell(buffer.subarray(0, bytes)),
      },
    })
  }

  #tell(sent: Uint8Array): boolean {
    if (this.listenerCount('shared')) this.emit('shared', sent)
    else this.emit('data', Buffer.from(sent))
    return true
  }
}
