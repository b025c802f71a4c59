import { z } from 'zod'
import { JOIN } from '../../people/index.ts'
import { setting } from '../../platform/settings.ts'
import { safeUrl } from '../../writing/index.ts'

const href = z
  .string()
  .trim()
  .max(1000)
  .refine((value) => safeUrl(value) === value, 'Enter an address that begins with https:// or with /.')
const link = z.object({ label: z.string().trim().min(1).max(80), href })
export type SiteLink = z.infer<typeof link>

/** A line above the header of every public page, with at most one link. */
export const noticeSetting = setting(
  'publishing.notice',
  z.object({ sentence: z.string().trim().min(1).max(200), link: link.nullable() }).nullable(),
  null,
)

/** One or two sentences on the group, in the footer and for search engines. */
export const aboutSetting = setting('publishing.about', z.string().trim().max(500), '')

/** Who promotes the website (Elections Act 2022, part 6), on every public page. */
export const imprintSetting = setting(
  'publishing.imprint',
  z.object({ name: z.string().trim().max(200), address: z.string().trim().max(300) }),
  { name: '', address: '' },
)

/** Who promotes a page or a letter, in the words the law asks for; '' when nobody has said it. */
export const promoterWords = ({ name, address }: { readonly name: string; readonly address: string }): string =>
  name && `Promoted by ${name}${address && `, ${address}`}.`

/** Where somebody joins: the button in the header. The group's own pages for it, until it says otherwise. */
export const joinSetting = setting<SiteLink | null>('publishing.join', link.nullable(), {
  label: 'Join us',
  href: JOIN,
})

/** Columns of links in the footer. */
export const footerSetting = setting(
  'publishing.footer',
  z.array(z.object({ title: z.string().trim().min(1).max(80), links: z.array(link).max(12) })).max(4),
  [],
)

/** The group's website while it is not this one: a whole address. Then the home page leads there, and posts here stay hidden. */
export const elsewhereSetting = setting(
  'publishing.elsewhere',
  z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
  null,
)

/** The page that stands on the home page, by its id. */
export const frontPageSetting = setting('publishing.front_page', z.uuid().nullable(), null)

export const siteSettings = [
  noticeSetting,
  aboutSetting,
  imprintSetting,
  joinSetting,
  footerSetting,
  frontPageSetting,
  elsewhereSetting,
] as const
