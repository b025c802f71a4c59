import { DateTime } from 'luxon'

/** "Good morning, Margaret": by the clock of the group, and the first of a person's names. */
export function greeting({ name, at, zone }: { name: string; at: Date; zone: string }): string {
  const { hour } = DateTime.fromJSDate(at, { zone })
  const part = hour >= 5 && hour < 12 ? 'morning' : hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
  const first = firstName(name)
  return first ? `Good ${part}, ${first}` : `Good ${part}`
}

const TITLE = /^(mr|mrs|ms|miss|mx|dr|prof|professor|cllr|sir|dame|lord|lady|baroness|baron|rev)\.?\s+/i

/** What to call somebody by. A title alone with a surname is kept whole: "Lord Ash". */
function firstName(name: string): string {
  const words = name.trim().split(/\s+/)
  const given = name.trim().replace(TITLE, '').split(/\s+/)
  return (given.length < words.length && given.length === 1 ? words.join(' ') : given[0]) ?? ''
}
