import { number, percent, plural } from '../../ui/words.ts'

export const total = (counted: readonly { readonly reads: number }[]): number =>
  counted.reduce((sum, { reads }) => sum + reads, 0)

/** "1,204 reads, 12% more than in the 30 days before." With few reads a share would say more than is known. */
export function comparedSentence(now: number, before: number): string {
  const reads = plural(now, 'read')
  if (before === 0) return `${reads}. Nothing was counted in the 30 days before.`
  if (now === before) return `${reads}, as many as in the 30 days before.`
  const change = Math.abs(now - before)
  const words = before < 50 ? number(change) : percent(change / before)
  return `${reads}, ${words} ${now > before ? 'more' : 'fewer'} than in the 30 days before.`
}
