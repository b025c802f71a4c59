import type { Act } from '../../platform/act.ts'
import { writeSetting } from '../../platform/settings.ts'
import {
  aboutSetting,
  addresses,
  commentsSetting,
  footerSetting,
  imprintSetting,
  joinSetting,
  menus,
  noticeSetting,
  pins,
} from '../../publishing/index.ts'
import { factsSetting, heroSetting, joiningSetting, quoteSetting } from '../homeSettings.ts'
import type { Cast, Made } from './entries.ts'
import { addSampleReads } from './reads.ts'
import { addSeries } from './series.ts'
import * as words from './settings.ts'

/** Home page, menu, footer, notice and old addresses, once everything they lead to is there. */
export async function arrange(act: Act, cast: Cast, made: Made): Promise<void> {
  await menus.save(act, menuOf(cast, made))
  for (const moved of words.redirects) await addresses.redirect(act, moved)
  await writeSetting(act, heroSetting, { ...words.home, picture: cast.pictures.get('tamsel-valley')?.id ?? null })
  await writeSetting(act, factsSetting, words.facts)
  await writeSetting(act, quoteSetting, words.quote)
  await writeSetting(act, joiningSetting, words.joining)
  await writeSetting(act, joinSetting, { label: 'Join us', href: '/join' })
  await writeSetting(act, aboutSetting, words.about)
  await writeSetting(act, imprintSetting, words.imprint)
  await writeSetting(act, footerSetting, words.footer)
  await writeSetting(act, commentsSetting, { ...commentsSetting.standard, held: words.heldWords, notice: 'never' })
  const meeting = made.get('winter-meeting')?.path
  if (meeting)
    await writeSetting(act, noticeSetting, {
      sentence: 'Winter meeting on 5 December in Marstow.',
      link: { label: 'What is on the table', href: meeting },
    })
  await pins.pin(act, made.get('good-neighbour-agreement')!.id)
  await addSeries(act, made)
  await addSampleReads(act, cast.calendar.fromNow(0), made)
}

function menuOf({ categories }: Cast, made: Made): readonly menus.MenuItem[] {
  const page = (key: string, label: string, level: 0 | 1 = 0): menus.MenuItem => ({
    label,
    level,
    target: { kind: 'entry', entryId: made.get(key)!.id },
  })
  const category = (key: string, label: string, level: 0 | 1 = 0): menus.MenuItem => ({
    label,
    level,
    target: { kind: 'term', termId: categories.get(key)! },
  })
  return [
    category('evidence', 'Evidence'),
    category('water-testing', 'Water testing', 1),
    category('spills', 'Spills', 1),
    category('campaigns', 'Campaigns'),
    page('take-part', 'Take part'),
    page('testing', 'How testing works', 1),
    page('about', 'About us'),
    page('our-promises', 'What we promise', 1),
    page('contact', 'Contact', 1),
    { label: 'All posts', level: 0, target: { kind: 'link', href: '/posts' } },
  ]
}
