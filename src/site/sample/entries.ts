import type { Act } from '../../platform/act.ts'
import { civilDay } from '../../platform/time.ts'
import { addresses, comments, entries, reportComment, terms } from '../../publishing/index.ts'
import { type DocJson, fromMarkdown } from '../../writing/index.ts'
import type { Calendar } from './calendar.ts'
import { comments as readersComments, type SampleComment } from './comments.ts'
import type { SampleText } from './content.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** One act within the making of the group: by whom, and when. */
export type ActAs = <T>(author: string | undefined, at: Date, work: (act: Act) => Promise<T>) => Promise<T>

/** Whom and what the texts of the sample group name. */
export interface Cast {
  readonly calendar: Calendar
  /** Ids by key. */
  readonly authors: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, { readonly id: string; readonly path: string }>
  readonly actAs: ActAs
}

/** Posts and pages made so far, by their keys. */
export type Made = Map<string, { readonly id: string; readonly path: string | null; readonly at: Date }>

const DRAFTED_DAYS_AGO = 1
const APPEARS_IN_DAYS = 9
const WITHDRAWN_AFTER_DAYS = 12

/** Writes a text and gives it the life it has: published, waiting for its day, withdrawn, or still a draft. */
export async function write(text: SampleText, cast: Cast, made: Made): Promise<void> {
  const at = text.date ? cast.calendar.moment(text.date) : cast.calendar.fromNow(-DRAFTED_DAYS_AGO)
  const written = { text, cast, body: bodyOf(text.body, cast, made), at }
  const id = await cast.actAs(text.author, at, (act) => draftAndPublish(act, written, made))
  if (text.note) await correct(id, text.note, written)
  if (text.status === 'withdrawn') {
    const later = new Date(at.getTime() + WITHDRAWN_AFTER_DAYS * DAY)
    await cast.actAs(text.author, later, (act) => entries.withdraw(act, id))
  }
}

interface Written {
  readonly text: SampleText
  readonly cast: Cast
  readonly body: DocJson
  readonly at: Date
}

const DAY = 86_400_000

async function draftAndPublish(act: Act, { text, cast, body, at }: Written, made: Made): Promise<string> {
  const before = text.was ? bodyOf(replaced(text.body, text.was), cast, made) : body
  const id = await entries.draft(act, {
    kind: text.kind,
    title: text.title,
    slug: text.slug,
    body: before,
    excerpt: text.excerpt,
    authorId: named(cast.authors, text.author),
    parentId: text.parent ? (made.get(text.parent)?.id ?? null) : null,
    pictureId: named(cast.pictures, text.picture)?.id ?? null,
    commentsOpen: text.comments === 'open',
    standing: text.standing ?? null,
    termIds: [
      ...text.categories.flatMap((key) => named(cast.categories, key) ?? []),
      ...(await terms.namedTags(act, text.tags)),
    ],
    ...whereaboutsOf(text, (day) => civilDay(cast.calendar.moment(`${day}T12:00`), act.group.zone)),
  })
  if (text.status === 'scheduled') await entries.schedule(act, { id, at: cast.calendar.fromNow(APPEARS_IN_DAYS) })
  else if (text.status !== 'draft') await entries.publish(act, { id })
  made.set(text.key, { id, path: (await addresses.ofEntry(act.tx, id))?.path ?? null, at })
  return id
}

/** A published text is changed, and its readers are told. */
async function correct(id: string, noted: string, { text, cast, body }: Written): Promise<void> {
  const [local = '', note = ''] = noted.split(' | ')
  await cast.actAs(text.author, cast.calendar.moment(local), async (act) => {
    await entries.save(act, { id, basedOn: 1, title: text.title, body, note: 'Counted again' })
    await entries.publish(act, { id, note })
  })
}

function replaced(body: string, was: string): string {
  const [now = '', before = ''] = was.split(' => ')
  if (!body.includes(now)) throw new Error(`A text of the sample group does not say “${now}”.`)
  return body.replace(now, before)
}

/** The document, with the addresses that `post:` and `picture:` stand for. A text may only name what was made before it. */
const bodyOf = (markdown: string, cast: Cast, made: Made): DocJson =>
  fromMarkdown(
    markdown.replaceAll(/\((post|picture):([\w-]+)/g, (_, kind: string, key: string) => {
      const path = kind === 'post' ? made.get(key)?.path : cast.pictures.get(key)?.path
      if (!path) throw new Error(`The sample group has no ${kind} “${key}” yet.`)
      return `(${path}`
    }),
  )

/** What readers said, and officers answered. Those that wait for an officer, spam and reports came in the last days. */
export async function addComments(cast: Cast, made: Made): Promise<void> {
  const ids = new Map<string, string>()
  for (const comment of readersComments) {
    const post = made.get(comment.post)
    if (!post) throw new Error(`The sample group has no post “${comment.post}”.`)
    const at = comment.status ? cast.calendar.fromNow(-comment.days) : new Date(post.at.getTime() + comment.days * DAY)
    const place = { entryId: post.id, parentId: named(ids, comment.answers) }
    const by = comment.official ? EDITOR : undefined
    const commentId = await cast.actAs(by, at, (act) => receive(act, comment, place))
    ids.set(comment.key, commentId)
    if (!comment.reported) continue
    const reason = comment.reported
    await cast.actAs(undefined, cast.calendar.fromNow(-REPORTED_DAYS_AGO), (act) =>
      reportComment(act, { commentId, reason, network: 'sample' }),
    )
  }
}

const EDITOR = 'grace-tolland'
const REPORTED_DAYS_AGO = 0.3

const receive = (
  act: Act,
  { author, email, body, status, official = false, heldFor }: SampleComment,
  place: { entryId: string; parentId: string | null },
): Promise<string> =>
  comments.receive(act, {
    ...place,
    author,
    email: official ? null : email,
    body,
    status: status ?? 'approved',
    official,
    held: heldFor ? [{ kind: 'word', what: heldFor }] : [],
  })

/** What stands under a key; null for no key. */
function named<T>(known: ReadonlyMap<string, T>, key: string | undefined): T | null {
  if (key === undefined) return null
  const found = known.get(key)
  if (found === undefined) throw new Error(`The sample group knows no “${key}”.`)
  return found
}
