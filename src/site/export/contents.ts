import type { Contribution, ExportFile, ExportPage, ExportTable } from '../../platform/contribution.ts'
import { FileNames } from './fileNames.ts'

export interface PackedPage extends ExportPage {
  /** Where it lies in the export: 'posts/rain-barrels.html'. */
  readonly place: string
  readonly html: (leads: (address: string) => string) => Promise<string>
}
export interface PackedFile extends ExportFile {
  readonly place: string
}
export interface PackedTable extends ExportTable {
  readonly csv: string
  readonly json: string
}

/** Everything an export holds, each with its place in it. Of the texts themselves it holds nothing. */
export interface Contents {
  readonly pages: readonly PackedPage[]
  readonly files: readonly PackedFile[]
  readonly tables: readonly PackedTable[]
  readonly leftBehind: Readonly<Record<string, string>>
  /** Where an address of the website is found here, from the top of the export; undefined when it is not. */
  readonly placeOf: (address: string) => string | undefined
}

/** Gives all that the slices contribute a place. */
export function arrange(contributions: readonly Contribution[]): Contents {
  const names = new FileNames()
  const places = new Map<string, string>()
  const pages = contributions.flatMap(({ pages: given }) =>
    (given?.all ?? []).map((page) => {
      const place = names.give(page.section.toLowerCase().replaceAll(' ', '-'), {
        wanted: page.name,
        extension: 'html',
      })
      if (page.address) places.set(bare(page.address), place)
      return { ...page, place, html: (leads: (address: string) => string) => given!.html(page.id, leads) }
    }),
  )
  const files = contributions.flatMap(({ files: given = [] }) =>
    given.map((file) => {
      const place = names.give('files', nameParts(file.address))
      places.set(bare(file.address), place)
      return { ...file, place }
    }),
  )
  const tables = contributions.flatMap(({ tables: given }) =>
    given.map((table) => ({
      ...table,
      csv: names.give('tables', { wanted: table.name, extension: 'csv' }),
      json: names.give('tables', { wanted: table.name, extension: 'json' }),
    })),
  )
  const leftBehind = Object.assign({}, ...contributions.map((one) => one.leftBehind)) as Record<string, string>
  return { pages, files, tables, leftBehind, placeOf: (address) => places.get(bare(decoded(address))) }
}

/** '/2017/11/march.jpg' wishes for 'march' and 'jpg'. */
function nameParts(address: string): { wanted: string; extension: string } {
  const name = address.slice(address.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? { wanted: name.slice(0, dot), extension: name.slice(dot + 1) } : { wanted: name, extension: 'bin' }
}

/** '/about' and '/about/' are one place. */
const bare = (address: string): string => address.replace(/\?.*$/, '').replace(/\/+$/, '')

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
