import { parseArgs } from 'node:util'
import { commands } from './commands.ts'
import { theHost } from './platform/actor.ts'
import { readConfig } from './platform/config.ts'
import { groupCalled } from './platform/groupNames.ts'
import { contextOf, openInstallation } from './platform/installation.ts'
import { stderrLog } from './platform/log.ts'
import { DatabaseTrouble } from './platform/postgres/index.ts'
import { Refusal } from './platform/refusal.ts'
import type { Services } from './platform/services.ts'
import type { Command } from './platform/slice.ts'
import { type Parts, serve } from './serve.ts'

/** Runs one command. Resolves to the exit code: 0, or 1 after one sentence on stderr. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  try {
    if (words[0] === 'serve') return await serve(readConfig(process.env), partsIn(words.slice(1)))
    const command = findCommand(words)
    if (!command) return help(words)
    return await runCommand(command, words.slice(command.name.split(' ').length))
  } catch (error) {
    if (!isPlain(error)) stderrLog.fault('command', error)
    process.stderr.write(`${plainWords(error)}\n`)
    return 1
  }
}

/** Neither `--web` nor `--worker` means both. */
function partsIn(words: readonly string[]): Parts {
  const options = { web: { type: 'boolean', default: false }, worker: { type: 'boolean', default: false } } as const
  const { web, worker } = parseArgs({ args: [...words], options, strict: true }).values
  return web || worker ? { web, worker } : { web: true, worker: true }
}

async function runCommand(command: Command, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: command.options ?? {},
    allowPositionals: true,
    strict: true,
  })
  const installation = await openInstallation(readConfig(process.env))
  const { services, database } = installation
  try {
    const code = await command.run({
      services,
      owner: database.owner,
      operands: positionals,
      options: values as Record<string, string | boolean | undefined>,
      say: (line) => void process.stdout.write(`${line}\n`),
      progress,
      groupContext: (slug) => openGroup(services, slug),
    })
    return code ?? 0
  } finally {
    await installation.close()
  }
}

async function openGroup(services: Services, slug: string) {
  const group = groupCalled(services.groups, slug)
  return contextOf(services, group, theHost(group.id))
}

/** The command with the longest name these words begin with: 'import wordpress x.xml' is 'import wordpress'. */
const findCommand = (words: readonly string[]): Command | undefined =>
  commands
    .filter(({ name }) => `${words.join(' ')} `.startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0]

function help(words: readonly string[]): number {
  const asked = words.length === 0 || ['help', '--help', '-h'].includes(words[0]!)
  if (!asked) throw new Refusal(`There is no command “${words.join(' ')}”: “help” shows them all.`, 404)
  const lines = commands.map(({ name, operands = '', summary }) => `  ${`${name} ${operands}`.padEnd(44)} ${summary}`)
  const serving = `  ${'serve [--web] [--worker]'.padEnd(44)} Serve the websites, do the work in hand, or (with neither) both`
  process.stdout.write(['Usage: npm run backbench -- <command>', '', serving, ...lines, ''].join('\n'))
  return 0
}

/** In place on a terminal; plain lines elsewhere, at most one a second. */
let last = 0
function progress(line: string): void {
  if (process.stderr.isTTY) return void process.stderr.write(`\r\u001b[K${line}`)
  if (Date.now() - last < 1000) return
  last = Date.now()
  process.stderr.write(`${line}\n`)
}

/** Node's own words about a wrong option go on for three sentences; the first says it. */
function plainWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return isParsing(error) ? message.split(/\. |\n/)[0]!.replace(/\.?$/, '.') : message
}

const isParsing = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

const isPlain = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof DatabaseTrouble || isParsing(error)
