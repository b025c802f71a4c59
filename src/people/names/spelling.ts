import { distance } from 'fastest-levenshtein'

/**
 * Whether two words differ by a slip: one letter more, fewer or swapped with its neighbour (Jon and John, Smiht and Smith); from
 * five letters on another letter too (Smyth), from nine on two slips. Short words with another letter are other names: Mark, Mary.
 */
export function spelledNearly(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 3 || long.length > 60 || long.length - short.length > 2) return false
  if (isSwap(short, long)) return true
  if (short.length === long.length && long.length < 5) return false
  return distance(short, long) <= (short.length >= 9 ? 2 : 1)
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}
