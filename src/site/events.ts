import { eventType } from '../platform/journal.ts'

/** What the group says of itself was changed on the settings page. */
export const settingsChanged = eventType<Record<never, never>>('site.settings_changed')
