import { eventType, type Ids } from '../platform/journal.ts'

/** What the group says of itself was changed on the settings page. */
export const settingsChanged = eventType<Ids>('site.settings_changed')

/** Somebody took out a copy of what is held about them. */
export const ownDataTakenOut = eventType<{ person: string }>('site.own_data_taken_out')

/** Everything was packed, for an officer or (null) at the terminal. */
export const groupTakenOut = eventType<{ export: string | null }>('site.group_taken_out')
export const groupFetched = eventType<{ export: string }>('site.group_fetched')
