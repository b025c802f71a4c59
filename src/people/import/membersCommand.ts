import { basename } from 'node:path'
import { Refusal } from '../../platform/refusal.ts'
import type { Command, CommandContext, GroupContext } from '../../platform/slice.ts'
import { isKind, kinds } from '../kinds.ts'
import { bringIn } from './bringing.ts'
import * as imports from './imports.ts'
import { problemRows, type ProblemRow } from './rows.ts'
import { stage } from './staging.ts'
import { openList, surveyColumns } from './survey.ts'
import { undoImport } from './undoing.ts'

/** `import members FILE --group SLUG`: works while the server runs. */
export const importMembersCommand: Command = {
  name: 'import members',
  operands: '<file>',
  summary: 'Bring in a list of people (--group, --sheet, --kind, --evidence, --fill-in-only, --dry-run, --json)',
  options: {
    group: { type: 'string' },
    sheet: { type: 'string' },
    kind: { type: 'string' },
    evidence: { type: 'string' },
    'fill-in-only': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(asked) {
    const { operands, options, groupContext, say } = asked
    const [place] = operands
    if (!place || typeof options['group'] !== 'string')
      throw new Refusal('Say which file and which group: import members members.csv --group my-group', 422)
    const context = await groupContext(options['group'])
    const report = await importFile(context, { ...asked, place })
    if (options['json']) say(JSON.stringify(report))
    else for (const line of linesOf(report)) say(line)
  },
}

/** `import undo ID`: the id is the one the import said, or its page's. */
export const undoImportCommand: Command = {
  name: 'import undo',
  operands: '<id>',
  summary: 'Take an import of people back (--group; --rest leaves those who were changed since)',
  options: { group: { type: 'string' }, rest: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ operands: [id], options, services, groupContext, say }) {
    if (!id || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('Say which import: import undo ID --group my-group', 422)
    for (const { slug } of services.groups.all) {
      if (options['group'] !== undefined && options['group'] !== slug) continue
      const context = await groupContext(slug)
      if (!(await context.read((tx) => imports.find(tx, id)))) continue
      const { undone, kept } = await context.act((act) => undoImport(act, id, { rest: options['rest'] === true }))
      return say(
        options['json'] ? JSON.stringify({ undone, kept }) : `${undone} people put back, ${kept} left as they are.`,
      )
    }
    throw new Refusal('There is no such import.', 404)
  },
}

interface Report {
  readonly id: string | null
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly problems: readonly { readonly row: number; readonly why: string }[]
  readonly columns: Readonly<Record<string, string>>
  readonly remarks: readonly string[]
}

type Asked = CommandContext & { readonly place: string }

async function importFile(context: GroupContext, { place, options, progress }: Asked): Promise<Report> {
  const dryRun = options['dry-run'] === true
  const file = { place, pasted: false, sheet: sheetIn(options['sheet']) }
  const list = await openList(file)
  const columns = await surveyColumns(list, file)
  const id = await context.act((act) =>
    imports.begin(act, {
      fileName: basename(place),
      pasted: false,
      fileSha256: null,
      columns,
      choices: choicesIn(options),
      sheet: list.sheet,
      sheets: list.sheets,
    }),
  )
  try {
    const counts = await stage(context, { id, file, onProgress: (rows) => progress(`${rows} rows read`) })
    const { problems, one } = await context.read(async (tx) => ({
      problems: await problemRows(tx, id),
      one: (await imports.find(tx, id))!,
    }))
    if (!dryRun) await bringIn(context, id)
    return {
      id: dryRun ? null : id,
      ...counts,
      problems: problems.map(said),
      columns: columnsOf(one),
      remarks: one.remarks,
    }
  } catch (error) {
    await imports.giveUp(context, id, error)
    throw error
  } finally {
    if (dryRun) await context.act(({ tx }) => tx.deleteFrom('people.import').where('id', '=', id).execute())
  }
}

const said = ({ row, whys }: ProblemRow) => ({ row, why: whys.map(({ why }) => why).join(' ') })

const columnsOf = ({ columns, mapping }: imports.MemberImport): Readonly<Record<string, string>> => {
  const named: Record<string, string> = {}
  for (const [i, { heading }] of columns.entries()) {
    const field = mapping[i]
    if (field) named[field] = named[field] ? `${named[field]}, ${heading}` : heading
  }
  return named
}

function choicesIn(options: CommandContext['options']): Partial<imports.Choices> {
  const { kind, evidence } = options
  if (typeof kind === 'string' && !isKind(kind))
    throw new Refusal(`There is no kind “${kind}”. Kinds are ${kinds.join(', ')}.`, 422)
  return {
    ...(typeof kind === 'string' && isKind(kind) && { kind }),
    ...(typeof evidence === 'string' && { evidence }),
    prefer: options['fill-in-only'] ? 'register' : 'list',
  }
}

function sheetIn(sheet: string | boolean | undefined): number | undefined {
  if (typeof sheet !== 'string') return undefined
  if (!/^[1-9]\d{0,3}$/.test(sheet)) throw new Refusal('Say the sheet by its number: --sheet 2', 422)
  return Number(sheet) - 1
}

function linesOf({ id, problems, remarks, ...counts }: Report): string[] {
  return [
    ...remarks,
    `${counts.rows} rows: ${counts.new} new, ${counts.changed} changed, ${counts.same} as before, ${problems.length} with a problem.`,
    ...problems.slice(0, 50).map(({ row, why }) => `Row ${row}: ${why}`),
    ...(problems.length > 50 ? [`And ${problems.length - 50} more. --json shows all.`] : []),
    ...(id === null ? ['Nothing was brought in: this was a dry run.'] : []),
    ...(id !== null && imports.bringsSomething(counts) ? [`Undo it within 30 days with: import undo ${id}`] : []),
  ]
}
