import type { Act } from '../../platform/act.ts'
import { checkForm, type FormResult, typedIn } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Web } from '../../platform/web.ts'
import { documents, readSentText, withPicture } from '../../writing/index.ts'
import * as authors from '../authors.ts'
import * as entries from '../entries.ts'
import { type EntryForm, entryForm } from '../forms.ts'
import * as pictures from '../pictures.ts'
import { whereaboutsIn } from '../provenance/forms.ts'
import { nowhere } from '../provenance/provenance.ts'
import type { Kind } from '../rules.ts'
import * as terms from '../terms.ts'

const FORM_LIMIT = pictures.LARGEST_PICTURE + 5 * 1024 * 1024

export interface Sent {
  readonly form: FormResult<EntryForm>
  /** A picture chosen beside the text. */
  readonly file: File | undefined
}

/** Reads the editor's form: text fields, and perhaps a picture. */
export async function readSent(c: Web): Promise<Sent> {
  if (Number(c.req.header('content-length') ?? 0) > FORM_LIMIT) {
    throw new Refusal('This picture is larger than 20 MB. Go back, choose a smaller copy and try again.', 413)
  }
  const body = await c.req.parseBody({ all: true })
  const file = body['picture']
  return { form: checkForm(typedIn(body), entryForm), file: file instanceof File && file.size > 0 ? file : undefined }
}

export interface Saved {
  readonly id: string
  /** Links and pictures that had no address we can keep. */
  readonly leftOut: readonly string[]
  /** It was waiting to be published, and no longer is. */
  readonly tookBack: boolean
}

/** Saves what was typed as the latest version; a new picture goes to the end of the text. */
export async function saveSent(act: Act, { kind, id, form, received }: Saving): Promise<Saved> {
  const added = received && (await pictures.add(act, received, { alt: form.pictureAlt, caption: form.pictureCaption }))
  const { body, leftOut } = readSentText(form, await bodyBefore(act, id))
  const words = { title: form.title, body: added ? withPicture(body, added) : body }
  const details = {
    slug: form.slug,
    excerpt: form.excerpt,
    authorId: form.author === 'me' ? await authors.ownByline(act) : form.author || null,
    parentId: kind === 'page' ? form.parent || null : null,
    pictureId: form.mainPicture || null,
    pinned: kind === 'post' && form.pinned,
    ...(kind === 'post' && { commentsOpen: form.commentsOpen }),
    standing: form.standing || null,
    termIds: [...form.categories, ...(await terms.namedTags(act, form.tags))],
    ...(kind === 'post' ? whereaboutsIn(form) : nowhere),
  }
  if (!id) return { id: await entries.draft(act, { kind, ...words, ...details }), leftOut, tookBack: false }
  const wasScheduled = await isScheduled(act, id)
  await entries.save(act, { id, basedOn: form.basedOn, seen: form.seen, ...words, ...details })
  return { id, leftOut, tookBack: wasScheduled && !(await isScheduled(act, id)) }
}

const isScheduled = async ({ tx }: Act, id: string) => (await entries.findEntry(tx, id))?.status === 'scheduled'

interface Saving {
  readonly kind: Kind
  /** Undefined for a new entry. */
  readonly id: string | undefined
  readonly form: EntryForm
  readonly received: pictures.ReceivedPicture | undefined
}

async function bodyBefore({ tx }: Act, id: string | undefined) {
  const entry = id === undefined ? undefined : await entries.findEntry(tx, id)
  return entry && (await documents.findVersion(tx, { documentId: entry.document_id }))?.body
}
