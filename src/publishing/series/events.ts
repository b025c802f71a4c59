import { eventType } from '../../platform/journal.ts'

export const seriesMade = eventType<{ series: string }>('publishing.series_made')
export const seriesChanged = eventType<{ series: string }>('publishing.series_changed')
export const seriesRemoved = eventType<{ series: string }>('publishing.series_removed')
