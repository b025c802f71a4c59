import type { Errors, Typed } from '../../platform/forms.ts'
import { checkForm, readForm, typedIn } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { pageForm, pictureForm } from '../forms.ts'
import { mayWrite } from '../permissions.ts'
import * as pictures from '../pictures.ts'
import { change } from './entryRoutes.tsx'
import { PicturePage } from './pages/PicturePage.tsx'
import { PicturesPage } from './pages/PicturesPage.tsx'

const HOME = '/office/pictures'
const ONE = `${HOME}/:id{${uuid}}` as const

/** All pictures of the website, and what each shows. */
export const pictureRoutes = router()

pictureRoutes.get(HOME, (c) => showPictures(c))

pictureRoutes.post(HOME, async (c) => {
  allow(mayWrite(c.var.actor))
  const { file, form } = await readPictureForm(c)
  if (!form.ok || !file) {
    const errors = { ...(file ? {} : { picture: 'Choose a picture.' }), ...(form.ok ? {} : form.errors) }
    return showPictures(c, { typed: form.typed, errors })
  }
  const received = await pictures.receive(c.var.services.files, c.var.group.id, file).catch(unusablePicture)
  if (received instanceof Refusal) return showPictures(c, { typed: form.typed, errors: { picture: received.message } })
  return change(c, HOME, async (act) => {
    await pictures.add(act, received, form.values)
    return 'The picture is added.'
  })
})

pictureRoutes.get(ONE, (c) => showPicture(c))

pictureRoutes.post(ONE, async (c) => {
  allow(mayWrite(c.var.actor))
  const form = await readForm(c, pictureForm)
  if (!form.ok) return showPicture(c, form)
  return change(c, HOME, async (act) => {
    await pictures.describe(act, { id: c.req.param('id'), ...form.values })
    return 'The words for the picture are saved.'
  })
})

/** The words and the file; null for no file, which browsers send as an empty one. */
async function readPictureForm(c: Web) {
  if (Number(c.req.header('content-length') ?? 0) > pictures.LARGEST_PICTURE + 1024 * 1024) {
    throw new Refusal('This picture is larger than 20 MB. Go back, choose a smaller copy and try again.', 413)
  }
  const body = await c.req.parseBody()
  const file = body['picture']
  return { file: file instanceof File && file.size > 0 ? file : null, form: checkForm(typedIn(body), pictureForm) }
}

/** What is wrong with the file itself is said beside its field; anything else rises. */
function unusablePicture(error: unknown): Refusal {
  if (error instanceof Refusal && (error.status === 413 || error.status === 415)) return error
  throw error
}

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

async function showPictures(c: Web, refused?: Refused): Promise<Response> {
  allow(mayWrite(c.var.actor))
  const { page } = pageForm.parse(c.req.query())
  const found = await c.var.read((tx) => pictures.list(tx, page))
  return c.html(<PicturesPage frame={c.var.officeFrame()} {...{ page, ...found }} {...refused} />, refused ? 422 : 200)
}

async function showPicture(c: Web, refused?: Refused): Promise<Response> {
  allow(mayWrite(c.var.actor))
  const picture = await c.var.read((tx) => pictures.find(tx, c.req.param('id') ?? ''))
  if (!picture) throw new Refusal('There is no such picture.', 404)
  return c.html(<PicturePage frame={c.var.officeFrame()} picture={picture} {...refused} />, refused ? 422 : 200)
}
