import { eventType } from '../platform/journal.ts'

export const entryDrafted = eventType<{ entry: string }>('publishing.entry_drafted')
export const entrySaved = eventType<{ entry: string; version: number }>('publishing.entry_saved')
export const entryPublished = eventType<{ entry: string; version: number }>('publishing.entry_published')
export const entryScheduled = eventType<{ entry: string }>('publishing.entry_scheduled')
export const entryWithdrawn = eventType<{ entry: string }>('publishing.entry_withdrawn')
export const entryRemoved = eventType<{ entry: string }>('publishing.entry_removed')
export const updateNoted = eventType<{ entry: string; note: string }>('publishing.update_noted')
export const commentReceived = eventType<{ comment: string; entry: string }>('publishing.comment_received')
export const commentApproved = eventType<{ comment: string }>('publishing.comment_approved')
export const commentPutBack = eventType<{ comment: string }>('publishing.comment_put_back')
export const commentMarkedSpam = eventType<{ comment: string }>('publishing.comment_marked_spam')
export const commentTrashed = eventType<{ comment: string }>('publishing.comment_trashed')
export const commentReported = eventType<{ comment: string; report: string }>('publishing.comment_reported')
export const commentKept = eventType<{ comment: string }>('publishing.comment_kept')
export const commentAnswered = eventType<{ comment: string; answer: string }>('publishing.comment_answered')
export const commentsCleared = eventType<{ comments: number }>('publishing.comments_cleared')
export const commentAddressesErased = eventType<{ comments: number }>('publishing.comment_addresses_erased')
export const readerErased = eventType<{ comments: number }>('publishing.reader_erased')

export const termAdded = eventType<{ term: string }>('publishing.term_added')
export const termChanged = eventType<{ term: string }>('publishing.term_changed')
export const termsMerged = eventType<{ term: string; into: string }>('publishing.terms_merged')
export const termRemoved = eventType<{ term: string }>('publishing.term_removed')

export const authorAdded = eventType<{ author: string }>('publishing.author_added')
export const authorChanged = eventType<{ author: string }>('publishing.author_changed')
export const authorsMerged = eventType<{ author: string; into: string }>('publishing.authors_merged')

export const pictureAdded = eventType<{ picture: string }>('publishing.picture_added')
export const pictureDescribed = eventType<{ picture: string }>('publishing.picture_described')
export const menuChanged = eventType<{ items: number }>('publishing.menu_changed')

export const postPinned = eventType<{ entry: string }>('publishing.post_pinned')
export const postUnpinned = eventType<{ entry: string }>('publishing.post_unpinned')

export const siteImported = eventType<{ import: string }>('publishing.site_imported')
export const mediaAsked = eventType<{ import: string }>('publishing.media_asked')
/** `export` is null for one made at the terminal. */
export const websiteTakenOut = eventType<{ export: string | null }>('publishing.website_taken_out')
export const websiteFetched = eventType<{ export: string }>('publishing.website_fetched')
