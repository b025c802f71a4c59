/** Words whose own signs are only signs in a `like` (PostgreSQL 18, 9.7.1): "50%" is not anything that begins with 50. */
export const literal = (words: string): string => words.replace(/[\\%_]/g, '\\$&')

/** For `like` and `ilike`: the words anywhere. */
export const anywhere = (words: string): string => `%${literal(words)}%`
