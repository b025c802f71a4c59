import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWebServer, type WebServer } from '../../test/aWebServer.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { send } from './letters.ts'
import type { Services } from './services.ts'

const installation = testInstallation()
const TOKEN = 'a-token-of-the-host'
let server: WebServer

beforeAll(async () => {
  const services: Services = {
    ...installation.services,
    config: { ...installation.services.config, metricsToken: TOKEN, hostContact: 'help@hosting.example.org' },
  }
  server = await aWebServer(services)
})
afterAll(() => server.close())

/** Over a real socket from this machine. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const { port } = server
  const asked = request({ port, path, headers: { host: `localhost:${port}`, ...headers }, agent: false }).end()
  const [answer] = await once(asked, 'response')
  const text = Buffer.concat(await answer.toArray()).toString()
  return { status: answer.statusCode as number, type: String(answer.headers['content-type']), text }
}
const read = (text: string, name: string): number =>
  Number(new RegExp(`^backbench_${name.replaceAll(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1])

test('the host reads how the whole is doing, and nothing about any group', async () => {
  const group = await aGroup(installation, { name: 'Very Private Forum', slug: 'hidden', hosts: ['g.example.org'] })
  await aGroup(installation)
  await installation.owner.query(`update platform.group set remove_at = now() where slug <> 'hidden'`)
  await installation.services.groups.load()
  await installation
    .context(group)
    .act((act) => send(act, { kind: 'service', to: 'ann@example.org', subject: 'x', body: 'y' }))
  const before = (await ask('/metrics')).text
  for (const path of ['/sign-in', '/sign-in', '/sign-in', '/nowhere']) await ask(path, { host: 'g.example.org' })

  const { status, type, text } = await ask('/metrics')

  expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  const more = (name: string) => read(text, name) - read(before, name)
  expect(more('requests_total{class="4xx"}')).toBe(1)
  expect(more('requests_kept_total')).toBe(2)
  expect(more('requests_total{class="2xx"}')).toBe(4) // with the reading before
  expect(read(text, 'page_cache_pages')).toBe(1)
  expect(read(text, 'page_cache_bytes')).toBeGreaterThan(1000)
  expect([read(text, 'groups{state="running"}'), read(text, 'groups{state="paused"}')]).toEqual([1, 1])
  expect([read(text, 'jobs{state="due"}'), read(text, 'letters_waiting')]).toEqual([1, 1])
  expect(read(text, 'database_connections{state="open"}')).toBeGreaterThan(0)
  expect(read(text, 'resident_memory_bytes')).toBeGreaterThan(1e7)
  expect(text).not.toMatch(/hidden|Private|sign-in|example\.org|group[-:]/)
})

test('every line is as the format wants it', async () => {
  const { text } = await ask('/metrics')

  const lines = text.split('\n')
  expect(lines.pop()).toBe('')
  for (const line of lines)
    expect(line).toMatch(
      /^(# HELP backbench_\w+ .+|# TYPE backbench_\w+ (counter|gauge)|backbench_\w+(\{\w+="\w+"\})? \d+(\.\d+)?)$/,
    )
  const named = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2])
  expect(new Set(named).size).toBe(named.length)
})

test('from elsewhere they are read with the token only, and without one there is no such page', async () => {
  const passedOn = { 'x-forwarded-for': '203.0.113.9' }

  expect((await ask('/metrics', passedOn)).status).toBe(404)
  expect((await ask('/metrics', { host: 'g.example.org' })).status).toBe(404)
  expect((await ask('/metrics', { ...passedOn, authorization: 'Bearer a-token-of-the-hosT' })).status).toBe(404)
  expect((await ask('/metrics', { authorization: 'Bearer guess' })).status).toBe(404)
  expect((await ask('/metrics', { ...passedOn, authorization: `Bearer ${TOKEN}` })).status).toBe(200)
})

test('a name that nobody has leads to a page of the host’s own, with a way to reach them', async () => {
  await aGroup(installation, { name: 'Very Private Forum' })

  const { status, text } = await ask('/', { host: 'elsewhere.example.org' })

  expect(status).toBe(404)
  expect(text).toContain('There is no website at this address')
  expect(text).toContain('<a href="mailto:help@hosting.example.org">')
  expect(text).not.toMatch(/Private|href="\/office/)
})

test('a proxy that is to get certificates is told which names are ours', async () => {
  await aGroup(installation, { hosts: ['g.example.org'] })

  expect((await ask('/healthz/name?domain=g.example.org')).status).toBe(200)
  expect((await ask('/healthz/name?domain=evil.example.org')).status).toBe(404)
  expect((await ask('/healthz/name')).status).toBe(404)
})
