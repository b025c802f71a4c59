import { isOfficer } from './platform/actor.ts'
import type { Tx } from './platform/database.ts'
import { takeFlash } from './platform/flash.ts'
import { roleNames } from './platform/roles.ts'
import type { KnownGroup } from './platform/groups.ts'
import type { NavigationItem } from './platform/slice.ts'
import type { OfficeFrame, Web } from './platform/web.ts'
import { trialReminder } from './site/index.ts'
import { slices } from './slices.ts'
import type { NavSection } from './ui/OfficeLayout.tsx'
import type { Look } from './ui/Page.tsx'
import type { PublicSite } from './ui/PublicLayout.tsx'
import { themeHref } from './ui/theme.ts'

const SECTIONS = ['People', 'Website', 'Policy', 'Running the group'] as const

/** The group's own look, the same on every page. */
export const lookOf = ({ name, hue, chroma, zone, trialUntil }: KnownGroup): Look => ({
  name,
  themeHref: hrefOf(hue, chroma),
  ...(trialUntil && { reminder: trialReminder(trialUntil, zone) }),
})

/** Making eleven colours takes longer than finding a page, and a group keeps its own for years. */
function hrefOf(hue: number, chroma: number): string {
  const key = `${hue} ${chroma}`
  const known = hrefs.get(key)
  if (known) return known
  if (hrefs.size >= 1000) hrefs.clear()
  const href = themeHref({ hue, chroma })
  hrefs.set(key, href)
  return href
}
const hrefs = new Map<string, string>()

/** The frame of a public page, as the slice that keeps the website makes it; without one, the group's name alone. */
export async function publicSiteOf(c: Web, tx: Tx): Promise<PublicSite> {
  const { group, look } = c.var
  const made = await slices.find(({ publicSite }) => publicSite)?.publicSite?.(tx, { group, look, slices })
  return made ?? { ...look, menu: [] }
}

/** The frame of an officer's page: navigation from all slices, as far as this actor may. */
export function officeFrameOf(c: Web): OfficeFrame {
  const { actor, look, personName } = c.var
  const items = slices.flatMap((slice) => slice.navigation ?? []).filter(({ may }) => may(actor))
  const flash = takeFlash(c)
  return {
    path: new URL(c.req.url).pathname,
    toast: flash && {
      sentence: flash.sentence,
      ...(flash.undo && { undo: { action: '/office/undo', name: 'act', value: flash.undo } }),
    },
    office: {
      look,
      sections: isOfficer(actor)
        ? [
            { items: [today] },
            ...SECTIONS.map((title) => sectionOf(title, items)).filter((section) => section.items.length),
          ]
        : [],
      tabs: isOfficer(actor) ? [today, ...oftenFirst(items).slice(0, 3)] : [],
      me: { name: personName ?? '', role: [...actor.roles].map((role) => roleNames[role]).join(', '), links: myLinks },
      create: items.flatMap(({ creates }) => creates ?? []),
      helpHref: '/office/help',
    },
  }
}

const myLinks = [
  { label: 'My page', href: '/my', icon: 'user' },
  { label: 'Signing in', href: '/my/security', icon: 'key-round' },
  { label: 'View the website', href: '/', icon: 'globe' },
] as const

const oftenFirst = (items: readonly NavigationItem[]): readonly NavigationItem[] => [
  ...items.filter(({ often }) => often),
  ...items.filter(({ often }) => !often),
]

const today = { label: 'Today', href: '/office', icon: 'layout-dashboard' } as const

const sectionOf = (title: NavigationItem['section'], items: readonly NavigationItem[]): NavSection => ({
  title,
  items: items.filter(({ section }) => section === title).map(({ label, href, icon }) => ({ label, href, icon })),
})
