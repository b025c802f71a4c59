import { z } from 'zod'
import { setting } from '../platform/settings.ts'

/** A button or link of the home page, checked when it is saved. */
const link = z.object({ label: z.string(), href: z.string() })
export type HomeLink = z.infer<typeof link>

const hero = z.object({
  headline: z.string(),
  /** A phrase of the headline, shown in the group's colour. */
  stress: z.string(),
  lede: z.string(),
  buttons: z.array(link).max(2),
  /** A picture of the group's, beside the words. */
  picture: z.uuid().nullable(),
})
export type HomeHero = z.infer<typeof hero>

/** What the group stands for, on top of its home page. */
export const heroSetting = setting<HomeHero>('site.hero', hero, {
  headline: '',
  stress: '',
  lede: '',
  buttons: [],
  picture: null,
})

const fact = z.object({ figure: z.string(), words: z.string() })
/** Up to four figures, each explained. */
export const factsSetting = setting('site.facts', z.array(fact).max(4), [])

const quote = z.object({ words: z.string(), name: z.string(), about: z.string() })
/** Somebody's words, with their leave. */
export const quoteSetting = setting('site.quote', quote.nullable(), null)

const joining = z.object({ title: z.string(), sentence: z.string(), reasons: z.array(z.string()).max(3) })
/** What the band at the bottom says; it leads where `publishing.join` leads, and is not shown without that. */
export const joiningSetting = setting('site.joining', joining, { title: '', sentence: '', reasons: [] })

export const homeSettings = { hero: heroSetting, facts: factsSetting, quote: quoteSetting, joining: joiningSetting }
