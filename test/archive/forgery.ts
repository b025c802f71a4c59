import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { extract, type Header, pack } from 'tar-stream'
import { type Manifest, type Sums, sumOf } from '../../src/platform/archive/format.ts'

/** An entry of an archive that somebody is tampering with. */
export interface Part {
  name: string
  bytes: Buffer
  type?: Header['type']
  linkname?: string
  pax?: Record<string, string>
}

export class Forgery {
  parts: Part[] = []

  static async of(path: string): Promise<Forgery> {
    const forgery = new Forgery()
    const tar = extract()
    const reading = pipeline(createReadStream(path), tar)
    for await (const entry of tar) {
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      forgery.parts.push({ name: entry.header.name, bytes: Buffer.concat(chunks) })
    }
    await reading
    return forgery
  }

  find(name: string): Part {
    const part = this.parts.find((one) => one.name === name)
    if (!part) throw new Error(`There is no ${name}.`)
    return part
  }

  get firstFile(): Part {
    return this.parts.find(({ name }) => name.startsWith('files/'))!
  }

  /** Puts another entry right behind one. */
  insertAfter(name: string, part: Part): void {
    this.parts.splice(this.parts.indexOf(this.find(name)) + 1, 0, part)
  }

  manifest(change: (manifest: Manifest & Record<string, unknown>) => void): void {
    this.#json('manifest.json', change)
  }

  sums(change: (sums: Sums) => void): void {
    this.#json('sums.json', change)
  }

  /** A table's rows as COPY text; a table without rows gets its first part. */
  rows(table: string, change: (text: string) => string): void {
    const name = `tables/${table}/000001.zst`
    const part = this.find(name)
    part.bytes = zstdCompressSync(Buffer.from(change(zstdDecompressSync(part.bytes).toString())))
  }

  /** Makes every sum fit again, as a forger who knows the format would. */
  resum(): this {
    const files = this.parts.filter(({ name }) => name.startsWith('files/'))
    this.sums((sums) => {
      sums.manifest = sumOf(this.find('manifest.json').bytes)
      sums.tables = (JSON.parse(this.find('manifest.json').bytes.toString()) as Manifest).tables.map(({ name }) => {
        const parts = this.parts.filter((part) => part.name.startsWith(`tables/${name}/`))
        const text = parts.map(({ bytes }) => zstdDecompressSync(bytes).toString()).join('')
        return { name, rows: text.split('\n').length - 1, parts: parts.map(({ bytes }) => sumOf(bytes)) }
      })
      sums.files = { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0) }
    })
    return this
  }

  async write(folder: string, name = 'forged.tar'): Promise<string> {
    const path = join(folder, name)
    const tar = pack()
    const written = pipeline(tar, createWriteStream(path))
    for (const { bytes, ...header } of this.parts)
      await new Promise<void>((resolve, reject) => {
        tar.entry({ ...header, size: bytes.length }, bytes, (error) => (error ? reject(error) : resolve()))
      })
    tar.finalize()
    await written
    return path
  }

  #json(name: string, change: (value: never) => void): void {
    const part = this.find(name)
    const value = JSON.parse(part.bytes.toString()) as never
    change(value)
    part.bytes = Buffer.from(JSON.stringify(value))
  }
}
