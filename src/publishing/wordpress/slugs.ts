const LONGEST_SLUG = 80

/**
 * The last part of an address, made of a title: unaccented lower-case letters and digits of any script, joined by
 * hyphens, at most 80 characters cut between words, never empty and none of `reserved`.
 */
export function slugify(title: string, reserved: readonly string[] = []): string {
  const words = unaccented(title.toLowerCase())
    .replace(/['’‘ʼ]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  const slug = fitting(words ?? []) || 'untitled'
  if (!reserved.includes(slug)) return slug
  let number = 2
  while (reserved.includes(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

function unaccented(text: string): string {
  return text
    .replace(/[ßæœøłđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

function fitting(words: readonly string[]): string {
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > LONGEST_SLUG) return slug || word.slice(0, LONGEST_SLUG).replace(/[\uD800-\uDBFF]$/, '')
    slug = longer
  }
  return slug
}
