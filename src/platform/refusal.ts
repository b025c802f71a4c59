/** A rule said no. The message is written for the person at the screen and shown to them. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: RefusalStatus
  /** Where to go to change that, for the page that shows the sentence. */
  readonly next: NextStep | null

  constructor(message: string, status: RefusalStatus = 409, next: NextStep | null = null) {
    super(message)
    this.status = status
    this.next = next
  }
}

interface NextStep {
  readonly label: string
  readonly href: string
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429

/** Throws a 403 with the given sentence unless `permitted`. */
export function allow(permitted: boolean, otherwise = 'You may not do this.'): void {
  if (!permitted) throw new Refusal(otherwise, 403)
}
