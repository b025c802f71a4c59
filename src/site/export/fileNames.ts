/** Names no file may have on Windows, whatever follows the dot (learn.microsoft.com, "Naming files"). */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
const LONGEST = 60

/**
 * Names for files in a folder that any disk takes: small letters, digits and hyphens, no longer than 60, and never twice
 * the same in one folder. Whatever was wished for, a name never leads out of its folder.
 */
export class FileNames {
  readonly #given = new Set<string>()

  /** 'posts/rain-barrels.html' */
  give(folder: string, { wanted, extension }: { wanted: string; extension: string }): string {
    const base = plainName(wanted)
    const ending = plainName(extension).slice(0, 5)
    for (let number = 1; ; number += 1) {
      const name = `${folder}/${base}${number === 1 ? '' : `-${number}`}.${ending}`
      if (this.#given.has(name)) continue
      this.#given.add(name)
      return name
    }
  }
}

function plainName(wanted: string): string {
  const plain = wanted
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return RESERVED.test(plain) ? `${plain}-file` : plain || 'untitled'
}
