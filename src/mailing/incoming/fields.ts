/** Header fields by lower-case name; of several with one name, all. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** RFC 5322 fields up to the first blank line; what is no field is passed over. */
export function fieldsIn(text: string): Fields {
  const fields = new Map<string, string[]>()
  let last: string[] | undefined
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') {
      if (fields.size) break
      continue
    }
    if (/^[ \t]/.test(line) && last) {
      last.push(`${last.pop() ?? ''} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    const name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : ''
    last = /^[a-z][a-z0-9-]{0,76}$/.test(name) ? (fields.get(name) ?? []) : undefined
    if (!last) continue
    fields.set(name, last)
    last.push(line.slice(colon + 1).trim())
  }
  return fields
}

export const first = (fields: Fields, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = fields.get(name)?.find((one) => one !== '')
    if (value !== undefined) return value
  }
  return ''
}
