import { Refusal } from '../refusal.ts'
import { type ArchiveEntry, shown } from './entries.ts'
import type { Manifest, Sums } from './format.ts'

const NAME = /^files\/([1-9]\d{0,9})\/([0-9a-f]{64})$/
const LONGEST_ROW = 10_000

/** The files that the rows of platform.file name, each of which an archive holds once, in order, and no others. */
export class ExpectedFiles {
  readonly #bytes = new Map<string, number>()

  /** Notes what the rows name while they go by. */
  async *named(rows: AsyncIterable<Buffer>, { tables }: Manifest): AsyncGenerator<Buffer> {
    const columns = tables.find(({ name }) => name === 'platform.file')!.columns
    const [group, sha256, bytes] = ['group_id', 'sha256', 'bytes'].map((name) => columns.indexOf(name))
    let begun = ''
    for await (const chunk of rows) {
      const lines = (begun + chunk.toString('latin1')).split('\n')
      begun = lines.pop()!
      if (begun.length > LONGEST_ROW) throw new Refusal('This archive is damaged: a row names no file.', 422)
      for (const line of lines) {
        const values = line.split('\t')
        this.#bytes.set(`${values[group!]}/${values[sha256!]}`, Number(values[bytes!]))
      }
      yield chunk
    }
  }

  /** Which file an entry is. A Refusal when no row names it, it is there twice, or it has another size. */
  next({ name, size }: ArchiveEntry): { group: number; sha256: string } {
    const [, group = '', sha256 = ''] = NAME.exec(name) ?? []
    const key = `${group}/${sha256}`
    const bytes = this.#bytes.get(key)
    if (bytes === undefined)
      throw new Refusal(`This archive holds something that does not belong there: ${shown(name)}.`, 422)
    if (bytes !== size)
      throw new Refusal(`This archive is damaged: ${shown(name)} is not as long as its record says.`, 422)
    this.#bytes.delete(key)
    return { group: Number(group), sha256 }
  }

  allArrivedBut(missing: Sums['missing']): void {
    for (const { group, sha256 } of missing) this.#bytes.delete(`${group}/${sha256}`)
    const [first] = this.#bytes.keys()
    if (first) throw new Refusal(`This archive is damaged: ${shown(`files/${first}`)} is not in it.`, 422)
  }
}
