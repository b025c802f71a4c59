/** Letters without capitals and accents, as `people.folded` makes them: "Siân" and "SIAN" are one. */
export const folded = (written: string): string =>
  written
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .toLowerCase()

const MOST = 6

/** What is sought, word by word: each must stand somewhere in the record. More than six would only cost time. */
export const soughtWords = (typed: string): readonly string[] =>
  folded(typed).split(/\s+/).filter(Boolean).slice(0, MOST)
