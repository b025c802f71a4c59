import type { Slice } from '../platform/slice.ts'
import { commands } from './commands.ts'
import { erase } from './erasing.ts'
import { contributes } from './export/contribution.ts'
import { homeSettings } from './homeSettings.ts'
import { mayChangeSettings, mayTakeOut } from './permissions.ts'
import { routes } from './routes.ts'
import { samples } from './samples.ts'

/** Screens that draw on many slices: home, Today, my page, settings, search, set-up. */
export const site: Slice = {
  name: 'site',
  needs: ['people', 'writing', 'publishing', 'mailing'],
  prefixes: ['/office', '/my', '/set-up', '/backbench'],
  routes,
  samples,
  commands,
  exports: contributes,
  erase,
  settings: Object.values(homeSettings),
  navigation: [
    {
      section: 'Running the group',
      label: 'Settings',
      href: '/office/settings',
      icon: 'settings',
      may: mayChangeSettings,
    },
    {
      section: 'Running the group',
      label: 'Take everything',
      href: '/office/export',
      icon: 'download',
      may: mayTakeOut,
    },
  ],
}
