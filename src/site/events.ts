import { eventType, type Ids } from '../platform/journal.ts'

/** What the group says of itself was changed on the settings page. */
export const settingsChanged = eventType<Ids>('site.settings_changed')
