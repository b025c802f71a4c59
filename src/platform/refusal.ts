/** A rule said no. The message is written for the person at the screen and shown to them. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: RefusalStatus

  constructor(message: string, status: RefusalStatus = 409) {
    super(message)
    this.status = status
  }
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429

/** Throws a 403 with the given sentence unless `permitted`. */
export function allow(permitted: boolean, otherwise = 'You may not do this.'): void {
  if (!permitted) throw new Refusal(otherwise, 403)
}
