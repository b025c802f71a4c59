import { inContext } from './finding.ts'

/**
 * Places where text was once read in the wrong encoding: UTF-8 taken for Windows-1252 (a curly quote has become three
 * odd characters) or characters replaced for good by U+FFFD. One detail for each stretch of such text.
 */
export function wrongEncodingIn(text: string): string[] {
  const details: string[] = []
  let covered = -1
  for (const found of text.matchAll(MOJIBAKE)) {
    if (found.index < covered) continue
    covered = found.index + 60
    details.push(inContext(text, found.index, found.index + found[0].length))
  }
  return details
}

/** The Windows-1252 images of UTF-8 sequences: a lead byte (Â, Ã, â€, ï»¿, ðŸ) and the marks of continuation bytes. */
const MOJIBAKE = /â€[\s\S]|â„¢|Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00BF]|ï»¿|ðŸ|\uFFFD/g
