import { resolve } from 'node:path'
import { z } from 'zod'
import { eraseAgain, findPersons } from './erasing.ts'
import { theHost } from './platform/actor.ts'
import {
  type Archived,
  dueErasures,
  noteBroughtBack,
  readArchive,
  type Restored,
  restore,
  writeArchive,
} from './platform/archive/index.ts'
import { suspend } from './platform/groupState.ts'
import { answersTo } from './platform/groupNames.ts'
import { addressesIn, contextOf } from './platform/installation.ts'
import { openDatabase } from './platform/postgres/index.ts'
import { Refusal } from './platform/refusal.ts'
import type { Services } from './platform/services.ts'
import type { Command, CommandContext } from './platform/slice.ts'

const archiveOptions = z.object({
  group: z.string().optional(),
  to: z.string().optional(),
  keep: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'Say how many archives to keep: --keep 14.')
    .transform(Number)
    .optional(),
  json: z.boolean().default(false),
})

const archive: Command = {
  name: 'archive',
  operands: '[--group <slug>] --to <folder>',
  summary: 'Write everything into one file, while work goes on (--keep)',
  options: {
    group: { type: 'string' },
    to: { type: 'string' },
    keep: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(context) {
    const { group, to, keep, json } = parsed(archiveOptions, context.options)
    const written = await archiveTo(context, { to, ...(group !== undefined && { slug: group }), ...(keep && { keep }) })
    if (json) return context.say(JSON.stringify(written))
    sayArchived(context, written)
  },
}

const check: Command = {
  name: 'archive check',
  operands: '<file>',
  summary: 'Read an archive to its end and say whether it is whole',
  async run({ operands: [file], say }) {
    if (!file) throw new Refusal('Say which file: archive check backbench-….tar', 422)
    const { manifest, sums } = await readArchive(resolve(file))
    const rows = sums.tables.reduce((sum, table) => sum + table.rows, 0)
    say(
      `Whole: ${counted(manifest.groups.length, 'group')}, ${counted(rows, 'row')} and ${counted(sums.files.count, 'file')}, as of ${manifest.madeAt}.`,
    )
    for (const { slug, name, hosts } of manifest.groups.slice(0, 50))
      say(`${slug.padEnd(20)} ${name.padEnd(40)} ${hosts.join(', ')}`)
  },
}

const restoreOptions = z.object({
  group: z.string().optional(),
  as: z.string().optional(),
  host: z.array(z.string()).optional(),
  'no-hosts': z.boolean().default(false),
  json: z.boolean().default(false),
})

const restoreCommand: Command = {
  name: 'restore',
  operands: '<file> [--group <slug>]',
  summary: 'Bring back all groups, or one as a new one (--as --host --no-hosts)',
  options: {
    group: { type: 'string' },
    as: { type: 'string' },
    host: { type: 'string', multiple: true },
    'no-hosts': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(context) {
    const { services, operands, progress, say } = context
    const { group, as, host, json, ...rest } = parsed(restoreOptions, context.options)
    const [file] = operands
    if (!file) throw new Refusal('Say which file: restore backbench-….tar', 422)
    const hosts = rest['no-hosts'] ? [] : host
    const { config } = services
    const path = resolve(file)
    // The server this command works on already, with the rights to make a database beside ours.
    const restored = await restore(
      { ...(await openDatabase(addressesIn(config))), services, atTheEnd: noteBroughtBack(path, findPersons) },
      { file: path, progress, ...(group && { slug: group }), ...(as && { as }), ...(hosts && { hosts }) },
    )
    await services.groups.load()
    const erased = await eraseBroughtBack(services, restored)
    const { groups, ...figures } = restored
    if (json)
      return say(
        JSON.stringify({
          groups: groups.map(({ id, slug, hosts: names }) => ({ id, slug, hosts: names })),
          ...figures,
          erased,
        }),
      )
    sayRestored(context, restored, erased)
  },
}

const move: Command = {
  name: 'group move',
  operands: '<slug> --to <folder>',
  summary: 'Pause a group and archive it, to be restored elsewhere',
  options: { to: { type: 'string' }, json: { type: 'boolean' } },
  async run(context) {
    const { services, operands, options, say } = context
    const { to, json } = parsed(archiveOptions, options)
    const [slug] = operands
    const group = slug === undefined ? undefined : services.groups.bySlug(slug)
    if (!group) throw new Refusal('Say which group, by its short name. “group list” shows them all.', 404)
    if (!group.suspendedAt) await contextOf(services, group, theHost(group.id)).act((act) => suspend(act, MOVING))
    await services.groups.load()
    const written = await archiveTo(context, { to, slug: group.slug, moving: true })
    if (json) return say(JSON.stringify(written))
    sayArchived(context, written)
    say(`“${group.name}” is paused here, so that nothing is written that would be left behind. Next:`)
    say(`1. Copy the file to the other machine, and there: restore ${written.path.split(/[/\\]/).at(-1)}`)
    say(`2. Lead its names there: ${answersTo(group)}.`)
    say(`3. Here, when all is well: group remove ${group.slug}. Should it stay after all: group resume ${group.slug}`)
  },
}

const MOVING = 'It moves to another installation.'

export const archiveCommands: readonly Command[] = [archive, check, restoreCommand, move]

/** In the folder given, else in the one set for archives by the clock. */
async function archiveTo(
  { services, owner, progress }: CommandContext,
  {
    to = services.config.archiveTo,
    ...order
  }: { to: string | undefined; slug?: string; keep?: number; moving?: boolean },
): Promise<Archived> {
  if (to === undefined) throw new Refusal('Say where to keep it: --to FOLDER, or set ARCHIVE_TO.', 422)
  return writeArchive({ owner, services }, { ...order, folder: resolve(to), progress })
}

function sayArchived({ say }: CommandContext, { path, groups, rows, files, missing, removed }: Archived): void {
  say(path)
  say(`${counted(groups, 'group')}, ${counted(rows, 'row')}, ${counted(files, 'file')}.`)
  if (missing) say(`${counted(missing, 'file')} that the record names could not be taken: lost here, or altered.`)
  if (removed.length) say(`${counted(removed.length, 'older archive')} made room.`)
}

function sayRestored({ say }: CommandContext, { groups, rows, files, missing, left }: Restored, erased: number): void {
  for (const { slug, was, hosts } of groups.slice(0, 50))
    say(`“${was.name}” is here as ${slug}. It answers to ${answersTo({ slug, hosts })}.`)
  say(
    `${counted(groups.length, 'group')}, ${counted(rows, 'row')}, ${counted(files, 'file')}. Everybody signs in anew.`,
  )
  if (missing) say(`${counted(missing, 'file')} were missing already when the archive was made.`)
  if (left)
    say(
      `Codes from authenticator apps and recovery codes stayed behind: they are of use only under the other installation’s secret. Their owners set them up again.`,
    )
  if (erased)
    say(`${counted(erased, 'person', 'persons')} who had been erased since came back with it and were erased again.`)
}

/** Whoever had been erased goes again, before this command says that it is done. */
async function eraseBroughtBack(services: Services, { groups }: Restored): Promise<number> {
  let count = 0
  for (const { id } of groups) {
    const due = await services.databases.reader(id)(dueErasures)
    if (!due.length) continue
    count += due.length
    await eraseAgain.run(contextOf(services, services.groups.byId(id)!), {})
  }
  return count
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** The options as typed, or a Refusal with the first thing that is wrong. */
function parsed<T>(schema: z.ZodType<T>, options: unknown): T {
  const result = schema.safeParse(options)
  if (!result.success) throw new Refusal(result.error.issues[0]!.message, 422)
  return result.data
}
