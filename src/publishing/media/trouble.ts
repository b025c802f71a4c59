/**
 * 'lasting': the next time would be no better. 'passing': it may be. 'unreachable': it may be, and the website as a whole
 * does not answer.
 */
export type TroubleKind = 'lasting' | 'passing' | 'unreachable'

/** Why a file could not be fetched, as a sentence for the report. The same sentence for the same reason, so that they can be counted. */
export class Trouble extends Error {
  override name = 'Trouble'
  readonly kind: TroubleKind

  constructor(sentence: string, kind: TroubleKind = 'lasting') {
    super(sentence)
    this.kind = kind
  }
}
