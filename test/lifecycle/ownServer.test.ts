import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { anExportOf } from '../../bench/exports.ts'
import { post, signInBy } from '../posting.ts'
import { smtpServer } from '../smtpServer.ts'
import { command, type Serving, serving } from './builtProgram.ts'
import { anOwnServer, type OwnServer, theOwner } from './ownServer.ts'
import { aDataFolder } from './programs.ts'

const app = { user: 'backbench_app', password: 'throw-away-app' } as const
const ADA = 'ada@ferries.example'

/** Settings of a program on that server. The folder holds its files and its secret, and no database. */
function settingsFor(server: OwnServer, more: Record<string, string> = {}): Record<string, string> {
  const folder = aDataFolder()
  mkdirSync(folder, { recursive: true })
  return { BACKBENCH_DATA: folder, DATABASE_URL: server.url(theOwner), ...more }
}
const foundGroup = (settings: Record<string, string>) =>
  command(settings, 'group', 'create', '--name', 'Fair Ferries', '--host', 'localhost', '--officer', ADA, '--json')

interface Officer {
  readonly home: string
  readonly cookie: string
}
async function signIn(settings: Record<string, string>, { home }: Serving): Promise<Officer> {
  const { out } = await command(settings, 'sign-in-link', ADA)
  return { home, cookie: await signInBy(out, home) }
}
async function publish({ home, cookie }: Officer, title: string): Promise<void> {
  const made = await post(`${home}/office/posts/new/publication`, { title, text: 'A few words.', basedOn: '0' }, cookie)
  expect([made.status, await made.text()]).toEqual([303, expect.any(String)])
}
/** As a visitor sees it, and again until the page is answered from the cache. */
const front = async ({ home }: Pick<Officer, 'home'>): Promise<string> => (await fetch(`${home}/`)).text()

test('on a server over TCP with a password the program makes its tables and its role, and everything works as at home', async () => {
  const server = await anOwnServer()
  const settings = settingsFor(server)

  expect(await command(settings, 'migrate')).toMatchObject({ code: 0, said: '' })
  expect((await foundGroup(settings)).code).toBe(0)
  const program = await serving(settings)
  const officer = await signIn(settings, program)
  expect(await front(program)).not.toContain('The morning boat')
  await front(program)
  await publish(officer, 'The morning boat')
  expect(await front(program)).toContain('The morning boat')

  const file = join(dirname(settings['BACKBENCH_DATA']!), 'export.xml')
  await writeFile(file, anExportOf({ posts: 12, comments: 2 }))
  const imported = await command(settings, 'import', 'wordpress', file, '--group', 'fair-ferries', '--json')
  expect([imported.code, imported.said]).toEqual([0, expect.any(String)])
  expect(JSON.parse(imported.out)).toMatchObject({ posts: { in: 12, made: 12 } })
  await expect.poll(async () => (await fetch(`${program.home}/sitemap.xml`)).text()).toContain('notes-from-the-towpath')

  const { out } = await command(settings, 'doctor', '--json')
  expect(JSON.parse(out)).toContainEqual(
    expect.objectContaining({ subject: 'Database', sentence: expect.stringContaining('a server of your own') }),
  )
  const roles = await server.ask(
    `select rolsuper or rolbypassrls or rolcreaterole as strong, (select count(*)::int from pg_class c join pg_namespace n on n.oid = relnamespace
     where relowner = r.oid and nspname <> 'graphile_worker' and nspname !~ '^pg_') as owns from pg_roles r where rolname = 'backbench_app'`,
  )
  expect(roles).toEqual([{ strong: false, owns: 0 }])
})

test('websites and work run apart on one database, and what one website process publishes the other shows', async () => {
  const server = await anOwnServer()
  const settings = settingsFor(server)
  await foundGroup(settings)
  const [one, other, worker] = await Promise.all([
    serving(settings, '--web'),
    serving(settings, '--web'),
    serving(settings, '--worker'),
  ])
  const officer = await signIn(settings, one)
  for (let turn = 0; turn < 3; turn++) await front(other)

  await publish(officer, 'The evening boat')

  await expect.poll(() => front(other)).toContain('The evening boat')
  expect(worker.home).toBe('')
  await post(`${other.home}/sign-in`, { email: ADA })
  await expect.poll(async () => (await command(settings, 'outbox')).out).toContain('is your code')
  expect((await command(settings, 'group', 'suspend', 'fair-ferries', '--because', 'x')).code).toBe(0)
  for (const { home } of [one, other]) await expect.poll(async () => (await fetch(`${home}/`)).status).toBe(503)
})

test('a job whose worker was killed is freed by the next one, and a living worker’s jobs are left to it', async () => {
  const server = await anOwnServer()
  const mail = await smtpServer()
  mail.answers = { greeting: () => {} } // it takes the call and says nothing
  const settings = settingsFor(server, { SMTP_URL: mail.url, MAIL_FROM: 'post@ferries.example' })
  await foundGroup(settings)
  const web = await serving(settings, '--web')
  const first = await serving(settings, '--worker')
  await post(`${web.home}/sign-in`, { email: ADA })
  const locked = () =>
    server.ask<{ by: string }>('select locked_by as by from graphile_worker._private_jobs where locked_by is not null')
  await expect.poll(locked).toHaveLength(1)
  const [{ by }] = (await locked()) as [{ by: string }]
  await server.ask(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`)

  const second = await serving(settings, '--worker')
  await expect.poll(() => holders(server)).toHaveLength(2)
  expect(await locked()).toEqual([{ by }]) // the first one lives and has it still
  await second.kill('SIGTERM')
  await first.kill('SIGKILL')
  expect(await locked()).toEqual([{ by }])
  await serving(settings, '--worker')

  await expect.poll(async () => (await locked()).filter((job) => job.by === by)).toEqual([])
  await mail.close()
})

const holders = (server: OwnServer) =>
  server.ask(`select from pg_locks where locktype = 'advisory' and classid = 7241903 and granted`)

test('what a host has set wrongly is said in a sentence each, without a password in it', async () => {
  const server = await anOwnServer()
  const words = async (settings: Record<string, string>) => {
    const { code, out, said } = await command(settings, 'migrate')
    expect([code, out, said.split('\n')]).toEqual([1, '', [expect.any(String), '']])
    expect(said).not.toMatch(/throw-away|guess/)
    return said
  }
  const { url, ask } = server
  const plain = settingsFor(server)

  expect(await words({ ...plain, DATABASE_URL: url({ ...theOwner, password: 'guess' }) })).toMatch(
    /^The database server of DATABASE_URL cannot be used: password authentication failed/,
  )
  expect(await words({ ...plain, DATABASE_URL: url(theOwner).replace(`:${server.port}`, ':1') })).toMatch(
    /^The database server of DATABASE_URL cannot be used: connect ECONNREFUSED/,
  )
  expect(await words({ ...plain, DATABASE_URL: url(theOwner, 'nowhere') })).toMatch(/database "nowhere" does not exist/)

  await ask(`alter role ${theOwner.user} nocreaterole`)
  expect(await words(plain)).toMatch(/^The role of DATABASE_URL may not make the role backbench_app: ask /)
  await ask(`create role backbench_app login password '${app.password}'`)
  expect(await words(plain)).toMatch(/has a role backbench_app already, with another password: set DATABASE_OWNER_URL/)
  const both = { ...plain, DATABASE_OWNER_URL: url(theOwner), DATABASE_URL: url(app) }
  expect(await words(both)).toMatch(/^The role of DATABASE_OWNER_URL may not prepare the job queue: ask .*grant/)
  await ask(`alter database campaigns owner to postgres`)
  expect(await words(both)).toMatch(
    /^The role of DATABASE_OWNER_URL may not make schemas: ask .*alter database campaigns owner to campaigns/,
  )
  expect(await words({ ...both, DATABASE_URL: url(theOwner) })).toMatch(/may not make schemas/)

  await ask(`alter database campaigns owner to ${theOwner.user}; grant backbench_app to ${theOwner.user}`)
  expect(await words({ ...both, DATABASE_URL: url(theOwner) })).toMatch(/is called campaigns: .*kept apart/)
  expect((await command(both, 'migrate')).code).toBe(0)
  await ask(`revoke backbench_app from ${theOwner.user}`) // no circle of memberships
  await ask(`grant ${theOwner.user} to backbench_app`)
  expect(await words(both)).toMatch(/has the rights of the owner: .*kept apart/)
})
