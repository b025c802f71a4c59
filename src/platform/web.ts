import { type Context, Hono } from 'hono'
import type { Act } from './act.ts'
import type { Actor } from './actor.ts'
import type { Tx } from './database.ts'
import type { Read } from './group.ts'
import type { KnownGroup } from './groups.ts'
import type { Office } from '../ui/OfficeLayout.tsx'
import type { Look } from '../ui/Page.tsx'
import type { PublicSite } from '../ui/PublicLayout.tsx'
import type { ToastProps } from '../ui/Toast.tsx'
import type { Services } from './services.ts'
import type { Slice } from './slice.ts'
import { civilDay } from './time.ts'

/** What every handler has at hand. */
export interface Env {
  Variables: {
    services: Services
    /** All slices, for screens that show what each contributes. */
    slices: readonly Slice[]
    group: KnownGroup
    actor: Actor
    /** The signed-in person's session, and whether a second factor was shown in it. */
    session: { readonly id: string; readonly strong: boolean } | null
    /** The signed-in person's name, for the page's head. Not for logs. */
    personName: string | null
    /** One read-only transaction; it ends before the page is rendered. */
    read: Read
    /** One act by the asking actor. */
    act: <T>(work: (act: Act) => Promise<T>) => Promise<T>
    /** `https://group.example`, for addresses that leave the page (feeds, letters). */
    origin: string
    /** The group's name, mark and colour. */
    look: Look
    /** What a public page of any slice stands in: `<PublicLayout site={…}>`. */
    publicSite: (tx: Tx) => Promise<PublicSite>
    /** What an officer's page stands in: `<OfficeLayout {...c.var.officeFrame()} head={…}>`. */
    officeFrame: () => OfficeFrame
  }
}
export interface OfficeFrame {
  readonly office: Office
  readonly path: string
  readonly toast: ToastProps | null
}
export type Web = Context<Env>

/** Said on the page after a change: a sentence, and the act that Undo would take back. */
export interface Flash {
  readonly sentence: string
  readonly undo?: string
}

/** Today by the group's clock. */
export const todayOf = (c: Web): string => civilDay(new Date(), c.var.group.zone)

export const router = (): Hono<Env> => new Hono<Env>()

/** A pattern for ids in addresses, so that a wrong one is "not found" and never reaches the database: `/posts/:id{${uuid}}`. */
export const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
