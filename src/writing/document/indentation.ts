/** The text as a quotation: every line marked. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** The text after a sign, its further lines as far in as the first. */
export function hanging(text: string, sign: string): string {
  const indent = ' '.repeat(sign.length)
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? sign + line : line === '' ? '' : indent + line))
    .join('\n')
}
