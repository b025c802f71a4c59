/**
 * An address as it stands in a letter: whole, because a letter has no page that it would be relative to. One of the group's own
 * carries the letter's plain word (`?via=december-2026`), by which a join or a comment that follows is counted. The word is the
 * same for every reader, so it says nothing about any of them.
 * @param home 'https://group.example', without a last slash
 */
export function inLetter(
  address: string,
  { home, slug }: { readonly home: string; readonly slug: string | null },
): string {
  const whole = address.startsWith('/') ? `${home}${address}` : address
  if (slug === null || !URL.canParse(whole) || !URL.canParse(home)) return whole
  const url = new URL(whole)
  if (url.origin !== new URL(home).origin) return whole
  url.searchParams.set('via', slug)
  return url.href
}
