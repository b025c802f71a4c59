import { plural } from '../ui/words.ts'

interface Words {
  readonly one: string
  readonly many: (count: number) => string
}

/** "added a picture", "added 3 pictures" */
const counted = (verb: string, one: string, many?: string): Words => ({
  one: `${verb} ${/^[aeio]/.test(one) ? 'an' : 'a'} ${one}`,
  many: (count) => `${verb} ${plural(count, one, many)}`,
})

/** The same words however often it was done. */
const always = (words: string): Words => ({ one: words, many: () => words })

/** What each kind of journal entry says on Today, after the name of who did it. */
export const eventWords: Readonly<Record<string, Words>> = {
  'platform.group_suspended': always('paused the website'),
  'platform.group_resumed': always('let the website run again'),
  'platform.removal_asked': always('asked for the removal of the group'),
  'platform.group_kept': always('took back the removal of the group'),
  'platform.trial_kept': always('made a group of a trial'),
  'platform.host_added': counted('added', 'host name'),
  'platform.host_removed': counted('took away', 'host name'),
  'people.person_added': counted('added', 'person', 'people'),
  'people.officer_appointed': counted('appointed', 'officer'),
  'people.officer_page_changed': always('wrote about themselves for the page of officers'),
  'people.person_changed': counted('changed', 'record'),
  'people.membership_began': counted('changed', 'membership'),
  'people.membership_ended': counted('ended', 'membership'),
  'people.office_ended': counted('ended', 'office'),
  'people.host_link_made': counted('made', 'sign-in link'),
  'people.recovery_confirmed': always('helped somebody to sign in again'),
  'publishing.post_pinned': counted('put at the top', 'post'),
  'publishing.post_unpinned': counted('took down from the top', 'post'),
  'publishing.series_made': counted('began', 'series', 'series'),
  'publishing.series_changed': counted('changed', 'series', 'series'),
  'publishing.series_removed': counted('deleted', 'series', 'series'),
  'publishing.entry_drafted': counted('began', 'text'),
  'publishing.entry_published': counted('published', 'text'),
  'publishing.entry_scheduled': counted('scheduled', 'text'),
  'publishing.entry_withdrawn': counted('withdrew', 'text'),
  'publishing.entry_removed': counted('deleted', 'draft'),
  'publishing.update_noted': counted('told readers of', 'change'),
  'publishing.comment_received': counted('wrote', 'comment'),
  'publishing.comment_approved': counted('approved', 'comment'),
  'publishing.comment_put_back': counted('put back', 'comment'),
  'publishing.comment_marked_spam': counted('marked as spam', 'comment'),
  'publishing.comment_trashed': counted('took down', 'comment'),
  'publishing.comment_reported': counted('reported', 'comment'),
  'publishing.comment_kept': counted('kept', 'reported comment'),
  'publishing.comment_answered': counted('answered', 'comment'),
  'publishing.reader_erased': always('erased a reader’s name and address'),
  'publishing.term_added': counted('added', 'category or tag', 'categories and tags'),
  'publishing.term_changed': counted('changed', 'category or tag', 'categories and tags'),
  'publishing.terms_merged': always('merged categories or tags'),
  'publishing.term_removed': counted('removed', 'category or tag', 'categories and tags'),
  'publishing.author_added': counted('added', 'author'),
  'publishing.author_changed': counted('changed', 'author'),
  'publishing.authors_merged': always('merged two authors'),
  'publishing.picture_added': counted('added', 'picture'),
  'publishing.picture_described': counted('described', 'picture'),
  'publishing.menu_changed': always('changed the menu'),
  'publishing.site_imported': always('imported a website'),
  'publishing.media_asked': always('asked for the missing pictures of the old website'),
  'publishing.website_taken_out': always('made an export of the website'),
  'publishing.website_fetched': always('downloaded an export of the website'),
  'site.settings_changed': always('changed the settings'),
  'site.group_taken_out': always('made an export of everything'),
  'site.group_fetched': always('downloaded an export of everything'),
}

/** Events that are nobody's news: how somebody signs in, what is cleared away by the clock, and the saves that lie between beginning a text and publishing it. */
export const unspoken: readonly string[] = [
  'people.signed_in',
  'people.sessions_ended',
  'people.basis_given',
  'people.basis_ended',
  'people.objected',
  'people.record_opened',
  'people.factor_added',
  'people.factor_removed',
  'people.recovery_codes_made',
  'people.recovery_code_used',
  'people.recovery_asked',
  'people.recovery_refused',
  'people.recovery_used',
  'publishing.entry_saved',
  'publishing.comments_cleared',
  'publishing.comment_addresses_erased',
  'writing.document_revised',
  'writing.document_removed',
]
