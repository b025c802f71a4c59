/** What stands between two cells. */
export type Separator = ',' | ';' | '\t' | '|'
const SEPARATORS: readonly Separator[] = ['\t', ';', ',', '|']

/** Excel's own first line, "sep=;", which says the separator and is no row. */
export const sepHint = (text: string): { readonly separator: string; readonly length: number } | null => {
  const hint = /^"?sep=([^\r\n"])"?(?:\r\n|\r|\n|$)/i.exec(text)
  return hint && { separator: hint[1]!, length: hint[0].length }
}

/**
 * The separator of a text, from its first lines: the one that parts most of them into the same number of cells, and into
 * many. One column has none; then a comma is taken.
 */
export function separatorOf(text: string): Separator {
  const lines = unquoted(text)
    .split(/\r\n|\r|\n/)
    .filter(Boolean)
    .slice(0, 60)
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const score = scoreOf(lines.map((line) => line.split(separator).length - 1))
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** Lines that have the commonest number of separators, and a little for how many those are. */
function scoreOf(counts: readonly number[]): number {
  const lines = new Map<number, number>()
  for (const count of counts) if (count) lines.set(count, (lines.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, times] of lines) best = Math.max(best, times * (1 + Math.log2(count)))
  return best
}

/** Without what stands in quotation marks. */
const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""')
