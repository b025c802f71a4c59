import { z } from 'zod'
import { safeUrl } from '../../writing/index.ts'

/** The vocabulary of what our own exports say of a site beyond WXR. No program fetches it: it only has to be ours. */
export const OWN_NAMESPACE = 'urn:backbench:export:1'

/** How post meta of our own exports begin: they say of an item what WXR has no place for. WordPress keeps them unread. */
export const OWN_META = '_backbench_'

/** What an item of our own export says beyond WXR. All of it may be missing, as it is in every other export. */
export interface OwnMeta {
  /** Exactly as it stands in our addresses, or at which a picture lies. */
  readonly path: string | null
  readonly withdrawn: boolean
  readonly standing: 'agreed' | 'members' | 'personal' | null
  readonly lang: string | null
  /** When what the public sees was last changed: a UTC ISO string. */
  readonly updatedAt: string | null
  readonly notes: readonly { readonly at: string; readonly text: string }[]
  /** Where a text came from that somebody else published first. */
  readonly provenance: Provenance | null
  /** Where a text of ours appeared in turn. */
  readonly appearances: readonly Appearance[]
  /** The series it is a part of, and its place there. */
  readonly series: Part | null
}

export type Provenance = z.infer<typeof provenance>
export type Part = z.infer<typeof part>
export type Appearance = z.infer<typeof appearance>

export type Meta = Readonly<Record<string, string>>

/** As post meta, without what says nothing. */
export function writeOwnMeta(own: Partial<OwnMeta>): Meta {
  const { path, withdrawn, standing, lang, updatedAt, notes = [], provenance, appearances = [], series } = own
  const said = {
    path,
    withdrawn: withdrawn ? '1' : null,
    standing,
    lang: lang === STANDARD_LANGUAGE ? null : lang,
    updated_at: updatedAt,
    notes: notes.length ? JSON.stringify(notes) : null,
    provenance: provenance ? JSON.stringify(provenance) : null,
    appearances: appearances.length ? JSON.stringify(appearances) : null,
    series: series ? JSON.stringify(series) : null,
  }
  const pairs = Object.entries(said).flatMap(([name, value]) => (value ? [[OWN_META + name, value] as const] : []))
  return Object.fromEntries(pairs)
}

/** What cannot be is passed over: an export is a stranger's file, whoever it says has made it. */
export function readOwnMeta(meta: Meta): OwnMeta {
  const said = (name: string) => meta[OWN_META + name] ?? null
  return {
    path: said('path'),
    withdrawn: said('withdrawn') === '1',
    standing: standing.catch(null).parse(said('standing')),
    lang: language.catch(null).parse(said('lang')),
    updatedAt: moment.catch(null).parse(said('updated_at')),
    notes: notes.catch([]).parse(valueIn(said('notes'))),
    provenance: provenance
      .nullable()
      .catch(null)
      .parse(valueIn(said('provenance'))),
    appearances: z
      .array(appearance)
      .max(1000)
      .catch([])
      .parse(valueIn(said('appearances'))),
    series: part
      .nullable()
      .catch(null)
      .parse(valueIn(said('series'))),
  }
}

const STANDARD_LANGUAGE = 'en-GB'

const standing = z.enum(['agreed', 'members', 'personal']).nullable()
const language = z
  .string()
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/)
  .nullable()
const moment = z.iso.datetime().nullable()
const href = z
  .string()
  .max(1000)
  .refine((value) => value === '' || safeUrl(value) === value)
const provenance = z.object({
  source: z.string().min(1).max(200),
  href,
  leave: z.string().min(1).max(300),
  firstOn: z.iso.date().nullable(),
})
const appearance = z.object({ outlet: z.string().min(1).max(200), on: z.iso.date(), href })
const part = z.object({
  slug: z.string().regex(/^[^\s/\\?#%]{1,200}$/),
  name: z.string().min(1).max(200),
  about: z.string().max(2000),
  position: z.int().min(0).max(1_000_000),
})
const notes = z.array(z.object({ at: z.iso.datetime(), text: z.string().min(1).max(500) })).max(1000)

function valueIn(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null') as unknown
  } catch {
    return null
  }
}

/** Plain text where WordPress keeps HTML. */
export const asHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)

/** The text that `asHtml` wrote, to the letter. */
export const fromOwnHtml = (html: string): string =>
  html.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
