import { plural } from '../ui/words.ts'

interface Words {
  readonly one: string
  readonly many: (count: number) => string
}

/**
 * What each kind of journal entry says on Today, after the name of who did it. An event that is missing here is not
 * shown: signing in and making a sign-in letter are nobody's news.
 */
export const eventWords: Readonly<Record<string, Words>> = {
  'people.person_added': { one: 'added a person', many: (n) => `added ${plural(n, 'person', 'people')}` },
  'people.officer_appointed': { one: 'appointed an officer', many: (n) => `appointed ${plural(n, 'officer')}` },
  'people.office_ended': { one: 'ended an office', many: (n) => `ended ${plural(n, 'office')}` },
  'site.settings_changed': { one: 'changed the settings', many: () => 'changed the settings' },
  'people.host_link_made': { one: 'made a sign-in link', many: (n) => `made ${plural(n, 'sign-in link')}` },
}

/** Events that are deliberately not shown. */
export const unspoken: readonly string[] = ['people.signed_in']
