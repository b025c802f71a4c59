/** The compressed forms we keep, the smallest first. */
export type Coding = 'br' | 'gzip'
const codings: readonly Coding[] = ['br', 'gzip']

const known = new Map<string, readonly Coding[]>()
const MOST_KNOWN = 200

/**
 * The codings an Accept-Encoding header allows, best first (RFC 9110 §12.5.3). `q=0` forbids one, `*` allows those not
 * named. Browsers send a handful of different headers, so answers are kept.
 */
export function acceptedCodings(header: string | undefined): readonly Coding[] {
  if (!header) return []
  let accepted = known.get(header)
  if (!accepted) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(header, (accepted = read(header)))
  }
  return accepted
}

function read(header: string): readonly Coding[] {
  const weights = new Map(header.toLowerCase().split(',').map(weighed))
  return codings.filter((coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0)
}

/** 'gzip; q=0.5' is ['gzip', 0.5]. */
function weighed(part: string): readonly [string, number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return [name, quality === undefined ? 1 : Number(quality.slice(2)) || 0]
}
