import { z } from 'zod'
import { setting } from '../../platform/settings.ts'
import { plural } from '../../ui/words.ts'
import { monthsAfter } from './clock.ts'

/** Why something may have been kept long enough. The first four speak of a person, the others of what is kept with them. */
export const retentionRules = ['left', 'lapsed', 'contact', 'no_right', 'requests', 'notes'] as const
export type RetentionRule = (typeof retentionRules)[number]
export type Years = Readonly<Record<RetentionRule, number>>

/** A rule about the whole person leads to erasure, which needs a second officer; the others only delete old words. */
export const isAboutPerson = (rule: RetentionRule): boolean => rule !== 'requests' && rule !== 'notes'

export const ruleNames: Readonly<Record<RetentionRule, string>> = {
  left: 'Left',
  lapsed: 'Lapsed',
  contact: 'Contacts at rest',
  no_right: 'No right to hold them',
  requests: 'Old requests',
  notes: 'Old notes',
}

/** What a rule says, with the years the group chose. */
export const ruleWords = (rule: RetentionRule, { [rule]: years }: Years): string => {
  const ago = plural(years, 'year')
  return {
    left: `They left more than ${ago} ago.`,
    lapsed: `Their membership ran out more than ${ago} ago, and they did not renew.`,
    contact: `They are no members, and for more than ${ago} nobody wrote to them or noted anything.`,
    no_right: `For more than ${ago} there has been no right to hold them: they never confirmed, or took back their yes.`,
    requests: `They asked something about their data, and it was answered more than ${ago} ago.`,
    notes: `Officers noted something about them more than ${ago} ago.`,
  }[rule]
}

export const yearsFields: Readonly<Record<RetentionRule, string>> = {
  left: 'After somebody left',
  lapsed: 'After a membership ran out',
  contact: 'Contacts nobody wrote to',
  no_right: 'People there is no right to hold',
  requests: 'Answered requests and complaints',
  notes: 'Officers’ notes',
}

/** The last day that is too long ago, for each rule. */
export const cutoffs = (years: Years, today: string): Readonly<Record<RetentionRule, string>> =>
  Object.fromEntries(retentionRules.map((rule) => [rule, monthsAfter(today, -12 * years[rule])])) as Record<
    RetentionRule,
    string
  >

/** Somebody thought it should be kept: for as long it is not proposed again. */
export const keptUntil = (today: string): string => monthsAfter(today, 12)

const wrong = 'Enter a whole number of years from 1 to 20.'
const years = z.coerce.number(wrong).int(wrong).min(1, wrong).max(20, wrong)
export const yearsForm = z.object({
  left: years,
  lapsed: years,
  contact: years,
  no_right: years,
  requests: years,
  notes: years,
})

/** How long the group keeps what. */
export const retentionSetting = setting<Years>('people.retention', yearsForm, {
  left: 2,
  lapsed: 3,
  contact: 3,
  no_right: 1,
  requests: 2,
  notes: 5,
})
