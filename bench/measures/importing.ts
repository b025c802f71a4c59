import { fillGroup, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { processorTime } from '../processes.ts'
import type { Figure } from '../table.ts'

const COMMENTS_EACH = 3

/** A big export by the command, while the program serves: posts a second from its start to its end, and its memory. */
export async function importing(place: Place, { importedPosts: posts }: Plan): Promise<Figure[]> {
  const tenth = await fillGroup(place, { slug: 'tenth', posts: posts / 10, comments: COMMENTS_EACH })
  const before = processorTime(place.pids())
  const full = await fillGroup(place, { slug: 'full', posts, comments: COMMENTS_EACH })
  const database = (processorTime(place.pids()) - before) / 1000
  return [
    {
      name: `Import of ${posts} posts with ${COMMENTS_EACH} comments`,
      value: posts / full.seconds,
      unit: 'posts/s',
      target: 500,
      least: true,
      note: `${full.seconds.toFixed(1)} s in all; ${database.toFixed(1)} s CPU of program and database`,
      raw: { tenth: tenth.seconds, full: full.seconds },
    },
    {
      name: 'Import: peak memory of the command',
      value: full.peak / 1024 / 1024,
      unit: 'MB',
      note: `${(tenth.peak / 1024 / 1024).toFixed(0)} MB with a tenth of the posts`,
    },
  ]
}
