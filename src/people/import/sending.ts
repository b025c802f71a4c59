import { stat } from 'node:fs/promises'
import type { Act } from '../../platform/act.ts'
import { enqueue, type Job } from '../../platform/jobs.ts'
import { isConnectionLost } from '../../platform/connectionLost.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { discardUploads } from '../../platform/uploads.ts'
import { bringIn } from './bringing.ts'
import * as imports from './imports.ts'
import { stage } from './staging.ts'
import { type ListFile, openList, surveyColumns } from './survey.ts'

/** Bytes and rows up to which an officer waits for the answer; beyond, the worker does it and the page shows how far it is. */
const SMALL_FILE = 512 * 1024
const FEW_ROWS = 3000

interface Sent {
  readonly fileName: string
  readonly sha256: string
  readonly pasted: boolean
  readonly sheet?: number
}

/** Takes a list that was sent: its columns are guessed, and it waits for somebody to match them. */
export async function takeIn(context: GroupContext, { fileName, sha256, pasted, sheet }: Sent): Promise<string> {
  const file: ListFile = { place: context.services.files.path(context.group.id, sha256), pasted, sheet }
  const list = await openList(file)
  const columns = await surveyColumns(list, file)
  return context.act((act) =>
    imports.begin(act, { fileName, pasted, fileSha256: sha256, columns, sheet: list.sheet, sheets: list.sheets }),
  )
}

/** Its columns are matched: the list is read, now or by the worker. */
export async function readMatched(context: GroupContext, one: imports.MemberImport): Promise<void> {
  const { size } = await stat(fileOf(context, one).place)
  if (size <= SMALL_FILE) return orGiveUp(context, one.id, () => readNow(context, one.id))
  await context.act((act) => enqueue(act, { job: readList, payload: { import: one.id } }))
}

/** An officer has looked at it: the list comes in, now or by the worker. */
export async function bringChecked(context: GroupContext, one: imports.MemberImport): Promise<void> {
  if ((one.counts?.rows ?? 0) <= FEW_ROWS) return void (await bringIn(context, one.id))
  await context.act(async (act) => {
    await imports.set(act, one.id, { state: 'bringing' })
    await enqueue(act, { job: bringList, payload: { import: one.id } })
  })
}

/** A list is given up; nothing of it stays. */
export async function giveBack(context: GroupContext, id: string): Promise<void> {
  const files = await context.act(async (act) => {
    const one = await imports.lock(act, id)
    if (one.state === 'done' || one.state === 'undone' || one.state === 'bringing')
      throw new Refusal('This list has come in, or is coming in. You can undo it afterwards.')
    return removeList(act, id)
  })
  await discardUploads(context, files)
}

async function removeList(act: Act, id: string): Promise<readonly string[]> {
  const files = await imports.forget(act, id)
  await act.tx.deleteFrom('people.import').where('id', '=', id).execute()
  return files
}

export const readList: Job<{ import: string }> = {
  name: 'people.read_list',
  run: (context, { import: id }) => orGiveUp(context, id, () => readNow(context, id)),
}

export const bringList: Job<{ import: string }> = {
  name: 'people.bring_in_list',
  run: (context, { import: id }) =>
    orGiveUp(context, id, async () => {
      const one = await context.read((tx) => imports.find(tx, id))
      if (one?.state === 'bringing') await bringIn(context, id)
    }),
}

const WEEK = 7 * 86_400_000

/** Lists that nobody brought in for a week go, with all they say of people. */
export const forgetLists: Job<Record<never, never>> = {
  name: 'people.forget_lists',
  async run(context) {
    const files = await context.act(async (act) => {
      const old = await act.tx
        .selectFrom('people.import')
        .select('id')
        .where('state', 'not in', ['done', 'undone', 'bringing'])
        .where('started_at', '<', new Date(act.at.getTime() - WEEK))
        .execute()
      const gone: string[] = []
      for (const { id } of old) gone.push(...(await removeList(act, id)))
      return gone
    })
    await discardUploads(context, files)
  },
}

export function fileOf(
  { services, group }: GroupContext,
  { fileSha256, pasted, sheet }: imports.MemberImport,
): ListFile {
  if (!fileSha256) throw new Refusal('The file that was sent is no longer here. Send it again.', 410)
  return { place: services.files.path(group.id, fileSha256), pasted, sheet }
}

async function readNow(context: GroupContext, id: string): Promise<void> {
  const one = await context.read((tx) => imports.find(tx, id))
  if (one?.state === 'reading') await stage(context, { id, file: fileOf(context, one) })
}

async function orGiveUp(context: GroupContext, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isConnectionLost(error)) throw error // nothing came in, and the worker will try again
    if (!(error instanceof Refusal)) context.services.log.fault('import of members', error)
    await imports.giveUp(context, id, error)
  }
}
