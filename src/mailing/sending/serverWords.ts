/** A mail server's words, fit to be kept: without the reader's address or name in it, in one line, not too long. */
export function serverWords(said: string, address: string): string {
  const local = address.slice(0, address.lastIndexOf('@'))
  const bare = said
    .replace(/\p{Cc}+/gu, ' ')
    .replaceAll(/(?:"[^"]*"|[^\s<>()[\]:;,"'=]+)@[^\s<>()[\]:;,"']+/g, '(address)')
  return (local.length > 2 ? replaceWord(bare, local) : bare).slice(0, 300)
}

function replaceWord(text: string, word: string): string {
  if (!text.toLowerCase().includes(word.toLowerCase())) return text // so for nearly every letter: building a pattern costs more
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return text.replaceAll(new RegExp(`(?<![\\w.])${literal}(?![\\w])`, 'gi'), '(address)')
}
