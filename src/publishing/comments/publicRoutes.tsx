import { cameFrom } from '../../platform/cameFrom.ts'
import type { Tx } from '../../platform/database.ts'
import { type Errors, readForm, type Typed, typedText } from '../../platform/forms.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { networkOf } from '../../platform/origin.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal, type RefusalStatus } from '../../platform/refusal.ts'
import { keyedHash } from '../../platform/secret.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { publicSite } from '../public/frame.tsx'
import { commentForm, reportForm } from './forms.ts'
import { CommentPage } from './pages/CommentPage.tsx'
import { ConfirmPage } from './pages/ConfirmPage.tsx'
import { ReportPage } from './pages/ReportPage.tsx'
import { type Thanks, ThanksPage } from './pages/ThanksPage.tsx'
import { type AnsweredComment, findApproved, findPost, type TalkedPost } from './posts.ts'
import { report } from './reports.ts'
import { acceptsComments } from './rules.ts'
import { commentRules } from './settings.ts'
import { confirm, lookUp, takeIn } from './unconfirmed.ts'

const ON = `/comments/on/:entry{${uuid}}` as const
const REPLY = `/comments/:id{${uuid}}/reply` as const
const REPORT = `/comments/:id{${uuid}}/report` as const
const CONFIRM = '/comments/confirm/:token{[A-Za-z0-9_-]{20,100}}'

/** What readers do about comments. None of it needs an account or a script. */
export const commentRoutes = router()

commentRoutes.get(ON, (c) => showForm(c, { entryId: c.req.param('entry'), replyTo: null }))

commentRoutes.get(REPLY, async (c) => {
  const answered = await c.var.read((tx) => findApproved(tx, c.req.param('id')))
  if (!answered) throw new Refusal('This comment is no longer here, so it cannot be answered.', 404)
  return showForm(c, { entryId: answered.entryId, replyTo: answered.id })
})

commentRoutes.post(ON, async (c) => {
  const form = await readForm(c, commentForm)
  const asked = { entryId: c.req.param('entry'), replyTo: typedText(form.typed, 'reply') || null }
  if (!form.ok) return showForm(c, { ...asked, ...form, status: 422 })
  const { topic, reply, ...values } = form.values
  if (topic) return c.redirect('/comments/sent', 303) // a program: it need not know that we noticed
  const send = () =>
    c.var.act(async (act) => {
      const { post, answered } = await placeFor(act.tx, c.var.group, { ...asked, replyTo: reply || null })
      if (reply && !answered) throw new Refusal(ANSWERED_IS_GONE, 422)
      await takeIn(act, { post, parentId: answered?.id ?? null, ...values }, senderOf(c))
      await cameFrom(act, 'comment', c.req.header('referer'))
    })
  return orTrouble(
    () => send().then(() => c.redirect('/comments/sent', 303)),
    ({ status, message }) => showForm(c, { ...asked, typed: form.typed, status, trouble: message }),
  )
})

commentRoutes.get(CONFIRM, async (c) => {
  const token = c.req.param('token')
  const standing = await c.var.read((tx) => lookUp(tx, token, new Date()))
  return showConfirm(c, { token, standing, status: standing === 'waiting' ? 200 : 410 })
})

commentRoutes.post(CONFIRM, async (c) => {
  const token = c.req.param('token')
  const { network } = senderOf(c)
  const confirmed = await c.var.act(async (act) => {
    await limit(act, { key: `comment confirming ${network}`, times: 30, minutes: 10 })
    return confirm(act, token)
  })
  if (confirmed.standing === 'pending') return c.redirect('/comments/thanks', 303)
  if (confirmed.standing === 'approved') return c.redirect(`${confirmed.href}#comment-${confirmed.id}`, 303)
  return showConfirm(c, { token, standing: confirmed.standing, status: confirmed.standing === 'used' ? 409 : 410 })
})

commentRoutes.get(REPORT, (c) => showReport(c, c.req.param('id')))

commentRoutes.post(REPORT, async (c) => {
  const form = await readForm(c, reportForm)
  const id = c.req.param('id')
  if (!form.ok) return showReport(c, id, { ...form, status: 422 })
  const { reason, topic } = form.values
  if (topic) return c.redirect('/comments/reported', 303)
  const { comment } = await c.var.read((tx) => reported(tx, id))
  return orTrouble(
    () =>
      c.var
        .act((act) => report(act, { commentId: comment.id, reason, network: senderOf(c).network }))
        .then(() => c.redirect('/comments/reported', 303)),
    ({ status, message }) => showReport(c, id, { typed: form.typed, status, trouble: message }),
  )
})

for (const what of ['sent', 'thanks', 'reported'] as const satisfies readonly Thanks[]) {
  commentRoutes.get(`/comments/${what}`, (c) => c.html(<ThanksPage look={c.var.look} what={what} />))
}

const ANSWERED_IS_GONE =
  'The comment you are answering is no longer here. Your words are kept: send them as a comment of their own.'
const CLOSED = 'Comments on this post are closed.'

interface Refused {
  readonly typed?: Typed
  readonly errors?: Errors
  readonly trouble?: string
  readonly status?: RefusalStatus
}
interface Place {
  readonly entryId: string
  readonly replyTo: string | null
  /** To show a refused form again: what was typed is not lost because comments have just closed. */
  readonly evenClosed?: boolean
}

async function showForm(c: Web, { entryId, replyTo, status, ...refused }: Place & Refused): Promise<Response> {
  const shown = await c.var.read(async (tx) => ({
    ...(await placeFor(tx, c.var.group, { entryId, replyTo, evenClosed: status !== undefined })),
    site: await publicSite(tx, c.var),
  }))
  return c.html(<CommentPage zone={c.var.group.zone} {...shown} {...refused} />, status ?? 200)
}

/** The post, if it takes comments, and the comment on it that is answered, if readers see it. */
async function placeFor(
  tx: Tx,
  group: KnownGroup,
  { entryId, replyTo, evenClosed = false }: Place,
): Promise<{ post: TalkedPost; answered: AnsweredComment | null }> {
  const post = await postAt(tx, entryId)
  if (!evenClosed && !acceptsComments(post, await commentRules(tx, group), new Date())) throw new Refusal(CLOSED, 410)
  const answered = replyTo !== null && isId.test(replyTo) ? await findApproved(tx, replyTo) : null
  return { post, answered: answered?.entryId === entryId ? answered : null }
}

const isId = new RegExp(`^${uuid}$`, 'i')

async function postAt(tx: Tx, id: string): Promise<TalkedPost> {
  const post = await findPost(tx, id)
  if (post === 'gone') throw new Refusal('This post has been taken down.', 410)
  if (!post) throw new Refusal('There is no such post.', 404)
  return post
}

/** A comment that readers see, on a post that they see. */
async function reported(tx: Tx, id: string): Promise<{ comment: AnsweredComment; post: TalkedPost }> {
  const comment = await findApproved(tx, id)
  if (!comment) throw new Refusal('This comment is no longer here.', 404)
  return { comment, post: await postAt(tx, comment.entryId) }
}

async function showReport(c: Web, id: string, { status, ...refused }: Refused = {}): Promise<Response> {
  const shown = await c.var.read(async (tx) => ({ ...(await reported(tx, id)), site: await publicSite(tx, c.var) }))
  return c.html(<ReportPage zone={c.var.group.zone} {...shown} {...refused} />, status ?? 200)
}

type Confirming = Omit<Parameters<typeof ConfirmPage>[0], 'look'> & { readonly status: 200 | 409 | 410 }

/** Not kept anywhere: the token stands in its address. */
function showConfirm(c: Web, { status, ...shown }: Confirming): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  return c.html(<ConfirmPage look={c.var.look} {...shown} />, status)
}

const senderOf = (c: Web) => {
  const { services, origin } = c.var
  const network = keyedHash(services.secret, 'network', networkOf(c, services.config))
  return { network, origin, secret: services.secret }
}

/** A limit, an answered comment that has gone, a post that has closed: said above the form, which keeps what was typed. */
async function orTrouble(
  work: () => Promise<Response>,
  again: (refusal: Refusal) => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || ![410, 422, 429].includes(error.status)) throw error
    return again(error)
  }
}
